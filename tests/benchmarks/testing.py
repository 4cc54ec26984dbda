"""How long a stranger's tests take, from the call of pytest to its end, beside the bar in seconds.

Nine permission tests in a row, start included, and two hundred scenarios on two workers, of which
none may fail in any run. The bars are for a machine that does nothing else; what the processor has
worked is told beside, which other work on the machine hardly changes.
"""

import os
import resource
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

from tests.benchmarks.measure import Figure
from tests.benchmarks.processes import ROOT, fresh_folder

NEARBY = ROOT / "resources" / "programs" / "nearby"
STRANGERS = Path(__file__).with_name("strangers")
RUNS = 5
_AS_FOR_STRANGERS = ("-p", "no:hypothesispytest", "-p", "no:pytest-qt")
"""Leaves out the plugins that the extra `dev` brings for our own tests, and `test` does not."""


@dataclass(frozen=True)
class Taken:
    """Seconds of one run: by the clock, and of work of all its processes."""

    clock: float
    work: float


def measure_nine_tests() -> list[Figure]:
    """The median run, as of somebody who runs their tests again and again."""
    folder = stranger("nine")
    taken = [run_of(folder, 9) for _ in range(RUNS)]
    return [
        Figure("tests_nine", median(one.clock for one in taken), bare=3.0, goal=1.0, unit="s"),
        Figure("tests_nine_work", median(one.work for one in taken), bare=6.0, goal=1.0, unit="s"),
    ]


def measure_many_tests() -> list[Figure]:
    """The slowest run."""
    folder = stranger("many")
    taken = [run_of(folder, 200, "-n", "2") for _ in range(RUNS)]
    slowest = max(one.clock for one in taken)
    return [Figure("tests_200_on_two", slowest, bare=60.0, goal=1.0, unit="s")]


def stranger(file: str) -> Path:
    """A folder with this file of `strangers` and nothing else."""
    folder = fresh_folder()
    shutil.copy(STRANGERS / f"{file}.py", folder / f"test_{file}.py")
    (folder / "pytest.ini").write_text("[pytest]\n")
    return folder


def run_of(folder: Path, count: int, *arguments: str) -> Taken:
    """One run of the tests in `folder`; raises AssertionError unless `count` tests pass."""
    words = (sys.executable, "-m", "pytest", "-q", *_AS_FOR_STRANGERS, f"--miniapp={NEARBY}")
    begun, worked = time.perf_counter(), _work_of_children()
    run = subprocess.run(
        (*words, *arguments),
        cwd=folder,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    taken = Taken(time.perf_counter() - begun, _work_of_children() - worked)
    passed = f"{count} passed in"
    assert passed in run.stdout, f"{run.stdout}\n{run.stderr}"
    assert run.returncode == 0
    print(f"{count} tests: {taken.clock:.2f} s, {taken.work:.2f} s of work", file=sys.stderr)
    return taken


@cache
def _temporary() -> Path:
    return fresh_folder()


def _work_of_children() -> float:
    """Seconds of processor time of all processes that have ended and were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _environment() -> dict[str, str]:
    """As on everybody's machine: modules are compiled once, Chromium gets no flags from here.

    pytest removes what earlier runs have left; here those are the benchmark's own, no others.
    """
    left_out = {"PYTHONDONTWRITEBYTECODE", "QTWEBENGINE_CHROMIUM_FLAGS"}
    kept = {key: value for key, value in os.environ.items() if key not in left_out}
    return {**kept, "PYTEST_DEBUG_TEMPROOT": str(_temporary())}
