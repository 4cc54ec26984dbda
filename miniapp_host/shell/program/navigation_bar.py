"""A program's navigation bar: title, back or home at the left, a spinner while loading."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.accessible import Role, Spoken
from miniapp_host.shell.kit.glyph import Glyph
from miniapp_host.shell.kit.icon import paint_icon
from miniapp_host.shell.kit.spinner import Spinner
from miniapp_host.shell.kit.theme import (
    BLACK,
    PILL_EDGE_ON_DARK,
    PILL_EDGE_ON_LIGHT,
    PILL_ON_DARK,
    PILL_ON_LIGHT,
    WHITE,
    font,
)
from miniapp_host.shell.program import capsule
from miniapp_host.texts import Texts

HEIGHT = 44
_SIDE = capsule.WIDTH + capsule.RIGHT + 9
_SPINNER = 18


class NavigationBar(Spoken, QWidget):
    """Draws what it is given; without a background the page shows through."""

    back_clicked = Signal()
    home_clicked = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.speak_as(Role.ToolBar)  # a title bar is a text to AT-SPI, as a field is
        self.setObjectName("navigationBar")
        self.setFixedHeight(HEIGHT)
        self._title = ""
        self._ink = QColor(BLACK)
        self._back = _BarButton("navigationBack", "Back", texts, self)
        self._home = _BarButton("navigationHome", "Home", texts, self)
        self._spinner = Spinner(_SPINNER, self)
        self._back.setGeometry(0, 0, 48, HEIGHT)
        self._home.setGeometry(2, 0, 48, HEIGHT)
        self._back.clicked.connect(self.back_clicked)
        self._home.clicked.connect(self.home_clicked)
        self.show_buttons(back=False, home=False)
        self.set_loading(False)

    @property
    def title(self) -> str:
        """The whole title, even if it is drawn cut."""
        return self._title

    def set_title(self, title: str) -> None:
        """Shows `title` on one line, cut where it would meet the capsule."""
        self._title = title
        self.setAccessibleName(title)
        self._place_spinner()
        self.update()

    def set_white(self, white: bool) -> None:
        """Draws in white (for dark bars) or black."""
        self._ink = QColor(WHITE if white else BLACK)
        for button in (self._back, self._home):
            button.ink = self._ink
            button.update()
        self._spinner.set_ink(self._ink)
        self.update()

    def show_buttons(self, *, back: bool, home: bool) -> None:
        """Set the button at the left; back has priority over home."""
        self._back.setVisible(back)
        self._home.setVisible(home and not back)

    def set_loading(self, loading: bool) -> None:
        """Shows the spinner before the title."""
        self._spinner.setVisible(loading)
        self._place_spinner()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_spinner()

    def shown_title(self) -> str:
        """The title as drawn, cut with an ellipsis if it is too long."""
        metrics = QFontMetrics(font(17, medium=True))
        return metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, self._room())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(17, medium=True))
        painter.setPen(self._ink)
        place = QRectF(0, 0, self.width(), HEIGHT)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.shown_title())

    def _room(self) -> int:
        return self.width() - 2 * _SIDE

    def _place_spinner(self) -> None:
        width = QFontMetrics(font(17, medium=True)).horizontalAdvance(self.shown_title())
        left = (self.width() - width) // 2 - (_SPINNER + 8 if self._title else _SPINNER // 2)
        self._spinner.move(left, (HEIGHT - _SPINNER) // 2)


class _BarButton(Glyph):
    """A button at the bar's left: the bare chevron, or home in a round frame."""

    def __init__(self, name: str, word: str, texts: Texts, parent: QWidget) -> None:
        super().__init__(name, word, texts, parent)
        self.ink = QColor(BLACK)
        self._icon = word.lower()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(self.ink)
        ink.setAlphaF(0.4 if self.isDown() else 0.7 if self.hovered else 1)
        if self._icon == "home":
            self._draw_frame(painter)
            paint_icon(painter, "home", QRectF(15, 13, 18, 18), ink)
        else:
            paint_icon(painter, "back", QRectF(10, 9, 26, 26), ink)
        self.paint_ring(painter, QRectF(self.rect()).adjusted(4, 4, -4, -4), 8)

    def _draw_frame(self, painter: QPainter) -> None:
        white = self.ink.lightnessF() > 0.5
        painter.setBrush(QColor(PILL_ON_DARK) if white else QColor(PILL_ON_LIGHT))
        painter.setPen(QPen(QColor(PILL_EDGE_ON_DARK) if white else QColor(PILL_EDGE_ON_LIGHT), 1))
        painter.drawEllipse(QRectF(8.5, 6.5, 31, 31))
