"""Moves a widget to a place with an animation; without motion, at once."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QPoint, QPropertyAnimation
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.theme import motion

MS = 280


class Glide(QObject):
    """The one movement of `widget`; a new one starts where the widget is now."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._then: Callable[[], None] | None = None
        self._animation = QPropertyAnimation(widget, b"pos", self)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.finished.connect(self._on_animation_finished)

    @property
    def running(self) -> bool:
        """Whether the widget is on its way."""
        return self._animation.state() is QPropertyAnimation.State.Running

    def run(self, end: QPoint, then: Callable[[], None] | None = None) -> None:
        """Moves the widget to `end` and calls `then` once it is there, unless taken over."""
        self._animation.stop()
        self._then = then
        lasts = motion(self._widget, MS) if self._widget.isVisible() else 0
        if not lasts:
            self._widget.move(end)
            self._on_animation_finished()
            return
        self._animation.setStartValue(self._widget.pos())
        self._animation.setEndValue(end)
        self._animation.setDuration(lasts)
        self._animation.start()

    def _on_animation_finished(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()
