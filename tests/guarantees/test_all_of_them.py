"""Every promise has its test, and the manual promises what is tested."""

import os
import re
import subprocess
import sys
from pathlib import Path

from miniapp_host import paths
from tests.guarantees.__main__ import PLAIN, PLAIN_ENVIRONMENT, ROOT, needs_qt
from tests.guarantees.tally import id_of

HERE = Path(__file__).parent
ROW = re.compile(r"^\| ([SPI]\d+) \|", re.MULTILINE)
ANY = re.compile(r"\b([SPI]\d{1,2})\b")


def proven() -> set[str]:
    return {found for file in HERE.glob("test_*.py") if (found := id_of(str(file)))}


def test_every_promise_of_store_and_prompt_has_a_test() -> None:
    expected = {f"S{n}" for n in range(1, 22)} | {f"P{n}" for n in range(1, 20)}
    assert expected <= proven()


def test_the_manual_promises_nothing_that_is_not_tested() -> None:
    manual = (paths.resources() / "docs" / "security.md").read_text("utf-8")
    promised = ROW.findall(manual)
    assert len(promised) == len(set(promised))
    assert set(ANY.findall(manual)) <= proven()
    assert {one for one in proven() if one[0] != "I"} <= set(promised)


def test_what_is_run_without_qt_needs_none() -> None:
    without = [str(file) for file in HERE.glob("test_*.py") if not needs_qt(file)]
    tried = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--collect-only", *PLAIN, *without],
        cwd=ROOT,
        env=os.environ | PLAIN_ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert tried.returncode == 0, tried.stdout
