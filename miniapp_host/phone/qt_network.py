"""The phone's network on Qt's: no cookies, no cache, no questions, HTTP and HTTPS only.

Redirects are answers here. Qt's own following is not sound: it asks twice, loses bodies, and
forgets how much it may read ahead.
"""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMetaObject, QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from miniapp_host.devices.network import Cancel, Head, Receiver, Request, Trouble

_READ_BUFFER = 1 << 20
"""The bytes that Qt reads ahead of us; without a limit it reads what the server sends."""

_SCHEMES = frozenset({"http", "https"})

_ERROR = QNetworkReply.NetworkError
_ATTRIBUTE = QNetworkRequest.Attribute
_TROUBLES = {
    _ERROR.ConnectionRefusedError: Trouble.REFUSED,
    _ERROR.RemoteHostClosedError: Trouble.CLOSED,
    _ERROR.HostNotFoundError: Trouble.UNKNOWN_HOST,
    _ERROR.TimeoutError: Trouble.TIMEOUT,
    _ERROR.SslHandshakeFailedError: Trouble.UNSAFE,
    _ERROR.TemporaryNetworkFailureError: Trouble.OFFLINE,
    _ERROR.NetworkSessionFailedError: Trouble.OFFLINE,
}


class QtNetwork(QObject):
    """Implements `devices.network.Network`; requests under way end with it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._access = QNetworkAccessManager(self)
        # Reply and exchange refer to each other only: without this set Python collects both while
        # they run.
        self._under_way: set[_Exchange] = set()

    def send(self, request: Request, receiver: Receiver) -> Cancel:
        verb, body = request.method.encode("ascii", "replace"), QByteArray(request.body or b"")
        if request.body is None:
            reply = self._access.sendCustomRequest(_asked(request), verb)
        else:
            reply = self._access.sendCustomRequest(_asked(request), verb, body)
        exchange = _Exchange(reply, request, receiver, self._under_way.discard)
        self._under_way.add(exchange)
        return exchange.cancel


class _Exchange(QObject):
    """One request and its reply; both are deleted after the last callback."""

    def __init__(
        self,
        reply: QNetworkReply,
        request: Request,
        receiver: Receiver,
        on_over: "Callable[[_Exchange], None]",
    ) -> None:
        super().__init__(reply)
        self._on_over = on_over
        self._reply = reply
        self._receiver: Receiver | None = receiver
        self._headed = False
        self._gate = request.gate
        self._gate.when_opened(self._on_reply_ready_read)
        self._bound_buffer()
        # Qt begins to send a body in the next turn, and forgets by then what it was told before.
        QMetaObject.invokeMethod(self, "_bound_buffer", Qt.ConnectionType.QueuedConnection)
        reply.metaDataChanged.connect(self._on_reply_meta_data_changed)
        reply.uploadProgress.connect(self._on_reply_upload_progress)
        reply.readyRead.connect(self._on_reply_ready_read)
        reply.finished.connect(self._on_reply_finished)
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.timeout.connect(self._on_deadline_timeout)
        self._deadline.start(round(request.timeout * 1000))

    def cancel(self) -> None:
        """End the request without a further callback."""
        if self._receiver is not None:
            self._finish()
            self._abort()

    @Slot()
    def _bound_buffer(self) -> None:
        """Keep what is not read yet within `_READ_BUFFER`."""
        self._reply.setReadBufferSize(_READ_BUFFER)

    def _finish(self) -> Receiver | None:
        """The receiver for the last callback; None if it had one."""
        receiver, self._receiver = self._receiver, None
        if receiver is not None:
            self._deadline.stop()
            self._gate.when_opened(None)
            self._reply.deleteLater()
            self._on_over(self)
        return receiver

    def _on_reply_upload_progress(self, count: int, total: int) -> None:
        if self._receiver is not None and total > 0:
            self._receiver.sent(count, total)

    def _on_reply_meta_data_changed(self) -> None:
        if self._has_head():
            self._pass_head_on()

    def _on_reply_ready_read(self) -> None:
        if self._has_head() and self._gate.is_open:
            self._pass_on()

    def _on_reply_finished(self) -> None:
        """Passes on the end; an answer with an HTTP error status is an answer."""
        if self._receiver is None:
            return
        if self._has_head() and not self._broke_off():
            self._pass_on()
            receiver = self._finish()
            if receiver is not None:
                receiver.done()
        else:
            self._fail(_TROUBLES.get(self._reply.error(), Trouble.OTHER))

    def _on_deadline_timeout(self) -> None:
        self._fail(Trouble.TIMEOUT)
        self._abort()

    def _abort(self) -> None:
        """Ends the reply, unless it has failed and is about to say so: Qt complains of that."""
        if self._reply.error() is _ERROR.NoError:
            self._reply.abort()

    def _fail(self, trouble: Trouble) -> None:
        receiver = self._finish()
        if receiver is not None:
            receiver.failed(trouble)

    def _has_head(self) -> bool:
        return self._reply.attribute(_ATTRIBUTE.HttpStatusCodeAttribute) is not None

    def _broke_off(self) -> bool:
        """Whether the connection failed: Qt's codes below 200; those above speak of the answer."""
        return 0 < self._reply.error().value < _ERROR.ContentAccessDenied.value

    def _pass_head_on(self) -> None:
        if self._receiver is not None and not self._headed:
            self._headed = True
            self._receiver.head(_head_of(self._reply))

    def _pass_on(self) -> None:
        self._pass_head_on()
        if self._receiver is None:  # the head was enough
            return
        chunk = bytes(self._reply.readAll().data())
        if chunk:
            self._receiver.bytes(chunk)


def _asked(request: Request) -> QNetworkRequest:
    url = QUrl(request.url)
    # Qt would ask sockets of this computer, too (`unix+http:`); of no address it says so.
    asked = QNetworkRequest(url if url.scheme() in _SCHEMES else QUrl())
    for name, value in request.headers.items():
        asked.setRawHeader(QByteArray(name.encode()), QByteArray(value.encode()))
    manual = QNetworkRequest.LoadControl.Manual
    for attribute in (
        _ATTRIBUTE.CookieLoadControlAttribute,
        _ATTRIBUTE.CookieSaveControlAttribute,
        _ATTRIBUTE.AuthenticationReuseAttribute,
    ):
        asked.setAttribute(attribute, manual)
    by_hand = QNetworkRequest.RedirectPolicy.ManualRedirectPolicy
    asked.setAttribute(_ATTRIBUTE.RedirectPolicyAttribute, by_hand)
    return asked


def _head_of(reply: QNetworkReply) -> Head:
    """Status and headers; Qt joins headers of one name by line breaks (Set-Cookie) or commas."""
    headers = []
    for pair in reply.rawHeaderPairs():
        name = bytes(pair[0].data()).decode("latin-1")
        for value in bytes(pair[1].data()).decode("utf-8", "replace").split("\n"):
            headers.append((name, value))
    return Head(int(reply.attribute(_ATTRIBUTE.HttpStatusCodeAttribute)), tuple(headers))
