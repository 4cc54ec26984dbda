"""A program's tab bar: up to five tabs with icons from its package, badges and red dots."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.accessible import Role, Spoken
from miniapp_host.shell.kit.glass import shape_of
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.program_colour import legible
from miniapp_host.shell.kit.theme import (
    BLACK,
    TAB_LINE_BLACK,
    TAB_LINE_WHITE,
    WHITE,
    font,
    theme_of,
)
from miniapp_host.shell.program.chrome import Tab, TabBarLook

HEIGHT = 50
_ICON = 28

IconReader = Callable[[str], bytes | None]


class TabBar(Spoken, QWidget):
    """Shows a `TabBarLook`; `tab_clicked` names the tab's index."""

    tab_clicked = Signal(int)

    def __init__(self, read_icon: IconReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.speak_as(Role.PageTabList)
        self.setObjectName("tabBar")
        self.fit()
        self._read_icon = read_icon
        self._look = TabBarLook(())
        self._buttons: list[_TabButton] = []

    def fit(self) -> None:
        """Take the height that the glass wants: its lower edge lies below the tabs."""
        self.setFixedHeight(HEIGHT + shape_of(self).bottom)

    def show_look(self, look: TabBarLook, selected: int) -> None:
        """Draws `look` with tab `selected` chosen."""
        self._look = look
        while len(self._buttons) > len(look.tabs):
            self._buttons.pop().deleteLater()
        while len(self._buttons) < len(look.tabs):
            self._add_button()
        for index, button in enumerate(self._buttons):
            button.show_tab(look, look.tabs[index], chosen=index == selected)
        self._place_buttons()
        self.update()

    def forget_icons(self) -> None:
        """Read the icons again when they are shown next: the package may have others now."""
        for button in self._buttons:
            button.forget_icons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_buttons()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.background))
        line = QColor(TAB_LINE_WHITE) if self._look.white_border else QColor(TAB_LINE_BLACK)
        painter.fillRect(QRectF(0, 0, self.width(), 0.5), line)

    def _add_button(self) -> None:
        index = len(self._buttons)
        button = _TabButton(index, self._read_icon, self)
        button.tab_clicked.connect(self.tab_clicked)
        button.show()
        self._buttons.append(button)

    def _place_buttons(self) -> None:
        side = shape_of(self).side
        width = (self.width() - 2 * side) / max(1, len(self._buttons))
        for index, button in enumerate(self._buttons):
            left = side + round(index * width)
            right = side + round((index + 1) * width)
            button.setGeometry(left, 1, right - left, HEIGHT - 1)


class _TabButton(Spoken, Pressable):
    """One tab; knows its index."""

    tab_clicked = Signal(int)

    def __init__(self, index: int, read_icon: IconReader, parent: QWidget) -> None:
        super().__init__("", parent)
        self.speak_as(Role.PageTab)
        self.setObjectName(f"tab_{index}")
        self._index = index
        self._read_icon = read_icon
        self._pictures: dict[str, QPixmap] = {}
        self._tab = Tab("")
        self._chosen = False
        self._ink = QColor(BLACK)
        self._ground = QColor(WHITE)
        self._picture = QPixmap()
        self.clicked.connect(self._on_clicked)

    def forget_icons(self) -> None:
        self._pictures.clear()

    def show_tab(self, look: TabBarLook, tab: Tab, *, chosen: bool) -> None:
        """Draws `tab` in `look`'s colours."""
        self._tab, self._chosen = tab, chosen
        self._ink = QColor(look.selected_color if chosen else look.color)
        self._ground = QColor(look.background)
        if theme_of(self).contrast:
            self._ink = legible(self._ink, self._ground)
        path = (tab.selected_icon or tab.icon) if chosen else tab.icon
        self._picture = self._picture_of(path)
        self.setAccessibleName(tab.text)
        self.setAccessibleDescription(tab.badge)
        self.update()

    def tell_state(self, state: QAccessible.State) -> None:
        state.selectable, state.selected = True, self._chosen

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.5 if self.isDown() else 0.8 if self.hovered else 1)
        icon = QRectF((self.width() - _ICON) / 2, 4, _ICON, _ICON)
        if self._picture.isNull():
            self._draw_label(painter, QRectF(0, 0, self.width(), self.height()), 16)
            icon = self._label_box(16)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(icon, self._picture, QRectF(self._picture.rect()))
            self._draw_label(painter, QRectF(0, 32, self.width(), 15), 10)
        painter.setOpacity(1)
        if self._tab.badge:
            self._draw_badge(painter, icon.topRight())
        elif self._tab.dot:
            self._draw_dot(painter, icon.topRight())
        self.paint_ring(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), 8)

    def _on_clicked(self) -> None:
        self.tab_clicked.emit(self._index)

    def _picture_of(self, path: str) -> QPixmap:
        if path not in self._pictures:
            picture = QPixmap()
            content = self._read_icon(path) if path else None
            if content:
                picture.loadFromData(content)
            if not picture.isNull():
                picture = _fitted(picture)
            self._pictures[path] = picture
        return self._pictures[path]

    def _draw_label(self, painter: QPainter, place: QRectF, size: int) -> None:
        face = font(size)
        painter.setFont(face)
        painter.setPen(self._ink)
        text = QFontMetrics(face).elidedText(
            self._tab.text, Qt.TextElideMode.ElideRight, self.width() - 8
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _label_box(self, size: int) -> QRectF:
        metrics = QFontMetrics(font(size))
        width = min(metrics.horizontalAdvance(self._tab.text), self.width() - 8)
        top = (self.height() - metrics.height()) / 2
        return QRectF((self.width() - width) / 2, top, width, metrics.height())

    def _draw_dot(self, painter: QPainter, corner: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme_of(self).badge))
        painter.drawEllipse(corner + QPointF(0, 3), 4, 4)

    def _draw_badge(self, painter: QPainter, corner: QPointF) -> None:
        face = font(12, medium=True)
        text = self._tab.badge if len(self._tab.badge) <= 4 else "…"
        width = max(18, QFontMetrics(face).horizontalAdvance(text) + 10)
        pill = QRectF(min(corner.x() - 9, self.width() - width - 2), 2, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme_of(self).badge))
        painter.drawRoundedRect(pill, 9, 9)
        painter.setFont(face)
        painter.setPen(QColor(WHITE))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def _fitted(picture: QPixmap) -> QPixmap:
    """The icon at no more than four times its drawn size: programs ship any size."""
    most = _ICON * 4
    if max(picture.width(), picture.height()) <= most:
        return picture
    return picture.scaled(
        most,
        most,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
