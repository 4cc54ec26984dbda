"""The counting of the guarantees, and the phones of the stories."""

from tests.guarantees.tally import (
    pytest_runtest_makereport,
    pytest_terminal_summary,
    tally,
)
from tests.shell.conftest import chinese, make_screen, screen, texts
from tests.stories.conftest import at_phone, folder, make_phone, open_sample, person, run_on

__all__ = [
    "at_phone",
    "chinese",
    "folder",
    "make_phone",
    "make_screen",
    "open_sample",
    "person",
    "pytest_runtest_makereport",
    "pytest_terminal_summary",
    "run_on",
    "screen",
    "tally",
    "texts",
]
