"""The real network, against a server of the test's own on this machine."""

import gc
import threading
import weakref
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from miniapp_host.devices.bounded_network import BoundedNetwork
from miniapp_host.devices.clock import Clock
from miniapp_host.devices.conditions import NetworkConditions
from miniapp_host.devices.following_network import FollowingNetwork
from miniapp_host.devices.network import Collector, Download, Request, Trouble
from miniapp_host.devices.preferences import Preferences
from miniapp_host.devices.weak_network import WeakNetwork
from miniapp_host.phone.qt_clock import QtClock
from miniapp_host.phone.qt_network import QtNetwork
from tests.devices.heard import Heard
from tests.web_server import running

MORE_THAN_THE_SYSTEM_KEEPS = 48 << 20
"""Bytes: what fits into the buffers of both ends of a connection does not wait at the server."""


REDIRECTS = {
    "/again": (302, "/there"),
    "/kept": (307, "/there"),
    "/to/large": (307, "/large"),
    "/escape": (302, "file:///etc/hostname"),
}


class Answers(BaseHTTPRequestHandler):
    """`/status/404`, `/slow`, `/cookies`, `/large`, redirects; any other path echoes the body."""

    server: "Server"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.seen.append((self.command, self.path, headers, body))
        match self.path:
            case "/slow":
                self.server.gate.wait(10)
                self._send(200, b"late")
            case "/stalls":
                self.send_response(302)
                self.send_header("Location", "/there")
                self.send_header("Content-Length", "100")
                self.end_headers()
                self.server.gate.wait(10)
                self.close_connection = True
            case path if path in REDIRECTS:
                status, target = REDIRECTS[path]
                self._send(status, b"", Location=target)
            case "/large":
                self._send(200, bytes(MORE_THAN_THE_SYSTEM_KEEPS))
                self.server.large_is_sent.set()
            case "/gone":
                self.send_response(200)
                self.send_header("Content-Length", "100")
                self.end_headers()
                self.wfile.write(b"half")
                self.wfile.flush()
                self.close_connection = True
            case "/cookies":
                self.send_response(200)
                self.send_header("Set-Cookie", "a=1; Path=/")
                self.send_header("Set-Cookie", "b=2")
                self.send_header("Content-Length", "0")
                self.end_headers()
            case path if path.startswith("/status/"):
                self._send(int(path.rpartition("/")[2]), b"no")
            case _:
                self._send(200, body or b"hello")

    do_POST = do_PUT = do_DELETE = do_GET

    def _send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.seen: list[tuple[str, str, dict[str, str], bytes]] = []
        self.gate = threading.Event()
        self.large_is_sent = threading.Event()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    with running(made):
        yield made
        made.gate.set()


class Web:
    def __init__(self, qtbot: QtBot, server: Server) -> None:
        self.server = server
        self.owner = QObject()
        self.network = FollowingNetwork(QtNetwork(self.owner), QtClock(self.owner))
        self._qtbot = qtbot

    def get(self, path: str, **more: Any) -> Download:
        ends: list[Download] = []
        self.network.send(Request(self.server.url(path), **more), Collector(ends.append))
        assert not ends, "nothing may be said before send has returned"
        self._qtbot.waitUntil(lambda: bool(ends))
        return ends[0]


@pytest.fixture
def web(qtbot: QtBot, server: Server) -> Iterator[Web]:
    made = Web(qtbot, server)
    yield made
    made.owner.deleteLater()


def test_an_answer_has_status_headers_and_body(web: Web) -> None:
    found = web.get("/x?a=1", headers={"X-One": "eins"})
    assert (found.head.status, found.body, found.trouble) == (200, b"hello", None)
    assert found.head.header("content-length") == "5"
    ((method, path, headers, _),) = web.server.seen
    assert (method, path, headers["x-one"]) == ("GET", "/x?a=1", "eins")


def test_a_body_is_sent_with_any_method(web: Web) -> None:
    found = web.get("/x", method="PUT", body=b"\x00\xff", headers={"Content-Type": "a/b"})
    assert found.body == b"\x00\xff"
    assert web.server.seen[0][2]["content-type"] == "a/b"


@pytest.mark.parametrize("scheme", ["file", "qrc", "data", "unix+http", "local+http", "cloud"])
def test_no_other_scheme_than_the_webs_is_asked(web: Web, qtbot: QtBot, scheme: str) -> None:
    ends: list[Download] = []
    for address in (f"{scheme}:///etc/hostname", f"{scheme}://hostname/", f"{scheme}:text/plain,x"):
        web.network.send(Request(address), Collector(ends.append))
    assert not ends
    qtbot.waitUntil(lambda: len(ends) == 3)
    assert {end.trouble for end in ends} == {Trouble.OTHER}


def test_a_bad_status_is_an_answer_like_any_other(web: Web) -> None:
    for status in (404, 401, 500):
        found = web.get(f"/status/{status}")
        assert (found.head.status, found.body) == (status, b"no")


def test_redirects_are_followed_unless_they_are_wanted(web: Web) -> None:
    assert web.get("/again").body == b"hello"
    assert [path for _, path, *_ in web.server.seen] == ["/again", "/there"]
    kept = web.get("/again", follow_redirects=False)
    assert (kept.head.status, kept.head.header("location")) == (302, "/there")


def test_a_body_is_sent_to_each_address_once(web: Web) -> None:
    for body in (b"", b"asked", bytes(1 << 20)):
        headers = {"Content-Type": "application/octet-stream"}
        found = web.get("/kept", method="POST", body=body, headers=headers)
        assert (found.trouble, found.body) == (None, body or b"hello")
        seen = [(method, path, sent) for method, path, _, sent in web.server.seen]
        assert seen == [("POST", "/kept", body), ("POST", "/there", body)]
        web.server.seen.clear()


def test_a_redirect_is_followed_before_its_body_has_come(web: Web) -> None:
    assert web.get("/stalls").body == b"hello"
    web.server.gate.set()


def test_no_redirect_leads_to_a_file_of_this_machine(web: Web) -> None:
    found = web.get("/escape")
    assert found.body == b""
    assert found.trouble is not None


def test_every_cookie_comes_alone_and_none_is_kept(web: Web) -> None:
    found = web.get("/cookies")
    cookies = [value for name, value in found.head.headers if name.lower() == "set-cookie"]
    assert cookies == ["a=1; Path=/", "b=2"]
    web.get("/x")
    assert "cookie" not in web.server.seen[-1][2]


def test_a_dead_server_refuses(web: Web, server: Server) -> None:
    assert web.get("/x").trouble is None
    ends: list[Download] = []
    web.network.send(Request("http://127.0.0.1:1/x"), Collector(ends.append))
    web._qtbot.waitUntil(lambda: bool(ends))
    assert ends[0].trouble is Trouble.REFUSED


def test_an_answer_that_breaks_off_fails(web: Web) -> None:
    assert web.get("/gone").trouble is Trouble.CLOSED


def test_time_runs_out(web: Web) -> None:
    assert web.get("/slow", timeout=0.05).trouble is Trouble.TIMEOUT


def test_a_cancelled_request_says_nothing_more(web: Web, qtbot: QtBot) -> None:
    heard = Heard()
    cancel = web.network.send(Request(web.server.url("/slow")), heard)
    qtbot.waitUntil(lambda: bool(web.server.seen))
    cancel()
    cancel()
    web.server.gate.set()
    assert web.get("/x").body == b"hello"
    assert heard.words == []


def test_large_bodies_come_and_go_in_pieces(web: Web, qtbot: QtBot) -> None:
    body, heard = bytes(range(256)) * 8000, Heard()
    headers = {"Content-Type": "application/octet-stream"}
    web.network.send(Request(web.server.url("/x"), "POST", headers, body), heard)
    qtbot.waitUntil(lambda: "done" in heard.words)
    assert b"".join(word[1] for word in heard.words if word[0] == "bytes") == body
    assert ("sent", len(body), len(body)) in heard.words
    assert heard.words[-1] == "done"


@pytest.mark.parametrize("body", [None, b"", b"asked"], ids=["get", "empty post", "post"])
@pytest.mark.parametrize("path", ["/large", "/to/large"], ids=["", "redirected"])
def test_while_the_gate_is_shut_the_answer_waits_at_the_server(
    web: Web, qtbot: QtBot, path: str, body: bytes | None
) -> None:
    heard = Heard()
    headers = {"Content-Type": "application/octet-stream"}
    request = Request(web.server.url(path), "GET" if body is None else "POST", headers, body)
    request.gate.shut()
    web.network.send(request, heard)
    qtbot.waitUntil(lambda: web.server.seen[-1:] != [] and web.server.seen[-1][1] == "/large")
    assert not web.server.large_is_sent.wait(0.2)
    assert web.get("/x").body == b"hello"
    assert {word[0] for word in heard.words} <= {"sent", "head"}
    request.gate.open()
    qtbot.waitUntil(lambda: "done" in heard.words)
    read = sum(len(word[1]) for word in heard.words if word[0] == "bytes")
    assert read == MORE_THAN_THE_SYSTEM_KEEPS


@pytest.fixture
def no_search() -> Iterator[None]:
    """Python does not search for what refers to itself only: that takes long, and comes late."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_search")
@pytest.mark.parametrize("path", ["/x", "/gone", "/slow", "/cancelled"])
def test_nothing_is_left_of_a_request_that_is_over(
    web: Web, qtbot: QtBot, tmp_path: Path, path: str
) -> None:
    clock: Clock = QtClock(web.owner)
    conditions = NetworkConditions(Preferences(tmp_path / "preferences.json"))
    weak = WeakNetwork(web.network, conditions, clock)
    heard = Heard()
    words, gone = heard.words, weakref.ref(heard)
    request = Request(web.server.url(path), timeout=0.05 if path == "/slow" else 10)
    cancel = BoundedNetwork(weak, clock).send(request, heard)
    del heard
    if path == "/cancelled":
        cancel()
    else:
        qtbot.waitUntil(lambda: words[-1:] in (["done"], [Trouble.CLOSED], [Trouble.TIMEOUT]))
    del cancel
    qtbot.waitUntil(lambda: gone() is None)


@pytest.mark.usefixtures("no_search")
def test_what_fails_and_is_cancelled_at_once_is_no_fault_of_ours(web: Web, qtbot: QtBot) -> None:
    """Qt warns when a reply that has failed is ended once more."""
    heard = [Heard() for _ in range(20)]
    request = Request("http://127.0.0.1:1/x")
    cancels = [web.network.send(request, one) for one in heard]
    qtbot.waitUntil(lambda: any(one.words for one in heard))
    for cancel in cancels:
        cancel()
    assert web.get("/x").body == b"hello"
