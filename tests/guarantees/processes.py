"""Second processes of the guarantees: those that are killed, and those that write at once."""

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@contextmanager
def running(module: str, *words: object) -> Iterator["subprocess.Popen[str]"]:
    """A Python module of the tests that runs in a process of its own."""
    command = [sys.executable, "-m", module, *map(str, words)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        yield process


def lines_until_killed(
    process: "subprocess.Popen[str]", chance: random.Random, first: str = ""
) -> list[str]:
    """What it said before a SIGKILL, which comes up to 50 ms after the line `first`.

    Without `first` it comes within its first 400 ms, while it still opens its files.
    """
    assert process.stdout is not None
    before = [process.stdout.readline()] if first else []
    assert before == ([f"{first}\n"] if first else [])
    with suppress(subprocess.TimeoutExpired):
        process.wait(chance.uniform(0, 0.05 if first else 0.4))
    process.kill()
    return [line.strip() for line in (*before, *process.stdout.readlines())]
