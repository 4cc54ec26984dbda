"""How large a phone can be on a screen of the desktop."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QScreen

from miniapp_host.devices.display import Shape

_LEAST = QSize(320, 480)
_UNSEEN_PLATFORMS = ("offscreen", "minimal")
FRAME = QSize(8, 48)
"""Room for the desktop's own frame, which no API tells before the window is shown."""


def fitting_size(shape: Shape, screen: QScreen, chosen: int | None = None) -> QSize:
    """The size of a phone of this shape, smaller where the screen has no room for all of it.

    It is `chosen` pixels high if it can be; one that lies is never made lower. Where nobody sees
    the screen it is as wide as its shape: programs under test hear of the width that was chosen.
    """
    room = screen.availableGeometry().size() - FRAME
    if QGuiApplication.platformName() in _UNSEEN_PLATFORMS:
        room.setWidth(max(room.width(), shape.width))
    size = QSize(shape.width, shape.height).boundedTo(room.expandedTo(_LEAST))
    if chosen is not None and not shape.landscape:
        size.setHeight(max(least_height(shape), min(chosen, size.height())))
    return size


def least_height(shape: Shape) -> int:
    """How low the person, or a program, can make a phone of this shape."""
    return min(_LEAST.height(), shape.height)
