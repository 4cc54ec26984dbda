"""The shape of the phone's glass, for whatever lies on it: status bar, safe edges, pixels."""

from PySide6.QtWidgets import QWidget

from miniapp_host.devices.display import Shape

_SHAPE = "shape"
_STANDARD = Shape()


def set_shape(glass: QWidget, shape: Shape) -> None:
    """Gives the glass, and so everything on it, this shape; its size is the window's part."""
    glass.setProperty(_SHAPE, shape)


def shape_of(widget: QWidget) -> Shape:
    """The shape of the glass that `widget` lies on; the standard one while it lies on none."""
    above: QWidget | None = widget
    while above is not None:
        shape = above.property(_SHAPE)
        if isinstance(shape, Shape):
            return shape
        above = above.parentWidget()
    return _STANDARD
