"""The values of a walkthrough's file with their places, so that a mistake is told with its line."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from miniapp_host.nearest import nearest
from miniapp_host.texts import FileError, Sentence, Text
from miniapp_host.walkthroughs import toml_places
from miniapp_host.walkthroughs.toml_places import TomlPlaces

LANGUAGES = ("en", "zh")


class WalkthroughError(FileError):
    """A walkthrough that can't be used; its file is told with the line."""


@dataclass(frozen=True)
class Source:
    """One file and where its keys stand."""

    file: Path
    places: TomlPlaces

    def error(
        self, path: toml_places.Path, problem: Sentence, remedy: Sentence
    ) -> WalkthroughError:
        """The error of the value at `path`."""
        place = f"{self.file}:{self.places.line(path)}"
        return WalkthroughError(place, _written(path), problem, remedy)


@dataclass(frozen=True)
class Entry:
    """One value of the file."""

    source: Source
    path: toml_places.Path
    value: object

    def error(self, problem: Sentence, remedy: Sentence) -> WalkthroughError:
        """The error that tells the place of this value; the caller raises it."""
        return self.source.error(self.path, problem, remedy)

    def table(self, keys: Collection[str]) -> "Table":
        """The value as a table that has no other keys than these; raises WalkthroughError."""
        if not isinstance(self.value, Mapping):
            remedy = Sentence("Write {{ key = … }} with keys of: {keys}.", keys=", ".join(keys))
            raise self.error(Sentence("it must be a table"), remedy)
        table = Table(self, dict(self.value))
        for key in table.keys:
            if key not in keys:
                problem = Sentence("there is no such key")
                raise table.entry(key).error(problem, _remedy(key, keys))
        return table

    def items(self) -> "list[Entry]":
        """The value as a list that is not empty; raises WalkthroughError."""
        if not isinstance(self.value, list) or not self.value:
            problem = Sentence("it must be a list of at least one")
            raise self.error(problem, Sentence("Write the list between [ and ]."))
        return [
            Entry(self.source, (*self.path, number), one) for number, one in enumerate(self.value)
        ]

    def string(self) -> str:
        """The value as a text that is not empty; raises WalkthroughError."""
        if not isinstance(self.value, str) or not self.value.strip():
            remedy = Sentence('Write it between quotes: "…".')
            raise self.error(Sentence("it must be a text"), remedy)
        return self.value

    def word(self, words: Collection[str]) -> str:
        """The value as one of these words; raises WalkthroughError."""
        word = self.string()
        if word not in words:
            problem = Sentence("{word} is not known", word=word)
            raise self.error(problem, _remedy(word, words))
        return word

    def words(self, words: Collection[str]) -> tuple[str, ...]:
        """The value as one of these words or a list of them; raises WalkthroughError."""
        if isinstance(self.value, list):
            return tuple(one.word(words) for one in self.items())
        return (self.word(words),)

    def flag(self) -> bool:
        """The value as true or false; raises WalkthroughError."""
        if not isinstance(self.value, bool):
            problem = Sentence("it must be true or false")
            raise self.error(problem, Sentence("Write true or false, without quotes."))
        return self.value

    def number(self) -> int:
        """The value as a whole number; raises WalkthroughError."""
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            problem = Sentence("it must be a whole number")
            raise self.error(problem, Sentence("Write a number, without quotes."))
        return self.value

    def text(self) -> Text:
        """The value as a text in both languages; one that is missing is the other.

        Raises WalkthroughError.
        """
        if not isinstance(self.value, Mapping):
            plain = self.string()
            return Text(plain, plain)
        table = self.table(LANGUAGES)
        said = [table.entry(key).string() for key in LANGUAGES if key in table.keys]
        if not said:
            remedy = Sentence('Write { en = "…", zh = "…" }.')
            raise self.error(Sentence("it says nothing"), remedy)
        return Text(said[0], said[-1])


@dataclass(frozen=True)
class Table:
    """A table of the file; `keys` are those that it has."""

    around: Entry
    values: Mapping[str, object]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self.values)

    def entry(self, key: str) -> Entry:
        """The value of a key, which must be there; raises WalkthroughError."""
        if key not in self.values:
            problem = Sentence("{name} is missing", name=key)
            raise self.around.error(problem, Sentence("Add {name} = …", name=key))
        return Entry(self.around.source, (*self.around.path, key), self.values[key])

    def find(self, key: str) -> Entry | None:
        """The value of a key; None if it is not there."""
        return self.entry(key) if key in self.values else None


def _remedy(word: str, known: Collection[str]) -> Sentence:
    found = nearest(word, known)
    if found is not None:
        return Sentence("Did you mean {word}?", word=found)
    return Sentence("Use one of: {words}.", words=", ".join(known))


def _written(path: toml_places.Path) -> str:
    """`("steps", 2, "when")` as people count: steps[3].when."""
    return "".join(
        f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in path
    ).removeprefix(".")
