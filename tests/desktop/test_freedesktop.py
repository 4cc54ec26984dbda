"""The launcher and the icons on a Linux desktop."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from miniapp_host import paths
from miniapp_host.desktop.desktop_entry import desktop_entry
from miniapp_host.desktop.desktop_error import DesktopError
from miniapp_host.desktop.freedesktop import SIZES, FreedesktopMenu
from miniapp_host.texts import Language, Texts

PROGRAM = Path('/opt/mini app\'s/$HOME/`a` "b" \\ c/miniapp-host')
TEMPLATE = (paths.resources() / "desktop" / "miniapp-host.desktop").read_text("utf-8")


class Tools:
    """Notes which tools of the desktop are asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def run(self, words: Sequence[str]) -> None:
        self.asked.append(words[0])


@pytest.fixture
def tools() -> Tools:
    return Tools()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "data of all programs"


@pytest.fixture
def menu(home: Path, tools: Tools) -> FreedesktopMenu:
    return FreedesktopMenu(home, tools.run)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its content, every folder with nothing."""
    return {
        str(one.relative_to(folder)): one.read_bytes() if one.is_file() else b""
        for one in sorted(folder.rglob("*"))
    }


def value(entry: str, key: str) -> str:
    """The value of a key, its escapes undone."""
    (line,) = [line for line in entry.splitlines() if line.startswith(f"{key}=")]
    return line.partition("=")[2].replace("\\\\", "\\")


def test_the_launcher_starts_exactly_this_program_with_one_folder(
    menu: FreedesktopMenu, home: Path
) -> None:
    place = menu.install(PROGRAM)
    assert place == home / "applications" / "miniapp-host.desktop"
    entry = place.read_text("utf-8")
    quoted, space, folder = value(entry, "Exec").rpartition(" ")
    assert re.sub(r"\\(.)", r"\1", quoted) == f'"{PROGRAM}"'
    assert space + folder == " %f"
    assert value(entry, "TryExec") == str(PROGRAM)


def test_the_launcher_speaks_english_and_chinese(menu: FreedesktopMenu) -> None:
    entry = menu.install(PROGRAM).read_text("utf-8")
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        assert value(entry, key).isascii()
        assert not value(entry, f"{key}[zh_CN]").isascii()


def test_the_launcher_never_becomes_the_usual_program_for_every_folder() -> None:
    assert "MimeType" not in desktop_entry(TEMPLATE, PROGRAM)


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils")
def test_the_launcher_is_as_the_specification_wants_it(menu: FreedesktopMenu) -> None:
    words = ["desktop-file-validate", str(menu.install(PROGRAM))]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("size", SIZES)
def test_every_icon_is_drawn_in_its_size(menu: FreedesktopMenu, home: Path, size: int) -> None:
    menu.install(PROGRAM)
    icon = home / "icons" / "hicolor" / f"{size}x{size}" / "apps" / "miniapp-host.png"
    picture = QImage(str(icon))
    assert (picture.width(), picture.height()) == (size, size)
    assert picture.pixelColor(0, 0).alpha() == 0
    left = picture.pixelColor(size // 5, size // 2)
    assert left.green() > left.red()
    assert left.alpha() == 255


def test_to_install_twice_is_to_install_once(menu: FreedesktopMenu, home: Path) -> None:
    menu.install(PROGRAM)
    once = tree(home)
    menu.install(PROGRAM)
    assert tree(home) == once


def test_another_place_takes_the_place_of_the_first(menu: FreedesktopMenu, home: Path) -> None:
    menu.install(Path("/old/miniapp-host"))
    entry = menu.install(Path("/new/miniapp-host")).read_text("utf-8")
    assert "/new/" in entry
    assert "/old/" not in entry


def test_uninstalling_leaves_the_folder_as_it_was(menu: FreedesktopMenu, home: Path) -> None:
    theirs = home / "applications" / "other.desktop"
    icon = home / "icons" / "hicolor" / "48x48" / "apps" / "other.png"
    for file in (theirs, icon):
        file.parent.mkdir(parents=True)
        file.write_text("theirs")
    before = tree(home)
    menu.install(PROGRAM)
    assert len(menu.uninstall()) == len(SIZES) + 2
    assert tree(home) == before
    assert menu.uninstall() == ()
    assert tree(home) == before


def test_nothing_is_left_of_a_launcher_that_was_alone(menu: FreedesktopMenu, home: Path) -> None:
    home.mkdir()
    menu.install(PROGRAM)
    home.joinpath("applications", "mimeinfo.cache").write_text("[MIME Cache]\n")
    menu.uninstall()
    assert tree(home) == {}


def test_icons_of_an_older_version_go_too(menu: FreedesktopMenu, home: Path) -> None:
    older = home / "icons" / "hicolor" / "96x96" / "apps" / "miniapp-host.png"
    older.parent.mkdir(parents=True)
    older.write_bytes(b"")
    menu.uninstall()
    assert not older.exists()


def test_a_cache_of_icons_is_renewed_where_there_is_one_and_never_made(
    menu: FreedesktopMenu, home: Path, tools: Tools
) -> None:
    menu.install(PROGRAM)
    assert tools.asked == ["update-desktop-database"]
    (home / "icons" / "hicolor" / "icon-theme.cache").write_bytes(b"")
    menu.install(PROGRAM)
    assert tools.asked[1:] == ["update-desktop-database", "gtk-update-icon-cache"]


def test_a_desktop_without_tools_gets_its_launcher_all_the_same(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert FreedesktopMenu(home).install(PROGRAM).is_file()


def in_chinese(error: DesktopError) -> str:
    return Texts(Language.ZH, paths.resources() / "i18n").said(error)


def a_file_in_the_way(home: Path) -> None:
    home.mkdir()
    (home / "icons").write_text("")


def a_disk_that_is_full(home: Path) -> None:
    (home / "applications").mkdir(parents=True)
    (home / "applications" / "miniapp-host.desktop").symlink_to("/dev/full")


@pytest.mark.skipif(os.name != "posix", reason="links and devices")
@pytest.mark.parametrize("spoil", [a_file_in_the_way, a_disk_that_is_full])
def test_a_folder_that_refuses_is_named_with_what_to_do(
    menu: FreedesktopMenu, home: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(home)
    with pytest.raises(DesktopError, match="Allow writing there") as caught:
        menu.install(PROGRAM)
    assert str(home) in str(caught.value)
    assert "请允许写入" in in_chinese(caught.value)


@pytest.mark.parametrize("path", ["/a=b/miniapp-host", "/100%/miniapp-host"])
def test_a_path_that_no_launcher_can_start_is_told(menu: FreedesktopMenu, path: str) -> None:
    with pytest.raises(DesktopError, match="in another folder") as caught:
        menu.install(Path(path))
    assert "其他文件夹" in in_chinese(caught.value)
