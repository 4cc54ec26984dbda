"""Makes a phone reachable from outside, once it is on the screen.

An idle phone needs QtNetwork for this alone; loaded later, it delays no start.
"""

import logging

from PySide6.QtCore import QObject, QTimer

from miniapp_host.automation.claim import address_of
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone

_AFTER_PAINT_MS = 100
_log = logging.getLogger(__name__)


class Listener(QObject):
    """Listens for `phone` until its window is closed; `options` are those it was started with.

    The process must hold the claim of its data folder.
    """

    def __init__(self, phone: Phone, options: Options) -> None:
        super().__init__(phone)
        self._phone = phone
        self._options = options
        self._painted = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._painted.timeout.connect(self._on_painted_timeout)
        self._painted.start()

    def _on_painted_timeout(self) -> None:
        from miniapp_host.automation.local_server import LocalServer
        from miniapp_host.automation.phone_verbs import verbs_of_phone
        from miniapp_host.automation.requests import Requests

        try:
            address = address_of(self._phone.memory.folder)
        except OSError as problem:
            _log.info("the phone can't be reached: %s", problem)
            return
        requests = Requests(verbs_of_phone(self._phone, self._options))
        self._phone.window.closed.connect(LocalServer(address, requests, self).close)
