"""A text to read, select and copy, as high as it needs; it breaks anywhere when it must."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPalette, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from miniapp_host.shell.kit.focus_ring import FocusRing
from miniapp_host.shell.kit.label import LINE_HEIGHTS
from miniapp_host.shell.kit.theme import CLEAR

LONGEST = 100_000
_LABEL_LINE = LINE_HEIGHTS[12]


class ReadText(QPlainTextEdit):
    """Plain text without a frame and without bars of its own."""

    def __init__(self, text: str, face: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        FocusRing(self)
        self.setFont(face)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(0, self._above(), 0, 0)
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, QColor(CLEAR))
        self.setPalette(clear)
        self.setPlainText(text[:LONGEST])

    def set_text(self, text: str) -> None:
        """Show another text; the same one keeps what is selected in it."""
        if text[:LONGEST] != self.toPlainText():
            self.setPlainText(text[:LONGEST])
            self.setFixedHeight(self._height())

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._height())

    def _height(self) -> int:
        """The height of its lines: one with Chinese is higher than the font says."""
        layout, block, height = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return max(ceil(height), self.fontMetrics().lineSpacing()) + 4 + self._above()

    def _above(self) -> int:
        """The room above the first line, which then stands beside that of a label."""
        return max(0, round((_LABEL_LINE - self.fontMetrics().lineSpacing()) / 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self._height())
