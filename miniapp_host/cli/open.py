"""`miniapp-host [open] [FOLDER]`: shows the phone until it is closed."""

import argparse
from dataclasses import replace
from pathlib import Path

from miniapp_host import __version__
from miniapp_host.cli.commands import listed
from miniapp_host.cli.failure import show_faults, tell_whoever_started
from miniapp_host.cli.words import add_inspect, add_page, add_phone, options_of
from miniapp_host.phone.options import Options
from miniapp_host.phone.system_libraries import lacks_told
from miniapp_host.texts import ToldError


def add_words(parser: argparse.ArgumentParser) -> None:
    """Describes the sub-command and the words it understands."""
    parser.description = "A desktop phone for mini programs. Without FOLDER it opens the launcher."
    parser.epilog = (
        f"commands, each with a --help of its own:\n{listed()}\n\n"
        "A folder that is called like a command is ./NAME."
    )
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="FOLDER",
        help="a mini program's folder or .zip to open",
    )
    add_options(parser)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Adds all words but the folder's."""
    add_page(parser)
    add_phone(parser)
    parser.add_argument(
        "--domains",
        type=Path,
        metavar="FILE",
        help="let trial and release versions talk to the domains in this file only",
    )
    add_inspect(parser)
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")


def run(words: argparse.Namespace) -> int:
    """Show the phone and return 0; 2 if it can't start or the folder can't be opened."""
    show_faults()
    try:
        with lacks_told():
            return _shown(words)
    except ToldError as error:
        return tell_whoever_started(error, words.texts)


def _shown(words: argparse.Namespace) -> int:
    from miniapp_host.phone.plain_imports import plain_imports

    with plain_imports():
        from miniapp_host.automation.start import start

        return start(_options(words))


def _options(words: argparse.Namespace) -> Options:
    return replace(
        options_of(words),
        folder=words.folder,
        page=words.page,
        domains=words.domains,
        inspect=words.inspect,
    )
