"""A program that is driven over the wire."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.automation.driven import Driven
from miniapp_host.automation.wire import wire_of
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from tests.automation.wire_client import WireClient
from tests.conftest import OpenProgram

TOKEN = "the token"


@pytest.fixture
def served(phone: Phone, run_program: OpenProgram) -> Callable[[Mapping[str, str]], int]:
    """Opens a program of these files and returns the port at which it is driven."""

    def serve(files: Mapping[str, str]) -> int:
        driven = Driven(phone, run_program(files).program.id)
        return wire_of(driven, Options(), TOKEN).listen(0)

    return serve


@pytest.fixture
def connect(qtbot: QtBot) -> Iterator[Callable[..., WireClient]]:
    """Connects clients, which are closed at the end."""
    clients: list[WireClient] = []

    def make(port: int, origin: str = "", host: str = "127.0.0.1") -> WireClient:
        clients.append(WireClient(qtbot, port, origin, host))
        return clients[-1]

    yield make
    for client in clients:
        client.close()
