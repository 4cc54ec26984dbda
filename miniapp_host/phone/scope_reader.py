"""Reads which scopes a program uses, a little at a time: a large one has a thousand files."""

from collections.abc import Iterator
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from miniapp_host.checks.used_scopes import reading_scopes
from miniapp_host.programs.package import Package
from miniapp_host.programs.tree import PackageError

_SLICE_SECONDS = 0.008


class ScopeReader(QObject):
    """Reads one package at a time; another one takes the place of what was not finished."""

    found = Signal()
    """`scopes` has changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scopes: tuple[str, ...] = ()
        self._package: Package | None = None
        self._reading: Iterator[tuple[str, ...]] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_timer_timeout)

    def read(self, package: Package) -> tuple[str, ...]:
        """What is found of `package` so far: at first what its app.json names."""
        if self._package is not package:
            self._package = package
            self._reading = reading_scopes(package)
            self.scopes = next(self._reading, ())
            self._timer.start()
        return self.scopes

    def _on_timer_timeout(self) -> None:
        before, self.scopes = self.scopes, self._go_on()
        if self.scopes != before:
            self.found.emit()

    def _go_on(self) -> tuple[str, ...]:
        """Reads for one slice. What has gone from the folder meanwhile ends it."""
        found, until = self.scopes, monotonic() + _SLICE_SECONDS
        try:
            for found in self._reading:
                if monotonic() > until:
                    return found
        except (OSError, PackageError):
            pass  # the saved folder is opened anew, and read anew
        self._timer.stop()
        return found
