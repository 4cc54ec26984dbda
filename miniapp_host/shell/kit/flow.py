"""Widgets side by side, in as many lines as they need."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP = 6


class Flow(QWidget):
    """Holds `widgets` in their order, each as large as it wants to be."""

    def __init__(self, widgets: Iterable[QWidget] = ()) -> None:
        super().__init__()
        self._widgets = tuple(widgets)
        for widget in self._widgets:
            widget.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[1]

    def sizeHint(self) -> QSize:
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max((one.sizeHint().width() for one in self._widgets), default=0)
        return QSize(widest, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for widget, place in zip(self._widgets, self._places(self.width())[0], strict=True):
            widget.resize(widget.sizeHint())
            widget.move(place)

    def _places(self, width: int) -> tuple[list[QPoint], int]:
        """Where each widget comes to stand in `width`, and the height of all lines."""
        places: list[QPoint] = []
        left = top = line = 0
        for widget in self._widgets:
            size = widget.sizeHint()
            if left and left + size.width() > width:
                left, top, line = 0, top + line + _GAP, 0
            places.append(QPoint(left, top))
            left += size.width() + _GAP
            line = max(line, size.height())
        return places, top + line
