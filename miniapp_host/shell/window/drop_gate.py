"""Lets a program's folder be dropped anywhere on the phone's window, over a running program too.

Drags are taken from the native window, before any widget sees them: pages, which would open a
dropped file, and fields, which would take its path for text, hear of none that can be opened.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.programs.openable import may_open
from miniapp_host.shell.kit.soon import soon
from miniapp_host.texts import Texts

_NATIVE_WINDOW = (QEvent.Type.Show, QEvent.Type.WinIdChange)
"""After these the widget may have another native window."""
_ACTIONS = (Qt.DropAction.CopyAction, Qt.DropAction.LinkAction)
"""Never "move": after it a file manager deletes what was dragged."""


class DropGate(QObject):
    """Watches `window`; while something that can be opened hovers, `glass` says so."""

    given = Signal(Path)
    """A folder to open, once for each that was dropped."""

    def __init__(self, window: QWidget, glass: QWidget, texts: Texts) -> None:
        super().__init__(window)
        self._window = window
        self._glass = glass
        self._texts = texts
        self._veil: QWidget | None = None
        self._waiting: list[Path] = []
        window.installEventFilter(self)
        application = QCoreApplication.instance()
        if sys.platform == "darwin" and application is not None:
            application.installEventFilter(self)  # the Dock's icon was given a folder

    def end(self) -> None:
        """Take no more drops; a second call does nothing.

        Python's collector may empty this object before Qt deletes it with the window, which still
        tells of its last changes then.
        """
        self._show_veil(())
        for watched in (self._window, self._window.windowHandle(), QCoreApplication.instance()):
            if watched is not None:
                watched.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove | QEvent.Type.Drop:
                return isinstance(event, QDropEvent) and self._takes(event)
            case QEvent.Type.DragLeave:
                self._show_veil(())
            case QEvent.Type.FileOpen if isinstance(event, QFileOpenEvent):
                self._hand_over((Path(event.file()),))
                return True
            case kind if watched is self._window and kind in _NATIVE_WINDOW:
                self._watch_native_window()
            case _:
                pass
        return False

    def _watch_native_window(self) -> None:
        if (native := self._window.windowHandle()) is not None:
            native.installEventFilter(self)

    def _takes(self, event: QDropEvent) -> bool:
        """Accepts a drag that can be opened, and says whether it did."""
        paths = tuple(filter(may_open, _local_paths(event.mimeData().urls())))
        action = next((one for one in _ACTIONS if one in event.possibleActions()), None)
        if not paths or action is None:
            return False
        event.setDropAction(action)
        event.accept()
        dropped = event.type() == QEvent.Type.Drop
        self._show_veil(() if dropped else paths)
        if dropped:
            self._hand_over(paths)
        return True

    def _hand_over(self, paths: tuple[Path, ...]) -> None:
        """Tells of them a little later: whoever dragged waits until the drop is answered."""
        self._waiting += paths
        soon(self, self._tell)

    def _tell(self) -> None:
        waiting, self._waiting = self._waiting, []
        self._window.activateWindow()  # a drop leaves the file manager in front
        for path in waiting:
            self.given.emit(path)

    def _show_veil(self, paths: tuple[Path, ...]) -> None:
        if paths and self._veil is None:
            from miniapp_host.shell.window.drop_veil import DropVeil

            self._veil = DropVeil(self._glass, paths, self._texts)
        elif not paths and self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None


def _local_paths(urls: list[QUrl]) -> list[Path]:
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
