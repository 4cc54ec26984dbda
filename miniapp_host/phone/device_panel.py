"""Makes the panel Device, which needs no program."""

from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.shell.panels.device.device_panel import DevicePanel


def make_device_panel(context: PanelContext) -> DevicePanel:
    """The panel over the devices of the phone."""
    panel = DevicePanel(context.programs.devices, context.memory.appearance, context.texts)
    panel.problem_found.connect(context.problem_found)
    return panel
