"""Makes the panel Device, which needs a program for its card of starts only."""

from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.phone.start_as import StartAs
from miniapp_host.shell.panels.device.device_panel import DevicePanel
from miniapp_host.shell.panels.device.start_card import StartSources


def make_device_panel(context: PanelContext) -> DevicePanel:
    """The panel over the devices of the phone, which follows `context`."""
    programs = context.programs
    start_as = StartAs(context.parts.window, lambda: programs, context)

    def program() -> tuple[str, str] | None:
        shown = context.program
        return (shown.id, shown.screen.name) if shown is not None else None

    sources = StartSources(
        program=program,
        now=start_as.now,
        starts=start_as.starts,
        begin=start_as.begin,
        ask=start_as.ask,
        restart=programs.restart,
    )
    panel = DevicePanel(programs.devices, context.memory.appearance, sources, context.texts)
    context.program_changed.connect(panel.follow)
    panel.problem_found.connect(context.problem_found)
    start_as.problem_found.connect(context.problem_found)
    return panel
