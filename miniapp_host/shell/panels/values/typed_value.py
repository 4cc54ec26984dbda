"""What a person types over a value: read as JSON, and of the kind that was there before."""

import json
from collections.abc import Iterable, Mapping
from math import isfinite

from miniapp_host.texts import Sentence, ToldError

Path = tuple[str | int, ...]


class TypedError(ToldError):
    """What was typed can't stand where it was typed; the text says what could."""


def read_json(text: str) -> object:
    """The value of what was typed; a text that is no JSON is itself."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return text


def _refuse(name: str) -> None:
    raise ValueError(name)


def typed_value(old: object, text: str) -> object:
    """The new value in place of `old`, of the same kind; null gives way to any.

    Raises TypedError if the text is of another kind.
    """
    value = read_json(text.strip())
    match old:
        case str():
            return value if isinstance(value, str) and text.strip().startswith('"') else text
        case bool():
            return _checked(value, isinstance(value, bool), Sentence("Type true or false."))
        case int() | float():
            fits = isinstance(value, int | float) and not isinstance(value, bool)
            fits = fits and isinstance(value, int | float) and isfinite(value)
            return _checked(value, fits, Sentence("Type a number."))
        case None:
            return value
        case _:
            raise TypedError(Sentence("This value can't be changed from here."))


def _checked(value: object, fits: bool, remedy: Sentence) -> object:
    if not fits:
        raise TypedError(remedy)
    return value


def value_at(value: object, path: Path) -> object:
    """The value at `path`; None if there is none."""
    for key in path:
        match value, key:
            case (dict(), str()):
                value = value.get(key)
            case (list(), int()) if 0 <= key < len(value):
                value = value[key]
            case _:
                return None
    return value


def with_value(value: object, path: Path, new: object) -> object:
    """`value` with `new` at `path`, which may be a new entry; nothing of the old one is changed."""
    if not path:
        return new
    key, rest = path[0], path[1:]
    match value:
        case Mapping():
            return {**value, str(key): with_value(value.get(str(key)), rest, new)}
        case list() if isinstance(key, int) and 0 <= key <= len(value):
            inside = value[key] if key < len(value) else None
            return [*value[:key], with_value(inside, rest, new), *value[key + 1 :]]
        case _:
            return value


def from_the_end(paths: Iterable[Path]) -> list[Path]:
    """The paths so that each is right still when the values at those before it are gone."""
    return sorted(paths, key=_places, reverse=True)


def _places(path: Path) -> tuple[str, ...]:
    """Sorts numbers of entries by their size, whatever stands beside them."""
    return tuple(f"{key:012}" if isinstance(key, int) else key for key in path)


def without_value(value: object, path: Path) -> object:
    """`value` without the entry at `path`; nothing of the old one is changed."""
    above, key = path[:-1], path[-1]
    match value_at(value, above):
        case dict() as fields:
            rest: object = {name: one for name, one in fields.items() if name != key}
        case list() as entries:
            rest = [one for at, one in enumerate(entries) if at != key]
        case _:
            return value
    return with_value(value, above, rest)
