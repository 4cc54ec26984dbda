"""Ends a run in good order when the terminal or the system asks the process to end.

A run that a signal ends keeps what it has, as one does whose window a person closes.
"""

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QSocketNotifier

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""Ctrl+C, a polite end, a terminal that is closed; Windows knows the first two."""


@contextmanager
def stopped_by_signals(stop: Callable[[], None]) -> Iterator[None]:
    """Call `stop` in the event loop once such a signal has come; a second one ends at once.

    The QApplication must be there, and this the main thread.
    """
    signals = StopSignals(stop)
    try:
        yield
    finally:
        signals.end()


class StopSignals(QObject):
    """Listens until `end`, or until the first signal."""

    def __init__(self, stop: Callable[[], None]) -> None:
        super().__init__()
        self._stop = stop
        # Python runs no handler while Qt waits for events: only what is written here wakes Qt up.
        self._near, self._far = socket.socketpair()
        self._far.setblocking(False)
        self._fd_before = signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        self._before = {one: signal.signal(one, self._ignore) for one in SIGNALS}
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_notifier_activated)

    def end(self) -> None:
        """Let signals do what they did before; a second call does nothing."""
        if self._before:
            self._notifier.setEnabled(False)
            for one, handler in self._before.items():
                signal.signal(one, handler)
            self._before = {}
            signal.set_wakeup_fd(self._fd_before)
            self._near.close()
            self._far.close()

    def _on_notifier_activated(self) -> None:
        self.end()
        self._stop()

    @staticmethod
    def _ignore(_number: int, _frame: object) -> None:
        """The notifier does the rest: not every place of a program can be left for that."""
