"""Opens the pages of one program after the other and tells what came of each.

A page that hangs or crashes its renderer is told like any other; the next one gets a fresh start.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from miniapp_host.phone.phone import Phone
from miniapp_host.phone.program import OpenProgram
from miniapp_host.shell.console.console_model import Level, LogEntry
from miniapp_host.shell.kit.overlay import open_overlays
from miniapp_host.texts import ToldError

LOOK_MS = 50
QUIET_MS = 200
MOST_QUIET_MS = 1500


class Outcome(Enum):
    """The result of opening a page."""

    OPENED = "opened"
    LED_ON = "led on"
    """Another page was in front in the end."""
    HUNG = "hung"
    CRASHED = "crashed"
    REFUSED = "refused"
    """The program could not be started at all."""


@dataclass(frozen=True)
class PageVisit:
    """One page opened once; `front` is the page that was in front in the end."""

    page: str
    outcome: Outcome
    ms: int
    front: str = ""
    entries: tuple[LogEntry, ...] = ()
    """The console's entries while the page was open."""
    before: str = ""
    """The page that was left for this one; entries that it logs while it ends are among these."""
    how: str = ""
    """The kind of crash, or the reason of a refusal."""


@dataclass
class _Turn:
    """The page being opened, and what was heard of it."""

    page: str
    fresh: bool
    began: float = field(default_factory=time.monotonic)
    number_before: int = 0
    front: str = ""
    heard: int = 0
    quiet_ms: int = 0
    waited_ms: int = 0


class PageOpener(QObject):
    """Opens the `pages` of the program in `folder`; each gets `limit` seconds."""

    page_opening = Signal(str)
    page_settled = Signal(str)
    """The page is in front and logs nothing any more."""
    page_visited = Signal(object)
    """A PageVisit, once for each page."""
    program_stopped = Signal(str)
    """The page opened, but the program stopped answering afterwards, as the next page showed."""
    finished = Signal()

    def __init__(
        self,
        phone: Phone,
        folder: Path,
        pages: Iterable[str],
        limit: float,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.program: OpenProgram | None = None
        self._phone = phone
        self._folder = folder
        self._waiting = deque(pages)
        self._entries: list[LogEntry] = []
        self._fresh = True
        self._number = 0
        self._before = ""
        self._suspect = ""
        self._turn: _Turn | None = None
        self._limit = self._timer(self._on_limit_timeout, round(limit * 1000), once=True)
        self._look = self._timer(self._on_look_timeout, LOOK_MS)

    def start(self) -> None:
        """Begin; the results come as signals."""
        QTimer.singleShot(0, self._next)

    def _timer(self, slot: Callable[[], None], interval: int, *, once: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(once)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    # Opening

    def _next(self) -> None:
        if not self._waiting:
            self._close_program()
            self.finished.emit()
            return
        page = self._waiting.popleft()
        self.page_opening.emit(page)
        self._open(_Turn(page, self._fresh, number_before=0 if self._fresh else self._number))

    def _open(self, turn: _Turn) -> None:
        self._turn = turn
        self._entries.clear()
        self._limit.start()
        if not turn.fresh and self.program is not None:
            self.program.view.link.tell("open", f"/{turn.page.lstrip('/')}")
            return
        self._close_program()
        self._number = 0
        try:
            self.program = self._phone.open_folder(self._folder, turn.page)
        except ToldError as error:
            self._end(Outcome.REFUSED, error.sentence)
            return
        self._entries.extend(self.program.screen.console.entries)
        self.program.screen.console.rowsInserted.connect(self._on_console_rows_inserted)
        self.program.page_ready.connect(self._on_program_page_ready)
        self.program.view.crashed.connect(self._on_view_crashed)

    def _close_program(self) -> None:
        if self.program is not None:
            self._phone.close_program(self.program.id)
            self.program = None

    def _when_view_answers(self, on_answer: Callable[[_Turn], None]) -> None:
        """Calls `on_answer` unless the view hangs or the turn is over by then."""
        turn, program = self._turn, self.program
        if turn is None or program is None:
            return

        def answered(_result: object) -> None:
            if turn is self._turn:
                on_answer(turn)

        program.view.page().runJavaScript("0", answered)

    # What happens

    def _on_console_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self.program is not None:
            self._entries.extend(self.program.screen.console.entries[first : last + 1])

    def _on_program_page_ready(self, number: int) -> None:
        """The page is there and may say what it has to.

        What was drawn late of the page before has no greater number than what was seen of it.
        """
        turn = self._turn
        if turn is None or number <= turn.number_before:
            return
        self._number = max(self._number, number)
        turn.heard, turn.quiet_ms, turn.waited_ms = len(self._entries), 0, 0
        self._look.start()

    def _on_look_timeout(self) -> None:
        turn = self._turn
        if turn is None:
            self._look.stop()
            return
        said = len(self._entries) != turn.heard
        turn.heard = len(self._entries)
        turn.quiet_ms = 0 if said else turn.quiet_ms + LOOK_MS
        turn.waited_ms += LOOK_MS
        if turn.quiet_ms >= QUIET_MS or turn.waited_ms >= MOST_QUIET_MS:
            self._look.stop()
            self._when_view_answers(self._arrive)

    def _arrive(self, turn: _Turn) -> None:
        assert self.program is not None
        turn.front = self.program.page.partition("?")[0]
        self.page_settled.emit(turn.page)
        self._dismiss_overlays()
        meant = turn.page.partition("?")[0].strip("/")
        self._end(Outcome.OPENED if turn.front == meant else Outcome.LED_ON)

    def _on_limit_timeout(self) -> None:
        if self._turn is not None:
            self._fail(self._turn, Outcome.HUNG)

    def _on_view_crashed(self, how: str) -> None:
        if self._turn is not None:
            self._fail(self._turn, Outcome.CRASHED, how)
        else:
            self._fresh = True

    def _fail(self, turn: _Turn, outcome: Outcome, how: str = "") -> None:
        """Tries the page again on a fresh start, where an earlier page cannot be the cause."""
        if turn.fresh:
            self._end(outcome, how)
            return
        self._turn = None
        self._limit.stop()
        self._look.stop()
        self._fresh = True
        self._suspect = self._before
        self._waiting.appendleft(turn.page)
        QTimer.singleShot(0, self._next)

    def _end(self, outcome: Outcome, how: str = "") -> None:
        turn, self._turn = self._turn, None
        if turn is None:
            return
        self._limit.stop()
        self._look.stop()
        visit = PageVisit(
            page=turn.page,
            outcome=outcome,
            ms=round((time.monotonic() - turn.began) * 1000),
            front=turn.front,
            entries=tuple(self._entries),
            before="" if turn.fresh else self._before,
            how=how,
        )
        self._fresh = outcome not in (Outcome.OPENED, Outcome.LED_ON)
        if self._suspect and not self._fresh:
            self.program_stopped.emit(self._suspect)
        self._suspect, self._before = "", turn.page
        self.page_visited.emit(visit)
        QTimer.singleShot(0, self._next)

    def _dismiss_overlays(self) -> None:
        """Closes what lies over the page, as Esc does."""
        if self.program is not None:
            for overlay in reversed(open_overlays(self.program.screen)):
                overlay.reject()


def errors_of(visit: PageVisit) -> tuple[LogEntry, ...]:
    """The errors in the program's own script, each once."""
    seen: dict[tuple[str, str, int | None], LogEntry] = {}
    for one in visit.entries:
        if one.level is Level.ERROR:
            seen.setdefault((one.text, one.file, one.line), one)
    return tuple(seen.values())
