"""The menu of Linux desktops: a .desktop file and icons of the theme hicolor.

https://specifications.freedesktop.org/desktop-entry-spec and …/icon-theme-spec
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from miniapp_host.desktop.desktop_entry import desktop_entry
from miniapp_host.desktop.pieces import Piece, remove, write
from miniapp_host.paths import APP_NAME, resources

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_TOOL_SECONDS = 10


def run_tool(words: Sequence[str]) -> None:
    """Run a tool of the desktop if it is there; what it can't do, the desktop does later."""
    if shutil.which(words[0]) is not None:
        with suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(words, capture_output=True, timeout=_TOOL_SECONDS, check=False)


class FreedesktopMenu:
    """The launcher below `home`, the person's folder for data of all programs."""

    def __init__(self, home: Path, run: Callable[[Sequence[str]], None] = run_tool) -> None:
        self._home = home
        self._applications = home / "applications"
        self._theme = home / "icons" / "hicolor"
        self._run = run

    def install(self, program: Path) -> Path:
        """Put the launcher of `program` into the menu; returns its file, raises DesktopError."""
        write(self._pieces(program))
        self._refresh()
        return self._entry

    def uninstall(self) -> tuple[Path, ...]:
        """Remove launcher and icons; returns what was there, raises DesktopError."""
        icons = self._theme.glob(f"*/apps/{APP_NAME}.*")
        removed = remove([self._entry, *sorted(icons)], self._home)
        if not any(self._applications.glob("*.desktop")):
            remove([self._applications / "mimeinfo.cache"], self._home)  # an index of nothing
        self._refresh()
        return removed

    @property
    def _entry(self) -> Path:
        return self._applications / f"{APP_NAME}.desktop"

    def _pieces(self, program: Path) -> Iterator[Piece]:
        from miniapp_host.desktop.pictures import png, svg  # to uninstall takes no Qt

        template = resources().joinpath("desktop", f"{APP_NAME}.desktop").read_text("utf-8")
        entry = Piece(self._entry, desktop_entry(template, program).encode())
        for size in SIZES:
            yield Piece(self._theme / f"{size}x{size}" / "apps" / f"{APP_NAME}.png", png(size))
        yield Piece(self._theme / "scalable" / "apps" / f"{APP_NAME}.svg", svg())
        yield entry  # last: whoever sees it finds its icons

    def _refresh(self) -> None:
        """Tell the desktop that something is new.

        A cache of icons that is not there is not made: it would hide what others install later.
        """
        if any(self._applications.glob("*.desktop")):
            self._run(["update-desktop-database", "-q", str(self._applications)])
        if self._theme.is_dir():
            with suppress(OSError):
                os.utime(self._theme)  # by its time a desktop sees that icons have changed
        if (self._theme / "icon-theme.cache").exists():
            self._run(["gtk-update-icon-cache", "-q", "-f", "-t", str(self._theme)])
