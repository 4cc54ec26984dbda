"""Hears in the phone's thread that folders are removed: Python collects garbage again from then."""

from PySide6.QtCore import QObject, Qt, Signal

from miniapp_host.programs.background_removal import BackgroundRemoval


class RemovalEnd(QObject):
    """Watches a removal until `close`."""

    _removed = Signal()

    def __init__(self, removal: BackgroundRemoval, parent: QObject) -> None:
        super().__init__(parent)
        self._removal = removal
        # Queued: it is emitted in the thread that removes.
        self._removed.connect(self._on_removed, Qt.ConnectionType.QueuedConnection)
        removal.watch(self._removed.emit)

    def close(self) -> None:
        """Hear nothing more."""
        self._removal.watch(None)

    def _on_removed(self) -> None:
        self._removal.wait(0)
