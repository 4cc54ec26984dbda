"""`miniapp-host record FOLDER --out FILE`: what is done on the phone becomes a pytest test."""

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
        "Shows a new phone, or that of --data-dir, and records what you do until you close it. A "
        "click with Ctrl on a text lets the test expect that text."
    )
    parser.epilog = (
        "Exit code: 0 a test was written, 1 nothing was done, 2 it could not start or be kept."
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the program's folder or .zip")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", required=True, help="write the test there: test_x.py"
    )
    add_page(parser)
    add_phone(parser)


def run(words: argparse.Namespace) -> int:
    """Show the phone and return 0 or 1; 2 if it can't start."""
    from miniapp_host.phone.plain_imports import plain_imports

    with plain_imports():
        from miniapp_host.automation.record_start import start_recording

        try:
            return start_recording(_options(words), words.out)
        except ToldError as error:
            return tell_whoever_started(error, words.texts)


def _options(words: argparse.Namespace) -> Options:
    """A test begins on a new phone, so a recording does, unless another one is named."""
    words.keep_nothing = words.data_dir is None
    return replace(options_of(words), folder=words.folder, page=words.page)
