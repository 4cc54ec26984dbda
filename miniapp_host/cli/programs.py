"""`miniapp-host programs`: lists, adds and deletes the programs of a phone."""

import argparse
from pathlib import Path
from typing import Any

from miniapp_host.cli.verb import run_verb, table
from miniapp_host.cli.words import APPID, add_verb, add_verbs


def add_words(parser: argparse.ArgumentParser) -> None:
    """Describes the sub-command and the words it understands."""
    parser.description = "Lists, adds and deletes the programs of a phone."
    parser.epilog = "Exit code: 0 done, 1 refused or not found, 2 wrong words."
    verbs = add_verbs(parser)
    add_verb(verbs, "list", "every program with appid, name and folder")
    added = add_verb(verbs, "add", "enters a folder, which stays where it is, or unpacks a .zip")
    added.add_argument(
        "folder", type=Path, metavar="FOLDER", help="the mini program's folder or .zip"
    )
    deleted = add_verb(verbs, "delete", "deletes a program with its decisions, storage and files")
    deleted.add_argument("appid", metavar="APPID", help=APPID)


def run(words: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    match words.verb:
        case "list":
            return run_verb(words, "Host.getPrograms", {}, _rows)
        case "add":
            folder = str(words.folder.absolute())
            return run_verb(words, "Host.addProgram", {"folder": folder}, _added)
        case _:
            return run_verb(words, "Host.deleteProgram", {"appid": words.appid}, _one)


def _rows(programs: list[Any]) -> list[str]:
    return table(
        [
            (one["appid"], one["name"], "running" if one["running"] else "", one["folder"])
            for one in programs
        ]
    )


def _one(program: Any) -> list[str]:
    return _rows([program])


def _added(program: Any) -> list[str]:
    return _one(program) + ([program["notice"]] if program["notice"] else [])
