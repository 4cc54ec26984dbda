"""The other end of `LocalServer`: asks a running phone and waits for its answer."""

import time
from collections.abc import Mapping
from itertools import count

from PySide6.QtNetwork import QLocalSocket

from miniapp_host.automation.requests import request_line, result_of
from miniapp_host.automation.verb_error import VerbError
from miniapp_host.texts import Sentence

ANSWER_SECONDS = 30.0
"""Seconds for which an answer is waited for; opening a program on a busy machine takes several."""

_GLANCE_MS = 200
"""Python hears of Ctrl+C only between two waits of Qt's."""


class LocalLine:
    """A line to the phone at `address`; needs no event loop."""

    def __init__(self, address: str) -> None:
        self._socket = QLocalSocket()
        self._address = address
        self._numbers = count(1)

    def connect_within(self, seconds: float) -> bool:
        """Whether a phone has answered the call."""
        self._socket.connectToServer(self._address)
        return self._socket.waitForConnected(_milliseconds(seconds))

    def ask(
        self, method: str, params: Mapping[str, object], seconds: float = ANSWER_SECONDS
    ) -> object:
        """The result of `method`; raises VerbError if the phone refuses or is silent.

        What waits by itself, for as many seconds as its parameter "timeout" says, has them on top.
        """
        self._socket.write(request_line(next(self._numbers), method, params))
        own = params.get("timeout")
        end = time.monotonic() + seconds + (own if isinstance(own, int | float) else 0)
        while not self._socket.canReadLine():
            self._socket.waitForReadyRead(_GLANCE_MS)
            gone = self._socket.state() is QLocalSocket.LocalSocketState.UnconnectedState
            if gone or time.monotonic() > end:
                raise VerbError(Sentence("The running phone does not answer."))
        return result_of(bytes(self._socket.readLine().data()))

    def close(self) -> None:
        """Hang up."""
        self._socket.abort()


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
