"""One `wx` call in flight, answered exactly once."""

import logging
import math
from collections.abc import Callable, Mapping
from enum import Enum
from typing import TypeVar

from miniapp_host.api.calls.journal import CallNote, How
from miniapp_host.api.calls.session import Session
from miniapp_host.permissions.prompts import shortened

Result = dict[str, object]
"""What a program gets back; `errMsg` is always there, `errno` where WeChat documents one."""

LONGEST_SHOWN = 2000
"""The most characters of a program's text that are shown; a text to be read may be longer."""

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Errno(Enum):
    """The general numbers of WeChat's errno table that are used here."""

    CANCEL = 1
    SYSTEM_PERMISSION = 3
    INTERNAL = 4
    TIMEOUT = 5
    NOT_SUPPORTED = 100
    AUTH_DENIED = 103
    AUTH_CANCELED = 104
    PARAMETER = 1001
    NETWORK = 600001
    DOMAIN = 600002
    INVALID_URL = 600009
    NOT_PERMITTED = 1300001
    NO_SUCH_FILE = 1300002
    FILE_READ_ONLY = 1300013
    BAD_DESCRIPTOR = 1300009
    NOT_A_DIRECTORY = 1300020
    IS_A_DIRECTORY = 1300021
    FILE_ARGUMENT = 1300022
    NAME_TOO_LONG = 1300036
    NOT_EMPTY = 1300066
    FILE_SYSTEM = 1300201
    STORAGE_FULL = 1300202
    BAD_ENCODING = 1300203
    FILE_EXISTS = 1301005
    UNZIP = 1301104
    NO_TEMPORARY_FILE = 1301112
    TOO_MANY_OPEN = 1302002
    INVALID_FLAG = 1302003
    BLUETOOTH_NOT_INIT = 1500101
    BLUETOOTH_NOT_AVAILABLE = 1500102


class CallError(Exception):
    """Raised by an endpoint instead of answering: the program's fault, told to the program.

    `err_code` is the number that some families had before errno; `how` tells the journal which
    condition was not met.
    """

    def __init__(
        self,
        reason: str,
        errno: Errno | None = None,
        err_code: int | None = None,
        how: How | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.errno = errno
        self.err_code = err_code
        self.how = how


class Call:
    """One call that is answered once: later answers, and those after closing, do nothing.

    `arguments` came from the program: any key may be absent, any value of any JSON type. What
    happens to the call stands in its `note`.
    """

    def __init__(
        self,
        note: CallNote,
        arguments: Mapping[str, object],
        session: Session,
        respond: Callable[[Result], None],
        barrier: "Callable[[Call, Callable[[], None]], None]",
    ) -> None:
        self.note = note
        self.name = note.name
        self.arguments = arguments
        self.session = session
        self._respond: Callable[[Result], None] | None = respond
        self._barrier = barrier
        self._check: Callable[[], None] | None = None

    @property
    def answered(self) -> bool:
        """Whether a further answer would have no effect."""
        return self._respond is None or not self.session.is_open

    def ok(self, result: Mapping[str, object] | None = None) -> None:
        """Answer with `result` and `X:ok`."""
        self._answer({**(result or {}), "errMsg": f"{self.name}:ok"})

    def fail(self, reason: str, errno: Errno | None = None, err_code: int | None = None) -> None:
        """Answer with `X:fail reason`; a reason that begins with a colon follows without space."""
        result = failure(self.name, reason, errno)
        self._answer(result if err_code is None else {**result, "errCode": err_code})

    def later(self, step: Callable[[T], None]) -> Callable[[T], None]:
        """`step` as a callback for the person's answer; it does nothing once this is answered.

        The dispatcher turns an error that `step` raises into the answer.
        """

        def go_on(value: T) -> None:
            if self._check is not None:
                self._check()
            step(value)

        def resumed(value: T) -> None:
            if not self.answered:
                self._barrier(self, lambda: go_on(value))

        return resumed

    def check_at_each_step(self, check: Callable[[], None]) -> None:
        """Have `check` run before each later step; a CallError that it raises is the answer."""
        self._check = check

    def check_like(self, other: "Call") -> None:
        """Have run before each later step what runs before the steps of `other`."""
        self._check = other._check

    def flag(self, name: str, default: bool = False) -> bool:
        """An optional Boolean argument; anything else counts as absent."""
        value = self.arguments.get(name)
        return value if isinstance(value, bool) else default

    def string(self, name: str, default: str = "") -> str:
        """An optional String argument; anything else counts as absent."""
        value = self.arguments.get(name)
        return value if isinstance(value, str) else default

    def shown(self, name: str, default: str = "", longest: int = LONGEST_SHOWN) -> str:
        """An optional String argument for the screen, with an ellipsis after `longest` characters.

        Qt lays a text out at once, which takes a third of a second for 100,000 characters.
        """
        return shortened(self.string(name, default), longest)

    def number(self, name: str, default: float) -> float:
        """An optional Number argument; anything else, and what is not finite, counts as absent."""
        value = self.arguments.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return default
        return value if isinstance(value, int) or math.isfinite(value) else default

    def _answer(self, result: Result) -> None:
        respond, self._respond = self._respond, None
        if respond is None:
            _log.debug("%s was answered already", self.name)
        elif self.session.is_open:
            self.note.answered(result)
            respond(result)


def failure(name: str, reason: str, errno: Errno | None = None) -> Result:
    """The failing result of a call named `name`."""
    message = f"{name}:fail{reason}" if reason.startswith(":") else f"{name}:fail {reason}"
    return {"errMsg": message} if errno is None else {"errMsg": message, "errno": errno.value}
