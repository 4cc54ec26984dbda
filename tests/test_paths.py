"""What the phone keeps is for the person alone."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from miniapp_host.paths import make_private


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o177])
def umask(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[int]:
    """Is set once the test has its folder: pytest's own would not let an ordinary user in."""
    assert tmp_path.is_dir()
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
@pytest.mark.usefixtures("umask")
def test_a_folder_and_what_was_missing_above_it_are_the_persons_alone(tmp_path: Path) -> None:
    make_private(tmp_path / "one" / "two" / "three")
    made = sorted(tmp_path.rglob("*"))
    assert [place.name for place in made] == ["one", "two", "three"]
    assert {stat.S_IMODE(place.stat().st_mode) for place in made} == {0o700}


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine").chmod(0o750)
    make_private(tmp_path / "mine")
    assert stat.S_IMODE((tmp_path / "mine").stat().st_mode) == 0o750


def test_a_file_in_its_place_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError):
        make_private(tmp_path / "file")
