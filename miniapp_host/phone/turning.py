"""Gives the phone's window the shape that its form, its hold and the page in front lead to."""

from PySide6.QtCore import QObject

from miniapp_host.devices.display import HOME, Display
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.window.phone_window import PhoneWindow


class Turning(QObject):
    """Turns the window whenever one of the three changes; the launcher of a phone stays upright."""

    def __init__(self, window: PhoneWindow, display: Display, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._display = display
        self._unwatch = bound_watch(self, display.watch, self._on_display_change)
        window.program_shown.connect(self._on_window_program_changed)
        window.program_hidden.connect(self._on_window_program_changed)
        window.orientation_changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        front = self._window.front
        self._window.take_shape(self._display.shape_for(HOME if front is None else front.hold))

    def _on_display_change(self, _display: Display) -> None:
        self._fit()

    def _on_window_program_changed(self, _program_id: str) -> None:
        self._fit()
