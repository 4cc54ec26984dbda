"""I2: an archive that would fill disk or memory is refused within two seconds and 50 MB."""

import os
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from miniapp_host.programs.archive import Archive, ArchiveError
from tests.guarantees.tally import Tally, number
from tests.programs.archives import bomb, pack_with


def one_file(file: Path) -> None:
    pack_with(file, ("zeros", b"\0" * 60_000_000))


def many_files(file: Path) -> None:
    piece = os.urandom(60_000) + b"\0" * 9_000_000
    pack_with(file, *((f"f{at}", piece) for at in range(25)))


def many_entries(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        for at in range(number(60_000, 1_000_000)):
            archive.writestr(f"f{at}", b"")


def many_bombs(file: Path) -> None:
    inner = bomb(100_000_000)
    pack_with(file, *((f"b{at}.zip", inner) for at in range(50)), ("zeros", b"\0" * 50_000_000))


BOMBS: tuple[Callable[[Path], None], ...] = (one_file, many_files, many_entries, many_bombs)


def test_no_bomb_goes_off(tmp_path: Path, tally: Tally) -> None:
    for make in BOMBS:
        file = tmp_path / f"{make.__name__}.zip"
        make(file)
        tracemalloc.start()
        start = time.process_time()
        try:
            with closing(Archive(file)) as archive:
                archive.unpack(tmp_path / "room", lambda _: False)
            refused = False
        except ArchiveError:
            refused = True
        took, (_, most) = time.process_time() - start, tracemalloc.get_traced_memory()
        tracemalloc.stop()
        quick = took < 2 and most < 50_000_000
        tally.add(refused and quick, (make.__name__, refused, took, most))
        tally.add(not (tmp_path / "room").exists(), f"{make.__name__} was begun")
        file.unlink()
