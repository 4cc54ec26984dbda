"""What a program may do with files: its own freely, all others only read, nothing outside."""

import base64
import hashlib
import io
import zipfile
from typing import Any

import pytest

from miniapp_host.api.files import file_places
from miniapp_host.api.files.file_places import DEEPEST
from miniapp_host.api.files.file_system import LONG_OPERATIONS, OPERATIONS
from miniapp_host.api.files.open_files import OpenFiles
from miniapp_host.api.files.stretches import STRETCH
from tests.api.calls.test_dispatcher import HOSTILE
from tests.api.pretend_phone import OpenProgram, Phone

USER = "wxfile://usr"


@pytest.fixture
def program(phone: Phone) -> OpenProgram:
    return phone.open(files={"data/a.txt": b"one", "data/deep/b.txt": b"two", "e.txt": b""})


def run(program: OpenProgram, name: str, **arguments: Any) -> Any:
    """The result of a function, the same whether it is asked for at once or later."""
    return program.result(name, arguments)


def now(program: OpenProgram, name: str, **arguments: Any) -> Any:
    return program.sync(f"{name}Sync", arguments)


def write(program: OpenProgram, path: str, data: str = "text") -> None:
    assert run(program, "writeFile", filePath=path, data=data)["errMsg"] == "writeFile:ok"


def read(program: OpenProgram, path: str) -> Any:
    return run(program, "readFile", filePath=path, encoding="utf8").get("data")


def test_what_is_written_can_be_read_changed_and_removed(program: OpenProgram) -> None:
    path = f"{USER}/a.txt"
    write(program, path, "eins 中")
    run(program, "appendFile", filePath=path, data=" zwei")
    assert read(program, path) == "eins 中 zwei"
    run(program, "truncate", filePath=path, length=4)
    assert read(program, path) == "eins"
    run(program, "copyFile", srcPath=path, destPath=f"{USER}/b.txt")
    run(program, "rename", oldPath=f"{USER}/b.txt", newPath=f"{USER}/c.txt")
    assert run(program, "readdir", dirPath=USER)["files"] == ["a.txt", "c.txt"]
    run(program, "unlink", filePath=path)
    assert run(program, "readdir", dirPath=f"{USER}/")["files"] == ["c.txt"]


def test_the_same_at_once(program: OpenProgram) -> None:
    path = f"{USER}/a.txt"
    assert now(program, "writeFile", filePath=path, data="x") == {"value": {}}
    assert now(program, "readFile", filePath=path, encoding="utf8") == {"value": {"data": "x"}}
    assert now(program, "unlink", filePath=path) == {"value": {}}
    assert now(program, "access", path=path) == {
        "error": f'accessSync:fail no such file or directory, access "{path}"',
        "errno": 1300002,
    }
    assert now(program, "readFile") == {
        "error": "readFileSync:fail parameter error: "
        "parameter.filePath should be String instead of Undefined;",
        "errno": 1001,
    }


def test_programs_are_offered_only_what_wx_has(phone: Phone) -> None:
    names = phone.dispatcher.names
    assert {"saveFile", "getFileInfo", "getSavedFileList", "removeSavedFile"} <= set(names["async"])
    assert not {"readFile", "stat", "unlink"} & set(names["async"])
    assert not any(name.startswith(("readFile", "stat")) for name in names["sync"])


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf8", "aé"),
        ("utf-8", "aé"),
        ("base64", "YcOp"),
        ("hex", "61c3a9"),
        ("latin1", "aÃ©"),
        ("binary", "aÃ©"),
        ("ucs2", "썡"),
    ],
)
def test_text_has_its_encoding(program: OpenProgram, encoding: str, text: str) -> None:
    path, body = f"{USER}/a", "aé".encode()[: 2 if encoding == "ucs2" else 3]
    run(program, "writeFile", filePath=path, data=text, encoding=encoding)
    kept = run(program, "readFile", filePath=path)
    assert base64.b64decode(kept["bytes"]) == body
    assert run(program, "readFile", filePath=path, encoding=encoding)["data"] == text


def test_bytes_are_base64_on_their_way(program: OpenProgram) -> None:
    path, coded = f"{USER}/a", base64.b64encode(b"\x00\xff\x01").decode()
    run(program, "writeFile", filePath=path, bytes=coded)
    assert run(program, "readFile", filePath=path)["bytes"] == coded
    part = run(program, "readFile", filePath=path, position=1, length=1, encoding="hex")
    assert part["data"] == "ff"
    beyond = run(program, "readFile", filePath=path, position=2, length=9)
    assert (beyond["errMsg"], beyond["errno"]) == ("readFile:fail Invalid argument", 1300022)


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [("xyz", "hex", "hex encode error"), ("a", "klingon", 'invalid encoding "klingon"')],
)
def test_what_an_encoding_cannot_be_is_refused(
    program: OpenProgram, data: str, encoding: str, reason: str
) -> None:
    result = run(program, "writeFile", filePath=f"{USER}/a", data=data, encoding=encoding)
    assert result["errMsg"] == f"writeFile:fail {reason}"


def test_folders_are_made_listed_and_removed(program: OpenProgram) -> None:
    folder = f"{USER}/a/b"
    missing = run(program, "mkdir", dirPath=folder)
    assert missing["errMsg"] == f'mkdir:fail no such file or directory, open "{folder}"'
    assert run(program, "mkdir", dirPath=folder, recursive=True)["errMsg"] == "mkdir:ok"
    again = run(program, "mkdir", dirPath=folder)
    assert again["errMsg"] == f'mkdir:fail file already exists, mkdir "{folder}"'
    write(program, f"{folder}/c.txt")
    full = run(program, "rmdir", dirPath=folder)
    assert (full["errMsg"], full["errno"]) == (
        f'rmdir:fail directory not empty, open "{folder}"',
        1300066,
    )
    assert run(program, "rmdir", dirPath=f"{USER}/a", recursive=True)["errMsg"] == "rmdir:ok"
    assert run(program, "readdir", dirPath=USER)["files"] == []


def test_no_folder_lies_so_deep_that_it_could_not_be_removed(program: OpenProgram) -> None:
    def deep(levels: int, name: str) -> str:
        return "/".join([USER, *[name] * levels])

    def is_refused(result: Any) -> bool:
        return "File name too long" in result["errMsg"]

    assert is_refused(run(program, "mkdir", dirPath=deep(DEEPEST + 1, "a"), recursive=True))
    for name in "ab":
        done = run(program, "mkdir", dirPath=deep(DEEPEST, name), recursive=True)
        assert done["errMsg"] == "mkdir:ok"
    write(program, f"{deep(DEEPEST - 1, 'a')}/c.txt")
    within = run(program, "rename", oldPath=f"{USER}/a", newPath=f"{deep(DEEPEST - 1, 'b')}/a")
    assert is_refused(within)
    url = program.temporary(zipped(**{"d/" * DEEPEST + "e": b""}), ".zip")
    assert is_refused(run(program, "unzip", zipFilePath=url, targetPath=USER))
    assert run(program, "rename", oldPath=f"{USER}/a", newPath=f"{USER}/d")["errMsg"] == "rename:ok"
    assert run(program, "readdir", dirPath=USER)["files"] == ["b", "d"]
    assert run(program, "rmdir", dirPath=f"{USER}/d", recursive=True)["errMsg"] == "rmdir:ok"


def test_stat_tells_size_and_kind_of_one_thing_or_all_in_a_folder(program: OpenProgram) -> None:
    run(program, "mkdir", dirPath=f"{USER}/a")
    write(program, f"{USER}/a/b.txt", "1234")
    one = run(program, "stat", path=f"{USER}/a/b.txt")["stats"]
    assert (one["size"], one["isDirectory"], one["mode"] & 0o170000) == (4, False, 0o100000)
    assert one["lastModifiedTime"] > 1_600_000_000
    below = run(program, "stat", path=USER, recursive=True)["stats"]
    assert [(found["path"], found["stats"]["isDirectory"]) for found in below] == [
        ("/", True),
        ("/a", True),
        ("/a/b.txt", False),
    ]


def test_the_package_can_be_read_and_listed(program: OpenProgram) -> None:
    assert read(program, "data/a.txt") == read(program, "/data/a.txt") == "one"
    assert read(program, "e.txt") == ""
    assert run(program, "readdir", dirPath="data")["files"] == ["a.txt", "deep"]
    assert "app.json" in run(program, "readdir", dirPath="/")["files"]
    below = run(program, "stat", path="data", recursive=True)["stats"]
    assert [found["path"] for found in below] == ["/", "/a.txt", "/deep", "/deep/b.txt"]
    assert run(program, "access", path="data")["errMsg"] == "access:ok"


@pytest.mark.parametrize("path", ["app.json", "/new.txt", "wxfile://tmp_x", "wxfile://store_x"])
def test_nothing_but_its_own_is_written(program: OpenProgram, path: str) -> None:
    denied = f'permission denied, open "{path}"'
    for name in ("writeFile", "appendFile", "truncate"):
        message = str(run(program, name, filePath=path, data="x")["errMsg"])
        absent = f'{name}:fail no such file or directory, open "{path}"'
        assert message in (f"{name}:fail {denied}", absent)
    assert run(program, "writeFile", filePath=path, data="x")["errno"] == 1300013
    unlinked = run(program, "unlink", filePath=path)["errMsg"]
    assert unlinked == f'unlink:fail permission denied, unlink "{path}"'
    assert program.session.package.text("app.json").startswith("{")


@pytest.mark.parametrize(
    "path",
    [
        "wxfile://usr/../../x",
        "../../../etc/passwd",
        "file:///etc/passwd",
        "https://a.example/x",
        "wxfile://other/x",
    ],
)
def test_nothing_outside_is_reached(program: OpenProgram, path: str) -> None:
    for name, key in (("readFile", "filePath"), ("stat", "path"), ("readdir", "dirPath")):
        message = str(run(program, name, **{key: path})["errMsg"])
        assert message.startswith(f"{name}:fail permission denied, "), message


def test_links_do_not_lead_out(program: OpenProgram) -> None:
    write(program, f"{USER}/a")
    (program.session.files.user_folder / "link").symlink_to("/etc")
    for path in (f"{USER}/link", f"{USER}/link/passwd"):
        message = run(program, "readFile", filePath=path)["errMsg"]
        assert message == f'readFile:fail permission denied, open "{path}"'


@pytest.mark.parametrize(
    ("name", "arguments", "reason"),
    [
        ("readFile", {"filePath": f"{USER}/no"}, 'no such file or directory, open "{}"'),
        ("readFile", {"filePath": "no.txt"}, 'no such file or directory, open "{}"'),
        ("readFile", {"filePath": USER}, 'illegal operation on a directory, open "{}"'),
        ("writeFile", {"filePath": f"{USER}/no/a"}, 'no such file or directory, open "{}"'),
        ("writeFile", {"filePath": USER}, 'illegal operation on a directory, open "{}"'),
        ("writeFile", {"filePath": f"{USER}/{'a' * 300}"}, 'File name too long, open "{}"'),
        ("unlink", {"filePath": f"{USER}/no"}, 'no such file or directory, unlink "{}"'),
        ("unlink", {"filePath": USER}, 'operation not permitted, unlink "{}"'),
        ("rmdir", {"dirPath": USER, "recursive": True}, 'permission denied, rmdir "{}"'),
        ("readdir", {"dirPath": "app.json"}, 'not a directory, scandir "{}"'),
        ("access", {"path": "no"}, 'no such file or directory, access "{}"'),
    ],
)
def test_refusals_are_worded_as_on_the_phone(
    program: OpenProgram, name: str, arguments: dict[str, Any], reason: str
) -> None:
    message = run(program, name, **arguments)["errMsg"]
    assert message == f"{name}:fail {reason.format(next(iter(arguments.values())))}"


def test_temporary_files_are_saved_under_a_name_of_the_phones_or_the_programs(
    program: OpenProgram,
) -> None:
    url = program.temporary(b"abc", ".png")
    saved = run(program, "saveFile", tempFilePath=url)["savedFilePath"]
    assert saved.startswith("wxfile://store_")
    (listed,) = run(program, "getSavedFileList")["fileList"]
    assert (listed["filePath"], listed["size"]) == (saved, 3)
    gone = run(program, "saveFile", tempFilePath=url)
    assert gone["errMsg"] == "saveFile:fail tempFilePath file not exist"
    own = f"{USER}/x.png"
    url = program.temporary(b"abcd")
    assert run(program, "saveFile", tempFilePath=url, filePath=own)["savedFilePath"] == own
    assert run(program, "getFileInfo", filePath=own)["size"] == 4
    assert run(program, "removeSavedFile", filePath=saved)["errMsg"] == "removeSavedFile:ok"
    again = run(program, "removeSavedFile", filePath=saved)
    assert again["errMsg"] == "removeSavedFile:fail file not exist"
    assert run(program, "getSavedFileList")["fileList"] == []


def test_a_files_digest_tells_what_is_in_it(program: OpenProgram) -> None:
    info = run(program, "getFileInfo", filePath="data/a.txt", digestAlgorithm="sha1")
    assert info["digest"] == "fe05bcdcdc4928012781a5f1a2a77cbb5398e106"
    assert run(program, "getFileInfo", filePath="data/a.txt")["digest"].startswith("f97c5d29941b")
    for path in ("none", "data", "wxfile://usr/../x"):
        message = run(program, "getFileInfo", filePath=path)["errMsg"]
        assert message == "getFileInfo:fail file not exist"


def test_what_a_program_keeps_has_a_bound(program: OpenProgram) -> None:
    full = "fail the maximum size of the file storage limit is exceeded"
    write(program, f"{USER}/large")
    run(program, "truncate", filePath=f"{USER}/large", length=file_places.LARGEST_FILE)
    write(program, f"{USER}/other")
    rest = file_places.ROOM - file_places.LARGEST_FILE - 4
    run(program, "truncate", filePath=f"{USER}/other", length=rest)
    write(program, f"{USER}/small", "1234")
    write(program, f"{USER}/small", "4321")
    for name, path in (("writeFile", f"{USER}/more"), ("appendFile", f"{USER}/small")):
        assert run(program, name, filePath=path, data="5")["errMsg"] == f"{name}:{full}"
    url = program.temporary(b"5")
    assert run(program, "saveFile", tempFilePath=url)["errMsg"] == f"saveFile:{full}"
    assert run(program, "unlink", filePath=f"{USER}/large")["errMsg"] == "unlink:ok"
    write(program, f"{USER}/more", "5")


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return made.getvalue()


def test_archives_are_unpacked_into_the_programs_own(program: OpenProgram) -> None:
    url = program.temporary(zipped(**{"a.txt": b"one", "b/c.txt": b"two"}), ".zip")
    done = run(program, "unzip", zipFilePath=url, targetPath=f"{USER}/out")
    assert done["errMsg"] == "unzip:ok"
    assert read(program, f"{USER}/out/b/c.txt") == "two"


@pytest.mark.parametrize("name", ["../a", "/a", "b/../../a", "..\\a", "c:a"])
def test_no_archive_writes_outside(program: OpenProgram, name: str) -> None:
    url = program.temporary(zipped(**{"fine": b"", name: b"evil"}), ".zip")
    result = run(program, "unzip", zipFilePath=url, targetPath=f"{USER}/out")
    assert result["errMsg"] == "unzip:fail unzip entry fail"
    assert run(program, "readdir", dirPath=USER)["files"] == []


def test_what_is_no_archive_is_not_unpacked(program: OpenProgram) -> None:
    url = program.temporary(b"no zip", ".zip")
    result = run(program, "unzip", zipFilePath=url, targetPath=USER)
    assert (result["errMsg"], result["errno"]) == ("unzip:fail unzip fail", 1301104)


def test_a_large_archive_is_unpacked_and_a_large_file_summed_up_in_stretches(
    phone: Phone, program: OpenProgram
) -> None:
    large = bytes(2 * STRETCH + 5)
    url = program.temporary(zipped(large=large, small=b"two"), ".zip")
    unpacked = program.call("unzip", {"zipFilePath": url, "targetPath": f"{USER}/out"})
    assert unpacked == []
    assert read(program, f"{USER}/out/small") is None
    phone.clock.advance(0)
    assert unpacked == [{"errMsg": "unzip:ok"}]
    assert read(program, f"{USER}/out/small") == "two"
    summed = program.call("getFileInfo", {"filePath": f"{USER}/out/large"})
    assert summed == []
    phone.clock.advance(0)
    digest = hashlib.md5(large).hexdigest()
    assert summed == [{"size": len(large), "digest": digest, "errMsg": "getFileInfo:ok"}]


def test_a_program_that_closes_ends_what_is_unpacked_for_it(
    phone: Phone, program: OpenProgram
) -> None:
    url = program.temporary(zipped(large=bytes(2 * STRETCH), small=b"two"), ".zip")
    unpacked = program.call("unzip", {"zipFilePath": url, "targetPath": f"{USER}/out"})
    program.close()
    phone.clock.advance(0)
    assert unpacked == []
    assert not (program.session.files.user_folder / "out/small").exists()


def test_an_archive_with_too_many_names_is_refused_before_they_are_read(
    program: OpenProgram,
) -> None:
    url = program.temporary(zipped(**{f"{n}": b"" for n in range(5_001)}), ".zip")
    result = run(program, "unzip", zipFilePath=url, targetPath=f"{USER}/out")
    assert result["errMsg"] == "unzip:fail unzip entry fail"


def test_a_file_beyond_the_documented_size_is_neither_made_nor_read(program: OpenProgram) -> None:
    full = "fail the maximum size of the file storage limit is exceeded"
    write(program, f"{USER}/large")
    more = file_places.LARGEST_FILE + 1
    result = run(program, "truncate", filePath=f"{USER}/large", length=more)
    assert (result["errMsg"], result["errno"]) == (f"truncate:{full}", 1300202)
    with (program.session.files.user_folder / "large").open("wb") as large:
        large.truncate(more)
    assert run(program, "readFile", filePath=f"{USER}/large")["errMsg"] == f"readFile:{full}"


def test_programs_share_no_files(phone: Phone, program: OpenProgram) -> None:
    write(program, f"{USER}/a.txt", "mine")
    assert read(phone.open("other"), f"{USER}/a.txt") is None


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: repr(value)[:30])
def test_whatever_a_program_gives_every_function_survives(
    program: OpenProgram, value: object
) -> None:
    others = ("data", "bytes", "encoding", "position", "length", "recursive", "digestAlgorithm")
    write(program, f"{USER}/a")
    for one in (*OPERATIONS, *OpenFiles().operations(), *LONG_OPERATIONS):
        paths = {parameter.name: f"{USER}/a" for parameter in one.parameters}
        for argument in (*paths, *others):
            answers = program.call(one.name, {**paths, argument: value})
            assert len(answers) == 1
            program.session.files.user_folder.mkdir(parents=True, exist_ok=True)
        program.call(one.name, dict.fromkeys((*paths, *others), value))
        program.sync(f"{one.name}Sync", value)


def opened(program: OpenProgram, flag: str, path: str = f"{USER}/a") -> Any:
    result = run(program, "open", filePath=path, flag=flag)
    return result.get("fd", result["errMsg"])


def test_an_open_file_is_read_and_written_piece_by_piece(program: OpenProgram) -> None:
    fd = opened(program, "w+")
    assert run(program, "write", fd=fd, data="eins ")["bytesWritten"] == 5
    run(program, "write", fd=fd, data="zwei")
    run(program, "write", fd=fd, data="E", position=0)
    assert run(program, "fstat", fd=fd)["stats"]["size"] == 9
    part = run(program, "read", fd=fd, length=4, position=5)
    assert (base64.b64decode(part["bytes"]), part["bytesRead"]) == (b"zwei", 4)
    run(program, "ftruncate", fd=fd, length=4)
    assert run(program, "close", fd=fd)["errMsg"] == "close:ok"
    assert read(program, f"{USER}/a") == "Eins"
    assert run(program, "read", fd=fd, length=1)["errMsg"] == "read:fail bad file descriptor"


def test_flags_say_what_may_be_done(program: OpenProgram) -> None:
    absent = f'open:fail no such file or directory, open "{USER}/a"'
    assert opened(program, "r") == opened(program, "r+") == absent
    run(program, "close", fd=opened(program, "wx"))
    assert opened(program, "wx") == f'open:fail file already exists, open "{USER}/a"'
    assert opened(program, "rw") == "open:fail invalid flag"
    end = opened(program, "a")
    run(program, "write", fd=end, data="1")
    run(program, "write", fd=opened(program, "a+"), data="2")
    assert read(program, f"{USER}/a") == "12"
    assert run(program, "read", fd=end, length=1)["errno"] == 1300009
    assert run(program, "read", fd=opened(program, "r", "data/a.txt"), length=9)["bytesRead"] == 3
    for path in ("data/a.txt", "wxfile://tmp_x"):
        assert opened(program, "w", path) == f'open:fail permission denied, open "{path}"'


def test_open_files_are_bounded_and_closed_with_the_program(phone: Phone) -> None:
    program = phone.open()
    descriptors = [opened(program, "a+") for _ in range(100)]
    assert len(set(descriptors)) == 100
    assert opened(program, "a+") == "open:fail excced max concurrent fd limit"
    other = phone.open("other")
    assert run(other, "write", fd=descriptors[0], data="x")["errno"] == 1300009
    program.close()
    again = phone.open()
    assert run(again, "fstat", fd=descriptors[0])["errMsg"] == "fstat:fail bad file descriptor"
    assert opened(again, "r") not in descriptors


def test_a_saved_file_tells_size_and_time(program: OpenProgram) -> None:
    saved = run(program, "saveFile", tempFilePath=program.temporary(b"abc"))["savedFilePath"]
    info = run(program, "getSavedFileInfo", filePath=saved)
    assert info["size"] == 3
    assert info["createTime"] > 1_600_000_000
    for path in (f"{USER}/none", "wxfile://store_none"):
        message = run(program, "getSavedFileInfo", filePath=path)["errMsg"]
        assert message == "getSavedFileInfo:fail file not exist"
