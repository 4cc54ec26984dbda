"""The phone's buttons, after WeUI: default (grey), primary (green), warn (red text); mini ones."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.theme import CLEAR, Theme, font, theme_of


class Kind(Enum):
    """What a button is for; its colours follow."""

    DEFAULT = "default"
    PRIMARY = "primary"
    WARN = "warn"


class Button(Pressable):
    """48 high and at least 184 wide, or mini: 32 high, as wide as its text."""

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.DEFAULT,
        *,
        mini: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._mini = mini
        self.setFont(font(14 if mini else 17, medium=True))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        text = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(text + 26, 32) if self._mini else QSize(max(184, text + 50), 48)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 56), 32) if self._mini else QSize(96, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area, radius = QRectF(self.rect()), 6 if self._mini else 8
        theme = theme_of(self)
        painter.setOpacity(1 if self.isEnabled() else 0.4)
        for fill in (self._fill(theme), self._veil()):
            painter.setBrush(fill)
            painter.drawRoundedRect(area, radius, radius)
        self._paint_text(painter, self._ink(theme))
        ring = QColor(theme.on_brand) if self._kind is Kind.PRIMARY else None
        self.paint_ring(painter, area.adjusted(2, 2, -2, -2), radius - 2, ring)

    def _paint_text(self, painter: QPainter, ink: QColor) -> None:
        side = 12 if self._mini else 16
        room = self.rect().adjusted(side, 0, -side, 0)
        shown = QFontMetrics(self.font()).elidedText(
            self.text().replace("\n", " "), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(ink)
        painter.setFont(self.font())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, int(flags.value), shown)

    def _fill(self, theme: Theme) -> QColor:
        if self._kind is Kind.PRIMARY:
            return QColor(theme.brand_pressed if self.isDown() else theme.brand)
        return QColor(theme.fg_5)

    def _veil(self) -> QColor:
        """Hover and press; a pressed primary button has a colour of its own."""
        if self._kind is Kind.PRIMARY and self.isDown():
            return QColor(CLEAR)
        return self.shade()

    def _ink(self, theme: Theme) -> QColor:
        match self._kind:
            case Kind.PRIMARY:
                return QColor(theme.on_brand)
            case Kind.WARN:
                return QColor(theme.red)
            case Kind.DEFAULT:
                return QColor(theme.fg_0)


class LinkButton(Pressable):
    """Words in the link's colour, to press."""

    def __init__(self, text: str, *, pixels: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(font(pixels))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 8, max(28, metrics.height() + 6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(theme_of(self).link)
        ink.setAlphaF(0.5 if self.isDown() else 0.8 if self.hovered else 1.0)
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        self.paint_ring(painter, QRectF(self.rect()), 4)
