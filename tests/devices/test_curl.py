"""A logged request as a command: what curl would send is what the program sent."""

import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from miniapp_host.devices.curl import curl_command
from miniapp_host.devices.network import Purpose, Request
from miniapp_host.devices.sockets import SocketRequest
from miniapp_host.devices.traffic import Exchange, Traffic
from tests.api.pretend_phone import FakeClock
from tests.web_server import running


def sent(request: Request | SocketRequest) -> Exchange:
    return Traffic(FakeClock()).begin(request)


def test_a_plain_request_is_its_address() -> None:
    assert curl_command(sent(Request("https://a.example/"))) == "curl https://a.example/"


def test_words_that_a_shell_would_read_are_quoted() -> None:
    request = Request("https://a.example/?a=1&b='", "PUT", {"x-a": "$HOME"}, b"@it's {}")
    assert shlex.split(curl_command(sent(request))) == [
        *("curl", "https://a.example/?a=1&b='"),
        *("--request", "PUT", "--header", "x-a: $HOME", "--data-raw", "@it's {}"),
    ]


def test_sockets_can_be_tried_and_the_cloud_cannot() -> None:
    assert curl_command(sent(SocketRequest("wss://a.example/s"))).startswith("curl wss://a.example")
    assert curl_command(sent(Request("cloud://function/a", purpose=Purpose.CLOUD))) == ""


class Echo(BaseHTTPRequestHandler):
    heard: list[tuple[str, str, str | None, bytes]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.heard.append((self.command, self.path, self.headers.get("x-me"), body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def echo() -> Iterator[tuple[str, list[tuple[str, str, str | None, bytes]]]]:
    Echo.heard = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    with running(server):
        yield f"http://127.0.0.1:{server.server_port}", Echo.heard


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl on this machine")
@pytest.mark.parametrize("body", ['{"城": "it\'s"}'.encode(), bytes(range(256)), b"@/etc/passwd"])
def test_curl_sends_what_the_program_sent(
    echo: tuple[str, list[tuple[str, str, str | None, bytes]]], body: bytes
) -> None:
    url, heard = echo
    headers: Mapping[str, str] = {"x-me": 'a "b"', "content-type": "application/json"}
    command = curl_command(sent(Request(f"{url}/p?q=1", "POST", headers, body)))
    subprocess.run(["sh", "-c", f"{command} --silent"], check=True, timeout=20)
    assert heard == [("POST", "/p?q=1", 'a "b"', body)]
