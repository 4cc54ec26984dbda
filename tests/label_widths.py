"""`python -m tests.label_widths FOLDER`: ten labels' widths, in chrome and in a page."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import build
from miniapp_host.phone.program import OpenProgram
from miniapp_host.phone.qt_application import prepare_qt
from miniapp_host.shell.kit.theme import font
from tests.program_folder import write_program

LABELS = (
    "Allow",
    "Reject",
    "Use my location",
    "Settings",
    "Access your location",
    "Permission Lab",
    "1 234.50",
    "Without your location",
    "Recently used",
    "QWxyz@example.com",
)
MEASURE = """JSON.stringify([...document.querySelector('.sheet[data-state=shown] iframe')
  .contentDocument.querySelectorAll('.label')]
  .map((label) => label.getBoundingClientRect().width))"""


def main(folder: Path) -> int:
    prepare_qt()
    app = QApplication([])
    phone = build(Options(data_dir=folder / "data"))
    phone.window.show()
    page = "".join(f'<view><text class="label">{label}</text></view>' for label in LABELS)
    program = phone.open_folder(write_program(folder / "program", {"index.wxml": page}))
    loop = QEventLoop()
    program.page_shown.connect(loop.quit)
    loop.exec()
    widths = [*_in_chrome(), *_in_page(program)]
    phone.close()
    app.quit()
    print(json.dumps(dict(widths)))
    return 0


def _in_chrome() -> list[tuple[str, float]]:
    rows = QFontMetricsF(font(17, medium=True))
    return [(f"chrome: {label}", rows.horizontalAdvance(label)) for label in LABELS]


def _in_page(program: OpenProgram) -> list[tuple[str, float]]:
    loop, heard = QEventLoop(), list[str]()

    def hear(text: str) -> None:
        heard.append(text)
        loop.quit()

    program.view.page().runJavaScript(MEASURE, 0, hear)
    loop.exec()
    widths = json.loads(heard[0])
    return [(f"page: {label}", width) for label, width in zip(LABELS, widths, strict=True)]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
