"""A drag from another program over a window, as Qt gets it from the desktop."""

import warnings
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
_MIDDLE = QPoint(195, 400)
_BUTTON, _KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class FolderDrag:
    """Carries files over `window`: `enter` says whether they would be taken, `drop` drops them."""

    def __init__(
        self, window: QWidget, files: Sequence[Path], actions: Qt.DropAction = COPY | MOVE
    ) -> None:
        self._window = window
        self._actions = actions
        self._mime = QMimeData()
        self._mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])

    def enter(self, at: QPoint = _MIDDLE) -> bool:
        return self._is_taken(QDragEnterEvent, at)

    def move(self, at: QPoint) -> bool:
        return self._is_taken(QDragMoveEvent, at)

    def leave(self) -> None:
        self._send(QDragLeaveEvent())

    def drop(self, at: QPoint = _MIDDLE) -> Qt.DropAction:
        """What was done with the files; MOVE lets whoever dragged them delete them."""
        event = QDropEvent(at.toPointF(), self._actions, self._mime, _BUTTON, _KEYS)
        self._send(event)
        return event.dropAction()

    def _is_taken(self, kind: type[QDragMoveEvent], at: QPoint) -> bool:
        with warnings.catch_warnings():  # PySide6 6.12 wants a QPointF, which 6.11 does not take
            warnings.simplefilter("ignore", DeprecationWarning)
            event = kind(at, self._actions, self._mime, _BUTTON, _KEYS)
        self._send(event)
        return event.isAccepted()

    def _send(self, event: QEvent) -> None:
        event.ignore()
        native = self._window.windowHandle()
        assert native is not None
        QCoreApplication.sendEvent(native, event)
