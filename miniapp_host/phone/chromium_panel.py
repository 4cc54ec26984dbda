"""Makes the panel Elements & Sources for the program that the inspector shows."""

from PySide6.QtCore import QObject

from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.shell.panels.chromium.chromium_panel import ChromiumPanel
from miniapp_host.web.engine import prepare_engine
from miniapp_host.web.program_view import ProgramView


class ChromiumTools(QObject):
    """Connects the panel to the phone; it lives as long as the panel."""

    def __init__(self, panel: ChromiumPanel, context: PanelContext) -> None:
        super().__init__(panel)
        self._context = context
        panel.attached.connect(self._on_panel_attached)
        panel.restart_wished.connect(self._on_panel_restart_wished)
        context.program_changed.connect(panel.follow)

    def _on_panel_attached(self, attached: bool) -> None:
        """From now on programs start with names for their files, or without."""
        parts = self._context.parts
        parts.inspection.wanted = attached or parts.options.inspect is not None

    def _on_panel_restart_wished(self) -> None:
        if self._context.program is not None:
            self._context.programs.restart(self._context.program.id)


def make_chromium_panel(context: PanelContext) -> ChromiumPanel:
    """The panel, which follows `context`."""

    def present() -> ProgramView | None:
        return context.program.view if context.program is not None else None

    options = context.parts.options
    prepare_engine(options.inspect, options.own_ports)  # the tools may come before a program
    panel = ChromiumPanel(present, context.tools_profile, context.texts)
    ChromiumTools(panel, context)
    return panel
