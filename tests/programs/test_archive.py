"""An archive is looked at whole and refused whole: nothing is written outside of its room."""

import os
import stat
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from miniapp_host.programs.archive import Archive, ArchiveError
from miniapp_host.programs.stopping import StoppedError
from tests.programs.archives import bomb, entry, forge, pack, pack_with, program

LINK, PIPE, DEVICE = stat.S_IFLNK | 0o777, stat.S_IFIFO | 0o644, stat.S_IFCHR | 0o644


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "program.zip"


def unpack(file: Path, folder: Path, stopped: Callable[[float], bool] = lambda _: False) -> None:
    with closing(Archive(file)) as archive:
        archive.unpack(folder, stopped)


def everything_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def refused(file: Path) -> str:
    """What is told of an archive of which nothing may be written."""
    before = everything_below(file.parent)
    with pytest.raises(ArchiveError) as told:
        unpack(file, file.parent / "room")
    assert everything_below(file.parent) == before
    return str(told.value)


def test_an_honest_archive_comes_out_as_it_was_packed(file: Path, tmp_path: Path) -> None:
    pack(file, program(**{"deep/in/it.txt": "it", "图片/a.txt": "b"}))
    unpack(file, tmp_path / "room")
    assert (tmp_path / "room/deep/in/it.txt").read_text() == "it"
    assert (tmp_path / "room/图片/a.txt").read_text() == "b"
    assert stat.S_IMODE((tmp_path / "room").stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "a/../../evil.txt",
        "..",
        "/etc/evil.txt",
        "//server/evil.txt",
        "..\\..\\evil.txt",
        "C:\\evil.txt",
        "C:evil.txt",
        "a.txt:stream",
        "a\0b.txt",
        "a\nb.txt",
        "a//b.txt",
        "./a.txt",
        "a/./b.txt",
        "CON",
        "a/nul.txt",
        "com1.js",
        "LPT9",
        "trailing.",
        "trailing ",
        "folder./a.txt",
        "a" * 256,
        "字" * 100,
        "/".join(["deep"] * 300),
    ],
)
def test_a_bad_name_refuses_the_whole_archive(file: Path, name: str) -> None:
    told = refused(pack_with(file, (entry(name), b"evil")))
    assert told.startswith("program.zip: ")
    assert "Pack the program's folder again." in told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("app.json", "APP.json"),
        ("a.txt", "a.txt"),
        ("a/b.txt", "A/c.txt"),
        ("caf\u00e9.txt", "cafe\u0301.txt"),
        ("a", "a/b.txt"),
        ("a/b.txt", "a"),
        ("stra\u00dfe.js", "STRASSE.js"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_entries_that_are_one_file_somewhere_are_refused(
    file: Path, one: str, other: str
) -> None:
    told = refused(pack_with(file, (entry(one), b"1"), (entry(other), b"2")))
    assert "two entries are one file" in told


@pytest.mark.parametrize("mode", [LINK, PIPE, DEVICE, stat.S_IFSOCK, stat.S_IFBLK])
def test_links_and_devices_are_refused(file: Path, mode: int) -> None:
    told = refused(pack_with(file, (entry("link", mode), b"/etc/passwd")))
    assert told.startswith("program.zip: link: it is a link or a device")


def test_a_name_that_is_no_utf_8_is_refused(file: Path) -> None:
    pack_with(file, (entry("NAMENAME.txt"), b"x"))
    forge(file, lambda body: body.replace(b"NAMENAME", "首页首页".encode("gbk")))
    assert "its name is no UTF-8" in refused(file)


def test_a_name_in_utf_8_without_the_mark_for_it_is_read_as_macos_writes_it(
    file: Path, tmp_path: Path
) -> None:
    pack_with(file, (entry("NAMENA.txt"), b"x"))
    forge(file, lambda body: body.replace(b"NAMENA", "图片".encode()))
    unpack(file, tmp_path / "room")
    assert (tmp_path / "room/图片.txt").read_text() == "x"


def test_what_finder_adds_to_an_archive_is_left_out(file: Path, tmp_path: Path) -> None:
    unpack(pack_with(file, ("__MACOSX/._app.json", b"x")), tmp_path / "room")
    assert not (tmp_path / "room/__MACOSX").exists()


def limited(file: Path) -> str:
    """What is told of an archive that costs neither time nor memory to refuse."""
    tracemalloc.start()
    start = time.process_time()
    told = refused(file)
    assert time.process_time() - start < 2
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 50_000_000
    return told


def test_a_file_that_would_grow_a_thousand_times_is_refused(file: Path) -> None:
    told = limited(pack_with(file, ("zeros.bin", b"\0" * 60_000_000)))
    assert told.startswith("program.zip: zeros.bin: it would grow more than 200 times")


def test_many_files_that_are_too_much_together_are_refused(file: Path) -> None:
    noise = os.urandom(100_000) + b"\0" * 11_900_000
    told = limited(pack_with(file, *((f"f{at}.bin", noise) for at in range(20))))
    assert "it holds more than 200 MB" in told


def test_a_file_that_the_phone_would_not_read_is_refused(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive, archive.open("film.mp4", "w") as film:
        for _ in range(65):
            film.write(os.urandom(1_000_000))
    assert "film.mp4: it is larger than 64 MB" in limited(file)


def test_an_archive_in_an_archive_is_a_file_like_any_other(file: Path, tmp_path: Path) -> None:
    unpack(pack_with(file, ("inner.zip", bomb(200_000_000))), tmp_path / "room")
    assert (tmp_path / "room/inner.zip").stat().st_size < 1_000_000


@pytest.mark.parametrize("many", [20_001, 120_000])
def test_more_entries_than_any_program_has_are_refused(file: Path, many: int) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        for at in range(many):
            archive.writestr(f"f{at}", b"")
    assert "it has more than 20000 entries" in limited(file)


def test_a_list_longer_than_the_archive_says_is_not_read(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        for at in range(120_000):
            archive.writestr(f"f{at}", b"")
    # Says 1 entry; so many need the record for large archives, which says it, too.
    many, one = struct.pack("<QQ", 120_000, 120_000), struct.pack("<QQ", 1, 1)
    forge(file, lambda body: body.replace(many, one))
    assert "it has more than 20000 entries" in limited(file)


def test_entries_that_share_their_bytes_are_refused(file: Path) -> None:
    pack_with(file, ("one.txt", b"x" * 1000), ("two.txt", b"y" * 1000))
    with zipfile.ZipFile(file) as archive:
        one, two = (archive.getinfo(name).header_offset for name in ("one.txt", "two.txt"))

    places = [struct.pack("<L", offset) + b"two.txt" for offset in (two, one)]
    forge(file, lambda body: body.replace(*places))
    assert "it lies within one.txt" in refused(file)


@pytest.mark.parametrize("says", [999, 1001, 5_000_000])
def test_a_size_that_lies_leaves_nothing_usable(file: Path, tmp_path: Path, says: int) -> None:
    content = os.urandom(1000)
    pack_with(file, ("one.bin", content))
    crc = zipfile.crc32(content)
    packed = zipfile.ZipFile(file).getinfo("one.bin").compress_size
    sizes, lie = struct.pack("<LLL", crc, packed, 1000), struct.pack("<LLL", crc, packed, says)
    forge(file, lambda body: body.replace(sizes, lie))
    with pytest.raises(ArchiveError) as told:
        unpack(file, tmp_path / "room")
    assert "it is damaged" in str(told.value) or "it would grow" in str(told.value)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_to_compress_that_not_all_know_is_refused(file: Path, method: int) -> None:
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("app.json", b"x" * 100)
    assert "it is compressed in a way that only some programs know" in refused(file)


def test_an_encrypted_archive_is_refused(file: Path) -> None:
    pack(file, {"app.json": "{}"})

    def encrypted(body: bytes) -> bytes:
        at = body.index(b"PK\x01\x02") + 8
        return body[:at] + b"\x01" + body[at + 1 :]

    assert "app.json: it is encrypted" in refused(forge(file, encrypted))


@pytest.mark.parametrize("body", [b"", b"PK", b"not an archive" * 100, b"PK\x05\x06" + b"\0" * 17])
def test_what_is_no_archive_is_refused(file: Path, body: bytes) -> None:
    file.write_bytes(body)
    assert "it is no zip archive, or a part is missing" in refused(file)


def test_an_empty_archive_is_refused(file: Path) -> None:
    assert "program.zip: it is empty" in refused(pack(file, {}))


def test_half_of_an_archive_is_refused(file: Path) -> None:
    pack(file, program())
    forge(file, lambda body: body[: len(body) // 2])
    assert "it is no zip archive, or a part is missing" in refused(file)


@pytest.mark.parametrize("kind", ["pipe", "folder", "missing", "device", "sparse"])
def test_what_is_called_zip_and_is_no_file_is_refused(file: Path, kind: str) -> None:
    match kind:
        case "pipe":
            os.mkfifo(file)
        case "folder":
            file.mkdir()
        case "device":
            file.symlink_to("/dev/zero")
        case "sparse":
            with file.open("wb") as opened:
                opened.truncate(3_000_000_000)
        case _:
            pass
    assert limited(file).startswith("program.zip: it ")


def test_whoever_stops_it_hears_how_far_it_is(file: Path, tmp_path: Path) -> None:
    pack_with(file, ("large.bin", os.urandom(1_000_000)))
    heard: list[float] = []

    def stopped(done: float) -> bool:
        heard.append(done)
        return done > 0.5

    with pytest.raises(StoppedError):
        unpack(file, tmp_path / "room", stopped)
    assert heard == sorted(heard)
    assert 0.5 < heard[-1] < 0.7


def test_no_damage_to_an_archive_does_harm(file: Path, tmp_path: Path) -> None:
    pack(file, program(**{"a/b.txt": "b" * 500}))
    whole = file.read_bytes()
    (tmp_path / "rooms").mkdir()
    for at in range(0, len(whole), 3):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        room = tmp_path / "rooms" / str(at)
        with suppress(ArchiveError):
            unpack(file, room)
    assert {path.name for path in tmp_path.iterdir()} <= {"program.zip", "rooms"}
