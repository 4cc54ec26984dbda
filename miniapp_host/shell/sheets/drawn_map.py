"""An abstract map: made-up streets, parks and water that stay where they are on the globe.

Nothing is fetched and nothing is true but the coordinates: it shows that a place moved, how far,
and lets the person drag it.
"""

import math
import zlib

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.accessible import Role, Spoken
from miniapp_host.shell.kit.map_colours import MAP_DARK, MAP_LIGHT, MapColours
from miniapp_host.shell.kit.theme import (
    LIGHT,
    PIN_SHADOW,
    WHITE,
    theme_of,
)

_BLOCK = 84
_DEGREE = 14_000.0
"""Pixels per degree of latitude: about 8 m to the pixel."""


class DrawnMap(Spoken, QWidget):
    """A pin in the middle; dragging moves the map beneath it, `moved` tells where it is then."""

    moved = Signal(float, float)
    """Latitude and longitude under the pin, in degrees."""
    dropped = Signal(float, float)
    """The same, once the person has let go of the map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.speak_as(Role.Graphic)
        self.setObjectName("map")
        self.setMinimumHeight(120)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._latitude = 0.0
        self._longitude = 0.0
        self._grabbed: QPointF | None = None
        self._zoom = 1.0

    def show_place(self, latitude: float, longitude: float) -> None:
        """Puts the pin on these degrees."""
        self._latitude, self._longitude = latitude, longitude
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self._pan(event.position() - self._grabbed)
            self._grabbed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit(round(self._latitude, 5), round(self._longitude, 5))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Brings the point to the pin; the release after it tells that it stays there."""
        self._pan(QPointF(self.rect().center()) - event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the map."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = MAP_DARK if theme_of(self).dark else MAP_LIGHT
        painter.fillRect(self.rect(), QColor(colours.ground))
        painter.translate(self.width() / 2, self.height() / 2)
        corner = self._corner()
        painter.save()
        painter.scale(self._zoom, self._zoom)
        self._paint_blocks(painter, corner, colours)
        self._paint_roads(painter, corner, colours)
        painter.restore()
        self._paint_marks(painter)
        _paint_pin(painter)

    def _paint_marks(self, painter: QPainter) -> None:
        """Paints what lies under the pin, on whose tip the origin is."""

    def _point_of(self, latitude: float, longitude: float) -> QPointF:
        """Where a place lies, seen from the pin's tip, in pixels."""
        point = QPointF(longitude - self._longitude, self._latitude - latitude)
        return QPointF(point.x() * self._across, point.y() * _DEGREE) * self._zoom

    @property
    def _across(self) -> float:
        """Pixels per degree of longitude."""
        return _DEGREE * max(0.05, math.cos(math.radians(self._latitude)))

    @property
    def _half(self) -> QPointF:
        """Half of what is seen, in pixels of the unzoomed sheet."""
        return QPointF(self.width(), self.height()) / (2 * self._zoom)

    def _pan(self, by: QPointF) -> None:
        way = by / self._zoom
        latitude = min(90.0, max(-90.0, self._latitude + way.y() / _DEGREE))
        longitude = (self._longitude - way.x() / self._across + 540) % 360 - 180
        self.show_place(latitude, longitude)
        self.moved.emit(round(latitude, 5), round(longitude, 5))

    def _corner(self) -> QPointF:
        """The pin's place on the endless sheet of made-up streets, in pixels."""
        across = _DEGREE * max(0.05, math.cos(math.radians(round(self._latitude))))
        return QPointF(self._longitude * across, -self._latitude * _DEGREE)

    def _range(self, middle: float, half: float) -> range:
        first = math.floor((middle - half) / _BLOCK) - 1
        return range(first, math.ceil((middle + half) / _BLOCK) + 2)

    def _paint_blocks(self, painter: QPainter, corner: QPointF, colours: MapColours) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for column in self._range(corner.x(), self._half.x()):
            for row in self._range(corner.y(), self._half.y()):
                left, top = _line_at("x", column), _line_at("y", row)
                right, bottom = _line_at("x", column + 1), _line_at("y", row + 1)
                block = QRectF(left, top, right - left, bottom - top).translated(-corner)
                painter.setBrush(QColor(_block_colour(colours, column, row)))
                painter.drawRoundedRect(block.adjusted(7, 7, -7, -7), 5, 5)

    def _paint_roads(self, painter: QPainter, corner: QPointF, colours: MapColours) -> None:
        across, down = self._half.x() + 4, self._half.y() + 4
        for column in self._range(corner.x(), self._half.x()):
            left = _line_at("x", column) - corner.x()
            painter.setPen(_road(column, colours))
            painter.drawLine(QPointF(left, -down), QPointF(left, down))
        for row in self._range(corner.y(), self._half.y()):
            top = _line_at("y", row) - corner.y()
            painter.setPen(_road(row, colours))
            painter.drawLine(QPointF(-across, top), QPointF(across, top))


def _noise(*of: object) -> int:
    return zlib.crc32(repr(of).encode())


def _line_at(axis: str, index: int) -> float:
    return index * _BLOCK + _noise(axis, index) % 36 - 18.0


def _block_colour(colours: MapColours, column: int, row: int) -> str:
    """Water, a park or houses: always the same for the same block."""
    lake = _noise("lake", column // 3, row // 2) % 9
    if lake == 0:
        return colours.water
    return colours.park if _noise(column, row) % 6 == 0 else colours.house


def _road(index: int, colours: MapColours) -> QPen:
    return QPen(QColor(colours.main), 7) if index % 4 == 0 else QPen(QColor(colours.road), 4)


def _paint_pin(painter: QPainter) -> None:
    """Its tip stands on the origin."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(PIN_SHADOW))
    painter.drawEllipse(QPointF(0, 0), 6, 2.5)
    pin = QPainterPath(QPointF(0, 0))
    pin.cubicTo(QPointF(-4, -10), QPointF(-13, -16), QPointF(-13, -26))
    pin.arcTo(QRectF(-13, -39, 26, 26), 180, -180)
    pin.cubicTo(QPointF(13, -16), QPointF(4, -10), QPointF(0, 0))
    painter.setBrush(QColor(LIGHT.brand))
    painter.drawPath(pin)
    painter.setBrush(QColor(WHITE))
    painter.drawEllipse(QPointF(0, -26), 5, 5)
