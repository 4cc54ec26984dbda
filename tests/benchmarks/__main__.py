"""`python -m tests.benchmarks [--json FILE] [--only GROUP …]`: a table; exit code 1 on a miss."""

import argparse
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-gpu")

from tests.benchmarks.bursts import measure_bursts
from tests.benchmarks.inspector import measure_inspector
from tests.benchmarks.measure import Figure, table
from tests.benchmarks.memory import measure_memory
from tests.benchmarks.running import measure_running
from tests.benchmarks.start import measure_start
from tests.benchmarks.stores import measure_stores
from tests.benchmarks.testing import measure_many_tests, measure_nine_tests

GROUPS = {
    "start": measure_start,
    "stores": measure_stores,
    "running": measure_running,
    "memory": measure_memory,
    "inspector": measure_inspector,
    "bursts": measure_bursts,
    "testing": measure_nine_tests,
    "many_tests": measure_many_tests,
}


def main() -> int:
    words = _parser().parse_args()
    figures: list[Figure] = []
    for group in words.only or GROUPS:
        measured = GROUPS[group]()
        print(table(measured), file=sys.stderr)
        figures += measured
    print(table(figures))
    if words.json:
        words.json.write_text(json.dumps({one.name: one.as_json() for one in figures}, indent=2))
    return 0 if all(one.holds for one in figures) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here, too")
    parser.add_argument("--only", nargs="+", choices=list(GROUPS), help="measure these groups")
    return parser


if __name__ == "__main__":
    sys.exit(main())
