import json
import subprocess
import sys
from pathlib import Path

import pytest

from miniapp_host.devices.preferences import Preferences, PreferencesError


def test_a_value_is_there_after_a_restart(tmp_path: Path) -> None:
    Preferences(tmp_path / "preferences.json").set("theme", "dark")
    assert Preferences(tmp_path / "preferences.json").get("theme") == "dark"


def test_a_missing_file_gives_the_defaults_and_no_notice(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "deep" / "preferences.json")
    assert preferences.get("theme", "light") == "light"
    assert preferences.notice is None


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"\xff\xfe\x00", b"null", b"[" * 9000])
def test_a_damaged_file_is_put_aside_and_said_once(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "preferences.json"
    file.write_bytes(content)
    preferences = Preferences(file)
    assert preferences.get("theme") is None
    assert preferences.notice is not None
    assert (tmp_path / "preferences.json.damaged").read_bytes() == content
    preferences.set("theme", "dark")
    assert Preferences(file).notice is None


def test_the_file_is_whole_json_and_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "preferences.json")
    preferences.set("name", "小程序")
    preferences.set("number", 7)
    assert [file.name for file in tmp_path.iterdir()] == ["preferences.json"]
    kept = json.loads((tmp_path / "preferences.json").read_text("utf-8"))
    assert kept == {"name": "小程序", "number": 7}


def test_what_cannot_be_written_changes_nothing_and_says_so(tmp_path: Path) -> None:
    blocked = tmp_path / "a file, not a folder"
    blocked.write_text("")
    preferences = Preferences(blocked / "preferences.json")
    with pytest.raises(PreferencesError, match=r"preferences\.json"):
        preferences.set("theme", "dark")
    assert preferences.get("theme") is None


def test_two_phones_on_one_file_keep_each_others_values(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    one, other = Preferences(file), Preferences(file)
    one.set("theme", "dark")
    other.set("language", "zh")
    assert (other.get("theme"), other.get("language")) == (None, "zh")
    again = Preferences(file)
    assert (again.get("theme"), again.get("language")) == ("dark", "zh")


_WRITER = """
import sys
from pathlib import Path
from miniapp_host.devices.preferences import Preferences
preferences = Preferences(Path(sys.argv[1]))
for number, _ in enumerate(sys.stdin):
    preferences.set(f"{sys.argv[2]}{number}", number)
    print(number, flush=True)
"""
_ROUNDS = 20


def test_two_processes_writing_at_once_lose_nothing_and_leave_nothing(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    command = [sys.executable, "-c", _WRITER, str(file)]
    pipe = subprocess.PIPE
    with (
        subprocess.Popen([*command, "a"], stdin=pipe, stdout=pipe, text=True) as one,
        subprocess.Popen([*command, "b"], stdin=pipe, stdout=pipe, text=True) as other,
    ):
        for _ in range(_ROUNDS):
            for writer in (one, other):
                print("go", file=writer.stdin, flush=True)
            for writer in (one, other):
                assert writer.stdout is not None
                assert writer.stdout.readline()
        for writer in (one, other):
            assert writer.stdin is not None
            writer.stdin.close()
    kept = json.loads(file.read_text("utf-8"))
    assert kept == {f"{name}{number}": number for name in "ab" for number in range(_ROUNDS)}
    assert list(tmp_path.iterdir()) == [file]


def test_what_a_killed_phone_left_goes_at_the_next_start(tmp_path: Path) -> None:
    for name in ("preferences.json.new", "preferences.json.k3x_.new"):
        (tmp_path / name).write_text("{", "utf-8")
    Preferences(tmp_path / "preferences.json")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_was_damaged_meanwhile_is_written_anew(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    preferences = Preferences(file)
    preferences.set("theme", "dark")
    file.write_text("[", "utf-8")
    preferences.set("language", "zh")
    assert json.loads(file.read_text("utf-8")) == {"theme": "dark", "language": "zh"}
