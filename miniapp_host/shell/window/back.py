"""What means "back": keys, and a button of the mouse."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget


def is_back(event: QKeyEvent) -> bool:
    """Whether a key means "back": Escape, Alt+Left or the keyboard's own Back."""
    if event.key() == Qt.Key.Key_Left:
        return event.modifiers() == Qt.KeyboardModifier.AltModifier
    return event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Back)


def is_back_click(event: QMouseEvent, glass: QWidget) -> bool:
    """Whether an event of the window is the mouse's back button on `glass`, not beside it."""
    place = glass.mapFrom(glass.window(), event.position().toPoint())
    return event.button() is Qt.MouseButton.BackButton and glass.rect().contains(place)
