"""The capsule at the upper right of every program: "···" (menu) and close."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.glyph import Glyph
from miniapp_host.shell.kit.theme import (
    BLACK,
    PILL_EDGE_ON_DARK,
    PILL_EDGE_ON_LIGHT,
    PILL_ON_DARK,
    PILL_ON_LIGHT,
    WHITE,
)
from miniapp_host.texts import Texts

WIDTH = 87
HEIGHT = 32
RIGHT = 7
TOP = 6


class Capsule(QWidget):
    """Two halves on one pill; its colours follow the navigation bar's text."""

    menu_clicked = Signal()
    close_clicked = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(WIDTH, HEIGHT)
        self._white = False
        self._menu = _Half("capsuleMenu", "More", texts, self)
        self._close = _Half("capsuleClose", "Close", texts, self)
        self._menu.setGeometry(0, 0, 43, HEIGHT)
        self._close.setGeometry(44, 0, 43, HEIGHT)
        self._menu.clicked.connect(self.menu_clicked)
        self._close.clicked.connect(self.close_clicked)

    @property
    def white(self) -> bool:
        """Whether it is drawn for a dark bar."""
        return self._white

    def set_white(self, white: bool) -> None:
        """Draws for a dark bar (white) or a light one."""
        if white == self._white:
            return
        self._white = white
        for half in (self._menu, self._close):
            half.ink = QColor(WHITE if white else BLACK)
            half.update()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = QColor(PILL_ON_DARK) if self._white else QColor(PILL_ON_LIGHT)
        edge = QColor(PILL_EDGE_ON_DARK) if self._white else QColor(PILL_EDGE_ON_LIGHT)
        painter.setBrush(fill)
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(QRectF(0.5, 0.5, WIDTH - 1, HEIGHT - 1), 15.5, 15.5)
        painter.drawLine(QPointF(WIDTH / 2, 7), QPointF(WIDTH / 2, HEIGHT - 7))


class _Half(Glyph):
    """One half of the pill, with its glyph."""

    def __init__(self, name: str, word: str, texts: Texts, parent: QWidget) -> None:
        super().__init__(name, word, texts, parent)
        self.ink = QColor(BLACK)
        self._dots = name == "capsuleMenu"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown() or self.hovered:
            self._draw_wash(painter)
        painter.setOpacity(0.55 if self.isDown() else 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ink)
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self._dots:
            _draw_dots(painter, middle)
        else:
            _draw_target(painter, middle, self.ink)
        painter.setOpacity(1)
        self.paint_ring(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), 13)

    def _draw_wash(self, painter: QPainter) -> None:
        wash = QColor(self.ink)
        wash.setAlphaF(0.12 if self.isDown() else 0.06)
        pill = QPainterPath()
        left = 0.0 if self._dots else -44.0
        pill.addRoundedRect(QRectF(left + 1, 1, WIDTH - 2, HEIGHT - 2), 15, 15)
        painter.fillPath(pill, wash)


def _draw_dots(painter: QPainter, middle: QPointF) -> None:
    painter.drawEllipse(middle, 3.1, 3.1)
    for side in (-7.6, 7.6):
        painter.drawEllipse(middle + QPointF(side, 0), 1.9, 1.9)


def _draw_target(painter: QPainter, middle: QPointF, ink: QColor) -> None:
    painter.drawEllipse(middle, 3.2, 3.2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 2.2))
    painter.drawEllipse(middle, 7.6, 7.6)
