"""The starts of one program that the person keeps by name, beside the program's own files.

They go with the program: its folder is deleted whole.
"""

import json
from collections.abc import Callable
from pathlib import Path

from miniapp_host.memory.durable import not_written, replace_file
from miniapp_host.paths import make_private
from miniapp_host.programs.start import Start, StartError, kept_start, restored_start
from miniapp_host.texts import Sentence
from miniapp_host.watchers import Watchers

FILE = "starts.json"


class Starts:
    """Reads the file at each look; a damaged one counts as empty."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the one of the program's files."""
        self._file = folder / FILE
        self._changed: Watchers[Starts] = Watchers()

    @property
    def all(self) -> tuple[Start, ...]:
        """The starts in the order of their names."""
        try:
            values = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return ()
        found = [restored_start(value) for value in values] if isinstance(values, list) else []
        return tuple(sorted((one for one in found if one is not None), key=lambda one: one.name))

    def keep(self, start: Start) -> None:
        """Keep a start under its name, in place of another of that name; raises StartError."""
        if not start.name:
            raise StartError(Sentence("A start that is kept needs a name."))
        self._write((*self._others(start.name), start))

    def remove(self, name: str) -> None:
        """Forget the start of that name; raises StartError if the disk refuses."""
        self._write(self._others(name))

    def watch(self, callback: Callable[["Starts"], None]) -> Callable[[], None]:
        """Call `callback` after each change; the returned function ends that."""
        return self._changed.watch(callback)

    def _others(self, name: str) -> tuple[Start, ...]:
        return tuple(one for one in self.all if one.name != name)

    def _write(self, starts: tuple[Start, ...]) -> None:
        text = json.dumps([kept_start(one) for one in starts], ensure_ascii=False, indent=2)
        try:
            make_private(self._file.parent)
            replace_file(self._file, lambda new: _write_text(new, text))
        except OSError as problem:
            raise StartError(not_written(self._file, problem)) from problem
        self._changed.announce(self)


def _write_text(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
