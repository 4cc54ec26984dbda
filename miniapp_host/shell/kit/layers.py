"""The order in which things lie over each other inside the phone's screen.

The phone's own pages cover what a program brings up; the prompt covers them all, and a notice of
the phone the prompt. A note that takes clicks lies lowest: some programs never take it away. The
capsule lies over every mask, so that a program can be left; a page of the phone covers it.
"""

from enum import IntEnum

from PySide6.QtWidgets import QWidget

_LAYER = "layer"


class Layer(IntEnum):
    """The layers, bottom to top."""

    BAR_MASK = 1
    """The mask of a sheet that lies in the program's page."""
    MASKED_TOAST = 2
    COVERED_CAPSULE = 3
    DIALOG = 4
    TOAST = 5
    PAGE = 6
    PROMPT = 7
    NOTICE = 8
    CAPSULE = 9
    STATUS = 10
    DROP = 11
    """What says that a drop would open something, as long as it hovers."""


def place(widget: QWidget, layer: Layer) -> None:
    """Puts `widget`, a child of the screen, on `layer`, on top of what is there already."""
    widget.setProperty(_LAYER, int(layer))
    widget.raise_()
    screen = widget.parentWidget()
    if screen is not None:
        for other in layered(screen):
            other.raise_()


def is_covered(widget: QWidget) -> bool:
    """Whether another visible widget of the layers below CAPSULE lies over `widget`."""
    screen = widget.parentWidget()
    if screen is None:
        return False
    stack = [other for other in layered(screen) if _layer(other) < Layer.CAPSULE]
    return widget in stack and stack[-1] is not widget


def layered(screen: QWidget) -> list[QWidget]:
    """The visible children of `screen` that have a layer, lowest first."""
    found = [
        child
        for child in screen.children()
        if isinstance(child, QWidget) and _layer(child) and not child.isHidden()
    ]
    return sorted(found, key=_layer)


def _layer(widget: QWidget) -> int:
    return int(widget.property(_LAYER) or 0)
