"""A program's view as the phone frames it: bars, tabs and capsule, and what covers the view.

It draws what the service says of the page in front, and tells what the person presses in the frame.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.screen import Metrics
from miniapp_host.devices.display import Hold
from miniapp_host.shell.console.console import ErrorPill
from miniapp_host.shell.kit import status_bar
from miniapp_host.shell.kit.glass import shape_of
from miniapp_host.shell.kit.layers import Layer, place
from miniapp_host.shell.kit.program_colour import legible_in_white
from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.shell.kit.spoken_screen import SpokenScreen
from miniapp_host.shell.kit.theme import BLACK, WHITE, theme_of
from miniapp_host.shell.program import capsule, navigation_bar, tab_bar
from miniapp_host.shell.program.bar_mask import BarMask
from miniapp_host.shell.program.chrome import Chrome
from miniapp_host.shell.program.splash import Splash
from miniapp_host.shell.program.web_view_frame import WebViewFrame
from miniapp_host.texts import Texts

_PILL_GAP = 12
_MOST_PAGES = 40
"""The pages of which it is known what they paint; a program may open any number in turn."""


class FramedView(SpokenScreen):
    """The page lies between the bars, a web page over it, a splash or an error over both."""

    back_requested = Signal()
    home_requested = Signal()
    tab_chosen = Signal(int)
    closed = Signal()
    """The person pressed the capsule's close."""
    url_changed = Signal()
    """Another page is in front, or the same one with another query."""
    ground_changed = Signal()
    orientation_changed = Signal()
    """The page in front wants the phone to be held otherwise."""
    resized = Signal()
    mask_clicked = Signal()
    """The person clicked beside a sheet that lies in the page, on a bar."""

    def __init__(
        self, face: ProgramFace, read_icon: Callable[[str], bytes | None], texts: Texts
    ) -> None:
        super().__init__()
        self.setAccessibleName(face.name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # Qt paints nothing below it
        self._face = face
        self._opening = Chrome()
        self._chrome = self._opening
        self._view: QWidget | None = None
        self._cover: QWidget | None = None
        self._web: WebViewFrame | None = None
        self._bar = navigation_bar.NavigationBar(texts, self)
        self._tabs = tab_bar.TabBar(read_icon, self)
        self._status = status_bar.StatusBar(self)
        self._capsule = capsule.Capsule(texts, self)
        place(self._capsule, Layer.CAPSULE)
        self._mask = BarMask(self)
        self._masked_pages: set[int] = set()
        self._dark_pages: dict[int, bool] = {}
        """The pages that have said whether they are dark at their bottom."""
        place(self._mask, Layer.BAR_MASK)
        self._mask.clicked.connect(self.mask_clicked)
        self._pill = ErrorPill(texts, self)
        self._bar.back_clicked.connect(self._on_bar_back_clicked)
        self._bar.home_clicked.connect(self.home_requested)
        self._tabs.tab_clicked.connect(self.tab_chosen)
        self._capsule.close_clicked.connect(self.closed)
        self._cover_with(Splash(face, self))
        self.show_chrome(self._chrome)

    @property
    def hold(self) -> Hold:
        """How the page in front lets itself be held."""
        return self._chrome.hold

    def expect(self, hold: Hold) -> None:
        """Say how the first page will let itself be held, before it says so itself."""
        self._opening = Chrome(hold=hold)
        self.show_chrome(self._opening)

    @property
    def ground(self) -> str:
        """The colour at the bottom of the screen, as `#rrggbb`.

        A page that was painted is black or white: only that it is dark or light is known.
        """
        look = self._chrome.tab_bar
        if self._cover is not None:
            return theme_of(self).bg_2
        if look and self._chrome.tabs_shown:
            return look.background
        if self._web is not None:
            return self._web.ground
        dark = self._dark_pages.get(self._chrome.page)
        return self._chrome.background if dark is None else BLACK if dark else WHITE

    def take_ground(self, page: int, dark: bool) -> None:
        """The page of that number is dark at its bottom now, or light."""
        self._dark_pages[page] = dark
        if len(self._dark_pages) > _MOST_PAGES:
            del self._dark_pages[next(iter(self._dark_pages))]
        self.ground_changed.emit()

    def set_view(self, view: QWidget) -> None:
        """Shows the program in `view`, behind a splash until `show_page`; an old view goes."""
        old, self._view = self._view, view
        view.setParent(self)
        view.lower()
        view.show()
        if old is not None:
            old.hide()
            old.deleteLater()
            self._tabs.forget_icons()
            self._masked_pages.clear()
            self._dark_pages.clear()
            self._forget_run()
        self._chrome = self._opening
        if not isinstance(self._cover, Splash):
            self._cover_with(Splash(self._face, self))
        self.show_chrome(self._chrome)

    def show_chrome(self, chrome: Chrome) -> None:
        """Draws what the service says about the page in front."""
        before, self._chrome = self._chrome, chrome
        covered = self._cover is not None
        white = theme_of(self).dark if covered else self._is_white(chrome)
        self._bar.setVisible(not chrome.bar_hidden and not covered)
        self._bar.set_title(chrome.title)
        self._bar.set_loading(chrome.bar_loading)
        self._bar.show_buttons(back=self._can_go_back, home=chrome.home_button)
        for part in (self._bar, self._status, self._capsule):
            part.set_white(white)
        self._tabs.setVisible(chrome.tabs_shown and not covered)
        self._mask_as_wished()
        if chrome.tab_bar is not None and chrome.tab is not None:
            self._tabs.show_look(chrome.tab_bar, chrome.tab)
        self._arrange()
        if _painted(before) != _painted(chrome):
            self.update()
        self.ground_changed.emit()
        if chrome.url != before.url:
            self.url_changed.emit()
        if before.hold != chrome.hold:
            self.orientation_changed.emit()

    def _is_white(self, chrome: Chrome) -> bool:
        """Whether the bars are written in white: as the program wishes, if that can be read."""
        if not theme_of(self).contrast or chrome.bar_hidden:
            return chrome.bar_white
        return legible_in_white(chrome.bar_white, QColor(chrome.bar_background))

    def mask_bars(self, page: int, masked: bool) -> None:
        """Darken the bars around the page of that number, or end that: a sheet lies in it."""
        change = self._masked_pages.add if masked else self._masked_pages.discard
        change(page)
        self._mask_as_wished()

    def _mask_as_wished(self) -> None:
        """What lies beneath the mask is out of Tab's way and of use, for screen readers too."""
        masked = self._chrome.page in self._masked_pages
        self._mask.set_up(masked)
        for part in (self._bar, self._status, self._tabs):
            part.setEnabled(not masked)

    def show_web_view(self, frame: WebViewFrame | None) -> None:
        """Covers the page, but nothing of the phone's own, with `frame`, its child; or uncovers."""
        old, self._web = self._web, frame
        if old is not None and old is not frame:
            old.changed.disconnect(self._on_web_changed)
            old.hide()
        if frame is not None and old is not frame:
            frame.changed.connect(self._on_web_changed)
            self._put_above_view(frame)
            frame.show()
        self.show_chrome(self._chrome)

    def show_page(self) -> None:
        """Remove what covers the view, as the first page is painted."""
        cover, self._cover = self._cover, None
        if isinstance(cover, Splash):
            cover.leave()
        elif cover is not None:
            cover.hide()
            cover.deleteLater()
        self.show_chrome(self._chrome)

    def metrics(self) -> Metrics:
        """The measures now."""
        shape = shape_of(self)
        tabs = self._tabs.height() if self._chrome.tabs_shown else 0
        return Metrics(
            screen_width=self.width(),
            screen_height=self.height(),
            status_bar_height=shape.top,
            tab_bar_height=tabs,
            bottom_inset=shape.bottom,
            side_inset=shape.side,
            pixel_ratio=shape.pixel_ratio,
            custom_navigation=self._chrome.bar_hidden,
            theme=theme_of(self).name,
            contrast=theme_of(self).contrast,
        )

    # Drawing

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.show_chrome(self._chrome)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._chrome.background))
        if not self._chrome.bar_hidden:
            bars = QRect(0, 0, self.width(), self._bars_height)
            painter.fillRect(bars, QColor(self._chrome.bar_background))

    def _arrange(self) -> None:
        width, height, shape = self.width(), self.height(), shape_of(self)
        top = 0 if self._chrome.bar_hidden else self._bars_height
        self._tabs.fit()
        tabs = self._tabs.height() if self._chrome.tabs_shown else 0
        page = QRect(0, top, width, max(0, height - top - tabs))
        for part in (self._view, self._web):
            if part is not None:
                part.setGeometry(page)
        self._mask.fit(self.rect(), page)
        if self._cover is not None:
            self._cover.setGeometry(0, 0, width, height)
        self._status.fit()
        self._status.setGeometry(0, 0, width, shape.top)
        bar_width = width - 2 * shape.side
        self._bar.setGeometry(shape.side, shape.top, bar_width, navigation_bar.HEIGHT)
        right = width - shape.side - capsule.RIGHT
        self._capsule.move(right - capsule.WIDTH, shape.top + capsule.TOP)
        self._tabs.setGeometry(0, height - self._tabs.height(), width, self._tabs.height())
        foot = tabs or shape.bottom
        pill = self._pill.sizeHint().height() + _PILL_GAP
        self._pill.move(shape.side + _PILL_GAP, height - foot - pill)

    @property
    def _bars_height(self) -> int:
        return shape_of(self).top + navigation_bar.HEIGHT

    @property
    def _can_go_back(self) -> bool:
        return self._chrome.can_go_back or (self._web is not None and self._web.can_go_back)

    def _put_above_view(self, frame: QWidget) -> None:
        frame.lower()
        if self._view is not None:
            self._view.lower()

    def _cover_with(self, cover: QWidget) -> None:
        old, self._cover = self._cover, cover
        if old is not None:
            old.hide()
            old.deleteLater()
        cover.stackUnder(self._status)
        cover.setGeometry(self.rect())
        cover.show()

    def _forget_run(self) -> None:
        """The view was replaced, as its run has ended."""

    # What the person does

    def _on_bar_back_clicked(self) -> None:
        """Goes back in the history of a web page first, then in the program."""
        if self._web is not None and self._web.can_go_back:
            self._web.back_clicked.emit()
        else:
            self.back_requested.emit()

    def _on_web_changed(self) -> None:
        self._bar.show_buttons(back=self._can_go_back, home=self._chrome.home_button)
        self.ground_changed.emit()


def _painted(chrome: Chrome) -> tuple[object, ...]:
    """What of it the frame paints itself, beneath all parts."""
    return chrome.background, chrome.bar_hidden, chrome.bar_background
