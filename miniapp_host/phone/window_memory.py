"""Puts the phone's window where it stood last, and keeps where the person puts it."""

import logging
from dataclasses import asdict, replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMoveEvent, QResizeEvent

from miniapp_host.devices.preferences import Preferences, PreferencesError
from miniapp_host.phone.remembered import WINDOW_KEY, remembered_standing
from miniapp_host.shell.window.phone_window import PhoneWindow
from miniapp_host.shell.window.placement import Standing
from miniapp_host.shell.window.spot import bring_to, screen_of, spot_of

_log = logging.getLogger(__name__)
_SETTLED_MS = 400
"""Milliseconds after the last movement until the place is kept."""


class WindowMemory(QObject):
    """Watches `window` until `end`."""

    def __init__(self, window: PhoneWindow, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._preferences = preferences
        self._standing = remembered_standing(preferences)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._on_settled_timeout)
        self._choose_screen()
        window.installEventFilter(self)

    def _choose_screen(self) -> None:
        """How much room there is depends on it; a height that suited one that is gone may not."""
        spot = self._standing.spot
        screen = screen_of(spot) if spot is not None else None
        if screen is not None:
            self._window.setScreen(screen)
        elif spot is not None:
            self._standing = replace(self._standing, height=None)

    def begin(self) -> None:
        """Put the window where it stood; its tools are there, it was not shown yet."""
        standing, window = self._standing, self._window
        if standing.height is not None:
            window.choose_height(standing.height)
        if standing.spot is not None:
            bring_to(window, standing.spot)
        if standing.maximized and window.is_workbench:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)

    def end(self) -> None:
        """Keep what moved last and watch no more; a second call does nothing."""
        self._window.removeEventFilter(self)
        if self._settled.isActive():
            self._settled.stop()
            self._on_settled_timeout()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears of what the desktop or the person does; what the phone does itself is no choice."""
        if event.type() is QEvent.Type.WindowStateChange or _by_desktop(event):
            self._settled.start()
        return super().eventFilter(watched, event)

    def _on_settled_timeout(self) -> None:
        before, self._standing = self._standing, self._present()
        if self._standing == before:
            return
        if self._standing.height is not None and self._standing.height != before.height:
            self._window.choose_height(self._standing.height)
        try:
            self._preferences.set(WINDOW_KEY, asdict(self._standing))
        except PreferencesError as error:
            _log.info("the window's place was not kept: %s", error)  # nobody asked for it

    def _present(self) -> Standing:
        """How the window stands; a maximized or turned one keeps what it was before."""
        window, before = self._window, self._standing
        if window.isMaximized() or window.isFullScreen() or window.isMinimized():
            return Standing(before.spot, before.height, window.isMaximized())
        chosen = window.is_upright and window.height() != window.given_height
        return Standing(spot_of(window), window.height() if chosen else before.height)


def _by_desktop(event: QEvent) -> bool:
    return isinstance(event, QMoveEvent | QResizeEvent) and event.spontaneous()
