"""The thin bar at the bottom of the phone: a click sends the program in front home."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.glyph import Glyph
from miniapp_host.shell.kit.theme import BLACK, WHITE
from miniapp_host.texts import Texts

WIDTH = 168
HEIGHT = 16
"""Little more than the bar: programs put buttons right above it, and phones let them be tapped."""
_BAR = 134


class HomeIndicator(Glyph):
    """Draws in black or white, whichever fits the colour below it."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__("homeIndicator", "Send to background", texts, parent)
        self.setFixedSize(WIDTH, HEIGHT)
        self._white = False

    def set_white(self, white: bool) -> None:
        """Draws in white (on dark ground) or black."""
        self._white = white
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(WHITE if self._white else BLACK)
        ink.setAlphaF(0.6 if self.isDown() else 1.0 if self.hovered else 0.85)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        bar = QRectF((WIDTH - _BAR) / 2, HEIGHT - 13, _BAR, 5)
        painter.drawRoundedRect(bar, 2.5, 2.5)
        self.paint_ring(painter, QRectF(self.rect()), 8)
