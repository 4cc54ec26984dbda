"""S18: whatever the umask, folders are 0700 and what tells of decisions is 0600."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from miniapp_host import paths
from miniapp_host.memory.database import Database
from miniapp_host.programs.files import ProgramFiles
from miniapp_host.programs.library import Library
from tests.guarantees.tally import Tally
from tests.program_folder import write_program

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
PROJECT = '{"appid": "wx0123456789abcdef"}'
MASKS = (0o000, 0o002, 0o022, 0o027, 0o077)


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def mode(place: Path) -> int:
    return stat.S_IMODE(place.stat().st_mode)


def live(data: Path, program: Path) -> None:
    """A phone that is made, installs a program, keeps files, and finds its memory damaged."""
    folder = paths.data_dir(data)
    database = Database(folder / "phone.sqlite")
    library = Library(database, folder / "programs")
    appid = library.install(program).id
    files = ProgramFiles(library.files_dir(appid))
    files.set_mark("mark")
    for path, _ in (files.new_temporary(".txt"), files.new_saved(".txt")):
        path.write_text("text", "utf-8")
    database.close()
    (folder / "phone.sqlite").write_bytes(b"damaged")
    Database(folder / "phone.sqlite").close()


@pytest.mark.parametrize("mask", MASKS, ids=oct)
def test_folders_are_0700_and_memories_0600(tmp_path: Path, tally: Tally, mask: int) -> None:
    program = write_program(
        tmp_path / "program", {"project.config.json": PROJECT, "index.wxml": "<view/>"}
    )
    data = tmp_path / "deep" / "er" / "data"
    with umask(mask):
        live(data, program)
    for place in (data.parent, data.parent.parent, data, *data.rglob("*")):
        if place.is_dir():
            tally.add(mode(place) == 0o700, f"{place} {mode(place):o}")
        elif place.name.startswith("phone"):
            tally.add(mode(place) == 0o600 or place.read_bytes() == b"damaged", place)
