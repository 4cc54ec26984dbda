"""The menu of macOS: an application's folder that starts the phone. Not tried on a Mac yet."""

import plistlib
import shlex
from collections.abc import Iterator
from pathlib import Path

from miniapp_host import __version__
from miniapp_host.desktop.pieces import Piece, remove, write
from miniapp_host.paths import APP_NAME

FOLDER = "MiniApp Host.app"
_ABOUT = "Contents/Info.plist"
_START = f"Contents/MacOS/{APP_NAME}"
_ICON = f"Contents/Resources/{APP_NAME}.icns"


class AppFolder:
    """The application below `home`, the person's own folder of applications."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def install(self, program: Path) -> Path:
        """Make the application that starts `program`; returns its folder, raises DesktopError."""
        write(self._pieces(program))
        return self._home / FOLDER

    def uninstall(self) -> tuple[Path, ...]:
        """Remove the application; returns what was there, raises DesktopError."""
        files = (self._home / FOLDER / one for one in (_ABOUT, _START, _ICON))
        return remove(files, self._home)

    def _pieces(self, program: Path) -> Iterator[Piece]:
        from miniapp_host.desktop.pictures import icns

        app = self._home / FOLDER
        start = f'#!/bin/sh\nexec {shlex.quote(str(program))} "$@"\n'
        yield Piece(app / _ICON, icns())
        yield Piece(app / _START, start.encode(), runs=True)
        yield Piece(app / _ABOUT, plistlib.dumps(_about()))


def _about() -> dict[str, object]:
    """What Finder reads: the phone opens folders, but is not the usual program for them."""
    return {
        "CFBundleIdentifier": "io.github.miniapp-host",
        "CFBundleName": "MiniApp Host",
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": __version__,
        "CFBundleExecutable": APP_NAME,
        "CFBundleIconFile": APP_NAME,
        "CFBundleAllowMixedLocalizations": True,
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Mini program",
                "CFBundleTypeRole": "Editor",
                "LSItemContentTypes": ["public.folder"],
                "LSHandlerRank": "Alternate",
            }
        ],
    }
