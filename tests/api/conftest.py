from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from miniapp_host.api.network.domains import Domains
from tests.api.pretend_phone import Phone


@pytest.fixture
def make_phone(tmp_path: Path) -> Iterator[Callable[..., Phone]]:
    """Makes the test's one phone, with or without the domain rule."""
    phones: list[Phone] = []

    def make(domains: Domains | None = None) -> Phone:
        phones.append(Phone(tmp_path, domains))
        return phones[-1]

    yield make
    for phone in phones:
        phone.database.close()


@pytest.fixture
def phone(make_phone: Callable[..., Phone]) -> Phone:
    return make_phone()
