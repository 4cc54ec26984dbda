"""The log of what went over the network: what it tells, and that it stays small."""

import pytest

from miniapp_host.devices.network import Head, Request
from miniapp_host.devices.sockets import SocketRequest
from miniapp_host.devices.traffic import (
    LONGEST_BODY,
    MOST_BYTES,
    MOST_EXCHANGES,
    MOST_MESSAGES,
    Outcome,
    Traffic,
)
from tests.api.pretend_phone import FakeClock

MEGABYTE = 1024 * 1024


@pytest.fixture
def traffic() -> Traffic:
    return Traffic(FakeClock())


def test_no_more_exchanges_are_kept_than_a_table_shows(traffic: Traffic) -> None:
    for number in range(MOST_EXCHANGES + 7):
        traffic.begin(Request(f"https://a.example/{number}"))
    assert len(traffic) == MOST_EXCHANGES
    assert next(iter(traffic)).url == "https://a.example/7"


def test_of_a_long_body_the_beginning_is_kept_and_the_size_is_right(traffic: Traffic) -> None:
    exchange = traffic.begin(Request("https://a.example/"))
    for _ in range(5):
        traffic.receive(exchange, b"x" * MEGABYTE)
    assert exchange.size == exchange.received.size == 5 * MEGABYTE
    assert len(exchange.received.content) == LONGEST_BODY
    assert not exchange.received.whole


def test_bodies_of_old_exchanges_make_room_for_new_ones(traffic: Traffic) -> None:
    exchanges = []
    for _ in range(40):
        exchanges.append(traffic.begin(Request("https://a.example/", body=b"q")))
        traffic.receive(exchanges[-1], b"x" * MEGABYTE)
    assert traffic.kept_bytes <= MOST_BYTES
    assert exchanges[0].received.dropped
    assert exchanges[0].received.content == b""
    assert exchanges[-1].received.whole


def test_a_chatty_socket_keeps_its_newest_messages(traffic: Traffic) -> None:
    quiet = traffic.begin(SocketRequest("wss://a.example/quiet"))
    traffic.speak(quiet, "first", sent=True)
    chatty = traffic.begin(SocketRequest("wss://a.example/chatty"))
    for number in range(MOST_MESSAGES + 4):
        traffic.speak(chatty, f"m{number}", sent=False)
    assert quiet.messages == []
    assert (quiet.lost_messages, chatty.lost_messages) == (1, 4)
    assert chatty.messages[0].body.content == b"m4"
    assert len(chatty.messages) == MOST_MESSAGES


def test_clearing_forgets_the_bytes_too_and_is_told(traffic: Traffic) -> None:
    heard: list[None] = []
    ours = traffic.begin(Request("https://a.example/", program="one", body=b"1234"))
    theirs = traffic.begin(Request("https://a.example/", program="two", body=b"12"))
    traffic.watch_cleared(heard.append)
    traffic.clear("one")
    assert list(traffic) == [theirs]
    assert (traffic.kept_bytes, heard) == (2, [None])
    traffic.receive(ours, b"goes on")
    traffic.clear()
    assert len(traffic) == 0


def test_what_changes_is_told_once_until_somebody_looks(traffic: Traffic) -> None:
    heard: list[None] = []
    traffic.changes.watch(heard.append)
    exchange = traffic.begin(Request("https://a.example/"))
    stages = [exchange.stage]
    traffic.answer(exchange, Head(200))
    stages.append(exchange.stage)
    traffic.receive(exchange, b"12")
    stages.append(exchange.stage)
    assert len(heard) == 1
    traffic.changes.seen()
    traffic.done(exchange)
    assert len(heard) == 2
    assert len({*stages, exchange.stage}) == 4
    assert exchange.stage is None
    assert next(traffic.newest()) is exchange


def test_what_has_ended_does_not_end_again(traffic: Traffic) -> None:
    exchange = traffic.begin(Request("https://a.example/"))
    traffic.answer(exchange, Head(200))
    traffic.done(exchange)
    traffic.abort(exchange)
    assert exchange.outcome is Outcome.ANSWERED
