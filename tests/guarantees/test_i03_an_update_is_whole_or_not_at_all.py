"""I3: a kill while an archive is installed leaves the old version or the new one, and no litter."""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from miniapp_host.memory.database import Database
from miniapp_host.programs.library import Library
from miniapp_host.programs.unpacking import install_archive
from tests.guarantees.processes import lines_until_killed, running
from tests.guarantees.tally import Tally, number
from tests.programs.archives import APPID, pack, program

MANY = 60


def faults_of(data: Path) -> Iterator[str]:
    """What is wrong at the next start."""
    with closing(Database(data / "phone.sqlite")) as database:
        installed = Library(database, data / "programs").program(APPID)
    if installed is None:
        yield "it is gone"
        return
    texts = {(installed.folder / f"f{at}.txt").read_text("utf-8") for at in range(MANY)}
    if texts not in ({"1"}, {"2"}):
        yield f"a mixture: {texts}"
    places = list((data / "programs").iterdir())
    if len(places) != 1 or len(list(places[0].iterdir())) != 1:
        yield f"litter: {places}"


def test_a_kill_at_any_moment_leaves_one_whole_version(tmp_path: Path, tally: Tally) -> None:
    chance = random.Random(3)
    for version in (1, 2):
        files = {f"f{at}.txt": str(version) for at in range(MANY)}
        pack(tmp_path / f"{version}.zip", program(**files), f"v{version}/")
    with closing(Database(tmp_path / "phone.sqlite")) as database:
        install_archive(Library(database, tmp_path / "programs"), tmp_path / "1.zip")
    for _ in range(number(8, 200)):
        with running("tests.programs.test_unpacking", tmp_path) as process:
            lines_until_killed(process, chance, "begins")
        faults = list(faults_of(tmp_path))
        tally.add(not faults, faults)
