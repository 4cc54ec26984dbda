import json
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
