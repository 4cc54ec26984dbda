"""`--inspect`: a Chrome on this computer sees the programs; nobody else and no program does."""

import http.client
import json
import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.program_folder import write_program
from tests.running_phone import PATIENCE_SECONDS, phone_process
from tests.shell_words import run

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)")


@pytest.fixture
def inspected(data_dir: Path, tmp_path: Path) -> Iterator[int]:
    """The port of a phone that runs a program and can be inspected."""
    program = write_program(tmp_path / "program", {"index.wxml": "<view>hello</view>"})
    with phone_process(data_dir, "--inspect=0", str(program)) as phone:
        stderr = phone.process.stderr
        assert stderr is not None
        found = next(match for line in stderr if (match := ADDRESS.search(line)))
        yield int(found[1])


def asked(port: int, path: str, **headers: str) -> tuple[int, str]:
    """Status and body, waiting until Chromium listens."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        except ConnectionRefusedError:
            assert time.monotonic() < end, "nothing listens"
        finally:
            connection.close()


def targets(port: int) -> list[dict[str, Any]]:
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        status, body = asked(port, "/json/list")
        assert status == 200
        found: list[dict[str, Any]] = json.loads(body)
        if any(one["url"].startswith("mp://program/") for one in found):
            return found
        assert time.monotonic() < end, f"no program among {found}"


def test_a_chrome_finds_the_programs_page_at_the_told_address(inspected: int) -> None:
    page = next(one for one in targets(inspected) if one["url"].startswith("mp://program/"))
    assert page["type"] == "page"


def test_only_this_computer_is_listened_to_and_pages_of_the_web_are_refused(
    inspected: int,
) -> None:
    page = next(one for one in targets(inspected) if one["url"].startswith("mp://program/"))
    path = page["webSocketDebuggerUrl"].partition(str(inspected))[2]
    upgrade = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    assert asked(inspected, path, Origin="https://evil.example", **upgrade)[0] == 403
    assert asked(inspected, "/json/list", Host="evil.example")[0] != 200
    for address in socket.getaddrinfo(socket.gethostname(), inspected, socket.AF_INET):
        if not str(address[4][0]).startswith("127."):
            with pytest.raises(OSError, match=r".*"):
                socket.create_connection(address[4][:2], timeout=2)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("--inspect=0.0.0.0:9222", "only this computer may inspect"),
        ("--inspect=192.168.1.2:9222", "only this computer may inspect"),
        ("--inspect=many", "many is no port"),
        ("--inspect=70000", "70000 is no port"),
        ("auto --project . --auto-port 70000", "70000 is no port"),
    ],
)
def test_another_host_and_a_bad_port_are_refused(word: str, told: str) -> None:
    done = run(*word.split(), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert told in done.stderr


def test_a_port_that_is_taken_is_told(data_dir: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        words = (f"--inspect=127.0.0.1:{port}", "--data-dir", str(data_dir))
        done = run(*words, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert f"Port {port} can’t be used" in done.stderr
    assert "--inspect=PORT" in done.stderr


def test_a_phone_that_runs_already_cannot_be_inspected_afterwards(data_dir: Path) -> None:
    with phone_process(data_dir):
        words = ("--inspect", "--data-dir", str(data_dir))
        done = run(*words, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert "A phone runs already" in done.stderr
