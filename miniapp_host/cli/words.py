"""The words that several sub-commands share, so that each means the same everywhere."""

import argparse
import math
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from miniapp_host.cli.kept_nowhere import keep_nothing, keeps_nothing
from miniapp_host.nearest import did_you_mean
from miniapp_host.phone.options import Options
from miniapp_host.texts import Sentence

APPID = "the program: “programs list” names them"
Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
LANGUAGES = ("en", "zh")
USUAL_PORT = 9222
_LAST_PORT = 65_535
VERSION_TYPES = ("develop", "trial", "release")


class WordsParser(argparse.ArgumentParser):
    """An ArgumentParser that names the nearest word where one of a few is wanted.

    Python 3.14 does so by itself. `bare` are options whose value may be left out; argparse's own
    way to say so (`nargs="?"`) takes the next word for the value.
    """

    bare: Mapping[str, str] = {}
    """The values of options that were given without one."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        words = sys.argv[1:] if args is None else args
        whole = [f"{word}={self.bare[word]}" if word in self.bare else word for word in words]
        return super().parse_known_args(whole, namespace)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        choices = [str(choice) for choice in action.choices or ()]
        if choices and str(value) not in choices:
            otherwise = Sentence("Choose from {choices}.", choices=", ".join(choices))
            remedy = did_you_mean(str(value), choices, otherwise)
            raise argparse.ArgumentError(action, f"there is no {value}. {remedy}")


def add_language(parser: argparse.ArgumentParser) -> None:
    """Adds `--lang`: what the command says on the terminal, in which language."""
    parser.add_argument(
        "--lang", choices=LANGUAGES, help="speak this language here (default: the locale's)"
    )


def add_data_dir(parser: "argparse._ActionsContainer", usual: str | None = None) -> None:
    """Adds `--data-dir`: which phone is meant."""
    parser.add_argument(
        "--data-dir",
        type=Path,
        default=usual,
        metavar="DIR",
        help="keep everything here instead of your profile",
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


def add_page(parser: argparse.ArgumentParser) -> None:
    """Adds `--page`: where the program starts."""
    parser.add_argument(
        "--page", metavar="PATH?query", help="start on this page instead of the program's first"
    )


def add_phone(parser: argparse.ArgumentParser) -> None:
    """Adds what every command that starts a phone understands; `options_of` reads it."""
    add_version_type(parser, "develop")
    place = parser.add_mutually_exclusive_group()
    add_data_dir(place)
    place.add_argument(
        "--keep-nothing",
        action="store_true",
        help="start with an empty phone that forgets everything when it closes",
    )
    add_fixtures(parser)
    add_verbose(parser)


def options_of(words: argparse.Namespace) -> Options:
    """How the phone runs, as far as the words of `add_phone` say it."""
    nothing = words.keep_nothing or keeps_nothing(os.environ)
    return Options(
        data_dir=keep_nothing(os.environ) if nothing else words.data_dir,
        keeps_nothing=nothing,
        version=words.version_type,
        fixtures=words.fixtures,
        verbose=words.verbose,
    )


def add_inspect(parser: argparse.ArgumentParser) -> None:
    """Adds `--inspect`: a Chrome on this computer may look into the programs."""
    if isinstance(parser, WordsParser):
        parser.bare = {**parser.bare, "--inspect": str(USUAL_PORT)}
    parser.add_argument(
        "--inspect",
        type=_inspect_port,
        metavar="PORT",
        help=f"let a Chrome on this computer inspect programs (default port: {USUAL_PORT})",
    )


def _inspect_port(text: str) -> int:
    host, _, port = text.rpartition(":")
    if host not in ("", "127.0.0.1", "localhost"):
        raise argparse.ArgumentTypeError(
            f"{host} is another address than 127.0.0.1: only this computer may inspect. "
            "Give a port."
        )
    return port_number(port)


def port_number(text: str) -> int:
    """A port of this computer, 0 for any that is free."""
    if not text.isdecimal() or int(text) > _LAST_PORT:
        told = f"{text} is no port: give one from 0, which is any, to {_LAST_PORT}."
        raise argparse.ArgumentTypeError(told)
    return int(text)


def seconds(word: str) -> float:
    """A time to wait, 0 for none."""
    try:
        number = float(word)
    except ValueError:
        number = math.nan
    if not 0 <= number < math.inf:
        raise argparse.ArgumentTypeError(f"{word} is no time: give seconds, such as 5 or 0.5.")
    return number


def add_version_type(parser: argparse.ArgumentParser, usual: str | None) -> None:
    """Adds `--version-type`: which of a program's three records is meant."""
    told = usual or "that of the running phone, else develop"
    parser.add_argument(
        "--version-type",
        choices=VERSION_TYPES,
        default=usual,
        help=f"which of the program's three records to use (default: {told})",
    )


def add_json(parser: argparse.ArgumentParser, usual: bool | str = False) -> None:
    """Adds `--json`: the result as one JSON value instead of text for people."""
    parser.add_argument(
        "--json", action="store_true", default=usual, help="print JSON instead of a table"
    )


def add_verbs(parser: argparse.ArgumentParser) -> Verbs:
    """Makes the next word choose between verbs, which `add_verb` adds; it is kept as `verb`.

    What every verb understands may stand before it, too.
    """
    add_data_dir(parser)
    add_json(parser)
    return parser.add_subparsers(dest="verb", metavar="VERB", required=True)


def add_verb(
    verbs: Verbs, name: str, told: str, aliases: Sequence[str] = ()
) -> argparse.ArgumentParser:
    """A verb that acts on a phone: with `--data-dir` and `--json`."""
    verb = verbs.add_parser(name, help=told, description=told, aliases=list(aliases))
    add_data_dir(verb, argparse.SUPPRESS)  # else it would undo what stands before the verb
    add_json(verb, argparse.SUPPRESS)
    return verb
