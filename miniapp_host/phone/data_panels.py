"""Makes the panels that show what a program sends, keeps and holds."""

from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.shell.panels.network.network_panel import NetworkPanel


def make_network_panel(context: PanelContext) -> NetworkPanel:
    """The panel Network, which follows `context`."""
    devices, options = context.parts.devices, context.parts.options

    def program() -> str | None:
        return context.program.id if context.program is not None else None

    panel = NetworkPanel(
        devices.traffic, devices.conditions, program, options.fixtures, context.texts
    )
    panel.told.connect(context.programs.problem_found)
    context.program_changed.connect(panel.follow)
    return panel
