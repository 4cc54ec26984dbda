"""wx.connectSocket and what its SocketTask does; the service numbers the tasks (`taskId`).

The event `socketTask` carries `{task, event, detail}`: open, message, error and close.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import DATA, Endpoint, Parameter
from miniapp_host.api.calls.session import Session
from miniapp_host.api.files.file_encodings import sent_bytes
from miniapp_host.api.network.domains import DomainRule
from miniapp_host.api.network.network_task import network_failure
from miniapp_host.api.network.web_request import checked_url, sent_headers, timeout
from miniapp_host.devices.network import Trouble
from miniapp_host.devices.sockets import Socket, SocketRequest, Sockets

EVENT = "socketTask"
NORMAL_CLOSURE = 1000
MOST_SOCKETS = 5
MOST_UNSENT = 32 * 1024 * 1024
"""The bytes that may wait for a server that does not read."""
_NOT_OPEN = "SocketTask.readyState is not OPEN"


@dataclass
class SocketTask:
    """One connection of a program, and the events of it that the program hears."""

    session: Session
    number: object
    is_open: bool = False
    socket: Socket | None = None

    def opened(self) -> None:
        self.is_open = True
        self._tell("open", {"header": {}})

    def text(self, text: str) -> None:
        self._tell("message", {"data": text})

    def data(self, data: bytes) -> None:
        self._tell("message", {"bytes": base64.b64encode(data).decode("ascii")})

    def failed(self, trouble: Trouble) -> None:
        self._tell("error", {"errMsg": network_failure(trouble).reason})

    def closed(self, code: int, reason: str) -> None:
        self.is_open = False
        self.socket = None
        self._tell("close", {"code": code, "reason": reason})

    def drop(self) -> None:
        """End the connection because its program is closed."""
        socket, self.socket = self.socket, None
        if socket is not None:
            socket.drop()

    def _tell(self, event: str, detail: Mapping[str, object]) -> None:
        self.session.emit(EVENT, {"task": self.number, "event": event, "detail": dict(detail)})


class SocketCalls:
    """Keeps the connections of every open program."""

    def __init__(self, sockets: Sockets, domains: DomainRule) -> None:
        self._sockets = sockets
        self._domains = domains
        self._tasks: dict[Session, dict[object, SocketTask]] = {}

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        return (
            Endpoint("connectSocket", self.connect, parameters=(Parameter("url"),)),
            Endpoint("sendSocketMessage", self.send, long=DATA),
            Endpoint("closeSocket", self.close),
        )

    def connect(self, call: Call) -> None:
        """Begin to connect and succeed; the task hears whether it worked.

        Raises CallError for a wrong URL, an unlisted domain or too many connections.
        """
        url = checked_url(call, ("ws", "wss"))
        session = call.session
        headers, protocols = sent_headers(call), _protocols(call)
        asked = SocketRequest(url, headers, protocols, timeout(call), session.program)
        self._domains.check(call, asked)
        tasks = self._tasks_of(session)
        if len(tasks) >= MOST_SOCKETS:
            raise CallError("exceed max task count", Errno.NETWORK)
        task = SocketTask(session, call.arguments.get("taskId"))
        task.socket = self._sockets.open(asked, task)
        tasks[task.number] = task
        call.ok({"socketTaskId": task.number})

    def send(self, call: Call) -> None:
        """Send a text or bytes.

        Raises CallError if the task is not open, or too much waits for its server already.
        """
        task = self._tasks_of(call.session).get(call.arguments.get("taskId"))
        if task is None or task.socket is None or not task.is_open:
            raise CallError(_NOT_OPEN)
        if task.socket.unsent > MOST_UNSENT:
            raise CallError("exceed max send buffer size", Errno.NETWORK)
        raw = sent_bytes(call.arguments)
        task.socket.send(call.string("data") if raw is None else raw)
        call.ok()

    def close(self, call: Call) -> None:
        """Close with `code` and `reason`; raises CallError if the task is not open."""
        task = self._tasks_of(call.session).get(call.arguments.get("taskId"))
        if task is None or task.socket is None:
            raise CallError(_NOT_OPEN)
        task.is_open = False
        task.socket.close(_code(call), call.string("reason")[:120])
        call.ok()

    def _tasks_of(self, session: Session) -> dict[object, SocketTask]:
        """The program's tasks that are not closed; they are dropped when it closes."""
        if session not in self._tasks:
            self._tasks[session] = {}
            session.when_closed(lambda: self._drop(session))
        tasks = self._tasks[session]
        for number in [number for number, task in tasks.items() if task.socket is None]:
            del tasks[number]
        return tasks

    def _drop(self, session: Session) -> None:
        for task in self._tasks.pop(session, {}).values():
            task.drop()


def _protocols(call: Call) -> tuple[str, ...]:
    given = call.arguments.get("protocols")
    return tuple(one for one in given if isinstance(one, str)) if isinstance(given, list) else ()


def _code(call: Call) -> int:
    code = int(call.number("code", NORMAL_CLOSURE))
    return code if code == NORMAL_CLOSURE or 3000 <= code <= 4999 else NORMAL_CLOSURE
