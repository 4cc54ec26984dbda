"""The overlays that are open over a screen, and the colour that is seen at its bottom with them."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.overlay import Overlay


def open_overlays(screen: QWidget) -> list[Overlay]:
    """The overlays open over `screen`, lowest first, also while `screen` is hidden."""
    return [
        child
        for child in screen.children()
        if isinstance(child, Overlay) and not child.isHidden() and not child.leaving
    ]


def ground_of(screen: QWidget, bare: QColor) -> QColor:
    """The colour at the bottom of `screen`, which is `bare` where no overlay is open."""
    for overlay in open_overlays(screen):
        bare = overlay.ground_over(bare)
    return bare
