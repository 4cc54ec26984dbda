"""S13: where nothing can be kept the phone says so; it starts if it is told to keep nothing."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from miniapp_host import paths
from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from tests.guarantees.tally import Tally
from tests.running_phone import PATIENCE_SECONDS, forgetful_phone

NEARBY, LOCATION = "wxnearby00000001", "scope.userLocation"


def missing(folder: Path) -> None:
    """Leaves it missing."""


def a_file(folder: Path) -> None:
    folder.write_text("a file", "utf-8")


def dangling(folder: Path) -> None:
    folder.symlink_to(folder.parent / "nowhere")


def dead_device(folder: Path) -> None:
    folder.symlink_to("/dev/null")


@pytest.mark.skipif(os.name != "posix", reason="such things exist on POSIX only")
@pytest.mark.parametrize("make", [missing, a_file, dangling, dead_device])
def test_a_folder_that_can_hold_nothing_is_told(
    tmp_path: Path, tally: Tally, make: Callable[[Path], None]
) -> None:
    folder = tmp_path / "data"
    make(folder)
    try:
        Database(folder / "phone.sqlite").close()
        told = False
    except StoreError as error:
        told = "Check that its folder exists" in str(error) or "no file" in str(error)
    tally.add(told, make.__name__)


@pytest.mark.skipif(os.name != "posix", reason="such things exist on POSIX only")
def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, tally: Tally) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for place in (tmp_path / "file", tmp_path / "file" / "deeper", Path("/dev/null/phone")):
        try:
            paths.data_dir(place)
            told = False
        except OSError:
            told = True
        tally.add(told, place)


@pytest.fixture
def short_path() -> Iterator[Path]:
    """A folder whose path leaves room for a socket's name."""
    with tempfile.TemporaryDirectory(prefix="s13-") as made:
        yield Path(made)


@pytest.mark.skipif(os.name != "posix", reason="a home that is no folder exists on POSIX only")
def test_without_a_home_a_phone_that_keeps_nothing_decides_for_its_run(
    short_path: Path, tally: Tally
) -> None:
    with forgetful_phone(short_path, str(paths.resources() / "programs" / "nearby")) as phone:
        for state in ("granted", "denied"):
            phone.ask("Host.setPermissions", appid=NEARBY, states={LOCATION: state})
            told = phone.ask("Host.getPermissions", appid=NEARBY)
            tally.add(told["scopes"][LOCATION]["state"] == state, state)
        phone.ask("Host.close")
        tally.add(phone.process.wait(timeout=PATIENCE_SECONDS) == 0, "closed")
    tally.add(not list(short_path.iterdir()), "nothing is left")
