"""Small programs run as processes of their own, for figures that start at a process's start."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PAINTED = """
from PySide6.QtCore import QEvent, QObject
class Painted(QObject):
    def __init__(self, widget, done):
        super().__init__(widget)
        self.done = done
        widget.installEventFilter(self)
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.done:
            done, self.done = self.done, None
            from PySide6.QtCore import QTimer
            QTimer.singleShot(0, done)
        return False
"""

BARE_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(390, 844)
watched = window
"""

PHONE = """
import sys
from pathlib import Path
from miniapp_host.phone.plain_imports import plain_imports
as_the_command = plain_imports()
as_the_command.__enter__()
from PySide6.QtWidgets import QApplication
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import build
from miniapp_host.phone.qt_application import prepare_qt
prepare_qt()
app = QApplication([])
options = Options(data_dir=Path(sys.argv[1]))
phone = build(options)
from miniapp_host.automation.listener import Listener
Listener(phone, options)
window = phone.window
watched = phone.launcher
"""


def run_script(script: str, *arguments: str) -> subprocess.Popen[str]:
    """Starts Python on `script`; its standard output is a pipe of text."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def _environment() -> dict[str, str]:
    """As on everybody's machine: what the first run compiles, the later ones find compiled."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def milliseconds_to_paint(setup: str, data_dir: Path) -> float:
    """From the process's start to the first paint of `watched`."""
    script = (
        f"{setup}{PAINTED}\nimport time\n"
        "keep = Painted(watched, lambda: (print(time.monotonic(), flush=True), app.quit()))\n"
        "window.show()\napp.exec()\n"
    )
    started = time.monotonic()
    process = run_script(script, str(data_dir))
    output, _ = process.communicate(timeout=60)
    return (float(output.split()[-1]) - started) * 1000


def fresh_folder() -> Path:
    """A data folder nobody used; it goes with this process."""
    folder = tempfile.mkdtemp(prefix="miniapp-bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
