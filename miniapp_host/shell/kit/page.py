"""A full page of the host's own (settings, about): bar with a back chevron, body that scrolls."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from miniapp_host.shell.kit.glass import shape_of
from miniapp_host.shell.kit.icon import IconButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.shell.kit.scroll import Scroll
from miniapp_host.shell.kit.status_bar import StatusBar
from miniapp_host.shell.kit.theme import theme_of

BAR = 44
_ACTION_SIDE = 16


class Page(Overlay):
    """Slides in from the right over the whole screen; back and Esc close it. Fill `body`.

    It has a status bar of its own, in its theme's colour, whatever the program beneath has.
    """

    def __init__(self, screen: QWidget, title: str, back: str) -> None:
        super().__init__(screen, Layer.PAGE, masked=False, dismissable=False)
        self.panel.deleteLater()
        self.panel = PageGround(self)
        self.setAccessibleName(title)
        self._status = StatusBar(self.panel)
        self._bar = QWidget(self.panel)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(4, 0, 4, 0)
        self.back = IconButton("chevron-left", back)
        self.back.setObjectName("back")
        self.back.clicked.connect(self.reject)
        self.title = PlainLabel(title, medium=True, align=Qt.AlignmentFlag.AlignHCenter)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        row.addSpacing(self.back.width() + row.spacing())
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 0, 0, 34)
        self.body.setSpacing(0)
        self._area = Scroll(self.content, self.panel)
        self._action: QWidget | None = None

    @property
    def body_top(self) -> int:
        """Where the body begins, below status bar and bar."""
        return shape_of(self).top + BAR

    def put_in_bar(self, action: QWidget) -> None:
        """Place what the page is there for, as a Done button, at the bar's right end."""
        action.setParent(self.panel)
        self._action = action

    def reveal(self, widget: QWidget) -> None:
        """Scroll until `widget` is in view; of a list, its current row."""
        self._area.ensureWidgetVisible(widget)

    def arrange(self) -> None:
        shape, top = shape_of(self), self.body_top
        left = round(self.width() * (1 - self.shown_share))
        width = self.width() - 2 * shape.side
        self.panel.setGeometry(left, 0, self.width(), self.height())
        self._status.setGeometry(0, 0, self.width(), shape.top)
        self._bar.setGeometry(shape.side, shape.top, width, BAR)
        self._area.setGeometry(shape.side, top, width, max(0, self.height() - top))
        if self._action:
            self._place_in_bar(self._action)

    def _place_in_bar(self, action: QWidget) -> None:
        action.adjustSize()
        left = self.width() - _ACTION_SIDE - action.width()
        action.move(left, self.body_top - (BAR + action.height()) // 2)
        action.raise_()


class PageGround(QWidget):
    """The page's background; clicks stop here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), QColor(theme_of(self).bg_0))
