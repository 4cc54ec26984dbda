"""The inspector's panels in the order of their tabs, each made when it is first shown.

What a panel needs is imported by the function that makes it: what nobody looks at costs nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.texts import Text


@dataclass(frozen=True, slots=True)
class PanelKind:
    """One panel: its name in the code, its title, and the function that makes it."""

    name: str
    title: Text
    make: Callable[[PanelContext], QWidget]


def _calls(context: PanelContext) -> QWidget:
    from miniapp_host.phone.calls_panel import make_calls_panel

    return make_calls_panel(context)


def _console(context: PanelContext) -> QWidget:
    from miniapp_host.phone.console_panel import make_console_panel

    return make_console_panel(context)


def _network(context: PanelContext) -> QWidget:
    from miniapp_host.phone.data_panels import make_network_panel

    return make_network_panel(context)


def _storage(context: PanelContext) -> QWidget:
    from miniapp_host.phone.data_panels import make_storage_panel

    return make_storage_panel(context)


def _page_data(context: PanelContext) -> QWidget:
    from miniapp_host.phone.data_panels import make_page_data_panel

    return make_page_data_panel(context)


def _device(context: PanelContext) -> QWidget:
    from miniapp_host.phone.device_panel import make_device_panel

    return make_device_panel(context)


def _permissions(context: PanelContext) -> QWidget:
    from miniapp_host.phone.permissions_panel import make_permissions_panel

    return make_permissions_panel(context)


def _pending(context: PanelContext) -> QWidget:
    from miniapp_host.phone.permissions_panel import make_pending_panel

    return make_pending_panel(context)


def _walkthrough(context: PanelContext) -> QWidget:
    from miniapp_host.phone.walkthrough_panel import make_walkthrough_panel

    return make_walkthrough_panel(context)


def _check(context: PanelContext) -> QWidget:
    from miniapp_host.phone.check_panel import make_check_panel

    return make_check_panel(context)


def _files(context: PanelContext) -> QWidget:
    from miniapp_host.phone.files_panel import make_files_panel

    return make_files_panel(context)


def _chromium(context: PanelContext) -> QWidget:
    from miniapp_host.phone.chromium_panel import make_chromium_panel

    return make_chromium_panel(context)


def _recording(context: PanelContext) -> QWidget:
    from miniapp_host.phone.recording_panel import make_recording_panel

    return make_recording_panel(context)


PANELS: tuple[PanelKind, ...] = (
    PanelKind("calls", Text("Calls", "调用"), _calls),
    PanelKind("permissions", Text("Permissions", "权限"), _permissions),
    PanelKind("pending", Text("Pending", "待回答"), _pending),
    PanelKind("console", Text("Console", "控制台"), _console),
    PanelKind("network", Text("Network", "网络"), _network),
    PanelKind("storage", Text("Storage", "存储"), _storage),
    PanelKind("pageData", Text("Page data", "页面数据"), _page_data),
    PanelKind("files", Text("Files", "文件"), _files),
    PanelKind("chromium", Text("Elements & Sources", "元素与源码"), _chromium),
    PanelKind("device", Text("Device", "设备"), _device),
    PanelKind("walkthrough", Text("Walkthrough", "走查"), _walkthrough),
    PanelKind("check", Text("Check", "检查"), _check),
    PanelKind("recording", Text("Record", "录制"), _recording),
)
