"""The menus of Windows and macOS, as far as they can be tried elsewhere: the files, on paper."""

import plistlib
import struct
import subprocess
from pathlib import Path, PureWindowsPath

import pytest
from PySide6.QtGui import QImage

from miniapp_host.desktop.app_folder import AppFolder
from miniapp_host.desktop.desktop_error import DesktopError
from miniapp_host.desktop.pictures import ICO_SIZES
from miniapp_host.desktop.start_menu import PROGRAMS, Shortcut, StartMenu, powershell_of

PROGRAM = Path("/it's here/miniapp-host")


def test_a_mac_gets_an_application_that_starts_the_program(tmp_path: Path) -> None:
    app = AppFolder(tmp_path).install(PROGRAM)
    about = plistlib.loads((app / "Contents/Info.plist").read_bytes())
    start = app / "Contents" / "MacOS" / about["CFBundleExecutable"]
    told = f"#!/bin/sh\nexec '/it'\"'\"'s here/miniapp-host' \"$@\"\n"  # noqa: F541
    assert start.read_text() == told
    assert start.stat().st_mode & 0o111
    assert about["CFBundleDocumentTypes"][0]["LSHandlerRank"] == "Alternate"
    icon = (app / "Contents/Resources" / f"{about['CFBundleIconFile']}.icns").read_bytes()
    assert icon[:4] == b"icns"
    assert struct.unpack(">I", icon[4:8]) == (len(icon),)


def test_nothing_is_left_of_the_application(tmp_path: Path) -> None:
    menu = AppFolder(tmp_path)
    menu.install(PROGRAM)
    menu.install(PROGRAM)
    assert len(menu.uninstall()) == 3
    assert list(tmp_path.iterdir()) == []
    assert menu.uninstall() == ()


def test_windows_gets_a_shortcut_with_an_icon(tmp_path: Path) -> None:
    made: list[Shortcut] = []
    place = StartMenu(tmp_path / "roaming", tmp_path / "local", made.append).install(PROGRAM)
    assert place == tmp_path / "roaming" / PROGRAMS / "MiniApp Host.lnk"
    (shortcut,) = made
    assert (shortcut.path, shortcut.program) == (place, PROGRAM)
    icon = shortcut.icon.read_bytes()
    assert struct.unpack("<HHH", icon[:6]) == (0, 1, len(ICO_SIZES))
    last = struct.unpack("<BBBBHHII", icon[6 + 16 * (len(ICO_SIZES) - 1) :][:16])
    picture = QImage.fromData(icon[last[7] : last[7] + last[6]])
    assert picture.width() == 256
    assert last[0] == 0  # which says 256


def test_nothing_is_left_of_the_shortcut(tmp_path: Path) -> None:
    def write_it(shortcut: Shortcut) -> None:
        shortcut.path.write_bytes(b"lnk")

    menu = StartMenu(tmp_path / "roaming", tmp_path / "local", write_it)
    menu.install(PROGRAM)
    assert len(menu.uninstall()) == 2
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []
    assert menu.uninstall() == ()


def test_a_path_of_windows_stands_in_the_script_as_it_is() -> None:
    program = PureWindowsPath(r"C:\Users\O'Neil $x\miniapp-host-desktop.exe")
    script = powershell_of(Shortcut(Path("a.lnk"), Path(str(program)), Path("a.ico")))
    assert r"TargetPath = 'C:\Users\O''Neil $x\miniapp-host-desktop.exe'" in script


@pytest.mark.parametrize(
    "problem",
    [
        PermissionError(13, "Permission denied"),
        subprocess.CalledProcessError(1, "powershell", stderr="Access is denied.\n"),
    ],
)
def test_a_shortcut_that_can_not_be_made_is_told(tmp_path: Path, problem: Exception) -> None:
    def write_it(_shortcut: Shortcut) -> None:
        raise problem

    with pytest.raises(DesktopError, match=r"denied\. Allow writing there"):
        StartMenu(tmp_path, tmp_path, write_it).install(PROGRAM)
