"""`miniapp-host check FOLDER`: says what is wrong with a program, and shows nothing.

Exit codes: 0 no errors, 1 errors, 2 it could not be checked.
"""

import argparse
import json
import math
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from miniapp_host.cli.words import add_fixtures, add_verbose
from miniapp_host.programs.open_error import OpenError
from miniapp_host.texts import Sentence, reason_of

if TYPE_CHECKING:
    from miniapp_host.checks.report import Report

DEFAULT_LIMIT = 15.0


def add_words(parser: argparse.ArgumentParser) -> None:
    """Describes the sub-command and the words it understands."""
    parser.description = (
        "Says what is wrong with a mini program: reads its files, then opens every page on a "
        "phone\nthat nobody sees. Decides nothing and changes nothing."
    )
    parser.epilog = "Exit code: 0 no errors, 1 errors, 2 it could not be checked."
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="the mini program's folder or .zip"
    )
    parser.add_argument(
        "--page",
        action="append",
        metavar="PATH?query",
        help="open only this page; may be repeated (default: every declared page)",
    )
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="write the report there as JSON, too"
    )
    parser.add_argument(
        "--limit",
        type=_seconds,
        default=DEFAULT_LIMIT,
        metavar="SECONDS",
        help=f"how long one page may take to open (default: {DEFAULT_LIMIT:g})",
    )
    parser.add_argument(
        "--progress",
        action="store_true",
        help="say on standard error which page is opened, one a line",
    )
    add_fixtures(parser)
    add_verbose(parser)


def run(words: argparse.Namespace) -> int:
    """Check, print the report and return 0 or 1; raises ToldError if it can't be checked."""
    from miniapp_host.phone.plain_imports import plain_imports

    with plain_imports():
        from miniapp_host.checks.table import Table
        from miniapp_host.programs.unpacking import as_folder
        from miniapp_host.visits.check import CheckWish, check

        with as_folder(words.folder) as folder:
            report = check(
                CheckWish(
                    folder=folder,
                    pages=words.page,
                    limit=words.limit,
                    fixtures=words.fixtures,
                    verbose=words.verbose,
                    progress=words.progress,
                )
            )
        if words.json is not None:
            _write(words.json, report)
        for line in Table(_is_coloured(), words.texts).lines(report):
            print(line)
        return report.exit_code


def _seconds(word: str) -> float:
    seconds = float(word)
    if not 0 < seconds < math.inf:
        raise argparse.ArgumentTypeError(f"{word} is no time that a page could take")
    return seconds


def _write(file: Path, report: "Report") -> None:
    text = json.dumps(report.record(), indent=1, ensure_ascii=False)
    try:
        file.write_text(text + "\n", "utf-8")
    except OSError as problem:
        reason = reason_of(problem)
        told = Sentence("{file} can't be written: {reason}", file=file, reason=reason)
        raise OpenError(told) from problem


def _is_coloured() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
