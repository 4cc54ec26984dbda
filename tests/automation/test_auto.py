"""`miniapp-host auto` as a process of its own."""

import json
import stat
import time
from pathlib import Path

import pytest

from miniapp_host.automation.token import FILE
from tests.automation.test_wire import ASKING
from tests.program_folder import write_program
from tests.running_phone import RunningPhone, phone_process
from tests.shell_words import run

PATIENCE_SECONDS = 30


@pytest.fixture
def program(tmp_path: Path) -> Path:
    files = ASKING | {"project.config.json": json.dumps({"appid": "wxdriven"})}
    return write_program(tmp_path / "program", files)


def decided(phone: RunningPhone, entries: int) -> list[tuple[str, str, str]]:
    """What was decided, once there are so many entries."""
    end = time.monotonic() + PATIENCE_SECONDS
    while len(found := phone.ask("Host.getHistory", appid="wxdriven")) < entries:
        assert time.monotonic() < end, found
        time.sleep(0.05)
    return [(one["scope"], one["new"], one["actor"]) for one in found]


def test_the_policy_answers_what_the_file_leaves_open(
    data_dir: Path, program: Path, tmp_path: Path
) -> None:
    states = tmp_path / "states.json"
    states.write_text('{"scope.camera": "granted"}')
    words = ("auto", "--project", str(program), "--auto-port", "0", "--headless")
    rules = ("--permissions", str(states), "--prompt-policy", "deny")
    with phone_process(data_dir, *words, *rules) as phone:
        assert decided(phone, 2) == [
            ("scope.camera", "granted", "script"),
            ("scope.userLocation", "denied", "script"),
        ]
        assert stat.S_IMODE((data_dir / FILE).stat().st_mode) == 0o600
        again = run(*words, "--data-dir", str(data_dir))
        assert again.returncode == 2
        assert "runs over" in again.stderr


def test_a_project_that_is_none_is_refused(data_dir: Path, tmp_path: Path) -> None:
    done = run("auto", "--project", str(tmp_path / "none"), "--data-dir", str(data_dir))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
