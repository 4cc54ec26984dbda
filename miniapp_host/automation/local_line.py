"""The other end of `LocalServer`: asks a running phone and waits for its answer."""

import time
from collections.abc import Mapping
from itertools import count

from PySide6.QtNetwork import QLocalSocket

from miniapp_host.automation.requests import request_line, result_of
from miniapp_host.automation.verb_error import HungUpError, VerbError
from miniapp_host.texts import Sentence

ANSWER_SECONDS = 30.0
"""Seconds for which an answer is waited for; opening a program on a busy machine takes several."""

_SILENCE = Sentence("The running phone does not answer.")
_GLANCE_MS = 200
"""Python hears of Ctrl+C only between two waits of Qt's."""


class LocalLine:
    """A line to the phone at `address`; needs no event loop."""

    def __init__(self, address: str) -> None:
        self._socket = QLocalSocket()
        self._address = address
        self._numbers = count(1)

    def connect_within(self, seconds: float) -> bool:
        """Whether somebody listens at the address; False at once if nobody does."""
        self._socket.connectToServer(self._address)
        return self._socket.waitForConnected(_milliseconds(seconds))

    def ask(
        self, method: str, params: Mapping[str, object], seconds: float = ANSWER_SECONDS
    ) -> object:
        """The result of `method`; raises VerbError if the phone refuses or is silent.

        Raises HungUpError if the phone ends the connection instead. What waits by itself, for as
        many seconds as its parameter "timeout" says, has them on top.
        """
        self._socket.write(request_line(next(self._numbers), method, params))
        own = params.get("timeout")
        end = time.monotonic() + seconds + (own if isinstance(own, int | float) else 0)
        while not self._socket.canReadLine():
            self._socket.waitForReadyRead(_GLANCE_MS)
            if self._has_ended():
                raise HungUpError(_SILENCE)
            if time.monotonic() > end:
                raise VerbError(_SILENCE)
        return result_of(bytes(self._socket.readLine().data()))

    def _has_ended(self) -> bool:
        """Whether the phone has hung up and all that it had said was read."""
        gone = self._socket.state() is QLocalSocket.LocalSocketState.UnconnectedState
        return gone and not self._socket.canReadLine()

    def close(self) -> None:
        """Hang up."""
        self._socket.abort()


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
