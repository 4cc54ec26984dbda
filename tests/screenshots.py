"""`python -m tests.screenshots`: draws README's picture anew from the running phone."""

import json
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-gpu")

from PySide6.QtCore import QEventLoop, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from miniapp_host.devices.preferences import Preferences
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone, build, prepare_qt
from miniapp_host.phone.program import OpenProgram

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "resources/docs/phone.png"
SIZE = QSize(390, 844)
GAP = 28
ROUND = 36
SETTLE_MS = 900
MIDDLE = """(() => {
  const page = document.querySelector('.sheet[data-state=shown] iframe').contentDocument
  const { left, top, width, height } = page.querySelector('SELECTOR').getBoundingClientRect()
  return JSON.stringify([left + width / 2, top + height / 2])
})()"""


def main() -> int:
    prepare_qt()
    app = QApplication([])
    phone = _phone()
    shots = [_shot(phone), *_program_shots(phone)]
    phone.close()
    _side_by_side(shots).save(str(PICTURE))
    app.quit()
    return 0


def _phone() -> Phone:
    folder = Path(tempfile.mkdtemp())
    preferences = Preferences(folder / "preferences.json")
    preferences.set("appearance.language", "en")
    preferences.set("appearance.theme", "light")
    phone = build(Options(data_dir=folder), guard_ms=0)
    phone.window.setMinimumSize(SIZE)
    phone.window.show()
    phone.window.resize(SIZE)
    _wait(SETTLE_MS)
    return phone


def _program_shots(phone: Phone) -> list[QPixmap]:
    program = phone.open_folder(ROOT / "resources/programs/nearby")
    loop = QEventLoop()
    program.page_shown.connect(loop.quit)
    loop.exec()
    _wait(2 * SETTLE_MS)
    _tap(program, "#locate")
    asking = _shot(phone)
    _click(phone, "reject")
    refused = _shot(phone)
    _click(phone, "capsuleMenu")
    _click(phone, "menuSettings")
    return [asking, refused, _shot(phone)]


def _tap(program: OpenProgram, selector: str) -> None:
    """Clicks the middle of what the page shows first under that selector."""
    loop = QEventLoop()
    found: list[str] = []

    def hear(place: str) -> None:
        found.append(place)
        loop.quit()

    program.view.page().runJavaScript(MIDDLE.replace("SELECTOR", selector), hear)
    loop.exec()
    x, y = json.loads(found[0])
    middle = QPoint(round(x), round(y))
    QTest.mouseClick(program.view.focusProxy(), Qt.MouseButton.LeftButton, pos=middle)
    _wait(SETTLE_MS)


def _click(phone: Phone, name: str) -> None:
    shown = [one for one in phone.window.findChildren(QWidget, name) if one.isVisible()]
    QTest.mouseClick(shown[-1], Qt.MouseButton.LeftButton)
    _wait(SETTLE_MS)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _shot(phone: Phone) -> QPixmap:
    return phone.window.grab()


def _side_by_side(shots: list[QPixmap]) -> QPixmap:
    width = len(shots) * SIZE.width() + (len(shots) + 1) * GAP
    sheet = QPixmap(width, SIZE.height() + 2 * GAP)
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, shot in enumerate(shots):
        corner = QPoint(GAP + place * (SIZE.width() + GAP), GAP)
        outline = QPainterPath()
        outline.addRoundedRect(corner.x(), corner.y(), SIZE.width(), SIZE.height(), ROUND, ROUND)
        painter.setClipPath(outline)
        painter.drawPixmap(corner, shot)
        painter.setClipping(False)
        painter.setPen(Qt.GlobalColor.lightGray)
        painter.drawPath(outline)
    painter.end()
    return sheet


if __name__ == "__main__":
    sys.exit(main())
