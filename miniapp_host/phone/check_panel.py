"""Makes the panel Check for the program that the inspector shows."""

from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.shell.panels.check.check_panel import CheckPanel


def make_check_panel(context: PanelContext) -> CheckPanel:
    """The panel, which follows `context`; a check goes on when another panel is shown."""
    panel = CheckPanel(context.checking, context.checking.pages, context.texts)
    context.program_changed.connect(panel.follow)
    return panel
