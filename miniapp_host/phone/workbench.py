"""The tools beside the phone: opens and closes the inspector, and remembers how it stood."""

from dataclasses import asdict

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QWidget

from miniapp_host.devices.preferences import Preferences, PreferencesError
from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.phone.panels import PANELS
from miniapp_host.phone.programs import OpenPrograms
from miniapp_host.phone.remembered import INSPECTOR_KEY, remembered_placement
from miniapp_host.shell.inspector.inspector import Inspector
from miniapp_host.shell.inspector.tab_strip import Tab
from miniapp_host.shell.window.desk import Side
from miniapp_host.shell.window.placement import Placement
from miniapp_host.shell.window.tool_place import ToolPlace

_PANEL_KEY = "inspector.panel"


class Workbench(QObject):
    """Made when the inspector is first opened."""

    problem_found = Signal(object)
    """An error that the person must be told."""
    inspector_made = Signal(Inspector)

    def __init__(self, programs: OpenPrograms, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._texts = programs.parts.texts
        self.context = PanelContext(programs, self)
        self.context.problem_found.connect(self.problem_found)
        self.place = ToolPlace(
            programs.parts.window,
            Side.RIGHT,
            self._make_inspector,
            remembered_placement(preferences),
        )
        self.place.changed.connect(self._on_place_changed)
        self.context.program_changed.connect(self._on_context_program_changed)

    @property
    def inspector(self) -> Inspector | None:
        """The inspector, None until it was opened."""
        tool = self.place.tool
        return tool if isinstance(tool, Inspector) else None

    def show_panel(self, name: str) -> QWidget | None:
        """Open the inspector with the panel of that name, and return the panel."""
        self.place.open()
        inspector = self.inspector
        if inspector is None:
            return None
        inspector.show_panel(name)
        return inspector.panel(name)

    def inspect(self, place: QPoint) -> None:
        """Show in Chromium's tools what the page has at this place on the desktop."""
        panel = self.show_panel("chromium")
        from miniapp_host.shell.panels.chromium.chromium_panel import ChromiumPanel

        if isinstance(panel, ChromiumPanel):
            panel.choose(place)

    def change_sides(self) -> None:
        """Give the keys to the inspector, or back to the phone."""
        inspector, phone = self.inspector, self.context.parts.window
        focused = QApplication.focusWidget()
        if inspector is None:
            return
        inside = focused is not None and (focused is inspector or inspector.isAncestorOf(focused))
        if inside:
            phone.activateWindow()
            phone.take_focus()
        else:
            inspector.activateWindow()
            inspector.take_focus()

    def make_anew(self) -> None:
        """Build the inspector again, in the language of now."""
        was_open = self.place.placement.open
        self.place.drop()
        if was_open:
            self.place.open()

    def close(self) -> None:
        """Take the inspector away; it opens again at the next start if it was open."""
        self.context.close()
        self.place.end()

    def _make_inspector(self) -> Inspector:
        tabs = [Tab(kind.name, self._texts.of(kind.title)) for kind in PANELS]
        inspector = Inspector(tabs, self._make_panel, self._texts)
        inspector.show_panel(self._last_panel())
        inspector.show_detached(self.place.placement.detached)
        inspector.panel_changed.connect(self._on_inspector_panel_changed)
        inspector.detach_wished.connect(self._on_inspector_detach_wished)
        inspector.close_wished.connect(self.place.close)
        self.inspector_made.emit(inspector)
        inspector.name_program(self._program_name)
        return inspector

    @property
    def _program_name(self) -> str:
        program = self.context.program
        return program.screen.name if program is not None else ""

    def _on_context_program_changed(self) -> None:
        if self.inspector is not None:
            self.inspector.name_program(self._program_name)
            self.inspector.forget_counts()

    def _make_panel(self, name: str) -> QWidget:
        return next(kind for kind in PANELS if kind.name == name).make(self.context)

    def _last_panel(self) -> str:
        names = [kind.name for kind in PANELS]
        last = self._preferences.get(_PANEL_KEY)
        return last if isinstance(last, str) and last in names else names[0]

    def _keep(self, key: str, value: object) -> None:
        try:
            self._preferences.set(key, value)
        except PreferencesError as error:
            self.problem_found.emit(error)

    def _on_place_changed(self, placement: Placement) -> None:
        self._keep(INSPECTOR_KEY, asdict(placement))
        if self.inspector is not None:
            self.inspector.show_detached(placement.detached)

    def _on_inspector_panel_changed(self, name: str) -> None:
        self._keep(_PANEL_KEY, name)

    def _on_inspector_detach_wished(self) -> None:
        self.place.set_detached(not self.place.placement.detached)
