"""What lies over what inside the phone's screen.

The host's own pages lie over the program, its dialogs over these, and the authorization prompt over
everything a program can bring up, whichever came first. A note that takes the page's clicks lies
below them all: programs ask while their loading note waits for the answer.
"""

from enum import IntEnum

from PySide6.QtWidgets import QWidget

_LAYER = "layer"


class Layer(IntEnum):
    """Bottom to top."""

    MASKED_TOAST = 1
    PAGE = 2
    DIALOG = 3
    TOAST = 4
    PROMPT = 5
    STATUS = 6


def place(widget: QWidget, layer: Layer) -> None:
    """Puts `widget`, a child of the screen, on `layer`, on top of what is there already."""
    widget.setProperty(_LAYER, int(layer))
    widget.raise_()
    screen = widget.parentWidget()
    if screen is not None:
        for other in layered(screen):
            other.raise_()


def is_covered(widget: QWidget) -> bool:
    """Whether another visible widget of the layers below STATUS lies over `widget`."""
    screen = widget.parentWidget()
    if screen is None:
        return False
    stack = [other for other in layered(screen) if _layer(other) < Layer.STATUS]
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
