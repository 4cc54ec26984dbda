"""What the person set on the pretend phone, in one small JSON file.

A value is on disk before `set` returns. A file that can't be read is put aside, never a crash.
Two phones may have one file: each changes its own keys there and leaves the others as they are.
"""

import json
from functools import partial
from pathlib import Path

from miniapp_host.memory.durable import alone_in, not_written, remove_unfinished, replace_file
from miniapp_host.paths import make_private
from miniapp_host.texts import Sentence, ToldError


class PreferencesError(ToldError):
    """The file could not be written; the old values still hold. Its text says what to do."""


def value_in(file: Path, key: str) -> object:
    """What a file says that no phone has opened yet; None if it says nothing or can't be read."""
    try:
        values = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return values.get(key) if isinstance(values, dict) else None


class Preferences:
    """Values by key; a value is anything that JSON can hold.

    `notice` is one sentence for the person when a damaged file was put aside.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self.notice: Sentence | None = None
        remove_unfinished(file)
        self._values = self._read()

    def get(self, key: str, default: object = None) -> object:
        """The value under `key` as it was set, else `default`; the caller checks its type."""
        return self._values.get(key, default)

    def set(self, key: str, value: object) -> None:
        """Keep `value` durably; if that fails, raise PreferencesError and change nothing."""
        try:
            self._keep(key, value)
        except OSError as problem:
            raise PreferencesError(not_written(self._file, problem)) from problem
        self._values = {**self._values, key: value}

    def _read(self) -> dict[str, object]:
        try:
            values = json.loads(self._file.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            return self._put_aside()
        return values if isinstance(values, dict) else self._put_aside()

    def _put_aside(self) -> dict[str, object]:
        damaged = self._file.with_name(self._file.name + ".damaged")
        try:
            self._file.replace(damaged)
        except OSError:
            damaged = self._file
        self.notice = Sentence(
            "The phone's settings could not be read and start anew: {file}", file=damaged
        )
        return {}

    def _keep(self, key: str, value: object) -> None:
        """Changes one value in the file, which another phone may have changed meanwhile."""
        make_private(self._file.parent)
        with alone_in(self._file.parent):
            changed = {**self._kept(), key: value}
            text = json.dumps(changed, ensure_ascii=False, indent=2)
            replace_file(self._file, partial(_fill, text))

    def _kept(self) -> dict[str, object]:
        """What the file says now; what this phone knows if it says nothing."""
        try:
            kept = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return self._values
        return kept if isinstance(kept, dict) else self._values


def _fill(text: str, file: Path) -> None:
    file.write_text(text, "utf-8")
