"""The shape of the phone's glass, for whatever lies on it: status bar, safe edges, pixels."""

from PySide6.QtWidgets import QWidget

from miniapp_host.devices.display import Shape

_SHAPE = "shape"
_STANDARD = Shape()


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
    above: QWidget | None = widget
    while above is not None:
        shape = above.property(_SHAPE)
        if isinstance(shape, Shape):
            return shape
        above = above.parentWidget()
    return _STANDARD
