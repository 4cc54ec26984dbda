"""One network call under way: what the program's task object hears, and how the call ends."""

import base64
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import IO, TypeVar

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.session import Session
from miniapp_host.api.network.domains import outside_the_list
from miniapp_host.devices.network import (
    Cancel,
    Collector,
    Download,
    Head,
    Network,
    Request,
    Trouble,
)

EVENT = "networkTask"
"""The event that carries `{task, event, detail}` to the task object of that number."""

_MOST_IN_MEMORY = 1 << 20

T = TypeVar("T")


def _new_body() -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(_MOST_IN_MEMORY)


@dataclass(frozen=True)
class Wishes:
    """What a kind of call wants to hear: progress of sending or receiving, pieces of the body."""

    sent: bool = False
    received: bool = False
    chunks: bool = False


@dataclass(frozen=True)
class Answer:
    """A whole answer; `body` is a file that stands at its start, a large one lies on disk."""

    head: Head
    body: IO[bytes]


@dataclass
class NetworkTask:
    """Receives one answer; `on_end` gets it whole, unless the call failed or was aborted."""

    call: Call
    wishes: Wishes
    on_end: Callable[[Answer], None]
    on_over: Callable[[], None] | None
    cancel: Cancel | None = None
    _head: Head = field(default_factory=lambda: Head(0))
    _body: IO[bytes] | None = None
    _written: int = 0

    def sent(self, count: int, total: int) -> None:
        if self.wishes.sent:
            sizes = {"totalBytesSent": count, "totalBytesExpectedToSend": total}
            self._tell("progressUpdate", {"progress": _percent(count, total), **sizes})

    def head(self, head: Head) -> None:
        self._head = head
        self._tell("headersReceived", described(head))

    def _take_body(self) -> IO[bytes]:
        """What has come; it belongs to the caller, so that it goes with the answer."""
        body, self._body = self._body, None
        return body or BytesIO()

    def bytes(self, chunk: bytes) -> None:
        self._written += len(chunk)
        if self.wishes.chunks:
            self._tell("chunkReceived", {"bytes": base64.b64encode(chunk).decode("ascii")})
        else:
            self._body = self._body or _new_body()
            self._body.write(chunk)
            self._tell_received()

    def done(self) -> None:
        self._leave()
        with self._take_body() as body:
            body.seek(0)
            self.on_end(Answer(self._head, body))

    def failed(self, trouble: Trouble) -> None:
        self._leave()
        self._take_body().close()
        failure = network_failure(trouble)
        self.call.fail(failure.reason, failure.errno)

    def stop(self, reason: str) -> None:
        """Cancel the task; the call fails for this reason."""
        cancel = self._leave()
        if cancel is not None:
            cancel()
            self._take_body().close()
            self.call.fail(reason)

    def _leave(self) -> Cancel | None:
        """How it is cancelled, if it was not over; what is over is referred to by nobody."""
        cancel, self.cancel = self.cancel, None
        on_over, self.on_over = self.on_over, None
        if on_over is not None:
            on_over()
        return cancel

    def _tell_received(self) -> None:
        length = self._head.header("content-length")
        if not self.wishes.received or not length.isdecimal():
            return
        total = max(int(length), self._written)
        sizes = {"totalBytesWritten": self._written, "totalBytesExpectedToWrite": total}
        self._tell("progressUpdate", {"progress": _percent(self._written, total), **sizes})

    def _tell(self, event: str, detail: Mapping[str, object]) -> None:
        number = self.call.arguments.get("taskId")
        if isinstance(number, int):
            told = {"task": number, "event": event, "detail": dict(detail)}
            self.call.session.emit(EVENT, told)


def fetch(
    session: Session, network: Network, request: Request, on_end: Callable[[Download], None]
) -> None:
    """Get a whole answer, as long as the program is open."""

    def ended(download: Download) -> None:
        forget()
        on_end(download)

    sent = replace(request, program=session.program)
    forget = session.when_closed(network.send(sent, Collector(ended)))


def described(head: Head) -> dict[str, object]:
    """Status, headers and cookies as programs get them; equal headers are joined by commas."""
    headers: dict[str, str] = {}
    names: dict[str, str] = {}
    for name, value in head.headers:
        known = names.setdefault(name.lower(), name)
        headers[known] = f"{headers[known]},{value}" if known in headers else value
    cookies = [value for name, value in head.headers if name.lower() == "set-cookie"]
    return {"statusCode": head.status, "header": headers, "cookies": cookies}


def network_failure(trouble: Trouble) -> CallError:
    """The reason of the failure in the phone's words."""
    if trouble is Trouble.TIMEOUT:
        return CallError("timeout", Errno.TIMEOUT)
    if trouble is Trouble.TOO_LARGE:
        return CallError("exceed max file size", Errno.NETWORK)
    if trouble is Trouble.BLOCKED:
        return outside_the_list()
    number, name = trouble.value
    codes = f"errcode:{number} cronet_error_code:{number}"
    return CallError(f"{codes} error_msg:net::{name}", Errno.NETWORK)


def _percent(count: int, total: int) -> int:
    return 100 if total <= 0 else min(100, count * 100 // total)
