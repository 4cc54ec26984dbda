"""The phone's keys: which there are, what each is for, and who is told when one is pressed."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from miniapp_host.texts import Text


class Wish(Enum):
    """What the person wants with a key."""

    INSPECTOR = "inspector"


@dataclass(frozen=True, slots=True)
class Key:
    """One wish, its title, and the keys for it, the one to name first."""

    wish: Wish
    title: Text
    keys: tuple[str, ...]


KEYS = (Key(Wish.INSPECTOR, Text("Inspector", "检查器"), ("F12", "Ctrl+Shift+I")),)


class Keys(QObject):
    """The keys as actions of the window; `pressed` says what is wished."""

    pressed = Signal(Wish)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions = [_WishAction(key, self) for key in KEYS]
        for action in self._actions:
            action.wished.connect(self.pressed)
        self.add_to(window)

    def add_to(self, window: QWidget) -> None:
        """Let the keys work in another window too."""
        window.addActions(self._actions)


class _WishAction(QAction):
    """One key; Qt's `triggered` does not say of what."""

    wished = Signal(Wish)

    def __init__(self, key: Key, parent: QObject) -> None:
        super().__init__(parent)
        self._wish = key.wish
        self.setObjectName(f"key_{key.wish.value}")
        self.setShortcuts([QKeySequence(one) for one in key.keys])
        self.setAutoRepeat(False)
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self) -> None:
        self.wished.emit(self._wish)
