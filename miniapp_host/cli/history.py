"""`miniapp-host history APPID`: what was decided about a program, when and by whom."""

import argparse
from typing import Any

from miniapp_host.cli.verb import local_time, run_verb, table
from miniapp_host.cli.words import APPID, add_data_dir, add_json


def add_words(parser: argparse.ArgumentParser) -> None:
    """Describes the sub-command and the words it understands."""
    parser.description = "Tells what was decided about a program, when and by whom, oldest first."
    parser.epilog = "Exit code: 0 done, 1 refused or not found, 2 wrong words."
    parser.add_argument("appid", metavar="APPID", help=APPID)
    add_data_dir(parser)
    add_json(parser)


def run(words: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    return run_verb(words, "Host.getHistory", {"appid": words.appid}, _lines)


def _lines(entries: list[Any]) -> list[str]:
    return table(
        [
            (
                local_time(one["at"]) or "before",
                one["versionType"],
                one["scope"],
                f"{one['old']} → {one['new']}",
                one["actor"],
            )
            for one in entries
        ]
    )
