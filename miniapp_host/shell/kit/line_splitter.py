"""A splitter whose handle is a line to drag, brighter under the mouse."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from miniapp_host.shell.kit.theme import theme_of

HANDLE = 5
"""The width in pixels of what can be dragged; the line in its middle is one pixel wide."""


class LineSplitter(QSplitter):
    """No part of it can be dragged away; Tab and screen readers go through the parts in order."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(HANDLE)

    def addWidget(self, widget: QWidget) -> None:
        super().addWidget(widget)
        self._order_parts()

    def insertWidget(self, index: int, widget: QWidget) -> None:
        super().insertWidget(index, widget)
        self._order_parts()

    def _order_parts(self) -> None:
        """Makes the order of the children that of the parts: Qt puts each new one before all."""
        parts = [self.widget(at) for at in range(self.count())]
        for part in parts:
            if part is not None:
                part.raise_()

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.bg_2))
        bright = self.underMouse()
        thick, ink = (2, theme.brand) if bright else (1, theme.fg_3)
        middle = HANDLE // 2
        if self.orientation() is Qt.Orientation.Horizontal:
            painter.fillRect(middle, 0, thick, self.height(), QColor(ink))
        else:
            painter.fillRect(0, middle, self.width(), thick, QColor(ink))
