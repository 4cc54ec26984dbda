"""Makes the panel Walkthrough for the program that the inspector shows."""

from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.shell.panels.walkthrough.walkthrough_panel import WalkthroughPanel


def make_walkthrough_panel(context: PanelContext) -> WalkthroughPanel:
    """The panel, which follows `context`; the walk itself outlives it."""
    panel = WalkthroughPanel(context.walks, context.texts)
    context.program_changed.connect(panel.follow)
    return panel
