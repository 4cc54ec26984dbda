"""One phone per data folder: a second start comes to the first."""

import os
import signal
import socket
import stat
import subprocess
import time
from pathlib import Path
from threading import Timer

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.automation.claim import Claim, address_of
from miniapp_host.automation.listener import Listener
from miniapp_host.automation.reach import CLOSE, OPEN, reach
from miniapp_host.automation.verb_error import HungUpError, VerbError
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from tests.program_folder import write_program
from tests.running_phone import PATIENCE_SECONDS, RunningPhone, command_line, phone_process
from tests.shell_words import ROOT, run

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
BUSY_SECONDS = 3.0
"""As long as a phone needs to open a program where eight others keep two processors busy."""
POSIX = pytest.mark.skipif(os.name != "posix", reason="sockets of files")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return write_program(tmp_path / "program", {"index.wxml": "<view/>"})


def started_again(data_dir: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return run("--data-dir", str(data_dir), *words, **OFFSCREEN)


def opened_on(phone: RunningPhone) -> bool:
    """Whether a program opens on it: it is read beside the window."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not phone.ask("Host.getInfo")["running"] and time.monotonic() < end:
        pass
    return time.monotonic() < end


def test_a_second_start_hands_its_folder_to_the_first_and_ends(
    data_dir: Path, program: Path
) -> None:
    with phone_process(data_dir) as phone:
        assert phone.ask("Host.getInfo")["running"] == []
        done = started_again(data_dir, str(program))
        assert (done.returncode, done.stderr) == (0, "")
        assert phone.ask("Host.getInfo")["pid"] == phone.process.pid
        assert opened_on(phone)


def test_who_waits_for_a_prompt_waits_for_the_phone_too(data_dir: Path, tmp_path: Path) -> None:
    asks = {"index.js": "Page({onLoad() { wx.authorize({scope: 'scope.camera'}) }})"}
    program = write_program(tmp_path / "asks", {"index.wxml": "<view/>", **asks})
    words = command_line(data_dir, "prompt", "allow", "--scope", "camera", "--timeout", "40")
    waiting = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    with waiting, phone_process(data_dir, str(program)):
        told, _ = waiting.communicate(timeout=PATIENCE_SECONDS)
    assert waiting.returncode == 0
    assert told.startswith("scope.camera")


def test_another_data_folder_is_another_phone(data_dir: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    with phone_process(data_dir) as one, phone_process(other) as two:
        assert one.ask("Host.getInfo")["pid"] != two.ask("Host.getInfo")["pid"]


def test_a_program_that_would_run_otherwise_than_asked_is_refused(
    data_dir: Path, program: Path
) -> None:
    with phone_process(data_dir) as phone:
        done = started_again(data_dir, str(program), "--version-type", "trial")
        assert done.returncode == 2
        assert "another --version-type" in done.stderr
        assert done.stderr.count("\n") == 1
        assert phone.ask("Host.getInfo")["running"] == []


@POSIX
def test_a_phone_that_was_killed_is_in_nobody_s_way(data_dir: Path) -> None:
    with phone_process(data_dir) as phone:
        phone.process.send_signal(signal.SIGKILL)
        phone.process.wait()
        assert Path(address_of(data_dir)).is_socket()
    with phone_process(data_dir) as phone:
        assert phone.ask("Host.getInfo")["pid"] == phone.process.pid


@POSIX
def test_a_phone_that_hangs_is_told(data_dir: Path) -> None:
    with phone_process(data_dir) as phone:
        phone.process.send_signal(signal.SIGSTOP)
        try:
            with pytest.raises(VerbError, match=f"uses {data_dir} and does not answer"):
                reach(Claim(data_dir), patience=0.2)
        finally:
            phone.process.send_signal(signal.SIGCONT)


@POSIX
def test_a_phone_that_is_busy_is_waited_for(data_dir: Path) -> None:
    with phone_process(data_dir) as phone:
        phone.process.send_signal(signal.SIGSTOP)
        Timer(BUSY_SECONDS, phone.process.send_signal, [signal.SIGCONT]).start()
        done = started_again(data_dir)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_phone_that_was_told_to_close_takes_nothing_more(data_dir: Path) -> None:
    with phone_process(data_dir) as phone:
        phone.ask(CLOSE)
        with pytest.raises(HungUpError):
            phone.ask(OPEN)
        assert reach(Claim(data_dir)) is None


@POSIX
def test_a_start_waits_for_the_end_of_a_closing_phone_and_becomes_the_phone(
    data_dir: Path, program: Path
) -> None:
    with phone_process(data_dir) as closing:
        closing.ask(CLOSE)
        closing.process.send_signal(signal.SIGSTOP)
        end = Timer(BUSY_SECONDS, closing.process.send_signal, [signal.SIGCONT])
        end.start()
        with phone_process(data_dir, str(program)) as phone:
            assert opened_on(phone)


@POSIX
def test_nobody_reaches_a_phone_whose_programs_are_being_closed(
    phone: Phone, data_dir: Path, program: Path, qtbot: QtBot
) -> None:
    Listener(phone, Options(data_dir=data_dir))
    qtbot.waitUntil(Path(address_of(data_dir)).is_socket)
    phone.open_folder(program)
    reachable: list[bool] = []
    phone.programs.changed.connect(lambda: reachable.append(Path(address_of(data_dir)).exists()))
    phone.window.close()
    assert reachable == [False]


@POSIX
def test_only_the_person_can_reach_the_phone(data_dir: Path) -> None:
    data_dir.chmod(0o755)
    with phone_process(data_dir):
        about = Path(address_of(data_dir)).stat()
        assert stat.S_IMODE(about.st_mode) & 0o077 == 0
        assert about.st_uid == os.getuid()


@POSIX
def test_a_folder_whose_path_is_too_long_for_a_socket_has_one_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / ("long" * 30)
    address = Path(address_of(folder))
    assert len(os.fsencode(address)) < 104
    assert stat.S_IMODE(address.parent.stat().st_mode) == 0o700
    assert address != Path(address_of(tmp_path / ("lang" * 30)))
    with phone_process(folder) as phone:
        assert phone.ask("Host.getInfo")["folder"] == str(folder)


@POSIX
def test_whoever_else_made_the_private_folder_gets_no_phone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / f"miniapp-host-{os.getuid()}").mkdir(mode=0o777)
    (tmp_path / f"miniapp-host-{os.getuid()}").chmod(0o777)
    with pytest.raises(PermissionError):
        address_of(tmp_path / ("long" * 30))


def test_a_claim_is_taken_once_and_can_be_given_up(tmp_path: Path) -> None:
    holder = Claim(tmp_path)
    assert holder.take()
    assert not Claim(tmp_path).take()
    holder.release()
    assert Claim(tmp_path).take()


@POSIX
def test_noise_on_the_socket_does_no_harm(data_dir: Path) -> None:
    with phone_process(data_dir) as phone:
        for noise in (b"\x00\xff\n", b"{}\n", b'{"id": 1, "method": 5}\n', b"[" * 100_000 + b"\n"):
            with socket.socket(socket.AF_UNIX) as one:
                one.connect(address_of(data_dir))
                one.sendall(noise)
                assert b'"error"' in one.recv(4096)
        with socket.socket(socket.AF_UNIX) as one:
            one.connect(address_of(data_dir))
            one.settimeout(20)
            with pytest.raises(ConnectionError):
                one.sendall(b"x" * 10_000_000)
        assert phone.ask("Host.getInfo")["pid"] == phone.process.pid
