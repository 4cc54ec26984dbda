"""Shows the progress of a check on the terminal."""

import sys

_BAR_CELLS = 24


class Progress:
    """A bar on standard error while pages are opened; nothing if that is no terminal.

    With `lines`, a line for every page instead: `3/12 pages/index/index`.
    """

    def __init__(self, total: int, *, lines: bool = False) -> None:
        self._total = total
        self._lines = lines
        self._begun: dict[str, None] = {}
        self._is_shown = sys.stderr.isatty()

    def show(self, page: str) -> None:
        """Show that `page` is being opened."""
        self._begun[page] = None
        done = len(self._begun)
        if self._lines:
            print(f"{done}/{self._total} {page}", file=sys.stderr, flush=True)
        elif self._is_shown:
            full = _BAR_CELLS * done // self._total
            bar = "█" * full + "░" * (_BAR_CELLS - full)
            print(f"\r\x1b[K{bar} {done}/{self._total} {page}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Erase the bar."""
        if self._is_shown and not self._lines:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
