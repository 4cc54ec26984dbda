"""One open program, as the calls it makes see it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from miniapp_host.api.calls.screen import Screen
from miniapp_host.devices.clock import Clock
from miniapp_host.permissions.decisions import Subject
from miniapp_host.programs.boot import FROM_HOME, Arrival
from miniapp_host.programs.files import ProgramFiles
from miniapp_host.programs.package import Package
from miniapp_host.programs.storage import ProgramStorage
from miniapp_host.texts import Sentence, Texts
from miniapp_host.watchers import Watchers

TAP_LIFE = 5.0
"""Seconds during which a tap counts, so that it survives the asynchronous hops after it."""


class Taps:
    """The person's last tap on an element of the program that reacts to taps."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last: float | None = None

    def record(self) -> None:
        """Note a tap; callers must be sure that the person made it."""
        self._last = self._clock.now()

    def fresh(self) -> bool:
        """Whether there is a tap that is recent and not spent."""
        return self._last is not None and 0 <= self._clock.now() - self._last <= TAP_LIFE

    def spend(self) -> bool:
        """Use up the tap; True if there was a fresh one."""
        was_fresh = self.fresh()
        self._last = None
        return was_fresh


@dataclass(frozen=True)
class Launch:
    """How the program was entered; `path` without a leading slash."""

    path: str = ""
    query: Mapping[str, str] = field(default_factory=dict)
    arrival: Arrival = FROM_HOME


class Session:
    """Exists while the program is open; after `close` nothing reaches the program.

    `texts` say what the phone itself says to the person, in their language.
    `emit(event_name, detail)` reaches the program's listeners, `log(level, text)` its console,
    levels as in JavaScript: "log", "info", "warn", "error".
    """

    def __init__(
        self,
        *,
        subject: Subject,
        package: Package,
        files: ProgramFiles,
        storage: ProgramStorage,
        screen: Screen,
        taps: Taps,
        texts: Texts,
        emit: Callable[[str, Mapping[str, object]], None],
        log: Callable[[str, Sentence], None],
        launch: Launch | None = None,
    ) -> None:
        self.subject = subject
        self.package = package
        self.files = files
        self.storage = storage
        self.screen = screen
        self.taps = taps
        self.texts = texts
        self.launch = launch or Launch()
        self.entered = self.launch
        """The way in which the program last came to the front from outside."""
        self.page = self.launch.path
        """The page in front, as path?query."""
        self.in_front = True
        self._emit = emit
        self._log = log
        self._open = True
        self._said: set[str] = set()
        self._closing: Watchers[Session] = Watchers()

    @property
    def program(self) -> str:
        """The program's id."""
        return self.subject.program

    @property
    def version(self) -> str:
        """develop, trial or release."""
        return self.subject.version

    @property
    def is_open(self) -> bool:
        """Whether the program still listens."""
        return self._open

    def emit(self, event_name: str, detail: Mapping[str, object]) -> None:
        """Send an event to the program; it has no effect after `close`."""
        if self._open:
            self._emit(event_name, detail)

    def log(self, level: str, text: Sentence) -> None:
        """Write to the program's console; it has no effect after `close`."""
        if self._open:
            self._log(level, text)

    def log_once(self, level: str, text: Sentence) -> None:
        """Writes to the program's console unless the same text stood there before."""
        if text not in self._said:
            self._said.add(text)
            self.log(level, text)

    def when_closed(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back once when the program closes; the returned function takes that back."""
        return self._closing.watch(lambda _: callback())

    def close(self) -> None:
        """End all answers, events and log lines; a second call does nothing."""
        self._open = False
        closing, self._closing = self._closing, Watchers()
        closing.announce(self)
