"""The command line: reads arguments, runs the phone and turns errors into exit codes."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from miniapp_host import __version__
from miniapp_host.phone.system_libraries import lacks_told
from miniapp_host.texts import ToldError

USAGE_ERROR = 2
CHECK = "check"
VERSION_TYPES = ("develop", "trial", "release")


def main(arguments: Sequence[str] | None = None) -> int:
    """Opens the phone; the exit code is 0, or 2 when what was asked can't be opened.

    With `check` as the first word nothing is shown: a program is checked.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        with lacks_told():
            return _check(given[1:]) if given[:1] == [CHECK] else _show(given)
    except ToldError as error:
        print(f"miniapp-host: {error}", file=sys.stderr)
        return USAGE_ERROR


def _check(given: list[str]) -> int:
    from miniapp_host.phone.plain_imports import plain_imports

    with plain_imports():
        from miniapp_host.checks.command import main as check

        return check(given)


def _show(given: list[str]) -> int:
    words = _parser().parse_args(given)
    from miniapp_host.phone.plain_imports import plain_imports

    with plain_imports():
        from miniapp_host.phone.options import Options
        from miniapp_host.phone.phone import run

        return run(
            Options(
                data_dir=words.data_dir,
                folder=words.folder,
                page=words.page,
                version=words.version_type,
                fixtures=words.fixtures,
                domains=words.domains,
                verbose=words.verbose,
            )
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="miniapp-host",
        description="A desktop phone for mini programs. Without FOLDER it opens the launcher.",
        epilog="miniapp-host check FOLDER says what is wrong with a program instead of showing it: "
        "miniapp-host check --help. A folder of that name is ./check.",
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, metavar="FOLDER", help="a mini program's folder to open"
    )
    parser.add_argument(
        "--page", metavar="PATH?query", help="start on this page instead of the program's first"
    )
    parser.add_argument(
        "--version-type",
        choices=VERSION_TYPES,
        default="develop",
        help="which of the program's three records to use (default: develop)",
    )
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="keep everything here instead of your profile"
    )
    parser.add_argument(
        "--fixtures", type=Path, metavar="FILE", help="answer from this file, not the network"
    )
    parser.add_argument(
        "--domains",
        type=Path,
        metavar="FILE",
        help="let trial and release versions talk to the domains in this file only",
    )
    parser.add_argument(
        "--verbose", action="store_true", help="let Qt and Chromium talk on standard error, too"
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    return parser
