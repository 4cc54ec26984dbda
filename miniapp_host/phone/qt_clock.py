"""The phone's clock on Qt's timers."""

import time
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, QTimer


class QtClock(QObject):
    """Implements `devices.clock.Clock`; its timers end with it.

    A timer keeps its callback until it has called or is ended.
    """

    def now(self) -> float:
        return time.time()

    def after(self, seconds: float, callback: Callable[[], None]) -> Callable[[], None]:
        return self._start(seconds, callback, once=True)

    def soon(self, callback: Callable[[], None]) -> None:
        """Call back once, in a later turn of the event loop."""
        self.after(0, callback)

    def every(self, seconds: float, callback: Callable[[], None]) -> Callable[[], None]:
        return self._start(seconds, callback, once=False)

    def _start(
        self, seconds: float, callback: Callable[[], None], *, once: bool
    ) -> Callable[[], None]:
        timer = QTimer(self)
        timer.setSingleShot(once)
        timer.timeout.connect(lambda: callback())  # PySide does not keep the object of a method
        if once:
            timer.timeout.connect(timer.deleteLater)
        timer.start(round(seconds * 1000))

        def end() -> None:
            if shiboken6.isValid(timer):
                timer.stop()
                timer.deleteLater()

        return end
