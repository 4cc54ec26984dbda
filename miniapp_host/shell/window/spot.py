"""Where a window stands on the desktop, so that another start can put it there again."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.window.fitting import FRAME

_TITLE_BAR = QSize(120, 24)
"""How much of the upper edge of a window's frame must be seen, to take hold of it."""


@dataclass(frozen=True)
class Spot:
    """The upper left corner of a frame, in real pixels from that of the screen of this name.

    Real ones, as the phone's points change with its size.
    """

    screen: str
    left: int
    top: int


def spot_of(window: QWidget) -> Spot | None:
    """Where `window` stands; None where the desktop tells no program, as Wayland."""
    screen = window.screen()
    if screen is None or QGuiApplication.platformName().startswith("wayland"):
        return None
    offset = (window.pos() - screen.geometry().topLeft()) * screen.devicePixelRatio()
    return Spot(screen.name(), offset.x(), offset.y())


def screen_of(spot: Spot) -> QScreen | None:
    """The screen of a spot, None if it is gone."""
    screens = QGuiApplication.screens()
    return next((screen for screen in screens if screen.name() == spot.screen), None)


def bring_to(window: QWidget, spot: Spot) -> None:
    """Move `window`, not yet shown, to the spot, or as near as it can be taken hold of."""
    screen = screen_of(spot) or QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio()
    offset = QPoint(round(spot.left / ratio), round(spot.top / ratio))
    frame = QRect(screen.geometry().topLeft() + offset, window.size() + FRAME)
    window.move(frame.topLeft() if _in_reach(frame) else _inside(screen, frame))


def keep_on_screen(window: QWidget) -> None:
    """Move `window`, which has grown, so that all of it is seen if its screen is large enough."""
    if window.isVisible() and (screen := window.screen()) is not None:
        place = _inside(screen, window.frameGeometry())
        if place != window.pos():
            window.move(place)


def _in_reach(frame: QRect) -> bool:
    edge = QRect(frame.topLeft(), QSize(frame.width(), _TITLE_BAR.height()))
    seen = (edge & screen.availableGeometry() for screen in QGuiApplication.screens())
    return any(
        part.width() >= _TITLE_BAR.width() and part.height() >= _TITLE_BAR.height() for part in seen
    )


def _inside(screen: QScreen, frame: QRect) -> QPoint:
    """The corner of `frame` moved onto the screen; too large a one keeps its upper left corner."""
    room = screen.availableGeometry()
    most = QPoint(room.right() + 1 - frame.width(), room.bottom() + 1 - frame.height())
    return QPoint(
        max(room.left(), min(frame.left(), most.x())), max(room.top(), min(frame.top(), most.y()))
    )
