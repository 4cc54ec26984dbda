"""`miniapp-host cli-path`: the program that clients take for the command line of DevTools."""

import argparse
import os
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path

from miniapp_host import paths
from miniapp_host.cli.auto import add_answers
from miniapp_host.texts import Sentence, ToldError, reason_of

FOLDER = "driven"
STAND_IN = "stand-in"
_OURS_TO_RUN = 0o700


def add_words(parser: argparse.ArgumentParser) -> None:
    """Describes the sub-command and the words it understands."""
    parser.description = (
        "Prints the path of a program for automator.launch({cliPath}) and minium's dev_tool_path. "
        "The clients start and close phones with it; the options are those of “auto”, for each "
        "phone that it starts. It is written anew each time."
    )
    add_answers(parser)
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="keep the program here, and its phones by their ports (default: in your profile)",
    )


def run(words: argparse.Namespace) -> int:
    """Write the program, print its path and return 0; raises ToldError."""
    folder = words.data_dir or paths.data_dir() / FOLDER
    try:
        print(written(paths.data_dir(folder), _options(words)))
    except OSError as problem:
        raise ToldError(
            Sentence(
                "The program can't be written into {folder}: {reason}. Name another folder with "
                "--data-dir.",
                folder=folder,
                reason=reason_of(problem),
            )
        ) from problem
    return 0


def _options(words: argparse.Namespace) -> list[str]:
    """The words that every phone is started with."""
    options = ["--headless"] if words.headless else []
    if words.permissions is not None:
        options += ["--permissions", str(words.permissions.absolute())]
    return [*options, "--prompt-policy", words.prompt_policy]


def written(folder: Path, options: Sequence[str]) -> Path:
    """The program in `folder`; clients want it to be called `cli` or `cli.bat`."""
    command = [*paths.own_command(), STAND_IN, str(folder), str(len(options)), *options]
    on_windows = os.name == "nt"
    file = folder / ("cli.bat" if on_windows else "cli")
    file.write_text(_batch(command) if on_windows else _script(command), "utf-8")
    file.chmod(_OURS_TO_RUN)
    return file


def _script(command: Sequence[str]) -> str:
    return f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n'


def _batch(command: Sequence[str]) -> str:
    return f"@chcp 65001 >nul\r\n@{subprocess.list2cmdline(command)} %*\r\n"
