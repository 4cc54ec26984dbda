"""Makes a phone reachable from outside, once it is on the screen.

Nothing of it delays a start, and an idle phone that nobody calls has no QtNetwork.
"""

import logging
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from miniapp_host.automation.claim import address_of
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone

if TYPE_CHECKING:
    from miniapp_host.automation.requests import Verb

_AFTER_PAINT_MS = 100
_log = logging.getLogger(__name__)


class Listener(QObject):
    """Listens for `phone` until its window is closed; `options` are those it was started with.

    The process must hold the claim of its data folder.
    """

    retired = Signal()
    """The phone is about to close: nobody is taken any more."""
    closed = Signal()

    def __init__(self, phone: Phone, options: Options) -> None:
        super().__init__(phone)
        self._phone = phone
        self._options = options
        phone.end_announced.connect(self._on_phone_end_announced)
        phone.window.closed.connect(self.close)
        self._painted = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._painted.timeout.connect(self._on_painted_timeout)
        self._painted.start()

    def close(self) -> None:
        """Listen no more, and end every connection."""
        self._on_phone_end_announced()
        self.closed.emit()

    def _on_phone_end_announced(self) -> None:
        self._painted.stop()
        self.retired.emit()

    def _on_painted_timeout(self) -> None:
        try:
            self._listen(address_of(self._phone.memory.folder))
        except OSError as problem:
            _log.info("the phone can't be reached: %s", problem)

    if sys.platform == "win32":

        def _listen(self, address: str) -> None:
            self._serve(address)

    else:

        def _listen(self, address: str) -> None:
            from miniapp_host.automation.doorbell import Doorbell

            doorbell = Doorbell(address, self)
            doorbell.rung.connect(self._serve)
            self.retired.connect(doorbell.close)

    def _serve(self, place: str | int) -> None:
        from miniapp_host.automation.local_server import LocalServer
        from miniapp_host.automation.requests import Requests

        server = LocalServer(Requests(self._verbs), self)
        server.listen(place)
        self.retired.connect(server.retire)
        self.closed.connect(server.close)

    def _verbs(self) -> "Mapping[str, Verb]":
        from miniapp_host.automation.phone_verbs import verbs_of_phone
        from miniapp_host.permissions.decisions import Actor

        return verbs_of_phone(self._phone, self._options, Actor.COMMAND)
