"""The inspector: tabs above, the chosen panel below. It knows no panel, and makes each when asked.

No key that is pressed in it reaches the phone, and none of the phone's reaches it.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.inspector.tab_strip import HEIGHT, Tab, TabStrip
from miniapp_host.shell.inspector.tool_button import ToolButton
from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.tab_stops import go_to, next_stop, tab_stops
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.texts import Texts

LEAST_WIDTH = 480
_NUMBERED = 9


class Inspector(QWidget):
    """Shows one panel at a time; `make` makes the panel of a tab when it is first chosen."""

    panel_changed = Signal(str)
    """The panel of that name is shown now."""
    detach_wished = Signal()
    """The person wants it in a window of its own, or back beside the phone."""
    close_wished = Signal()

    def __init__(self, tabs: Sequence[Tab], make: Callable[[str], QWidget], texts: Texts) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAccessibleName(texts("Inspector"))
        self.setWindowTitle(texts("Inspector"))
        self.setMinimumWidth(LEAST_WIDTH)
        self._texts = texts
        self._make = make
        self._panels: dict[str, QWidget] = {}
        self._strip = TabStrip(tabs, texts)
        self._strip.chosen.connect(self.show_panel)
        self._detach = ToolButton("detach", texts("Into a window of its own"))
        self._detach.setObjectName("inspectorDetach")
        self._detach.clicked.connect(self.detach_wished)
        self._close = ToolButton("close", texts("Close"), key="F12")
        self._close.setObjectName("inspectorClose")
        self._close.clicked.connect(self.close_wished)
        self._stack = QStackedWidget()
        self._build()
        self._add_shortcuts()

    @property
    def current(self) -> str:
        """The name of the panel that is shown, empty if none is."""
        return self._strip.current

    @property
    def panels(self) -> tuple[str, ...]:
        """The names of all panels, in the order of their tabs."""
        return tuple(self._strip.names)

    def show_panel(self, name: str) -> None:
        """Show the panel of that name, made if it was not; an unknown name changes nothing."""
        if name not in self._strip.names or name == self.current:
            return
        self._strip.show_current(name)
        if name not in self._panels:
            self._strip.repaint()  # at once: a panel can take some tenths of a second to make
            self._add_panel(name)
        self._stack.setCurrentWidget(self._panels[name])
        self.panel_changed.emit(name)

    def panel(self, name: str) -> QWidget | None:
        """The panel of that name, None if it was never shown."""
        return self._panels.get(name)

    def show_detached(self, detached: bool) -> None:
        """Say on the button where it leads."""
        if detached:
            self._detach.show_icon("attach", self._texts("Back beside the phone"))
        else:
            self._detach.show_icon("detach", self._texts("Into a window of its own"))

    def name_program(self, name: str) -> None:
        """Say in the title of a window of its own which program is shown; empty for none."""
        words = self._texts("Inspector")
        self.setWindowTitle(f"{words} - {name}" if name else words)

    def forget_counts(self) -> None:
        """Take the numbers off the tabs of panels that nobody sees: they were another program's."""
        for name, panel in self._panels.items():
            if isinstance(panel, Panel) and not panel.is_seen:
                self._strip.show_count(name, 0)

    def take_focus(self) -> None:
        """Give the keys to the panel that is shown: to its first widget that takes them."""
        panel = self._panels.get(self.current)
        stops = tab_stops(panel) if panel is not None else []
        (stops[0] if stops else self._strip).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 6, 0)
        head.setSpacing(2)
        head.addWidget(self._strip, 1)
        head.addWidget(self._detach)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _add_shortcuts(self) -> None:
        """Ctrl with a number chooses a panel, Ctrl+PgUp and Ctrl+PgDown its neighbours."""
        for at, name in enumerate(self._strip.names[:_NUMBERED]):
            _PanelShortcut(f"Ctrl+{at + 1}", name, self).wished.connect(self.show_panel)
        for key, slot in (
            ("Ctrl+PgUp", self._on_previous_wished),
            ("Ctrl+PgDown", self._on_next_wished),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _add_panel(self, name: str) -> None:
        panel = self._make(name)
        self._panels[name] = panel
        self._stack.addWidget(panel)
        if isinstance(panel, Panel):
            panel.counted.connect(_Count(name, self._strip, panel).show)

    def _on_previous_wished(self) -> None:
        self.show_panel(self._strip.neighbour(-1))

    def _on_next_wished(self) -> None:
        self.show_panel(self._strip.neighbour(1))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Lets Tab move in a circle inside the inspector."""
        stop = next_stop(tab_stops(self), QApplication.focusWidget(), forward=forward)
        if stop is not None:
            go_to(stop, forward=forward)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keeps every key: the phone beside it would take Escape as "back"."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self)
        painter.fillRect(self.rect(), QColor(theme.bg_2))
        painter.fillRect(0, 0, self.width(), HEIGHT, QColor(theme.bg_1))
        paint_hairline(painter, theme, 0, HEIGHT - 0.5, self.width())


class _PanelShortcut(QShortcut):
    """A key that chooses one panel."""

    wished = Signal(str)

    def __init__(self, key: str, name: str, inspector: QWidget) -> None:
        super().__init__(QKeySequence(key), inspector)
        self.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._name = name
        self.activated.connect(self._on_activated)

    def _on_activated(self) -> None:
        self.wished.emit(self._name)


class _Count(QObject):
    """Carries a panel's number to its tab."""

    def __init__(self, name: str, strip: TabStrip, panel: QWidget) -> None:
        super().__init__(panel)
        self._name = name
        self._strip = strip

    def show(self, count: int) -> None:
        self._strip.show_count(self._name, count)
