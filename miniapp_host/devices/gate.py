"""A gate between who reads from a server and a line that is slower: shut while much waits.

What is not read stays at the server, whom TCP itself makes wait.
"""

from collections.abc import Callable


class Gate:
    """Open at first; who reads looks at `is_open` before each piece."""

    def __init__(self) -> None:
        self.is_open = True
        self._go_on: Callable[[], None] | None = None

    def when_opened(self, go_on: Callable[[], None] | None) -> None:
        """Call `go_on` each time it is opened again; None ends that."""
        self._go_on = go_on

    def shut(self) -> None:
        """Let nothing more through; a piece that is on its way may still come."""
        self.is_open = False

    def open(self) -> None:
        """Let pieces through again; does nothing while it is open."""
        if not self.is_open:
            self.is_open = True
            if self._go_on is not None:
                self._go_on()
