"""The phone's column, and the tools left and right of it in the same window.

The phone keeps its size: a tool takes the room beside it, and a window higher than the phone shows
the ground around it.
"""

from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.glass import shape_of
from miniapp_host.shell.kit.line_splitter import HANDLE, LineSplitter
from miniapp_host.shell.kit.theme import theme_of


class Side(Enum):
    """Where a tool stands beside the phone."""

    LEFT = "left"
    RIGHT = "right"


class Desk(LineSplitter):
    """The column with the phone's `glass`, and the tools beside it."""

    def __init__(self, glass: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("desk")
        self._column = _Column(glass)
        self.addWidget(self._column)

    @property
    def crowded(self) -> bool:
        """Whether a tool stands beside the phone."""
        return self.count() > 1

    @property
    def least_width(self) -> int:
        """The width in pixels below which something would not fit."""
        parts = [part for at in range(self.count()) if (part := self.widget(at)) is not None]
        return sum(part.minimumWidth() for part in parts) + HANDLE * (len(parts) - 1)

    def put(self, side: Side, tool: QWidget, width: int, others: list[int]) -> None:
        """Place `tool` on that side of the phone, `width` pixels wide if there is room.

        `others` are the widths that the parts keep: the window may have grown since.
        """
        sizes = list(others)
        at = 0 if side is Side.LEFT else self.count()
        sizes.insert(at, width)
        self.insertWidget(at, tool)
        tool.show()
        for place in range(self.count()):
            is_phone = self.widget(place) is self._column
            self.setStretchFactor(place, 0 if is_phone else 1)
        self.setSizes(sizes)

    def take(self, tool: QWidget) -> None:
        """Remove `tool`, which then has no parent."""
        tool.hide()
        tool.setParent(None)

    def set_phone_size(self, size: QSize | None) -> None:
        """Give the phone this size in the middle of its column; None makes it as high as that."""
        self._column.set_phone_size(size)


class _Column(QWidget):
    """Holds the glass in its middle."""

    def __init__(self, glass: QWidget) -> None:
        super().__init__()
        self._size: QSize | None = None
        self._glass = glass
        glass.setParent(self)

    def set_phone_size(self, size: QSize | None) -> None:
        self._size = size
        self.setMinimumWidth(size.width() if size is not None else 0)
        self._arrange()

    def _arrange(self) -> None:
        """A column that is too low makes the phone lower, as a window does.

        Qt rounds a window up to whole pixels: below 100 % it may be a point wider than its phone.
        """
        width = min(shape_of(self._glass).width, self.width())
        wanted = self._size or QSize(width, self.height())
        place = QRect(0, 0, wanted.width(), min(wanted.height(), self.height()))
        place.moveLeft((self.width() - place.width()) // 2)
        place.moveTop((self.height() - place.height()) // 2)
        self._glass.setGeometry(place)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground and the phone's edge; alone, the phone covers both."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme_of(self).bg_0))
        painter.setPen(QColor(theme_of(self).fg_3))
        painter.drawRect(self._glass.geometry().adjusted(-1, -1, 0, 0))
