"""Remembers which scopes a program uses: every test of a run opens the same program anew."""

from miniapp_host.checks.used_scopes import used_scopes
from miniapp_host.programs.package import Package

FileState = tuple[str, int, int]
"""A path, when the file was changed (nanoseconds) and its size in bytes."""


class KnownScopes:
    """The scopes of the program that was asked for last."""

    def __init__(self) -> None:
        self._state: frozenset[FileState] | None = None
        self._scopes: tuple[str, ...] = ()

    def of(self, package: Package) -> tuple[str, ...]:
        """The ids as `used_scopes` finds them; files that are as they were are not read again.

        Raises as `Package.read`.
        """
        state = _state_of(package)
        if state != self._state:
            self._scopes = used_scopes(package)
            self._state = state
        return self._scopes


def _state_of(package: Package) -> frozenset[FileState]:
    """The state of each file below the program's root; libraries name no scopes of its own."""
    states = set()
    for name in package.files:
        file = package.root / name
        if file.is_file():
            found = file.stat()
            states.add((str(file), found.st_mtime_ns, found.st_size))
    return frozenset(states)
