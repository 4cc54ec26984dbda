"""The phone's status bar: time, signal, wifi and battery, black or white on the page's colour."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.devices.battery import Charge
from miniapp_host.devices.conditions import Connection
from miniapp_host.shell.kit.glass import shape_of, status_of
from miniapp_host.shell.kit.theme import BLACK, LIGHT, SAVING, WHITE, font, theme_of

HEIGHT = 44
"""What it is drawn for; on a lower or higher one everything stands in the middle."""
_LOW = 30
_ALMOST_EMPTY = 20


class StatusBar(QWidget):
    """Paints onto the page, as high as the glass says; clicks go through to the page."""

    def __init__(
        self, parent: QWidget | None = None, now: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._now = now
        self._white: bool | None = None
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self._on_minute_timeout)
        self._on_minute_timeout()

    @property
    def white(self) -> bool:
        """Whether it is drawn in white; the theme decides until `set_white` is called."""
        return theme_of(self).dark if self._white is None else self._white

    def set_white(self, white: bool) -> None:
        """Draws in white (for dark pages) or black from now on."""
        if white == self._white:
            return
        self._white = white
        self.update()

    def fit(self) -> None:
        """Take the height that the glass has for it; a turned phone has none."""
        self.setFixedHeight(shape_of(self).top)

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()

    def _on_minute_timeout(self) -> None:
        self.update()
        self._minute.start((60 - self._now().second) * 1000)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(WHITE if self.white else BLACK)
        painter.translate(0, (self.height() - HEIGHT) / 2)
        self._draw_time(painter, ink)
        right, status = self.width() - 16.0, status_of(self)
        fill = ink if theme_of(self).contrast else _fill(status.charge, ink)
        _draw_battery(painter, ink, QPointF(right - 26, 17), status.charge.level, fill)
        _draw_connection(painter, ink, right, status.connection)

    def _draw_time(self, painter: QPainter, ink: QColor) -> None:
        face = font(13 if self.height() < _LOW else 16, medium=True)
        face.setWeight(face.Weight.DemiBold)
        painter.setFont(face)
        painter.setPen(ink)
        now = self._now()
        place = QRectF(20, 8, 70, 30)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{now.hour}:{now.minute:02d}")


def _draw_connection(painter: QPainter, ink: QColor, right: float, connection: Connection) -> None:
    """Bars and fan in Wi-Fi, bars and the kind of network without; neither where there is none."""
    if connection is Connection.NONE:
        return
    _draw_signal(painter, ink, QPointF(right - 69, 28))
    if connection is Connection.WIFI:
        _draw_wifi(painter, ink, QPointF(right - 40, 27.5))
        return
    painter.setFont(font(12, medium=True))
    painter.setPen(ink)
    place = QRectF(right - 51, 14, 22, 18)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, connection.value.upper())


def _draw_signal(painter: QPainter, ink: QColor, foot: QPointF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for bar in range(4):
        height = 4.0 + bar * 2.6
        place = QRectF(foot.x() + bar * 4.6, foot.y() - height, 3.2, height)
        painter.drawRoundedRect(place, 1, 1)


def _draw_wifi(painter: QPainter, ink: QColor, foot: QPointF) -> None:
    """Three arcs of a fan that opens 90° upwards from `foot`, the innermost a filled wedge."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for radius in (10.2, 6.4):
        pen = QPen(ink, 2.2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        ring = QRectF(foot.x() - radius, foot.y() - radius, radius * 2, radius * 2)
        painter.drawArc(ring, 45 * 16, 90 * 16)
    wedge = QPainterPath(foot)
    wedge.arcTo(QRectF(foot.x() - 3.6, foot.y() - 3.6, 7.2, 7.2), 45, 90)
    wedge.closeSubpath()
    painter.fillPath(wedge, ink)


def _draw_battery(
    painter: QPainter, ink: QColor, corner: QPointF, level: float, fill: QColor
) -> None:
    """As full as it is: green while it charges, yellow while it saves, red when it is low."""
    faint = QColor(ink)
    faint.setAlphaF(0.4)
    shell = QRectF(corner.x() + 0.5, corner.y() - 0.5, 22, 11.5)
    painter.setPen(QPen(faint, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shell, 3.2, 3.2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    room = shell.adjusted(2, 2, -2, -2)
    room.setWidth(max(2.0, room.width() * level / 100))
    painter.drawRoundedRect(room, 1.6, 1.6)
    painter.setBrush(faint)
    painter.drawRoundedRect(QRectF(shell.right() + 1.2, corner.y() + 3.2, 1.6, 4), 0.8, 0.8)


def _fill(charge: Charge, ink: QColor) -> QColor:
    if charge.charging:
        return QColor(LIGHT.brand)
    if charge.low_power:
        return QColor(SAVING)
    return QColor(LIGHT.red) if charge.level <= _ALMOST_EMPTY else ink
