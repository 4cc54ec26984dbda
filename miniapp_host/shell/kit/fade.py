"""Fades a widget in and out; at full opacity the effect is off."""

from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget


class Fade(QGraphicsOpacityEffect):
    """`share` 0 is out of sight, 1 in place (and then costs nothing)."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setGraphicsEffect(self)
        self.set_share(1.0)

    def set_share(self, share: float) -> None:
        """Show the widget with this opacity, from 0 to 1."""
        self.setOpacity(share)
        self.setEnabled(share < 1.0)
