"""Somebody at the phone, for programs that ask or offer something to choose."""

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.phone.phone import Phone
from tests.stories.person import Person


@pytest.fixture
def person(qtbot: QtBot, phone: Phone) -> Person:
    """Uses `phone`, the one on which `run_program` runs."""
    return Person(qtbot, phone)
