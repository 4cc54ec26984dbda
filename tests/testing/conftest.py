"""A program under test, as the plugin's fixtures give it, on a phone of the test's own."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.testing.tested_phone import TestedPhone
from tests.conftest import MakePhone
from tests.program_folder import write_program

Opens = Callable[[Mapping[str, str]], TestedPhone]


@pytest.fixture
def open_tested(make_phone: MakePhone, tmp_path: Path) -> Iterator[Opens]:
    """Writes a program from `{path: text}` and opens it on a phone under test."""

    def open_it(files: Mapping[str, str]) -> TestedPhone:
        tested = TestedPhone(make_phone(), tmp_path / "pictures")
        tested.open(write_program(tmp_path / "program", files))
        return tested

    return open_it


@pytest.fixture
def run_miniapp(open_tested: Opens) -> Callable[[Mapping[str, str]], MiniApp]:
    """Like `open_tested`, as the fixture `miniapp` gives it."""
    return lambda files: MiniApp(open_tested(files))
