"""What a request from outside gives, checked as it is read."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from miniapp_host.automation.verb_error import Fault, VerbError

T = TypeVar("T")

_WORDS: dict[type, str] = {str: "a text", bool: "true or false", dict: "an object", list: "a list"}


class Params:
    """The values of a request by key; a reader raises VerbError for one of the wrong kind."""

    def __init__(self, given: Mapping[str, object]) -> None:
        self._given = given

    @property
    def all(self) -> Mapping[str, object]:
        """Everything that was given, unchecked."""
        return self._given

    def has(self, key: str) -> bool:
        """Whether `key` was given and is not null."""
        return self._given.get(key) is not None

    def having(self, key: str, value: object) -> "Params":
        """The same with `value` under `key`."""
        return Params({**self._given, key: value})

    def within(self, key: str) -> "Params":
        """The values of the object under `key`; none if it was not given."""
        return Params(self._read(key, dict) or {})

    def text(self, key: str) -> str:
        """The text under `key`, which must be given."""
        return self._needed(key, self.text_or_none(key), "a text")

    def text_or_none(self, key: str) -> str | None:
        """The text under `key`, None if it was not given."""
        return self._read(key, str)

    def path(self, key: str) -> Path:
        """The absolute path under `key`: who asks stands in a folder of its own."""
        path = Path(self.text(key))
        if not path.is_absolute():
            raise _wrong(key, "an absolute path")
        return path

    def flag(self, key: str) -> bool:
        """The truth value under `key`, which must be given."""
        return self._needed(key, self._read(key, bool), "true or false")

    def number(self, key: str) -> float:
        """The number under `key`, which must be given."""
        found = self._given.get(key)
        if isinstance(found, bool) or not isinstance(found, int | float):
            raise _wrong(key, "a number")
        return float(found)

    def texts_or_none(self, key: str) -> tuple[str, ...] | None:
        """The texts in the list under `key`, None if it was not given."""
        found = self._read(key, list)
        if found is not None and not all(isinstance(one, str) for one in found):
            raise _wrong(key, "a list of texts")
        return None if found is None else tuple(found)

    def text_by_text(self, key: str) -> dict[str, str]:
        """The object of texts under `key`, which must be given."""
        found = self._needed(key, self._read(key, dict), "an object")
        if not all(isinstance(one, str) for one in found.values()):
            raise _wrong(key, "an object of texts")
        return dict(found)

    def _read(self, key: str, kind: type[T]) -> T | None:
        found = self._given.get(key)
        if found is None or isinstance(found, kind):
            return found
        raise _wrong(key, _WORDS[kind])

    def _needed(self, key: str, found: T | None, kind: str) -> T:
        if found is None:
            raise _wrong(key, kind)
        return found


def _wrong(key: str, kind: str) -> VerbError:
    return VerbError(f"{key} must be {kind}", Fault.USAGE)
