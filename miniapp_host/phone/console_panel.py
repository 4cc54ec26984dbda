"""Makes the panel Console for the program that the inspector shows."""

from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.shell.console.console_model import ConsoleModel
from miniapp_host.shell.panels.console.console_panel import ConsolePanel


def make_console_panel(context: PanelContext) -> ConsolePanel:
    """The panel, which follows `context`."""

    def present() -> ConsoleModel | None:
        return context.program.screen.console if context.program is not None else None

    panel = ConsolePanel(present, context.texts)
    context.program_changed.connect(panel.follow)
    return panel
