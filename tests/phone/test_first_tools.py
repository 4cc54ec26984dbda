"""Chromium's tools that are shown before any program was opened."""

import subprocess
import sys
from pathlib import Path

from tests.program_folder import write_program
from tests.shell_words import ROOT, bare_environment

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import build
from miniapp_host.phone.qt_application import prepare_qt
prepare_qt()
app = QApplication([])
phone = build(Options(data_dir=Path(sys.argv[1])))
phone.window.show()
phone.tools.workbench.show_panel("chromium")
program = phone.open_folder(Path(sys.argv[2]))
program.page_shown.connect(app.quit)
QTimer.singleShot(40_000, app.quit)
app.exec()
print("page:", program.page)
phone.close()
"""


def test_a_program_runs_that_is_opened_after_the_tools(tmp_path: Path) -> None:
    folder = write_program(tmp_path / "program", {"index.wxml": "<view />"})
    words = [sys.executable, "-c", SCRIPT, str(tmp_path / "data"), str(folder)]
    environment = bare_environment() | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=80, check=True
    )
    assert "page: pages/index/index" in done.stdout
    assert "Too late to register" not in done.stderr
