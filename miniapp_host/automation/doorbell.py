"""Listens at a Unix socket for next to nothing, until somebody calls for the first time.

Only then is QtNetwork loaded, which takes 2.5 MB: most phones are never asked anything.
"""

import os
import socket
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_ONLY_MINE = 0o177

if sys.platform != "win32":

    class Doorbell(QObject):
        """Rings once and is done; whoever called waits for the server that takes its socket."""

        rung = Signal(int)
        """The descriptor of the listening socket, which belongs to whoever hears it."""

        def __init__(self, address: str, parent: QObject) -> None:
            """Listen at `address`, whose claim the process must hold; raises OSError."""
            super().__init__(parent)
            self._path = Path(address)
            self._socket = _listening(self._path)
            kind = QSocketNotifier.Type.Read
            self._notifier = QSocketNotifier(self._socket.fileno(), kind, self)
            self._notifier.activated.connect(self._on_notifier_activated)

        def close(self) -> None:
            """Listen no more; the socket goes if nobody has taken it."""
            self._notifier.setEnabled(False)
            self._socket.close()
            self._path.unlink(missing_ok=True)

        def _on_notifier_activated(self) -> None:
            self._notifier.setEnabled(False)
            self.rung.emit(self._socket.detach())

    def _listening(path: Path) -> socket.socket:
        """A socket at `path` that only this person may open."""
        if path.is_socket():
            path.unlink()  # a phone that was killed has left it: nobody listens there
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        mask = os.umask(_ONLY_MINE)
        try:
            made.bind(str(path))
        finally:
            os.umask(mask)
        made.listen()
        made.setblocking(False)
        return made
