"""Stands in for the command line of WeChat's DevTools, which clients start themselves.

The program that `cli-path` writes runs this. Clients say `auto --project FOLDER --auto-port PORT`,
the older `--auto FOLDER`, `open`, `close` and `quit`, and take what is printed for an error.
"""

import argparse
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from miniapp_host import paths
from miniapp_host.automation.claim import Claim
from miniapp_host.automation.reach import CLOSE, folder_of, reach
from miniapp_host.automation.verb_error import VerbError
from miniapp_host.cli.auto import PORT
from miniapp_host.texts import Sentence, ToldError

REFUSED = 1
_HOST = "127.0.0.1"
_LOG = "auto.log"
_START_SECONDS = 60
_PAUSE_SECONDS = 0.05


@dataclass(frozen=True)
class Phones:
    """The phones that clients start: their folder, where each port has one, and their options."""

    folder: Path
    options: Sequence[str]

    def of(self, port: int) -> Path:
        """The data folder of the phone that is driven at this port."""
        return folder_of(self.folder / str(port))


def add_words(parser: argparse.ArgumentParser) -> None:
    """Describes the sub-command and the words it understands."""
    parser.description = "What the program runs that “cli-path” writes; nobody types it."
    parser.add_argument("folder", type=Path, help="where the phones are, by their ports")
    parser.add_argument("count", type=int, help="how many of the next words are options of “auto”")
    parser.add_argument("words", nargs=argparse.REMAINDER, help="options, then what a client says")


def run(words: argparse.Namespace) -> int:
    """Do what a client asks for; returns 0, or 1 after a line that says what is in the way."""
    phones = Phones(words.folder, words.words[: words.count])
    try:
        _do(phones, _parsed(words.words[words.count :]))
    except ToldError as error:
        print(f"[error] {{ code: 10, message: 'Error: {error}' }}")
        return REFUSED
    return 0


def _parsed(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="cli", exit_on_error=False)
    parser.add_argument("verb", nargs="?", default="open")
    parser.add_argument("--project", "--auto", type=Path)
    parser.add_argument("--auto-port", type=int, default=PORT)
    return parser.parse_known_args(words)[0]  # accounts, tickets and trust mean nothing here


def _do(phones: Phones, words: argparse.Namespace) -> None:
    driven = words.verb in ("auto", "open") and words.project is not None
    if driven:
        _start(phones, words.project.absolute(), words.auto_port)
    elif words.verb in ("close", "quit"):
        for folder in phones.folder.glob("[0-9]*"):
            _close(folder)


def _start(phones: Phones, project: Path, port: int) -> None:
    """Start a phone and wait until it listens; one that a lost client has left is closed."""
    folder = phones.of(port)
    _close(folder)
    if _listens(port):
        raise ToldError(Sentence(f"Port {port} is in use (code 10)"))  # minium knows these words
    words = ["auto", "--project", str(project), "--auto-port", str(port), *phones.options]
    if not _has_screen() and "--headless" not in words:
        words.append("--headless")
    with (folder / _LOG).open("w") as log:
        process = subprocess.Popen(
            [*paths.own_command(), *words, "--data-dir", str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    _await(process, port, folder / _LOG)


def _await(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    end = time.monotonic() + _START_SECONDS
    while not _listens(port):
        if process.poll() is not None:
            raise ToldError(Sentence(" ".join(log.read_text("utf-8", "replace").split())))
        if time.monotonic() > end:
            process.terminate()
            raise ToldError(Sentence("The phone does not listen; {file} says more.", file=log))
        time.sleep(_PAUSE_SECONDS)


def _close(folder: Path) -> None:
    """Close the phone of a data folder, if one runs, and wait until it has ended."""
    claim = Claim(folder)
    line = reach(claim, _START_SECONDS)
    if line is not None:
        with suppress(VerbError):  # it was just ending
            line.ask(CLOSE, {})
        line.close()
        _await_end(claim)
    claim.release()


def _await_end(claim: Claim) -> None:
    end, folder = time.monotonic() + _START_SECONDS, claim.folder
    while not claim.take():
        if time.monotonic() > end:
            said = Sentence("The phone of {folder} does not end. Close it by hand.", folder=folder)
            raise ToldError(said)
        time.sleep(_PAUSE_SECONDS)


def _listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex((_HOST, port)) == 0


def _has_screen() -> bool:
    on_x = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return on_x or sys.platform in ("win32", "darwin")
