"""A window of a test that is the desktop's active one."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


def in_front(window: W, qtbot: QtBot) -> W:
    """Show `window` and wait until it is active; the test closes it."""
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
