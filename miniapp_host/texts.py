"""What the host says, in the person's language.

The English sentence is the key; `resources/i18n/zh/*.json` holds the Chinese ones.
"""

import json
import logging
import re
from collections.abc import Mapping
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Self

TERMINAL = logging.getLogger("miniapp_host.terminal")
"""Gets the sentences for whoever reads the terminal; a command says them in its language."""


class Language(Enum):
    """A language the host speaks; the value is what `wx` reports."""

    EN = "en"
    ZH = "zh_CN"


def language_of(locale: str) -> Language:
    """Chinese for a name such as `zh`, `zh_CN.UTF-8` or Windows' `Chinese_China`, else English."""
    return Language.ZH if locale.lower().startswith(("zh", "chinese")) else Language.EN


class Text(NamedTuple):
    """One text in both languages, for records that carry their own."""

    en: str
    zh: str


class Sentence(str):
    """What the host says in English, which can still be said in another language.

    The sentence is the key for `Texts`; `fields` fill it in and may be sentences themselves.
    """

    _key: str
    _fields: dict[str, object]

    def __new__(cls, key: str, /, **fields: object) -> Self:
        said = super().__new__(cls, key.format(**fields) if fields else key)
        said._key, said._fields = key, fields
        return said

    @classmethod
    def of_record(cls, record: Mapping[str, Any]) -> Self:
        """The sentence that such a `record` tells of."""
        fields = {
            name: cls.of_record(one) if isinstance(one, dict) else one
            for name, one in record["fields"].items()
        }
        return cls(record["key"], **fields)

    def record(self) -> dict[str, object]:
        """The sentence as JSON can hold it: "key", and "fields" by name, texts or such."""
        return {
            "key": self._key,
            "fields": {
                name: one.record() if isinstance(one, Sentence) else str(one)
                for name, one in self._fields.items()
            },
        }

    def said_by(self, texts: "Texts") -> str:
        """The sentence in the language of `texts`, its fields filled in."""
        return texts(self._key, **{name: texts.said(one) for name, one in self._fields.items()})


def tell_terminal(sentence: Sentence) -> None:
    """Tell whoever reads the terminal, in English if no command runs that says it otherwise."""
    TERMINAL.warning(sentence)


def reason_of(problem: OSError) -> Sentence:
    """Why the system refused, in its own words, which the other languages know."""
    return Sentence(problem.strerror or str(problem))


class ToldError(Exception):
    """A failure of the outside world that a person is told; `str` is one line of English.

    `detail`, for terminals only, is what the system or a library says of it, in its own words.
    """

    def __init__(self, sentence: Sentence, detail: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.detail = detail

    def __str__(self) -> str:
        return self.on_one_line(self.sentence)

    def on_one_line(self, said: str) -> str:
        """One line for a terminal: what is `said` of this error, and the detail."""
        return " ".join(said.split()) + (f" ({self.detail})" if self.detail else "")


class FileError(ToldError):
    """A file that can't be used as it is: which, where in it, why, and what to do."""

    sentence: Sentence

    def __init__(self, file: str, key: str, problem: Sentence, remedy: Sentence) -> None:
        place = f"{file}: {key}" if key else file
        super().__init__(
            Sentence("{place}: {problem}. {remedy}", place=place, problem=problem, remedy=remedy)
        )
        self.file = file
        self.key = key
        self.problem = problem
        self.remedy = remedy


class Texts:
    """Looks up the host's sentences; `language` may change while the phone runs.

    Its apostrophes are typographic, as its quotation marks are; the keys have those of a keyboard.
    """

    def __init__(self, language: Language, i18n_dir: Path) -> None:
        self.language = language
        self._dir = i18n_dir

    def __call__(self, sentence: str, **fields: object) -> str:
        """`sentence` in the current language, its `{name}` fields filled in."""
        known = self._zh.get(sentence) if self.language is Language.ZH else None
        found = known or _printed(sentence)
        return found.format(**fields) if fields else found

    def said(self, words: object) -> str:
        """A sentence or an error in the current language; any other value becomes its `str`.

        Of what the system says, only the usual is known in Chinese.
        """
        match words:
            case ToldError():
                return self.said(words.sentence)
            case Sentence():
                return words.said_by(self)
            case OSError(strerror=str(reason)):
                return self(reason)
            case _:
                return str(words)

    def line(self, error: ToldError) -> str:
        """The error as one line for a terminal."""
        return error.on_one_line(self.said(error))

    def of(self, text: Text) -> str:
        """The text of the pair `text` that is in the current language."""
        return text.zh if self.language is Language.ZH else _printed(text.en)

    @cached_property
    def _zh(self) -> dict[str, str]:
        return _load(self._dir / "zh")


def _printed(english: str) -> str:
    """The text with the apostrophes of print inside its words; the mark of code stays."""
    return re.sub(r"(?<=\w)'(?=\w)", "’", english)


def _load(folder: Path) -> dict[str, str]:
    sentences: dict[str, str] = {}
    for file in sorted(folder.glob("*.json")):
        sentences.update(json.loads(file.read_text("utf-8")))
    return sentences
