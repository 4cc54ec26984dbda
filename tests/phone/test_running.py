"""A process runs one phone after the other."""

import gc
from collections.abc import Iterator

import pytest

from miniapp_host.phone.phone import Phone
from miniapp_host.phone.running import set_start_aside


@pytest.fixture
def collection() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.mark.usefixtures("collection")
def test_searches_get_no_rarer_with_each_phone(phone: Phone) -> None:
    set_start_aside(phone)
    first = gc.get_threshold()
    set_start_aside(phone)
    assert gc.get_threshold() == first
