"""The words that several sub-commands share, so that each means the same everywhere."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

from miniapp_host.nearest import did_you_mean

APPID = "the program: “programs list” names them"
Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
VERSION_TYPES = ("develop", "trial", "release")


class WordsParser(argparse.ArgumentParser):
    """An ArgumentParser that names the nearest word where one of a few is wanted.

    Python 3.14 does so by itself.
    """

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        choices = [str(choice) for choice in action.choices or ()]
        if choices and str(value) not in choices:
            remedy = did_you_mean(str(value), choices, f"Choose from {', '.join(choices)}.")
            raise argparse.ArgumentError(action, f"there is no {value}. {remedy}")


def add_data_dir(parser: argparse.ArgumentParser) -> None:
    """Adds `--data-dir`: which phone is meant."""
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="keep everything here instead of your profile"
    )


def add_fixtures(parser: argparse.ArgumentParser) -> None:
    """Adds `--fixtures`: the file that stands in for the network."""
    parser.add_argument(
        "--fixtures", type=Path, metavar="FILE", help="answer from this file, not the network"
    )


def add_verbose(parser: argparse.ArgumentParser) -> None:
    """Adds `--verbose`: the engines may write to standard error."""
    parser.add_argument(
        "--verbose", action="store_true", help="let Qt and Chromium talk on standard error, too"
    )


def add_version_type(parser: argparse.ArgumentParser, usual: str | None) -> None:
    """Adds `--version-type`: which of a program's three records is meant."""
    told = usual or "that of the running phone, else develop"
    parser.add_argument(
        "--version-type",
        choices=VERSION_TYPES,
        default=usual,
        help=f"which of the program's three records to use (default: {told})",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Adds `--json`: the result as one JSON value instead of text for people."""
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")


def add_verbs(parser: argparse.ArgumentParser) -> Verbs:
    """Makes the next word choose between verbs, which `add_verb` adds; it is kept as `verb`."""
    return parser.add_subparsers(dest="verb", metavar="VERB", required=True)


def add_verb(
    verbs: Verbs, name: str, told: str, aliases: Sequence[str] = ()
) -> argparse.ArgumentParser:
    """A verb that acts on a phone: with `--data-dir` and `--json`."""
    verb = verbs.add_parser(name, help=told, description=told, aliases=list(aliases))
    add_data_dir(verb)
    add_json(verb)
    return verb
