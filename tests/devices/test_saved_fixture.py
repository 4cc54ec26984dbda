"""Answers of the network put into a file of fixtures, and played from it."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from miniapp_host.devices.fixtures import FixtureNetwork, read_fixtures
from miniapp_host.devices.network import Collector, Download, Head, Request, Trouble
from miniapp_host.devices.saved_fixture import save_fixture, why_not_saved
from miniapp_host.devices.sockets import SocketRequest
from miniapp_host.devices.traffic import LONGEST_BODY, Exchange, Traffic
from miniapp_host.texts import ToldError
from tests.api.pretend_phone import FakeClock

URL = "https://a.example/user?id=1"
JSON = ("Content-Type", "application/json; charset=utf-8")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "fixtures.json"


def answered(
    body: bytes, *headers: tuple[str, str], url: str = URL, method: str = "GET", status: int = 200
) -> Exchange:
    traffic = Traffic(FakeClock())
    exchange = traffic.begin(Request(url, method))
    traffic.answer(exchange, Head(status, headers))
    traffic.receive(exchange, body)
    traffic.done(exchange)
    return exchange


def played(file: Path, url: str = URL, method: str = "GET") -> Download:
    clock, ends = FakeClock(), list[Download]()
    FixtureNetwork(read_fixtures(file), clock.after).send(
        Request(url, method), Collector(ends.append)
    )
    clock.advance(0)
    return ends[0]


def rules(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


@pytest.mark.parametrize(
    ("body", "header"),
    [
        ('{"name": "Ada", "城市": ["北京"]}'.encode(), JSON),
        (b"<p>hi</p>", ("Content-Type", "text/html")),
        (b'"a lone text"', JSON),
        (b"null", JSON),
        (b'{"half": "\\ud83d"}', JSON),
        (bytes(range(256)), ("Content-Type", "image/png")),
        ("中".encode("gbk"), ("Content-Type", "text/plain; charset=gbk")),
        (b"", ("X-Nothing", "1")),
    ],
)
def test_a_saved_answer_is_played_as_it_came(
    file: Path, body: bytes, header: tuple[str, str]
) -> None:
    assert save_fixture(answered(body, header), file) == 0
    again = played(file)
    assert again.head.header(header[0]) == header[1]
    if body.startswith(b"{"):
        assert json.loads(again.body) == json.loads(body)
    else:
        assert again.body == body


def test_a_json_answer_is_readable_in_the_file(file: Path) -> None:
    save_fixture(answered(b'{"a":1}', JSON), file)
    assert rules(file) == [{"url": URL, "method": "GET", "data": {"a": 1}}]
    assert '\n    "url"' in file.read_text()


def test_status_and_headers_are_kept_but_those_of_the_transmission(file: Path) -> None:
    headers = (JSON, ("X-A", "1"), ("x-Length", "3"), ("Content-Length", "9"), ("X-A", "2"))
    save_fixture(answered(b"{}", *headers, method="POST", status=201), file)
    assert rules(file)[0]["status"] == 201
    assert rules(file)[0]["header"] == {"X-A": "1,2", "x-Length": "3"}
    assert played(file, method="POST").head.status == 201
    assert played(file).trouble is Trouble.REFUSED


def test_what_is_in_the_file_stays(file: Path) -> None:
    old = [{"url": "https://b.example/*", "data": "b"}, {"url": "/^https:..c/", "status": 404}]
    file.write_text(json.dumps(old))
    assert save_fixture(answered(b"new"), file) == 2
    assert rules(file)[:2] == old


def test_a_new_answer_goes_before_the_rule_that_would_hide_it(file: Path) -> None:
    old = [{"url": "https://b.example/*"}, {"url": "*", "data": "anything"}]
    file.write_text(json.dumps(old))
    assert save_fixture(answered(b"new"), file) == 1
    assert [rules(file)[0], rules(file)[2]] == old
    assert played(file).body == b"new"


def test_the_same_answer_again_changes_nothing(file: Path) -> None:
    save_fixture(answered(b"once"), file)
    before = file.read_bytes()
    save_fixture(answered(b"once"), file)
    assert file.read_bytes() == before


def test_a_file_that_is_no_list_of_fixtures_is_left_alone(file: Path) -> None:
    file.write_text('{"not": "a list"}')
    with pytest.raises(ToldError, match="it holds no list"):
        save_fixture(answered(b"x"), file)
    assert file.read_text() == '{"not": "a list"}'


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(ToldError, match="Choose another place"):
        save_fixture(answered(b"x"), tmp_path / "gone" / "fixtures.json")


def test_an_answer_is_put_into_no_pipe_and_no_device(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for place in (pipe, Path("/dev/full"), tmp_path):
        with pytest.raises(ToldError, match=r"Give a JSON file\."):
            save_fixture(answered(b"x"), place)


def test_only_whole_answers_can_be_saved(file: Path) -> None:
    traffic = Traffic(FakeClock())
    asked = traffic.begin(Request(URL))
    failed = traffic.begin(Request(URL))
    traffic.fail(failed, Trouble.TIMEOUT)
    socket = traffic.begin(SocketRequest("wss://a.example"))
    too_long = answered(b"x" * (LONGEST_BODY + 1))
    for exchange in (asked, failed, socket, too_long):
        assert why_not_saved(exchange) is not None
        with pytest.raises(ToldError):
            save_fixture(exchange, file)
    assert not file.exists()
    assert why_not_saved(answered(b"x")) is None
