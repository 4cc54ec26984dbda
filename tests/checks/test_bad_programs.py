"""What a bad program costs to read: it grows with the program, and not with its square."""

from pathlib import Path

import pytest

from tests.checks.bad_programs import SHAPES, Reading
from tests.growth import BAR, growth


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_program_takes_twice_the_time(tmp_path: Path, shape: str) -> None:
    reading = Reading(tmp_path, shape)
    assert growth(reading.prepare, reading.size) <= BAR
