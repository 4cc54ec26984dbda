"""The half-screen sheet: rises from the bottom, with header, scrolling body and footer."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.shell.kit.scroll import Scroll
from miniapp_host.shell.kit.theme import theme_of

RADIUS = 12
SIDE = 24
HEADER = 64
OVERHANG = 8
"""How far an icon button's reach may stick out of the header, so that its icon ends at the side."""
TALLEST, TALLEST_LYING = 0.75, 0.92
WIDEST_LYING = 480
"""On a turned phone a sheet is no wider, and higher: it would be a strip with room for one line."""
BELOW, BELOW_SMALL, SMALL = 64, 32, 700
"""Room under the footer, and the screen's height under which there is less of it."""


class HalfSheet(Overlay):
    """Fill `header`, `body` and `footer` (layouts); as high as they need, at most 75 %.

    On a turned phone it stands in the middle, as wide as an upright one, and is up to 92 % high.

    `ground` names the theme's colour under it. Without footer the body ends with 24 of its own, so
    that what is scrolled goes on down to the screen's edge.
    """

    def __init__(
        self,
        screen: QWidget,
        *,
        title: str = "",
        layer: Layer = Layer.DIALOG,
        dismissable: bool = True,
        ground: str = "bg_2",
    ) -> None:
        super().__init__(screen, layer, dismissable=dismissable)
        self.panel.deleteLater()
        self.panel = SheetPanel(ground, self)
        self._head, self.header = _row(self.panel)
        self.header.setContentsMargins(OVERHANG, 0, OVERHANG, 0)
        self._foot, self.footer = _row(self.panel)
        self.footer.setSpacing(16)
        self.footer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(SIDE, 0, SIDE, 0)
        self.body.setSpacing(0)
        self._scroll = Scroll(self._content, self.panel)
        self._content.installEventFilter(self)
        if title:
            self.setAccessibleName(title)
            label = PlainLabel(title, pixels=15, medium=True, align=Qt.AlignmentFlag.AlignHCenter)
            self.header.addWidget(label, 1)

    def arrange(self) -> None:
        width = min(self.width(), WIDEST_LYING) if self._lies else self.width()
        tallest = TALLEST_LYING if self._lies else TALLEST
        head = HEADER if self.header.count() else SIDE
        foot = self._foot_height()
        self._end_body()
        wanted = self.body.totalHeightForWidth(width) if self.body.hasHeightForWidth() else -1
        body = wanted if wanted >= 0 else self.body.totalSizeHint().height()
        body = max(0, min(body, int(self.height() * tallest) - head - foot))
        whole = head + body + foot
        top = self.height() - round(whole * self.shown_share)
        self.panel.setGeometry((self.width() - width) // 2, top, width, whole)
        self._head.setGeometry(SIDE - OVERHANG, 0, width - 2 * (SIDE - OVERHANG), head)
        self._scroll.setGeometry(QRect(0, head, width, body))
        self._foot.setGeometry(SIDE, head + body, width - 2 * SIDE, foot)

    @property
    def _lies(self) -> bool:
        """Whether the phone is turned: its screen is wider than it is high."""
        return self.width() > self.height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().eventFilter(watched, event)

    def _tab_stops(self) -> list[QWidget]:
        """The widgets that Tab reaches; the footer's buttons come first."""
        return sorted(super()._tab_stops(), key=lambda stop: not self._foot.isAncestorOf(stop))

    def _foot_height(self) -> int:
        if not self.footer.count():
            return 0
        below = BELOW_SMALL if self.height() < SMALL else BELOW
        above = 32
        if self._lies:
            above, below = 16, 28
        self.footer.setContentsMargins(0, above, 0, below)
        return self.footer.totalSizeHint().height()

    def _end_body(self) -> None:
        margins = self.body.contentsMargins()
        margins.setBottom(0 if self.footer.count() else SIDE)
        self.body.setContentsMargins(margins)


class SheetPanel(QWidget):
    """The sheet itself: round at the top; clicks stop here."""

    def __init__(self, ground: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = _out_to_pixels(painter, QRectF(self.rect()))
        path = QPainterPath()
        path.addRoundedRect(area.adjusted(0, 0, 0, RADIUS), RADIUS, RADIUS)
        painter.fillPath(path, QColor(getattr(theme_of(self), self._ground)))


def _out_to_pixels(painter: QPainter, area: QRectF) -> QRectF:
    """`area` and what it covers of its last pixels: at 75 % half a one would shine through."""
    to_screen = painter.deviceTransform()
    back, _ = to_screen.inverted()
    return back.mapRect(QRectF(to_screen.mapRect(area).toAlignedRect()))


def _row(parent: QWidget) -> tuple[QWidget, QHBoxLayout]:
    holder = QWidget(parent)
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    return holder, layout
