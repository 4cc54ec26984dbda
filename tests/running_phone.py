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
    with subprocess.Popen(
        command_line(data_dir, *words),
        cwd=ROOT,
        env=bare_environment() | {"QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield RunningPhone(process, _line_to(process, data_dir))
        finally:
            process.terminate()


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
