"""A network and sockets that tell the log of traffic what they carry."""

from miniapp_host.devices.network import Cancel, Head, Network, Receiver, Request, Trouble
from miniapp_host.devices.sockets import Socket, SocketListener, SocketRequest, Sockets
from miniapp_host.devices.traffic import Exchange, Traffic

SWITCHED = 101
"""The status with which a server agrees to a WebSocket."""


class TracedNetwork:
    """Passes every request on to `beyond`, and tells `traffic` of it."""

    def __init__(self, beyond: Network, traffic: Traffic) -> None:
        self._beyond = beyond
        self._traffic = traffic

    def send(self, request: Request, receiver: Receiver) -> Cancel:
        exchange = self._traffic.begin(request)
        cancel = self._beyond.send(request, _TracedReceiver(receiver, exchange, self._traffic))

        def abort() -> None:
            self._traffic.abort(exchange)
            cancel()

        return abort


class _TracedReceiver:
    """Tells the log first, so that it is right when the receiver hears."""

    def __init__(self, receiver: Receiver, exchange: Exchange, traffic: Traffic) -> None:
        self._receiver = receiver
        self._exchange = exchange
        self._traffic = traffic

    def sent(self, count: int, total: int) -> None:
        self._receiver.sent(count, total)

    def head(self, head: Head) -> None:
        self._traffic.answer(self._exchange, head)
        self._receiver.head(head)

    def bytes(self, chunk: bytes) -> None:
        self._traffic.receive(self._exchange, chunk)
        self._receiver.bytes(chunk)

    def done(self) -> None:
        self._traffic.done(self._exchange)
        self._receiver.done()

    def failed(self, trouble: Trouble) -> None:
        self._traffic.fail(self._exchange, trouble)
        self._receiver.failed(trouble)


class TracedSockets:
    """Opens every socket through `beyond`, and tells `traffic` of it."""

    def __init__(self, beyond: Sockets, traffic: Traffic) -> None:
        self._beyond = beyond
        self._traffic = traffic

    def open(self, request: SocketRequest, listener: SocketListener) -> Socket:
        exchange = self._traffic.begin(request)
        traced = _TracedListener(listener, exchange, self._traffic)
        return _TracedSocket(self._beyond.open(request, traced), exchange, self._traffic)


class _TracedListener:
    def __init__(self, listener: SocketListener, exchange: Exchange, traffic: Traffic) -> None:
        self._listener = listener
        self._exchange = exchange
        self._traffic = traffic

    def opened(self) -> None:
        self._traffic.answer(self._exchange, Head(SWITCHED))
        self._listener.opened()

    def text(self, text: str) -> None:
        self._traffic.speak(self._exchange, text, sent=False)
        self._listener.text(text)

    def data(self, data: bytes) -> None:
        self._traffic.speak(self._exchange, data, sent=False)
        self._listener.data(data)

    def failed(self, trouble: Trouble) -> None:
        self._traffic.fail(self._exchange, trouble)
        self._listener.failed(trouble)

    def closed(self, code: int, reason: str) -> None:
        self._traffic.close(self._exchange, code, reason)
        self._listener.closed(code, reason)


class _TracedSocket:
    def __init__(self, socket: Socket, exchange: Exchange, traffic: Traffic) -> None:
        self._socket = socket
        self._exchange = exchange
        self._traffic = traffic

    @property
    def unsent(self) -> int:
        return self._socket.unsent

    def send(self, message: str | bytes) -> None:
        self._traffic.speak(self._exchange, message, sent=True)
        self._socket.send(message)

    def close(self, code: int, reason: str) -> None:
        self._socket.close(code, reason)

    def drop(self) -> None:
        self._traffic.abort(self._exchange)
        self._socket.drop()
