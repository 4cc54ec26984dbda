"""Tells when pages of the phone's own lie over a program's screen, whoever opened them."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.shell.kit.soon import soon


class NativePages(QObject):
    """Watches the overlays that `screen` gets as children."""

    covered = Signal(bool)
    """The first page has come up, or the last has gone: before it says `finished`."""
    overlay_moved = Signal()
    """An overlay has come or gone, and whatever that led to has happened."""

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._was_there = False

    @property
    def there(self) -> bool:
        """Whether a page is open; it counts while the program is in the background too."""
        pages = (one for one in self._screen.children() if isinstance(one, Overlay))
        return any(page.is_page and not page.isHidden() for page in pages)

    def watch(self, overlay: Overlay) -> None:
        """Follow `overlay`, which must not have been shown yet."""
        overlay.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._look()
            soon(self, self._tell_moved)
        return super().eventFilter(watched, event)

    def _tell_moved(self) -> None:
        self.overlay_moved.emit()

    def _look(self) -> None:
        there = self.there
        if there is not self._was_there:
            self._was_there = there
            self.covered.emit(there)
