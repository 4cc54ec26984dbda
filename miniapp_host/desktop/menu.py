"""The desktop's menu of the system that this runs on."""

import os
import sys
from pathlib import Path
from typing import Protocol

from miniapp_host import paths


class Menu(Protocol):
    """Where the phone's launcher is put; each system has its own."""

    def install(self, program: Path) -> Path:
        """Put the launcher of `program` there and return its place; raises DesktopError."""
        ...

    def uninstall(self) -> tuple[Path, ...]:
        """Remove it and return what was there; raises DesktopError."""
        ...


def menu_of_this_system() -> Menu:
    """The menu of the person who runs this; nothing is changed for anybody else."""
    menu: Menu
    if sys.platform == "win32":
        from miniapp_host.desktop.start_menu import StartMenu

        roaming = os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming"
        menu = StartMenu(Path(roaming), paths.shared_data_dir())
    elif sys.platform == "darwin":
        from miniapp_host.desktop.app_folder import AppFolder

        menu = AppFolder(Path.home() / "Applications")
    else:
        from miniapp_host.desktop.freedesktop import FreedesktopMenu

        menu = FreedesktopMenu(paths.shared_data_dir())
    return menu
