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

    It is `chosen` pixels high if it can be; one that lies is never made lower.
    """
    size = size_within(shape, _room_on(screen))
    if chosen is not None and not shape.landscape:
        size.setHeight(max(least_height(shape), min(chosen, size.height())))
    return size


def size_within(shape: Shape, room: QSize | None) -> QSize:
    """The size of a phone of this shape in so much room (pixels), or with no bound."""
    size = QSize(shape.width, shape.height)
    return size if room is None else size.boundedTo(room.expandedTo(_LEAST))


def _room_on(screen: QScreen) -> QSize | None:
    """The room on a screen that somebody sees.

    Where nobody sees it there is no bound: a program under test hears the same size everywhere.
    """
    if QGuiApplication.platformName() in _UNSEEN_PLATFORMS:
        return None
    return screen.availableGeometry().size() - FRAME


def least_height(shape: Shape) -> int:
    """How low the person, or a program, can make a phone of this shape."""
    return min(_LEAST.height(), shape.height)
