"""Counts what the tests of a guarantee tried and found wrong, and prints one line for each id.

A pytest plugin that needs no Qt: the tests of `tests/guarantees` use it through their conftest,
`python -m tests.guarantees` loads it by name.
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

FULL = "MINIAPP_HOST_GUARANTEES"
_MODULE = re.compile(r"tests/guarantees/test_([sip])(\d\d)_")
_PROPERTY = "guarantee"


def number(quick: int, full: int) -> int:
    """How often to try: `quick` in the whole test run, `full` where somebody asked for it."""
    return full if os.environ.get(FULL) else quick


def id_of(place: str) -> str | None:
    """The id of the guarantee that a test file proves, from its path; None if it proves none."""
    found = _MODULE.search(Path(place).as_posix())
    return f"{found[1].upper()}{int(found[2])}" if found else None


class Tally:
    """What one test tried, and what of it went wrong."""

    def __init__(self) -> None:
        self.tried = 0
        self.wrong: list[str] = []

    def add(self, right: bool, what: object = "") -> None:
        """Count one trial, which `what` tells apart if it went wrong."""
        self.tried += 1
        if not right:
            self.wrong.append(str(what))


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Iterator[Tally]:
    """A test that counts; it fails at its end if anything went wrong."""
    counted = Tally()
    request.node.stash[_TALLY] = counted
    yield counted
    assert counted.tried, "nothing was tried"
    assert not counted.wrong, f"{len(counted.wrong)} of {counted.tried} wrong: {counted.wrong[:5]}"


_TALLY = pytest.StashKey[Tally]()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Notes in a test's reports what it counted; a test that counts nothing is one trial."""
    outcome = yield
    report = outcome.get_result()
    proved = id_of(item.nodeid)
    if proved is None or not (report.when == "call" or report.failed):
        return
    counted = item.stash.get(_TALLY, None)
    report.user_properties.append((_PROPERTY, (proved, *_tried_and_wrong(report, counted))))


def _tried_and_wrong(report: pytest.TestReport, counted: Tally | None) -> tuple[int, int]:
    if counted is None:
        return 1, int(report.failed)
    if report.when == "call":
        return counted.tried, len(counted.wrong) or int(report.failed)
    return 0, int(not counted.wrong)  # what the call counted fails once more at the test's end


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints one line for each guarantee that was tried."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, value in getattr(report, "user_properties", ()):
                if name == _PROPERTY:
                    proved, tried, wrong = value
                    counts[proved][0] += tried
                    counts[proved][1] += wrong
    for proved in sorted(counts, key=lambda one: (one[0], int(one[1:]))):
        tried, wrong = counts[proved]
        verdict = "fail" if wrong else "pass"
        terminalreporter.write_line(f"{proved} {verdict} n={tried} bad={wrong}")
