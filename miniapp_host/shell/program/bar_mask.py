"""The mask of a sheet that lies in the page, as it goes on over the bars around the page."""

from PySide6.QtCore import QEasingCurve, QRect, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.theme import motion, theme_of

_FADE_MS = 300
"""As long as the sheet in the page rises and falls."""


class BarMask(QWidget):
    """Covers everything but the page; it keeps clicks from the bars."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("barMask")
        self.hide()
        self._share = 0.0
        self._fade = QVariantAnimation(self)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.valueChanged.connect(self._on_fade_value_changed)

    def fit(self, whole: QRect, page: QRect) -> None:
        """Cover `whole`, a part of the parent, without `page`, which lies in it."""
        self.setGeometry(whole)
        bars = QRegion(whole).subtracted(page).translated(-whole.topLeft())
        # An empty region would be no mask at all: nothing is covered where there are no bars.
        self.setMask(bars if not bars.isEmpty() else QRegion(-1, -1, 1, 1))

    def set_up(self, up: bool) -> None:
        """Come up or go, as long as the sheet does."""
        end = 1.0 if up else 0.0
        if self._fade.endValue() == end:
            return
        self._fade.stop()
        self._fade.setStartValue(self._share)
        self._fade.setEndValue(end)
        self._fade.setDuration(motion(self, _FADE_MS))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not up)
        self._fade.start()

    def _on_fade_value_changed(self, share: object) -> None:
        if isinstance(share, float):
            self._share = share
            self.setVisible(share > 0)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        mask = QColor(theme_of(self).mask)
        mask.setAlphaF(mask.alphaF() * self._share)
        QPainter(self).fillRect(self.rect(), mask)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()
