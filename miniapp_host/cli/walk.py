"""`miniapp-host walk FILE FOLDER`: shows the phone with a walkthrough open beside it.

Exit codes: 0 the walk passed, 1 a step failed or was not reached, 2 it could not be started.
"""

import argparse
from dataclasses import replace
from pathlib import Path

from miniapp_host.cli.failure import tell_whoever_started
from miniapp_host.cli.words import add_page, add_phone, options_of
from miniapp_host.phone.options import Options
from miniapp_host.texts import ToldError


def add_words(parser: argparse.ArgumentParser) -> None:
    """Describes the sub-command and the words it understands."""
    parser.description = (
        "Shows the phone with the program and a walkthrough beside it, until it is closed."
    )
    parser.epilog = (
        "Exit code: 0 the walk passed, 1 a step failed or was not reached, 2 it could not be "
        "started. How to write a walkthrough: resources/docs/walkthroughs.md."
    )
    parser.add_argument(
        "file", metavar="FILE", help="a walkthrough: a TOML file, or a name such as first-ask"
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="its folder or .zip")
    parser.add_argument(
        "--scope", metavar="SCOPE", help="the scope to walk through, such as scope.userLocation"
    )
    parser.add_argument(
        "--report", type=Path, metavar="DIR", help="write the report there, not beside the data"
    )
    add_page(parser)
    add_phone(parser)


def run(words: argparse.Namespace) -> int:
    """Show the phone and return 0 or 1; 2 if it can't start or the walkthrough is bad."""
    from miniapp_host.phone.plain_imports import plain_imports

    with plain_imports():
        from miniapp_host.automation.walk_start import start_walk
        from miniapp_host.programs.unpacking import as_folder
        from miniapp_host.walkthroughs.shelf import named_walkthrough

        try:
            with as_folder(words.folder) as folder:
                walkthrough = named_walkthrough(words.file, folder)
            return start_walk(_options(words), walkthrough, words.scope)
        except ToldError as error:
            return tell_whoever_started(error, words.texts)


def _options(words: argparse.Namespace) -> Options:
    return replace(options_of(words), folder=words.folder, page=words.page, reports=words.report)
