"""Makes the panels that show what a program sends, keeps and holds."""

from collections.abc import Callable

from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.programs.page_data import PageData
from miniapp_host.shell.panels.network.network_panel import NetworkPanel
from miniapp_host.shell.panels.values.page_data_panel import PageDataPanel
from miniapp_host.shell.panels.values.storage_panel import StoragePanel


def make_network_panel(context: PanelContext) -> NetworkPanel:
    """The panel Network, which follows `context`."""
    devices, fixtures = context.parts.devices, context.parts.options.fixtures
    traffic, conditions = devices.traffic, devices.conditions
    panel = NetworkPanel(traffic, conditions, _front(context), fixtures, context.texts)
    panel.told.connect(context.programs.problem_found)
    context.program_changed.connect(panel.follow)
    return panel


def make_storage_panel(context: PanelContext) -> StoragePanel:
    """The panel Storage, which follows `context`."""
    panel = StoragePanel(context.memory.storage, _front(context), context.texts)
    panel.told.connect(context.programs.problem_found)
    context.program_changed.connect(panel.follow)
    return panel


def make_page_data_panel(context: PanelContext) -> PageDataPanel:
    """The panel Page data, which follows `context`."""

    def present() -> PageData | None:
        return context.program.page_data if context.program is not None else None

    panel = PageDataPanel(present, context.texts)
    panel.told.connect(context.programs.problem_found)
    context.program_changed.connect(panel.follow)
    return panel


def _front(context: PanelContext) -> Callable[[], str | None]:
    """Gives the id of the program that the panels show."""

    def program() -> str | None:
        return context.program.id if context.program is not None else None

    return program
