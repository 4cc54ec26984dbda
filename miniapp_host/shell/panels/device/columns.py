"""The cards in as many columns as fit, each in the column that is shortest by then."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from miniapp_host.shell.kit.theme import theme_of

_LEAST = 380
_GAP = 10


class CardColumns(QWidget):
    """Lays `cards` out again whenever its width, or the height of a card, changes.

    A card that is hidden takes no room.
    """

    def __init__(self, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._cards = tuple(cards)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for card in self._cards:
            card.setParent(self)
            card.installEventFilter(self)

    def arrange(self) -> None:
        """Lay them out again: other cards are hidden now."""
        self._arrange(self.width(), move=True)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(_LEAST, self.heightForWidth(max(_LEAST, self.width())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(self.width(), move=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme_of(self).bg_0))

    def _arrange(self, width: int, *, move: bool) -> int:
        """Place the cards for a width, and return the height that they need."""
        count = max(1, (width - _GAP) // (_LEAST + _GAP))
        column = (width - _GAP) // count - _GAP
        ends = [_GAP] * count
        for card in (one for one in self._cards if not one.isHidden()):
            at = ends.index(min(ends))
            height = _height(card, column)
            if move:
                card.setGeometry(_GAP + at * (column + _GAP), ends[at], column, height)
            ends[at] += height + _GAP
        return max(ends)


def _height(card: QWidget, width: int) -> int:
    if card.hasHeightForWidth():
        return card.heightForWidth(width)
    return card.sizeHint().height()
