"""One program on an offscreen phone outside pytest: what it shows, what it said, who it asked.

Every wait has a limit and answers whether it came true: what real programs do is a finding.
"""

import json
import logging
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-gpu")

from PySide6.QtCore import QEventLoop, QModelIndex, QTimer
from PySide6.QtWidgets import QApplication

from miniapp_host.application import Options, Phone, build, prepare_qt
from miniapp_host.open_program import OpenProgram
from miniapp_host.permissions.prompts import Prompter
from miniapp_host.shell.console_model import LogEntry
from miniapp_host.shell.overlay import open_overlays

STEP_MS = 10


def start_qt() -> QApplication:
    """The one application object of this process; keep it."""
    prepare_qt()
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    return app


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Lets the phone run until `condition` holds; False if it does not within `seconds`."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        let_run(STEP_MS)
    return True


def let_run(milliseconds: int) -> None:
    """The phone goes on for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class HostWarnings(logging.Handler):
    """What the host's own code complained of: log lines and exceptions out of Qt slots."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []
        logging.getLogger().addHandler(self)
        sys.excepthook = self._on_exception

    def emit(self, record: logging.LogRecord) -> None:
        cause = record.exc_info[1] if record.exc_info else None
        self.texts.append(
            f"{record.name}: {record.getMessage()}" + (f" {cause!r}" if cause else "")
        )

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.texts.append(f"exception: {error!r} {_last_place(trace)}")


def _last_place(trace: TracebackType | None) -> str:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""


class PhoneSession:
    """A phone over `data_dir` with one program of `folder` on it."""

    def __init__(self, data_dir: Path, folder: Path, prompter: Prompter | None = None) -> None:
        self.phone: Phone = build(Options(data_dir=data_dir), prompter, guard_ms=0)
        self.phone.window.show()
        self.phone.window.activateWindow()
        self.folder = folder
        self.entries: list[LogEntry] = []
        self.crashes: list[str] = []
        self.program: OpenProgram | None = None

    def start(self, page: str | None, seconds: float) -> bool:
        """Starts the program anew at `page`; whether its first page came within `seconds`."""
        if self.program is not None:
            self.phone.close_program(self.program.id)
        self.program = self.phone.open_folder(self.folder, page)
        self._take_what_was_said()
        self.program.screen.console.rowsInserted.connect(self._on_console_rows_inserted)
        self.program.view.crashed.connect(self.crashes.append)
        shown: list[bool] = []
        self.program.page_shown.connect(lambda: shown.append(True))
        return wait_until(lambda: bool(shown or self.crashes), seconds) and bool(shown)

    def relaunch(self, page: str) -> None:
        """Sends the running program to another page."""
        self.running.view.link.tell("open", f"/{page}")

    @property
    def running(self) -> OpenProgram:
        assert self.program is not None, "no program was started"
        return self.program

    def front(self) -> tuple[int, str]:
        """Number and path of the page in front; (0, "") when there is none or no answer."""
        found = self.evaluate(
            "(({page, path}) => [Number(page), path])"
            "(document.querySelector('.sheet[data-state=shown]').dataset)"
        )
        return (found[0], found[1]) if found else (0, "")

    def evaluate(self, script: str, seconds: float = 5) -> Any:
        """The JSON value of an expression in the top document; None when nothing answers."""
        answers: list[str] = []
        text = f"(() => {{ try {{ return JSON.stringify({script}) }} catch {{ return '' }} }})()"
        self.running.view.page().runJavaScript(text, answers.append)
        wait_until(lambda: bool(answers or self.crashes), seconds)
        with suppress(ValueError, TypeError, IndexError):
            return json.loads(answers[0])
        return None

    def settle(self, quiet_ms: int, most_ms: int) -> None:
        """Until the program has said nothing for a while."""
        heard, quiet = len(self.entries), 0
        for _ in range(0, most_ms, STEP_MS * 5):
            let_run(STEP_MS * 5)
            quiet = quiet + STEP_MS * 5 if len(self.entries) == heard else 0
            heard = len(self.entries)
            if quiet >= quiet_ms:
                return

    def dismiss_overlays(self) -> int:
        """Closes what lies over the page, as Esc does; how many there were."""
        overlays = open_overlays(self.running.screen)
        for overlay in reversed(overlays):
            overlay.reject()
        return len(overlays)

    def close(self) -> None:
        self.phone.close()
        self.phone.window.close()

    def _take_what_was_said(self) -> None:
        self.entries.extend(self.running.screen.console.entries)

    def _on_console_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.entries.extend(self.running.screen.console.entries[first : last + 1])
