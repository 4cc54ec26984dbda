"""How windows and the tools of the workbench stand, as it is remembered."""

from dataclasses import dataclass

from miniapp_host.shell.window.spot import Spot


@dataclass(frozen=True)
class Placement:
    """Whether a tool is open, where, and its size in pixels; `spot` is that of its own window."""

    open: bool = False
    detached: bool = False
    width: int = 560
    height: int = 844
    spot: Spot | None = None


@dataclass(frozen=True)
class Standing:
    """Where the phone's window stands.

    `height` in pixels is the one that the person gave it, None if nobody did; `maximized` can only
    be a window with a tool beside the phone.
    """

    spot: Spot | None = None
    height: int | None = None
    maximized: bool = False
