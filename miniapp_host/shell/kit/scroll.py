"""A scroll area as on a phone: transparent, vertical only, with a thin bar that takes no room."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QFrame,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from miniapp_host.shell.kit.theme import tone_of

BAR = 6
_Action = QAbstractSlider.SliderAction
_KEYS = {
    Qt.Key.Key_Up.value: _Action.SliderSingleStepSub,
    Qt.Key.Key_Down.value: _Action.SliderSingleStepAdd,
    Qt.Key.Key_PageUp.value: _Action.SliderPageStepSub,
    Qt.Key.Key_PageDown.value: _Action.SliderPageStepAdd,
    Qt.Key.Key_Home.value: _Action.SliderToMinimum,
    Qt.Key.Key_End.value: _Action.SliderToMaximum,
}
END = 8
"""Pixels above and below the bar, for the round corners of the content."""


class ThinBar(QScrollBar):
    """A pill over the content's edge, there only while there is something to scroll.

    Takes the place of the bars of `area`: a scroll area, a list, a long text.
    """

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.installEventFilter(self)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._area = area
        inner = self._inner
        inner.rangeChanged.connect(self._on_inner_range_changed)
        inner.valueChanged.connect(self.setValue)
        self.valueChanged.connect(inner.setValue)
        self.hide()

    @property
    def _inner(self) -> QScrollBar:
        """The area's own scroll bar, fetched at each use: Python's wrapper of it may be gone."""
        return self._area.verticalScrollBar()

    def sizeHint(self) -> QSize:
        return QSize(BAR, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        span = max(1, self.maximum() - self.minimum())
        way = self.height() - 2 * END
        long = max(24.0, way * self.pageStep() / (span + self.pageStep()))
        top = END + (way - long) * (self.value() - self.minimum()) / span
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone_of(self, "fg_2"))
        painter.drawRoundedRect(QRectF(1, top, BAR - 3, long), 1.5, 1.5)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.width() - BAR, 0, BAR, watched.height())
        return super().eventFilter(watched, event)

    def _on_inner_range_changed(self, least: int, most: int) -> None:
        inner = self._inner
        self.setRange(least, most)
        self.setPageStep(inner.pageStep())
        self.setSingleStep(inner.singleStep())
        self.setVisible(most > least)
        self.raise_()


class Scroll(QScrollArea):
    """Scrolls `content` up and down."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar = ThinBar(self)
        self.viewport().resize(content.size())  # else a long text is laid out for 98 pixels first
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def take_key(self, event: QKeyEvent) -> bool:
        """Scroll if the key means that, and say whether it does; never with Alt."""
        action = _KEYS.get(event.key())
        bar = self.verticalScrollBar()
        if action is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        bar.triggerAction(action)
        return bar.maximum() > 0
