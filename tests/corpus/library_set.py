"""What the pages of five component libraries must show, looked at and used by real clicks.

`python -m tests.corpus.library_set NAME=FOLDER… [--only WORD] [--pictures FOLDER]`, FOLDER a
checkout of it, or the program built of one. A line per row, then how many are right.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from miniapp_host.automation.scripted_prompter import ScriptedPrompter
from miniapp_host.permissions.prompts import Answer
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from miniapp_host.phone.running import run_unseen
from tests.corpus.host_warnings import HostWarnings
from tests.corpus.libraries.rows import Row
from tests.corpus.libraries.shelf import LIBRARIES, program_of
from tests.corpus.libraries.visitor import Visitor


class Tour:
    """The rows of one library; `faults` has a text for each that was walked, empty if right."""

    def __init__(self, name: str, folder: Path, words: argparse.Namespace) -> None:
        self.faults: list[str] = []
        self._name, self._folder, self._words = name, folder, words
        self._warnings = HostWarnings()

    def begin(self, phone: Phone, on_finished: Callable[[], None]) -> None:
        self._visitor = Visitor(phone, self._folder)
        self._on_finished = on_finished
        QTimer.singleShot(0, self._walk)

    def _walk(self) -> None:
        try:
            for row in LIBRARIES[self._name].rows:
                if not self._words.only or self._words.only in f"{row.page} {row.name}":
                    self._walk_row(row)
        finally:
            self._on_finished()

    def _walk_row(self, row: Row) -> None:
        fault = self._visitor.walks(row)
        host, self._warnings.texts = self._warnings.texts, []
        fault = fault or "".join(f"the host says {text}" for text in host[:1])
        self._tell(f"{row.page} · {row.name}", fault)
        if self._words.pictures:
            number = f"{self._name}-{len(self.faults):03}.png"
            self._visitor.picture(self._words.pictures / number)

    def end(self) -> None:
        """The phone is closed: what its host complained of since the last row is a fault, too."""
        for text in self._warnings.texts:
            self._tell("after the last row", f"the host says {text}")

    def _tell(self, what: str, fault: str) -> None:
        self.faults.append(fault)
        print("BAD" if fault else "ok ", self._name, what, flush=True)
        if fault:
            print("     ", fault[:400], flush=True)


def walk(name: str, folder: Path, words: argparse.Namespace) -> list[str]:
    """The faults of one library's rows."""
    with tempfile.TemporaryDirectory() as made:
        empty, fixtures = Path(made) / name, Path(made) / "fixtures.json"
        fixtures.write_text("[]", "utf-8")
        tour = Tour(name, program_of(LIBRARIES[name], folder, empty), words)
        options = Options(data_dir=Path(made) / "data", fixtures=fixtures)
        run_unseen(options, ScriptedPrompter(usual=Answer.DISMISS), tour.begin)
        tour.end()
    return tour.faults


def main() -> int:
    words = _words()
    faults = [fault for name, folder in words.libraries for fault in walk(name, folder, words)]
    bad = sum(map(bool, faults))
    print(f"{len(faults)} rows, {len(faults) - bad} right, {bad} wrong")
    return 1 if bad or not faults else 0


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.corpus.library_set",
        epilog="; ".join(f"{name}: {one.source}" for name, one in LIBRARIES.items()),
    )
    parser.add_argument("libraries", nargs="+", type=_named, metavar="NAME=FOLDER")
    parser.add_argument("--only", help="only rows with this word in page or name")
    parser.add_argument("--pictures", type=Path, help="a picture after every row, in this folder")
    return parser.parse_args()


def _named(text: str) -> tuple[str, Path]:
    name, _, folder = text.partition("=")
    if name not in LIBRARIES or not Path(folder).is_dir():
        raise argparse.ArgumentTypeError(f"no library and folder: {text}")
    return name, Path(folder)


if __name__ == "__main__":
    sys.exit(main())
