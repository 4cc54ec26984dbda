"""I4: an installed program reads nothing outside of its folder, by no reference and no link."""

import random
from contextlib import closing
from pathlib import Path

from miniapp_host.memory.database import Database
from miniapp_host.programs.library import Library
from miniapp_host.programs.package import Package
from miniapp_host.programs.source import ProgramSource
from miniapp_host.programs.tree import PackageError
from miniapp_host.programs.unpacking import install_archive
from tests.guarantees.tally import Tally, number
from tests.programs.archives import pack, program

SECRET = b"secret of the phone"
PARTS = ("..", ".", "pages", "%2e%2e", "..%2f", "/", "\\..\\", "link", "folder-link", "a\0")
ENDS = (
    "outside.txt",
    "outside.wxml",
    "passwd",
    "../outside.txt",
    "link",
    "folder-link/outside.txt",
)
REFERRING = """<import src="{0}"/><include src="{0}"/><wxs module="m" src="{0}"/>"""


def test_nothing_outside_is_read(tmp_path: Path, tally: Tally) -> None:
    chance = random.Random(4)
    file = pack(tmp_path / "program.zip", program(), "top/")
    with closing(Database(tmp_path / "phone.sqlite")) as database:
        installed, _ = install_archive(Library(database, tmp_path / "programs"), file)
    for folder in (installed.folder.parent, tmp_path):
        (folder / "outside.txt").write_bytes(SECRET)
        (folder / "outside.wxml").write_bytes(SECRET)
    (installed.folder / "link").symlink_to(tmp_path / "outside.txt")
    (installed.folder / "folder-link").symlink_to(tmp_path)
    for _ in range(number(300, 10_000)):
        parts = [chance.choice(PARTS) for _ in range(chance.randrange(6))]
        reference = "/".join([*parts, chance.choice(ENDS)])
        template = REFERRING.format(reference)
        (installed.folder / "pages/index.wxml").write_text(template, "utf-8")
        seen = seen_by(Package.open(installed.folder), reference, tmp_path / "cache")
        tally.add(SECRET not in seen, reference)


def seen_by(package: Package, reference: str, cache: Path) -> bytes:
    """Everything that the program gets for this reference."""
    source = ProgramSource(package, cache, None, {}, {})
    seen = b""
    paths = (reference, f"__program/module/{reference}.js", f"__program/style/{reference}")
    for path in (*paths, "__program/templates/main.json", f"__program/modules/{reference}.js"):
        try:
            seen += source.resource(path).body
        except (FileNotFoundError, PackageError, IsADirectoryError, ValueError):
            continue
    return seen
