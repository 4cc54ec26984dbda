"""Makes the panel Console for the program that the inspector shows."""

from PySide6.QtCore import QObject

from miniapp_host.phone.editor import Editor
from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.shell.console.console_model import ConsoleModel
from miniapp_host.shell.panels.console.console_panel import ConsolePanel, PlaceWished
from miniapp_host.texts import ToldError


def make_console_panel(context: PanelContext) -> ConsolePanel:
    """The panel, which follows `context`."""

    def present() -> ConsoleModel | None:
        return context.program.screen.console if context.program is not None else None

    panel = ConsolePanel(present, context.parts.console_values.want, context.texts)
    context.program_changed.connect(panel.follow)
    deeds = ConsoleDeeds(context, panel)
    panel.code_sent.connect(deeds.evaluate)
    panel.place_wished.connect(deeds.open_place)
    return panel


class ConsoleDeeds(QObject):
    """Does what the person wants in the panel, with the program that it shows."""

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._editor = Editor(context.memory.preferences)

    def evaluate(self, code: str) -> None:
        """Evaluate `code` in the program."""
        if self._context.program is not None:
            self._context.program.console_line.evaluate(code)

    def open_place(self, place: PlaceWished) -> None:
        """Open the program's file in the person's editor."""
        program = self._context.program
        if program is None:
            return
        try:
            self._editor.open(program.session.package.place(place.file), place.line)
        except (ToldError, FileNotFoundError) as error:
            self._context.problem_found.emit(error)
