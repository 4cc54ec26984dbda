from collections.abc import Iterator
from pathlib import Path

import pytest

from .phone import Phone


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    phone = Phone(tmp_path)
    yield phone
    phone.database.close()
