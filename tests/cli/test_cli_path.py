"""The program that clients start in the place of DevTools' command line."""

import os
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.program_folder import write_program
from tests.shell_words import bare_environment, run

PATIENCE_SECONDS = 90
Cli = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def cli(tmp_path: Path) -> Iterator[Cli]:
    """Runs the program with words as clients do; whatever it has started is closed at the end."""
    told = run("cli-path", "--headless", "--data-dir", str(tmp_path / "phones"))
    path = Path(told.stdout.strip())
    assert path.name == ("cli.bat" if os.name == "nt" else "cli")

    def started(*words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [str(path), *words],
            env=bare_environment(),
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )

    yield started
    started("quit")


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return write_program(tmp_path / "program", {"index.wxml": "<view/>"})


def listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.parametrize("words", [("auto", "--project"), ("--auto",)])
def test_a_phone_is_started_and_closed(
    cli: Cli, port: int, program: Path, words: tuple[str, ...]
) -> None:
    assert cli("open").returncode == 0
    done = cli(*words, str(program), "--auto-port", str(port), "--trust-project")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert listens(port)
    assert cli("close", "--project", str(program)).returncode == 0
    assert not listens(port)


def test_a_phone_that_a_lost_client_has_left_makes_room(cli: Cli, port: int, program: Path) -> None:
    words = ("auto", "--project", str(program), "--auto-port", str(port))
    assert cli(*words).returncode == 0
    assert cli(*words).returncode == 0
    assert listens(port)


def test_what_is_in_the_way_is_printed_where_clients_look(
    cli: Cli, port: int, program: Path, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", port)):
        done = cli("auto", "--project", str(program), "--auto-port", str(port))
        assert done.returncode == 1
        assert f"Port {port} is in use" in done.stdout
    done = cli("auto", "--project", str(tmp_path / "none"), "--auto-port", str(port))
    assert done.returncode == 1
    assert "none" in done.stdout
