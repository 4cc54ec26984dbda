"""S13: where nothing can be kept the phone says why and does not start: it pretends nothing."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from miniapp_host import paths
from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from tests.guarantees.tally import Tally


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
