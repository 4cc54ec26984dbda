"""The menu of Windows: a shortcut among the programs. Not tried on Windows yet."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from miniapp_host.desktop.desktop_error import DesktopError
from miniapp_host.desktop.pieces import Piece, remove, write
from miniapp_host.paths import APP_NAME
from miniapp_host.texts import Sentence

SHORTCUT = "MiniApp Host.lnk"
PROGRAMS = PureWindowsPath("Microsoft", "Windows", "Start Menu", "Programs")
"""The folder of the menu, below %APPDATA%."""
_ABOUT = "A phone on the desktop that runs mini programs"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What the shell of Windows is asked to write at `path`."""

    path: Path
    program: Path
    icon: Path


def powershell_of(shortcut: Shortcut) -> str:
    """The script that writes it; only the shell of Windows knows the format."""
    return "; ".join(
        (
            "$ErrorActionPreference = 'Stop'",
            "$shell = New-Object -ComObject WScript.Shell",
            f"$made = $shell.CreateShortcut({_literal(shortcut.path)})",
            f"$made.TargetPath = {_literal(shortcut.program)}",
            f"$made.IconLocation = {_literal(shortcut.icon)}",
            f"$made.Description = {_literal(_ABOUT)}",
            "$made.Save()",
        )
    )


def write_shortcut(shortcut: Shortcut) -> None:
    """Let PowerShell write it; raises OSError, or CalledProcessError, which knows why."""
    words = ["powershell", "-NoProfile", "-NonInteractive", "-Command", powershell_of(shortcut)]
    subprocess.run(words, capture_output=True, text=True, check=True)


class StartMenu:
    """The shortcut below `roaming` (%APPDATA%), its icon below `local` (%LOCALAPPDATA%)."""

    def __init__(
        self,
        roaming: Path,
        local: Path,
        write_it: Callable[[Shortcut], None] = write_shortcut,
    ) -> None:
        self._folder = roaming / PROGRAMS
        self._local = local
        self._icon = local / f"{APP_NAME}-icon" / f"{APP_NAME}.ico"
        self._write_it = write_it

    def install(self, program: Path) -> Path:
        """Make the shortcut to `program`; returns its file, raises DesktopError."""
        from miniapp_host.desktop.pictures import ico

        write([Piece(self._icon, ico())])
        shortcut = Shortcut(self._folder / SHORTCUT, program, self._icon)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._write_it(shortcut)
        except (OSError, subprocess.CalledProcessError) as problem:
            raise _not_made(shortcut, problem) from problem
        return shortcut.path

    def uninstall(self) -> tuple[Path, ...]:
        """Remove shortcut and icon; returns what was there, raises DesktopError."""
        shortcut = remove([self._folder / SHORTCUT], self._folder)
        return shortcut + remove([self._icon], self._local)


def _literal(value: object) -> str:
    """A text of PowerShell in which nothing is replaced."""
    return "'" + str(value).replace("'", "''") + "'"


def _not_made(shortcut: Shortcut, problem: Exception) -> DesktopError:
    said = getattr(problem, "stderr", "") or str(problem)
    return DesktopError(
        Sentence(
            "The shortcut {path} can't be made: {reason}. Allow writing there, then try again.",
            path=shortcut.path,
            reason=said.strip().rstrip("."),
        )
    )
