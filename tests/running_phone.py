"""A phone in a process of its own, reached as the command line reaches it."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from miniapp_host.automation.claim import Claim
from miniapp_host.automation.local_line import LocalLine
from miniapp_host.automation.reach import reach
from tests.shell_words import ROOT, bare_environment

PATIENCE_SECONDS = 40


class RunningPhone:
    """The process and a line to it."""

    def __init__(self, process: "subprocess.Popen[str]", line: LocalLine) -> None:
        self.process = process
        self.line = line

    def ask(self, method: str, **params: object) -> Any:
        return self.line.ask(method, params)


def command_line(data_dir: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "miniapp_host", *words, "--data-dir", str(data_dir)]


@contextmanager
def phone_process(data_dir: Path, *words: str) -> "Iterator[RunningPhone]":
    """`miniapp-host` with these words, on a screen that nobody sees, until it can be asked."""
    with _started(command_line(data_dir, *words)) as process:
        yield RunningPhone(process, _line_to(process, data_dir))


@contextmanager
def forgetful_phone(temporary: Path, *words: str) -> "Iterator[RunningPhone]":
    """`miniapp-host --keep-nothing` for somebody without a home, whose only folder this is."""
    command = [sys.executable, "-m", "miniapp_host", "--keep-nothing", *words]
    homeless = {"HOME": "/dev/null", "XDG_DATA_HOME": "/dev/null/data", "TMPDIR": str(temporary)}
    with _started(command, **homeless) as process:
        yield RunningPhone(process, _line_to(process, _folder_made(process, temporary)))


@contextmanager
def _started(command: list[str], **more: str) -> "Iterator[subprocess.Popen[str]]":
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=bare_environment() | {"QT_QPA_PLATFORM": "offscreen"} | more,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def _folder_made(process: "subprocess.Popen[str]", temporary: Path) -> Path:
    """The data folder of a phone that keeps nothing, once it has taken its claim."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not (claims := list(temporary.glob("miniapp-host-*/phone.lock"))):
        assert process.poll() is None, process.communicate()[1]
        assert time.monotonic() < end, "the phone makes no folder"
        time.sleep(0.02)
    return claims[0].parent


def _line_to(process: "subprocess.Popen[str]", data_dir: Path) -> LocalLine:
    end = time.monotonic() + PATIENCE_SECONDS
    while _holder(data_dir / "phone.lock") != str(process.pid):
        assert process.poll() is None, process.communicate()[1]
        assert time.monotonic() < end, "the phone takes no claim"
        time.sleep(0.02)
    line = reach(Claim(data_dir), PATIENCE_SECONDS)
    assert line is not None, "the claim was free"
    return line


def _holder(lock: Path) -> str:
    """The process that has the claim, as QLockFile notes it in the first line."""
    return lock.read_text().partition("\n")[0] if lock.exists() else ""
