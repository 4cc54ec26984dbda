"""The base of everything that can be pressed: hover, keyboard focus, Enter, cursor shape.

Never a default button: a dialog's Enter does nothing until the person has moved the focus here.
"""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from miniapp_host.shell.kit.theme import CLEAR, shade_of, theme_of

KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
"""Why a widget got the focus when the person moved it there by keyboard."""
RING = 2
"""How wide every mark of focus is; its colour is the theme's link."""
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pressable(QAbstractButton):
    """An abstract button that knows `hovered` and `ringed`; painting is its subclass's."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.hovered = False
        self.ringed = False

    def enterEvent(self, event: QEnterEvent) -> None:
        self.hovered = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered = False
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            shape = Qt.CursorShape.PointingHandCursor
            self.setCursor(shape if self.isEnabled() else Qt.CursorShape.ArrowCursor)
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ringed = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ringed = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() in ENTER_KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            super().keyReleaseEvent(event)

    def paint_ring(
        self, painter: QPainter, around: QRectF, radius: float, ink: QColor | None = None
    ) -> None:
        """Paint the mark of keyboard focus, inside the edge of `around`."""
        if self.ringed:
            paint_ring(painter, around, radius, ink or QColor(theme_of(self).link))

    def paint_ground(
        self, painter: QPainter, area: QRectF, radius: float, ground: QColor | None = None
    ) -> None:
        """Fill the rounded `area` with its colour at rest, if it has one, and the shade over it."""
        painter.setPen(Qt.PenStyle.NoPen)
        for fill in (ground, self.shade()):
            if fill is not None:
                painter.setBrush(fill)
                painter.drawRoundedRect(area, radius, radius)

    def shade(self) -> QColor:
        """The colour over the resting look: faint while hovered, stronger while pressed."""
        if not self.isEnabled():
            return QColor(CLEAR)
        return shade_of(theme_of(self), hovered=self.hovered, pressed=self.isDown())


def paint_ring(painter: QPainter, around: QRectF, radius: float, ink: QColor) -> None:
    """Paint the mark of keyboard focus, inside the edge of `around`."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, RING))
    painter.drawRoundedRect(around.adjusted(1, 1, -1, -1), radius, radius)
