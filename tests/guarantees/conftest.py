"""The counting of the guarantees, and the phones of the stories."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.pretend_phone import Phone
from tests.guarantees.tally import (
    pytest_runtest_makereport,
    pytest_terminal_summary,
    tally,
)
from tests.shell.asking.conftest import watch
from tests.shell.conftest import chinese, make_screen, screen, texts
from tests.stories.conftest import (
    at_phone,
    folder,
    make_phone,
    open_folder,
    open_sample,
    person,
    run_on,
)

__all__ = [
    "at_phone",
    "chinese",
    "folder",
    "make_phone",
    "make_screen",
    "open_folder",
    "open_sample",
    "person",
    "pytest_runtest_makereport",
    "pytest_terminal_summary",
    "run_on",
    "screen",
    "tally",
    "texts",
    "watch",
]


@pytest.fixture
def pretended(tmp_path: Path) -> Iterator[Phone]:
    """A phone without a screen."""
    (tmp_path / "pretended").mkdir()
    made = Phone(tmp_path / "pretended")
    yield made
    made.database.close()
