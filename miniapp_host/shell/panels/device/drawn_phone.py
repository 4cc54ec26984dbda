"""A phone drawn in space, turned with the mouse: the attitude is its owner's, this draws it."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from miniapp_host.devices.motion import FLAT, Attitude
from miniapp_host.shell.kit.accessible import Role, Spoken
from miniapp_host.shell.kit.pressable import paint_ring
from miniapp_host.shell.kit.theme import BLACK, WHITE, font, mixed, theme_of, tone_of

Vector = tuple[float, float, float]

_HALF_WIDTH, _HALF_LENGTH, _HALF_DEPTH = 0.5, 1.0, 0.06
_SCREEN = 0.92
_TILT = math.radians(52)
"""How steeply the person looks down on the table."""
_DEGREES_PER_PIXEL = 0.6
_KEY_STEP = 5.0
_WHEEL_STEP = 5.0
_FACES = (
    ((-1, -1, 1), (1, -1, 1), (1, 1, 1), (-1, 1, 1)),
    ((-1, -1, -1), (-1, 1, -1), (1, 1, -1), (1, -1, -1)),
    ((1, -1, -1), (1, 1, -1), (1, 1, 1), (1, -1, 1)),
    ((-1, -1, -1), (-1, -1, 1), (-1, 1, 1), (-1, 1, -1)),
    ((-1, 1, -1), (-1, 1, 1), (1, 1, 1), (1, 1, -1)),
    ((-1, -1, -1), (1, -1, -1), (1, -1, 1), (-1, -1, 1)),
)
"""Corners of the phone's six sides, counter-clockwise from outside; the first is the screen."""


class DrawnPhone(Spoken, QWidget):
    """Dragging tilts it, the wheel or dragging with Shift turns it; arrow keys do the same."""

    turned = Signal(Attitude)
    """The attitude that the person wants."""
    left = Signal()
    """The mouse or the key that turned it was released."""

    def __init__(self) -> None:
        super().__init__()
        self.speak_as(Role.Dial)
        self.setObjectName("drawnPhone")
        self.setFixedHeight(170)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._attitude = FLAT
        self._grabbed: QPointF | None = None

    def show_attitude(self, attitude: Attitude) -> None:
        """Draw it so."""
        self._attitude = attitude
        self.setAccessibleDescription(self.spoken_value())
        self.update()

    def spoken_value(self) -> str:
        turned = self._attitude
        return f"α {turned.alpha:.0f}°, β {turned.beta:.0f}°, γ {turned.gamma:.0f}°"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            return
        way = (event.position() - self._grabbed) * _DEGREES_PER_PIXEL
        self._grabbed = event.position()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._turn(-way.x(), 0, 0)
        else:
            self._turn(0, -way.y(), way.x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turn(_WHEEL_STEP if event.angleDelta().y() > 0 else -_WHEEL_STEP, 0, 0)
        self.left.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Up: (0, _KEY_STEP, 0),
            Qt.Key.Key_Down: (0, -_KEY_STEP, 0),
            Qt.Key.Key_Left: (0, 0, -_KEY_STEP),
            Qt.Key.Key_Right: (0, 0, _KEY_STEP),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._turn(-way[2] or way[1], 0, 0)
        else:
            self._turn(*way)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        self._paint_table(painter)
        self._paint_phone(painter)
        if self.hasFocus():
            painter.resetTransform()
            paint_ring(painter, QRectF(self.rect()), 6, QColor(theme_of(self).link))

    def _turn(self, alpha: float, beta: float, gamma: float) -> None:
        now = self._attitude
        self.turned.emit(Attitude(now.alpha + alpha, now.beta + beta, now.gamma + gamma).settled())

    def _paint_table(self, painter: QPainter) -> None:
        """A ring on the table with the four directions."""
        painter.setPen(QPen(QColor(theme_of(self).fg_3), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = [_seen(_on_table(step * 6), self._scale) for step in range(60)]
        painter.drawPolygon(QPolygonF(ring))
        painter.setFont(font(11))
        for at, word in enumerate("NESW"):
            painter.setPen(tone_of(self, "red" if word == "N" else "fg_1"))
            x, y, _ = _on_table(at * 90)
            place = _seen((x * 1.14, y * 1.14, 0.0), self._scale)
            metrics = painter.fontMetrics()
            shift = QPointF(-metrics.horizontalAdvance(word) / 2, metrics.ascent() / 2)
            painter.drawText(place + shift, word)

    def _paint_phone(self, painter: QPainter) -> None:
        """The sides that face the person; a convex body needs no order."""
        painter.setPen(Qt.PenStyle.NoPen)
        for at, face in enumerate(_FACES):
            corners = [self._world(corner) for corner in face]
            seen = [_seen(corner, self._scale) for corner in corners]
            if _area(seen) >= 0:
                continue
            painter.setBrush(self._ink(at))
            painter.drawPolygon(QPolygonF(seen))
            if at == 0:
                self._paint_screen(painter)

    def _paint_screen(self, painter: QPainter) -> None:
        glass = [(x * _SCREEN, y * _SCREEN, z) for x, y, z in _FACES[0]]
        painter.setBrush(QColor(theme_of(self).brand))
        painter.drawPolygon(QPolygonF([_seen(self._world(one), self._scale) for one in glass]))
        notch = [(x * 0.3, 0.86 + y * 0.03, 1) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        painter.setBrush(QColor(WHITE))
        painter.drawPolygon(QPolygonF([_seen(self._world(one), self._scale) for one in notch]))

    def _ink(self, face: int) -> QColor:
        grey = QColor(WHITE) if theme_of(self).dark else QColor(BLACK)
        ground = QColor(theme_of(self).bg_2)
        return mixed(ground, grey, 0.75 if face == 0 else 0.3 + 0.08 * face)

    @property
    def _scale(self) -> float:
        return self.height() * 0.4

    def _world(self, corner: tuple[float, float, float]) -> Vector:
        x, y, z = corner
        return rotated((x * _HALF_WIDTH, y * _HALF_LENGTH, z * _HALF_DEPTH), self._attitude)


def rotated(point: Vector, attitude: Attitude) -> Vector:
    """A point of the phone (width, length, depth) in the world: east, north, up."""
    x, y, z = point
    alpha, beta, gamma = (
        math.radians(angle) for angle in (attitude.alpha, attitude.beta, attitude.gamma)
    )
    x, z = x * math.cos(gamma) + z * math.sin(gamma), z * math.cos(gamma) - x * math.sin(gamma)
    y, z = y * math.cos(beta) - z * math.sin(beta), y * math.sin(beta) + z * math.cos(beta)
    x, y = x * math.cos(alpha) - y * math.sin(alpha), x * math.sin(alpha) + y * math.cos(alpha)
    return x, y, z


def _on_table(degrees: float) -> Vector:
    angle = math.radians(degrees)
    return 1.12 * math.sin(angle), 1.12 * math.cos(angle), 0.0


def _seen(point: Vector, scale: float) -> QPointF:
    """Where the person sees it, from the south and above."""
    x, y, z = point
    return QPointF(x, -(y * math.sin(_TILT) + z * math.cos(_TILT))) * scale


def _area(corners: list[QPointF]) -> float:
    """Twice the signed area: below 0 for corners that go counter-clockwise as they are seen."""
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return sum(one.x() * other.y() - other.x() * one.y() for one, other in pairs)
