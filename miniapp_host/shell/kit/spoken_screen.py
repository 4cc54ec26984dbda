"""A part of the glass as a screen reader finds it: what an overlay covers is not there."""

from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.accessible import Role, Spoken
from miniapp_host.shell.kit.layers import layered


class SpokenScreen(Spoken, QWidget):
    """A widget over which overlays come up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.speak_as(Role.Pane)

    def spoken_parts(self) -> list[QWidget]:
        """With an overlay up: it and what lies over it, such as the capsule. Else everything."""
        from miniapp_host.shell.kit.overlay import open_overlays  # an idle phone has none

        stack = layered(self)
        up = [stack.index(one) for one in open_overlays(self) if one in stack]
        if up:
            return stack[max(up) :]
        children = (child for child in self.children() if isinstance(child, QWidget))
        return [child for child in children if not (child.isHidden() or child.isWindow())]
