"""wx.setClipboardData and wx.getClipboardData."""

from miniapp_host.api.calls.call import Call
from miniapp_host.api.calls.endpoint import Endpoint, Parameter
from miniapp_host.api.calls.screen import Toast, ToastIcon
from miniapp_host.devices.clipboard import Clipboard


class ClipboardData:
    """Gives programs the phone's clipboard."""

    def __init__(self, clipboard: Clipboard) -> None:
        self._clipboard = clipboard

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        return (
            Endpoint("setClipboardData", self.copy, guarded=True, parameters=(Parameter("data"),)),
            Endpoint("getClipboardData", self.read, guarded=True),
        )

    def copy(self, call: Call) -> None:
        """Replace the text; the phone shows a toast, whatever the program shows."""
        self._clipboard.copy(call.string("data"))
        copied = call.session.texts("Copied")
        call.session.screen.show_toast(Toast(copied, ToastIcon.NONE))
        call.ok()

    def read(self, call: Call) -> None:
        """Answer what any program on this phone copied last."""
        call.ok({"data": self._clipboard.text()})
