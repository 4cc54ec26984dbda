"""The mark of keyboard focus for what draws none itself: lists, tables, texts to read."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.pressable import KEYBOARD_REASONS, paint_ring
from miniapp_host.shell.kit.theme import theme_of

_RADIUS = 4


class FocusRing(QWidget):
    """Lies over `around` while the keyboard has brought it the focus."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self._follow(event)
        elif event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return super().eventFilter(watched, event)

    def _follow(self, event: QFocusEvent) -> None:
        self.setVisible(event.gotFocus() and event.reason() in KEYBOARD_REASONS)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ring(painter, QRectF(self.rect()), _RADIUS, QColor(theme_of(self).link))
