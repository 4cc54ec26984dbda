"""Where the keys of a person at the phone go."""

from contextlib import suppress

from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from miniapp_host.testing.wait_error import WaitError
from miniapp_host.testing.waiting import wait_until

_FRONT_SECONDS = 0.5


def keyboard_of(window: QWidget) -> QWindow:
    """What hears the keys of `window`, which is brought to the front: a person types there.

    What a program opens may have taken the front from it. A screen without a window manager has no
    window in front, and one is not waited for there.
    """
    if not window.isActiveWindow():
        window.activateWindow()
        with suppress(WaitError):
            wait_until(window.isActiveWindow, str, _FRONT_SECONDS)
    return window.windowHandle()
