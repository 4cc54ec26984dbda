"""One bare runtime that is ready before a program is opened, so that the program is there sooner.

It costs a process, so only who opens one program after another keeps one: tests.
"""

from miniapp_host.web.bare_runtime import BareRuntime
from miniapp_host.web.engine import prepare_engine


class SpareRuntime:
    """Gives each opening a runtime of its own; `close()` ends the one that nobody took."""

    def __init__(self) -> None:
        self._ready: BareRuntime | None = None
        self._is_last = False

    def expect_last(self) -> None:
        """Load no more ahead: what is opened now, and perhaps again, is the last."""
        self._is_last = True

    def get_ready(self) -> None:
        """Begin to load one, unless there is one or none is expected to be taken."""
        if self._ready is None and not self._is_last:
            prepare_engine()
            self._ready = BareRuntime()

    def take(self) -> BareRuntime:
        """The one that is ready; a new one if there is none."""
        ready, self._ready = self._ready, None
        if ready is not None and not ready.is_sound:
            ready.dispose()
            ready = None
        return ready or BareRuntime()

    def close(self) -> None:
        """End the one that is ready."""
        if self._ready is not None:
            self._ready.dispose()
            self._ready = None
