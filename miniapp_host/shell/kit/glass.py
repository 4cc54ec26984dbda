"""What the phone's glass tells whatever lies on it: its shape, and what its status bar shows."""

from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from miniapp_host.devices.battery import Charge
from miniapp_host.devices.conditions import Connection
from miniapp_host.devices.display import Shape

T = TypeVar("T")

_SHAPE, _STATUS = "shape", "status"


@dataclass(frozen=True)
class Status:
    """What the status bar shows besides the time."""

    charge: Charge = field(default_factory=Charge)
    connection: Connection = Connection.WIFI


def set_shape(glass: QWidget, shape: Shape) -> None:
    """Gives the glass, and so everything on it, this shape; its size is the window's part."""
    glass.setProperty(_SHAPE, shape)


def focus_beside(widget: QWidget) -> QWidget | None:
    """The widget with the focus of the window, if it lies beside the glass that `widget` lies on.

    None, too, where there is no glass.
    """
    glass, above = None, widget.parentWidget()
    while above is not None:
        glass = above if isinstance(above.property(_SHAPE), Shape) else glass
        above = above.parentWidget()
    holder = widget.window().focusWidget()
    if glass is None or holder is None or holder is glass or glass.isAncestorOf(holder):
        return None
    return None if holder.isAncestorOf(glass) else holder


def shape_of(widget: QWidget) -> Shape:
    """The shape of the glass that `widget` lies on; the standard one while it lies on none."""
    return _told(widget, _SHAPE, Shape())


def set_status(glass: QWidget, status: Status) -> None:
    """Sets what the status bars on the glass show from now on."""
    glass.setProperty(_STATUS, status)


def status_of(widget: QWidget) -> Status:
    """What a status bar shows; that of a new phone while it lies on no glass."""
    return _told(widget, _STATUS, Status())


def _told(widget: QWidget, name: str, standard: T) -> T:
    """The nearest value of that name on the way up."""
    above: QWidget | None = widget
    while above is not None:
        value = above.property(name)
        if isinstance(value, type(standard)):
            return value
        above = above.parentWidget()
    return standard
