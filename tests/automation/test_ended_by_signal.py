"""Runs that a signal ends keep what they have: the test of a recording, the report of a walk."""

import os
import signal
from pathlib import Path

import pytest

from miniapp_host import paths
from miniapp_host.automation.device_verbs import SET_NETWORK, SET_SWITCH
from tests.running_phone import phone_process

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals between processes")
NEARBY = paths.resources() / "programs" / "nearby"


@pytest.mark.parametrize("one", [signal.SIGTERM, signal.SIGINT], ids=lambda one: one.name)
def test_a_recording_is_written(data_dir: Path, tmp_path: Path, one: signal.Signals) -> None:
    file = tmp_path / "test_x.py"
    with phone_process(data_dir, "record", str(NEARBY), "--out", str(file)) as phone:
        phone.ask(SET_SWITCH, name="location", on=False)
        phone.process.send_signal(one)
        assert phone.process.wait(20) == 0
    assert 'device.switch("location", on=False)' in file.read_text("utf-8")


def test_a_recording_of_nothing_ends_with_its_own_code(data_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "test_x.py"
    with phone_process(data_dir, "record", str(NEARBY), "--out", str(file)) as phone:
        phone.process.terminate()
        assert phone.process.wait(20) == 1
    assert not file.exists()


def test_the_report_of_a_walk_is_written(data_dir: Path, tmp_path: Path) -> None:
    words = ("walk", "first-ask", str(NEARBY), "--report", str(tmp_path / "reports"))
    with phone_process(data_dir, *words) as phone:
        phone.ask(SET_NETWORK, preset="2g")
        phone.process.terminate()
        assert phone.process.wait(20) == 1
    assert [*(tmp_path / "reports").rglob("*.json")]


@pytest.mark.parametrize("words", [(), ("auto", "--project", str(NEARBY), "--auto-port", "0")])
def test_a_phone_that_is_asked_to_end_closes(data_dir: Path, words: tuple[str, ...]) -> None:
    with phone_process(data_dir, *words) as phone:
        phone.process.terminate()
        assert phone.process.wait(20) == 0
        assert phone.process.stderr is not None
        assert "Traceback" not in phone.process.stderr.read()
