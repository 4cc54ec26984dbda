"""How long a stranger's tests take, from the call of pytest to its end, beside the bar in seconds.

Nine permission tests in a row, start included, and two hundred scenarios on two workers, of which
none may fail in any run. The bars are for a machine that does nothing else.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.measure import Figure
from tests.benchmarks.processes import ROOT, fresh_folder

NEARBY = ROOT / "resources" / "programs" / "nearby"
STRANGERS = Path(__file__).with_name("strangers")
RUNS = 5


def measure_testing() -> list[Figure]:
    """The nine: the median run. The two hundred: the slowest run."""
    nine = [seconds_of("nine", 9) for _ in range(RUNS)]
    many = [seconds_of("many", 200, "-n", "2") for _ in range(RUNS)]
    return [
        Figure("tests_nine", statistics.median(nine), bare=3.0, goal=1.0, unit="s"),
        Figure("tests_200_on_two", max(many), bare=60.0, goal=1.0, unit="s"),
    ]


def seconds_of(file: str, count: int, *arguments: str) -> float:
    """One run of a file of `strangers`; raises AssertionError unless `count` tests pass."""
    folder = fresh_folder()
    shutil.copy(STRANGERS / f"{file}.py", folder / f"test_{file}.py")
    (folder / "pytest.ini").write_text("[pytest]\n")
    words = (sys.executable, "-m", "pytest", "-q", f"--miniapp={NEARBY}", *arguments)
    begun = time.perf_counter()
    run = subprocess.run(
        words, cwd=folder, env=_environment(), capture_output=True, text=True, check=False
    )
    taken = time.perf_counter() - begun
    passed = f"{count} passed in"
    assert passed in run.stdout, f"{run.stdout}\n{run.stderr}"
    assert run.returncode == 0
    return taken


def _environment() -> dict[str, str]:
    """As on everybody's machine: modules are compiled once, Chromium gets no flags from here."""
    left_out = {"PYTHONDONTWRITEBYTECODE", "QTWEBENGINE_CHROMIUM_FLAGS"}
    return {key: value for key, value in os.environ.items() if key not in left_out}
