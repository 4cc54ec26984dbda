"""A recorded phone, for the tests of what is written."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from miniapp_host.testing.tested_phone import TestedPhone
from tests.conftest import MakePhone
from tests.phone.studio import Studio
from tests.program_folder import write_program


@pytest.fixture
def record(make_phone: MakePhone, tmp_path: Path) -> Callable[[Mapping[str, str]], Studio]:
    def begin(files: Mapping[str, str]) -> Studio:
        tested = TestedPhone(make_phone(), tmp_path / "pictures")
        tested.open(write_program(tmp_path / "program", files))
        return Studio(tested)

    return begin
