"""I1: an archive with a bad name is refused whole, by that name; nothing is written anywhere."""

import random
import stat
from contextlib import closing
from pathlib import Path

from miniapp_host.programs.archive import Archive, ArchiveError
from tests.guarantees.tally import Tally, number
from tests.programs.archives import entry, pack_with

FILE = stat.S_IFREG | 0o644
BAD = (
    "..", "../x", "a/../../x", "/x", "//host/x", "C:\\x", "C:x", "..\\x", "a\\..\\x", "a\0b", "a\x1fb",
    "a//b", "./a", "a/./b", "a.", "a ", "a./b", "con", "NUL.txt", "a/COM1", "lpt9.js", "x" * 256,
    "字" * 86, "/".join(["deep"] * 300), "a?", "a*b", 'a"', "a<b", "a|b", "a:b",
)  # fmt: skip
"""Each names a file that some disk would put elsewhere, or not at all."""
LINKS = (stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK)


def faults_of(file: Path, name: str, mode: int) -> list[str]:
    before = sorted(file.parent.rglob("*"))
    try:
        with closing(Archive(file)) as archive:
            archive.unpack(file.parent / "room", lambda _: False)
    except ArchiveError as told:
        faults = [] if str(told).startswith(f"{file.name}: ") else [str(told)]
    else:
        faults = ["it was unpacked"]
    return faults + (["something was written"] if sorted(file.parent.rglob("*")) != before else [])


def test_no_archive_with_a_bad_name_is_unpacked(tmp_path: Path, tally: Tally) -> None:
    chance = random.Random(1)
    file = tmp_path / "program.zip"
    for at in range(number(2 * len(BAD), 3000)):
        bad = BAD[at % len(BAD)] if at < len(BAD) else f"{chance.choice(BAD)}/{chance.choice(BAD)}"
        inside = "good/" * chance.randrange(3) if not bad.startswith("/") else ""
        mode = chance.choice(LINKS) if at % 7 == 0 else FILE
        pack_with(file, (entry(inside + bad, mode), b"evil"), ("after.txt", b"x"))
        faults = faults_of(file, bad, mode)
        tally.add(not faults, (inside + bad, mode, faults))
