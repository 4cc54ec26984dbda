"""The verbs of the command line on a phone that does not run: output and exit codes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from miniapp_host.cli.main import main
from miniapp_host.phone.memory import PhoneMemory
from tests.program_folder import write_program
from tests.programs import archives
from tests.programs.archives import pack

APPID = "wxverbs"
Command = Callable[..., int]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    files = {"index.wxml": "<view/>", "project.config.json": json.dumps({"appid": APPID})}
    return write_program(tmp_path / "program", files)


@pytest.fixture
def command(data_dir: Path, program: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs `miniapp-host` on a phone that has one program."""

    def run(*words: str) -> int:
        return main([*words, "--data-dir", str(data_dir)])

    assert run("programs", "add", str(program)) == 0
    capsys.readouterr()
    return run


def states(command: Command, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """The decided scopes after `permissions` with these words."""
    assert command("permissions", *words, "--json") == 0
    scopes = json.loads(capsys.readouterr().out)["scopes"]
    found = {scope: one["state"] for scope, one in scopes.items()}
    return {scope: state for scope, state in found.items() if state != "undecided"}


def test_scopes_are_granted_denied_and_reset(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    grant = states(command, capsys, "grant", APPID, "camera", "scope.record")
    assert grant == {"scope.camera": "granted", "scope.record": "granted"}
    deny = states(command, capsys, "revoke", APPID, "camera")
    assert deny == {"scope.camera": "denied", "scope.record": "granted"}
    assert states(command, capsys, "reset", APPID, "record") == {"scope.camera": "denied"}
    assert len(states(command, capsys, "deny", APPID, "all")) > 10
    assert states(command, capsys, "reset", APPID) == {}


def test_several_states_are_set_at_once_the_special_before_the_general(
    command: Command, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "states.json"
    file.write_text('{"scope.camera": "granted", "record": "denied", "all": "unset"}')
    from_file = states(command, capsys, "set", APPID, "record=granted", "--from", str(file))
    assert from_file == {"scope.camera": "granted", "scope.record": "granted"}
    assert states(command, capsys, "set", APPID, "camera=prompt") == {"scope.record": "granted"}


def test_versions_are_decided_apart(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    trial = ("--version-type", "trial")
    assert states(command, capsys, "grant", APPID, "camera", *trial) == {"scope.camera": "granted"}
    assert states(command, capsys, "list", APPID) == {}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("permissions", "grant", APPID, "camra"), "Did you mean scope.camera?"),
        (("permissions", "set", APPID, "camera=deniedd"), "Did you mean denied?"),
        (("device", "switch", "blutooth", "on"), "Did you mean bluetooth?"),
        (("device", "location", "Wst", "Lake"), "Did you mean West Lake?"),
        (("device", "location", "91", "0"), "latitude is -90 to 90"),
        (("permissions", "set", APPID, "--from", "nowhere.json"), "nowhere.json"),
        (("device", "network", "slow4g"), "Did you mean slow-4g?"),
        (("permissions", "set", APPID), "give SCOPE=STATE"),
        (("permissions", "set", APPID, "camera"), "write camera=denied"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest_and_changes_nothing(
    command: Command, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    assert command(*words) == 2
    error = capsys.readouterr().err
    assert error.startswith("miniapp-host: ")
    assert error.count("\n") == 1
    assert told in error
    assert states(command, capsys, "list", APPID) == {}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("permissions", "lst", APPID), "Did you mean list?"),
        (("permissions", "list", APPID, "--version-type", "trail"), "Did you mean trial?"),
        (("permissions",), "VERB"),
        (("prompt", "alow"), "Did you mean allow?"),
        (("prompt", "allow", "--timeout", "nan"), "nan is no time"),
        (("prompt", "allow", "--timeout", "-1"), "-1 is no time"),
        (("prompt", "allow", "--timeout", "soon"), "soon is no time"),
    ],
)
def test_wrong_words_name_the_nearest(
    command: Command, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        command(*words)
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("permissions", "list", "wxverbz"), f"Did you mean {APPID}?"),
        (("history", "other"), "programs list names them"),
        (("programs", "delete", "other"), "There is no program other"),
        (("programs", "add", "nowhere"), "nowhere"),
        (("prompt", "status"), "No phone runs"),
        (("prompt", "allow", "--timeout", "0.2"), "No phone runs"),
    ],
)
def test_what_is_not_there_ends_with_1(
    command: Command, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    assert command(*words) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert told in error


def test_a_misspelt_kind_is_told_before_a_phone_is_waited_for(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("prompt", "allow", "--kind", "privcy", "--timeout", "60") == 2
    assert "Did you mean privacy?" in capsys.readouterr().err


@pytest.mark.expects_log
def test_a_memory_that_was_damaged_is_told_by_whoever_finds_it_so(
    command: Command, capsys: pytest.CaptureFixture[str], data_dir: Path
) -> None:
    """What opens it next finds it sound."""
    (data_dir / "phone.sqlite").write_bytes(b"no database")
    assert command("programs", "list") == 0
    assert "quarantine" in capsys.readouterr().err
    assert command("programs", "list") == 0
    assert capsys.readouterr().err == ""


def test_a_reader_who_leaves_is_no_fault() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "miniapp_host", "completion", "bash"],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("text", ["[]", '{"scope.camera": true}'])
def test_a_file_of_states_is_an_object_of_words(
    command: Command, capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str
) -> None:
    file = tmp_path / "states.json"
    file.write_text(text)
    assert command("permissions", "set", APPID, "--from", str(file)) == 2
    assert "it must be a JSON object" in capsys.readouterr().err


def test_what_every_verb_understands_may_stand_before_it(
    command: Command, capsys: pytest.CaptureFixture[str], data_dir: Path
) -> None:
    assert command("permissions", "deny", APPID, "camera") == 0
    capsys.readouterr()
    assert main(["permissions", "--json", "--data-dir", str(data_dir), "list", APPID]) == 0
    assert json.loads(capsys.readouterr().out)["scopes"]["scope.camera"]["state"] == "denied"


def test_the_history_tells_every_decision_oldest_first(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    command("permissions", "grant", APPID, "camera")
    command("permissions", "deny", APPID, "camera", "record")
    capsys.readouterr()
    assert command("history", APPID) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert "scope.camera  undecided → granted  command" in lines[0]
    assert {line.split()[3] for line in lines[1:]} == {"scope.camera", "scope.record"}


def test_a_program_goes_with_all_that_was_decided_and_its_folder_stays(
    command: Command, capsys: pytest.CaptureFixture[str], program: Path, data_dir: Path
) -> None:
    command("permissions", "grant", APPID, "camera")
    assert command("programs", "delete", APPID) == 0
    assert APPID in capsys.readouterr().out
    assert program.is_dir()
    memory = PhoneMemory(data_dir)
    assert memory.library.programs() == ()
    assert memory.store.history.entries(APPID) == ()
    memory.close()


def test_a_second_folder_of_an_appid_is_told(
    command: Command, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    files = {"index.wxml": "<view/>", "project.config.json": json.dumps({"appid": APPID})}
    other = write_program(tmp_path / "other", files)
    assert command("programs", "add", str(other)) == 0
    assert "same decisions, same data" in capsys.readouterr().out
    assert command("programs", "list") == 0
    assert str(other) in capsys.readouterr().out


def test_an_archive_is_unpacked_and_replaced_by_a_newer_one(
    command: Command, capsys: pytest.CaptureFixture[str], tmp_path: Path, data_dir: Path
) -> None:
    file = pack(tmp_path / "packed.zip", archives.program("wxpacked"), "top/")
    assert command("programs", "add", str(file)) == 0
    assert command("permissions", "grant", "wxpacked", "camera") == 0
    file = pack(tmp_path / "newer.zip", archives.program("wxpacked", **{"new.txt": "new"}))
    capsys.readouterr()
    assert command("programs", "add", str(file), "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["appid"], told["owned"], told["notice"]) == ("wxpacked", True, None)
    assert (Path(told["folder"]) / "new.txt").exists()
    assert Path(told["folder"]).is_relative_to(data_dir)
    assert states(command, capsys, "list", "wxpacked") == {"scope.camera": "granted"}
    assert command("programs", "delete", "wxpacked") == 0
    assert not Path(told["folder"]).exists()


def test_a_bad_archive_ends_with_1_and_one_line_that_names_entry_and_remedy(
    command: Command, capsys: pytest.CaptureFixture[str], tmp_path: Path, data_dir: Path
) -> None:
    evil = (archives.entry("../../evil.txt"), b"evil")
    before = sorted(tmp_path.rglob("*"))
    file = archives.pack_with(tmp_path / "evil.zip", evil)
    assert command("programs", "add", str(file)) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "evil.zip: ../../evil.txt: it leads out of the archive. Pack the" in told
    assert [path for path in sorted(tmp_path.rglob("*")) if "phone.sqlite" not in path.name] == [
        path for path in sorted({*before, file}) if "phone.sqlite" not in path.name
    ]


def test_the_phone_is_moved_and_remembers_it(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("device", "location", "39.9,", "116.4") == 0
    assert command("device", "location", "39.9,116.4") == 0
    assert command("device", "location", "-33.85", "151.2") == 0
    assert command("device", "switch", "album", "off") == 0
    assert command("device", "network", "3g") == 0
    capsys.readouterr()
    assert command("device", "show", "--json") == 0
    device = json.loads(capsys.readouterr().out)
    assert (device["location"]["latitude"], device["location"]["longitude"]) == (-33.85, 151.2)
    assert device["switches"]["album"] is False
    assert device["network"] == {"connection": "3g", "latencyMs": 400, "rate": 50}
    assert command("device", "show") == 0
    assert "network            3g  400 ms  50 kB/s" in capsys.readouterr().out
