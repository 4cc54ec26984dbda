"""`python -m tests.guarantees [--full] [ID…]` tries the guarantees and prints a line for each.

What needs no Qt runs in one process without it, the rest in another one.
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.guarantees.tally import FULL, id_of

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
NEEDS_QT = re.compile(r"PySide6|tests\.(conftest|stories|shell|driver|running_phone)|pretend_phone")
ALONE = ["-c", os.devnull, "--rootdir", str(ROOT), "--noconftest", "-p", "no:cacheprovider"]
PLAIN = [*ALONE, "-p", "tests.guarantees.no_qt", "-p", "tests.guarantees.tally"]
PLAIN_ENVIRONMENT = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}


def main() -> int:
    words = argparse.ArgumentParser(prog="python -m tests.guarantees", description=__doc__)
    words.add_argument("--full", action="store_true", help="the full numbers; takes twenty minutes")
    words.add_argument("ids", nargs="*", metavar="ID", help="S1, P9, …; all of them without")
    given = words.parse_args()
    wanted = {name.upper() for name in given.ids}
    files = [file for file in sorted(HERE.glob("test_*.py")) if is_wanted(file, wanted)]
    if unknown := wanted - {id_of(str(file)) for file in files}:
        words.error(f"no such guarantee: {' '.join(sorted(unknown))}")
    environment = {**os.environ, **({FULL: "1"} if given.full else {})}
    with_qt = [file for file in files if needs_qt(file)]
    without = [file for file in files if file not in with_qt]
    codes = [
        tried(without, PLAIN, environment | PLAIN_ENVIRONMENT),
        tried(with_qt, [], environment),
    ]
    return int(any(codes))  # a process that was killed has a negative one


def is_wanted(file: Path, wanted: set[str]) -> bool:
    proved = id_of(str(file))
    return proved is not None and (not wanted or proved in wanted)


def needs_qt(file: Path) -> bool:
    return bool(NEEDS_QT.search(file.read_text("utf-8")))


def tried(files: list[Path], options: list[str], environment: dict[str, str]) -> int:
    if not files:
        return 0
    command = [sys.executable, "-m", "pytest", "-q", *options, *map(str, files)]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
