"""The inspector's tabs in one row; what does not fit is in a menu at its end."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from miniapp_host.shell.inspector.tool_button import ToolButton
from miniapp_host.shell.kit.accessible import Role, Spoken
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.theme import font, theme_of, tone_of
from miniapp_host.texts import Texts

HEIGHT = 36
_SIDE = 10
_MORE = 28


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: `name` for the code, `title` for the person."""

    name: str
    title: str


class TabStrip(Spoken, QWidget):
    """Says `chosen` with the name of the tab that the person wants; shows one as the current."""

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[Tab], texts: Texts) -> None:
        super().__init__()
        self.speak_as(Role.PageTabList)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(texts("Panels"))
        self._current = ""
        self._tabs = [_TabButton(tab, at, self) for at, tab in enumerate(tabs)]
        for tab in self._tabs:
            tab.tab_clicked.connect(self.chosen)
            tab.stepped.connect(self._on_tab_stepped)
        self._more = ToolButton("chevron-double", texts("More panels"), self)
        self._more.setObjectName("inspectorMoreTabs")
        self._more.clicked.connect(self._on_more_clicked)
        self._menu: QMenu | None = None

    @property
    def names(self) -> list[str]:
        """The names of the tabs, left to right."""
        return [tab.tab.name for tab in self._tabs]

    @property
    def current(self) -> str:
        """The name of the current tab, empty if there is none."""
        return self._current

    def show_current(self, name: str) -> None:
        """Mark the tab of that name as the current one; if a tab has the focus it gets it."""
        held = any(tab.hasFocus() for tab in self._tabs)  # Qt passes the focus of a hidden tab on
        self._current = name
        for tab in self._tabs:
            tab.setChecked(tab.tab.name == name)
        self._arrange()
        for tab in self._tabs:
            if held and tab.isChecked() and not tab.hasFocus():
                tab.setFocus(Qt.FocusReason.TabFocusReason)

    def show_count(self, name: str, count: int) -> None:
        """Write a number after the title of a tab; 0 writes none."""
        for tab in self._tabs:
            if tab.tab.name == name:
                tab.set_count(count)
        self._arrange()

    def neighbour(self, step: int) -> str:
        """The name of the tab `step` places right of the current one, in a circle."""
        names = self.names
        at = names.index(self._current) if self._current in names else 0
        return names[(at + step) % len(names)] if names else ""

    def _on_tab_stepped(self, step: int) -> None:
        self.chosen.emit(self.neighbour(step))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """Places as many tabs as fit, the current one always among them."""
        shown = self._fitting()
        left = 0
        for tab in self._tabs:
            tab.setVisible(tab in shown)
            if tab in shown:
                tab.setGeometry(left, 0, tab.sizeHint().width(), HEIGHT)
                left += tab.width()
        self._more.setVisible(len(shown) < len(self._tabs))
        self._more.move(left, (HEIGHT - self._more.height()) // 2)

    def _fitting(self) -> list["_TabButton"]:
        widths = {tab: tab.sizeHint().width() for tab in self._tabs}
        if sum(widths.values()) <= self.width():
            return self._tabs
        current = [tab for tab in self._tabs if tab.tab.name == self._current]
        room = self.width() - _MORE - sum(widths[tab] for tab in current)
        shown = list(current)
        for tab in self._tabs:
            if tab in current:
                continue
            room -= widths[tab]
            if room < 0:
                break
            shown.append(tab)
        return shown

    def _on_more_clicked(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("inspectorTabMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for tab in self._tabs:
            if tab.isHidden():
                action = QAction(tab.text(), menu)
                action.setData(tab.tab.name)
                menu.addAction(action)
        menu.triggered.connect(self._on_menu_triggered)
        self._menu = menu
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _on_menu_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())


class _TabButton(Spoken, Pressable):
    """One tab; it is checked while it is the current one."""

    tab_clicked = Signal(str)
    stepped = Signal(int)
    """The person wants the tab so many places right of this one."""

    def __init__(self, tab: Tab, at: int, parent: QWidget) -> None:
        super().__init__(tab.title, parent)
        self.speak_as(Role.PageTab)
        self.tab = tab
        self._count = ""
        self.setCheckable(True)
        self.setObjectName(f"inspectorTab_{tab.name}")
        self.setAccessibleName(tab.title)
        self.setToolTip(f"Ctrl+{at + 1}" if at < 9 else "")
        self.setFont(font(13, medium=True))
        self.clicked.connect(self._on_clicked)

    def set_count(self, count: int) -> None:
        self._count = str(count) if count else ""
        self.setAccessibleDescription(self._count)
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2 * _SIDE
        if self._count:
            width += QFontMetrics(font(12)).horizontalAdvance(self._count) + 6
        return QSize(width, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}.get(event.key())
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def tell_state(self, state: QAccessible.State) -> None:
        state.checkable = state.checked = False
        state.selectable, state.selected = True, self.isChecked()

    def nextCheckState(self) -> None:
        """The strip says which tab is the current one."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.shade())
        painter.setFont(self.font())
        painter.setPen(tone_of(self, "fg_0" if self.isChecked() else "fg_1"))
        room = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(font(12))
        painter.setPen(tone_of(self, "fg_1"))
        both = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, both, self._count)
        if self.isChecked():
            line = QRectF(_SIDE, HEIGHT - 2, self.width() - 2 * _SIDE, 2)
            painter.fillRect(line, QColor(theme_of(self).brand))
        self.paint_ring(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), 4)

    def _on_clicked(self) -> None:
        self.tab_clicked.emit(self.tab.name)
