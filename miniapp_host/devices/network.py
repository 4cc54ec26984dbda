"""The phone's way into the network: requests, the parts of an answer, and the ways it fails.

`phone.qt_network` is the real one, `devices.fixtures` answers from a file; both come in pieces.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from miniapp_host.devices.gate import Gate

Cancel = Callable[[], None]


def _anywhere(_request: "Request") -> bool:
    return True


class Purpose(Enum):
    """What is asked for: a call of a program's (the value is its name), or what pages show."""

    REQUEST = "request"
    DOWNLOAD = "downloadFile"
    UPLOAD = "uploadFile"
    SOCKET = "connectSocket"
    CLOUD = "cloud"
    SHOWN = "page"


@dataclass(frozen=True)
class Request:
    """One HTTP request; `picture` says that whoever asks can use nothing but a picture.

    `timeout` is in seconds, over the whole of it. `url` begins with http:, https: or cloud:.
    `program` is the id of the program that asks; empty if the phone itself does.
    """

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    timeout: float = 60.0
    follow_redirects: bool = True
    may_lead_to: "Callable[[Request], bool]" = field(default=_anywhere, compare=False, repr=False)
    """Whether a redirect may be followed with the request given."""
    picture: bool = False
    purpose: Purpose = Purpose.SHOWN
    program: str = ""
    gate: Gate = field(default_factory=Gate, compare=False, repr=False)
    """Shut while no more of the answer's body is wanted."""


@dataclass(frozen=True)
class Head:
    """Status and headers of an answer; `headers` are as sent, one name may occur more than once.

    `played_by` names the fixture that answered; it is empty for an answer of the real network.
    `reached` is the address that answered if redirects led to it, else empty.
    """

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    played_by: str = ""
    reached: str = ""

    def header(self, name: str, default: str = "") -> str:
        """The first value of a header, whatever its case."""
        return next((v for k, v in self.headers if k.lower() == name.lower()), default)


class Trouble(Enum):
    """Why there is no answer; the value is the word of Chromium's network stack for it."""

    TIMEOUT = (-7, "ERR_TIMED_OUT")
    REFUSED = (-102, "ERR_CONNECTION_REFUSED")
    CLOSED = (-100, "ERR_CONNECTION_CLOSED")
    UNKNOWN_HOST = (-105, "ERR_NAME_NOT_RESOLVED")
    OFFLINE = (-106, "ERR_INTERNET_DISCONNECTED")
    UNSAFE = (-200, "ERR_CERT_COMMON_NAME_INVALID")
    REDIRECTS = (-310, "ERR_TOO_MANY_REDIRECTS")
    INVALID_REDIRECT = (-303, "ERR_INVALID_REDIRECT")
    UNSAFE_REDIRECT = (-311, "ERR_UNSAFE_REDIRECT")
    BLOCKED = (-20, "ERR_BLOCKED_BY_CLIENT")
    """A redirect leads to where the request may not."""
    TOO_LARGE = (-8, "ERR_FILE_TOO_BIG")
    OTHER = (-2, "ERR_FAILED")


class Receiver(Protocol):
    """Hears of one request: sent…, head, bytes…, then done or failed; nothing after a cancel."""

    def sent(self, count: int, total: int) -> None: ...
    def head(self, head: Head) -> None: ...
    def bytes(self, chunk: bytes) -> None: ...
    def done(self) -> None: ...
    def failed(self, trouble: Trouble) -> None: ...


class Network(Protocol):
    """Carries requests; never calls back before `send` has returned."""

    def send(self, request: Request, receiver: Receiver) -> Cancel:
        """Start the request; the result cancels it, without a callback, at any time."""
        ...


@dataclass(frozen=True)
class Download:
    """A whole answer; if there was none, `trouble` is set instead of head and body."""

    head: Head = field(default_factory=lambda: Head(0))
    body: bytes = b""
    trouble: Trouble | None = None


class Collector:
    """A receiver that keeps the body in memory and tells once, at the end."""

    def __init__(self, on_end: Callable[[Download], None]) -> None:
        self._on_end = on_end
        self._head = Head(0)
        self._body = bytearray()

    def sent(self, count: int, total: int) -> None:
        """Does nothing: progress of sending is not collected."""

    def head(self, head: Head) -> None:
        self._head = head

    def bytes(self, chunk: bytes) -> None:
        self._body += chunk

    def done(self) -> None:
        self._on_end(Download(self._head, bytes(self._body)))

    def failed(self, trouble: Trouble) -> None:
        self._on_end(Download(trouble=trouble))
