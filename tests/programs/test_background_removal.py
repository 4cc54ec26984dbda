"""Folders of very many files go without a wait, and are never found in their place again."""

from pathlib import Path
from time import monotonic

import pytest

from miniapp_host.programs.background_removal import BackgroundRemoval
from tests.removals import wait_for_removals


@pytest.fixture
def huge(tmp_path: Path) -> Path:
    for folder in range(40):
        place = tmp_path / "program" / f"{folder}"
        place.mkdir(parents=True)
        for number in range(250):
            (place / f"{number}").touch()
    return tmp_path / "program"


def test_its_place_is_free_before_its_files_are_gone(huge: Path, tmp_path: Path) -> None:
    removal = BackgroundRemoval(tmp_path)
    began = monotonic()
    removal.take(huge)
    huge.mkdir()  # would fail
    assert monotonic() - began < 0.5
    removal.wait()
    assert list(tmp_path.iterdir()) == [huge]
    assert list(huge.iterdir()) == []


def test_what_a_phone_could_not_finish_goes_at_the_next_start(huge: Path, tmp_path: Path) -> None:
    huge.rename(tmp_path / ".gone-0123456789abcdef")
    BackgroundRemoval(tmp_path).take_up()
    wait_for_removals()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["nothing", "file"])
def test_what_is_no_folder_stays_where_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError):
        BackgroundRemoval(tmp_path).take(tmp_path / name)
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def test_nobody_waits_longer_than_he_wants(huge: Path, tmp_path: Path) -> None:
    removal = BackgroundRemoval(tmp_path)
    removal.take(huge)
    removal.wait(0)
    removal.wait()
    assert not list(tmp_path.iterdir())
