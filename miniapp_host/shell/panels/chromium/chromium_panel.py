"""The panel Elements & Sources: Chromium's own tools, made when it is first seen.

They end when the inspector is closed: while they are attached Chromium works more slowly.
Breakpoints come back with them.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.inspector.tool_button import ToolTextButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.texts import Texts
from miniapp_host.web.developer_tools import DeveloperTools, ToolsProfile
from miniapp_host.web.program_view import ProgramView


class ChromiumPanel(Panel):
    """Shows the tools on what `present` gives; `follow` changes over to another program or run.

    `profile` keeps their breakpoints while they are away.
    """

    attached = Signal(bool)
    """The tools were made, or they have ended."""
    restart_wished = Signal()
    """The person wants the program started anew, so that its files have their names."""

    def __init__(
        self, present: Callable[[], ProgramView | None], profile: ToolsProfile, texts: Texts
    ) -> None:
        super().__init__("chromium", texts("Elements & Sources"), texts)
        self._present = present
        self._profile = profile
        self._view: DeveloperTools | None = None
        self._watched: QWidget | None = None
        restart = ToolTextButton("chromiumRestart", texts("Restart"))
        restart.clicked.connect(self.restart_wished)
        note = texts("Restart it to see its files by name.")
        self.tools.add_widget(PlainLabel(note, pixels=13, tone="fg_1"))
        self.tools.add_widget(restart)
        self.tools.hide()
        self._lasting = _foot(texts("Breakpoints last until the phone is closed."))
        self._lasting.hide()
        self.add_foot(self._lasting)
        self.say_empty(
            texts("No program is open"),
            texts("Chromium's tools show the page and the scripts of the program in front."),
        )

    def begin(self) -> None:
        if self._view is None:
            self._view = DeveloperTools(QColor(theme_of(self).bg_2), self._profile)
            self._view.wear(theme_of(self).name)
            self.set_body(self._view)
            self._watch(self.parentWidget())
            self.attached.emit(True)
        self.follow()

    def _watch(self, inspector: QWidget | None) -> None:
        """Hear when `inspector` is hidden, and nobody else any more."""
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = inspector
        if inspector is not None:
            inspector.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ends the tools with the inspector, whichever panel it shows then."""
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.dispose()
        return super().eventFilter(watched, event)

    def dispose(self) -> None:
        """End the tools, if there are any."""
        view, self._view = self._view, None
        if view is not None:
            self._watch(None)
            self._lasting.hide()
            self.show_empty(True)
            view.setParent(None)
            view.dispose()
            self.attached.emit(False)

    def follow(self) -> None:
        """Attach the tools to the program that is in front now."""
        if self._view is None:
            return
        found = self._present()
        self._view.inspect(found)
        self.tools.setVisible(found is not None and not found.names_files)
        self._lasting.setVisible(found is not None)
        self.show_empty(found is None)

    def choose(self, place: QPoint) -> None:
        """Choose what the page shows at this place on the desktop."""
        found = self._present()
        if self._view is not None and found is not None:
            self._view.choose(found.mapFromGlobal(QPointF(place)) / found.zoomFactor())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._view is not None:
            self._view.wear(theme_of(self).name)


def _foot(words: str) -> QWidget:
    """A line below the tools."""
    foot = QWidget()
    foot.setObjectName("chromiumLasting")
    row = QHBoxLayout(foot)
    row.setContentsMargins(12, 5, 12, 5)
    row.addWidget(PlainLabel(words, pixels=12, tone="fg_1"))
    return foot
