"""What the host says, in the person's language.

The English sentence is the key; `resources/i18n/zh/*.json` holds the Chinese ones.
"""

import json
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple


class Language(Enum):
    """A language the host speaks; the value is what `wx` reports."""

    EN = "en"
    ZH = "zh_CN"


class Text(NamedTuple):
    """One text in both languages, for records that carry their own."""

    en: str
    zh: str


class Texts:
    """Looks up the host's sentences; `language` may change while the phone runs."""

    def __init__(self, language: Language, i18n_dir: Path) -> None:
        self.language = language
        self._dir = i18n_dir

    def __call__(self, sentence: str, **fields: object) -> str:
        """`sentence` in the current language, its `{name}` fields filled in."""
        found = self._zh.get(sentence, sentence) if self.language is Language.ZH else sentence
        return found.format(**fields) if fields else found

    def of(self, text: Text) -> str:
        """The half of `text` that is in the current language."""
        return text.zh if self.language is Language.ZH else text.en

    @cached_property
    def _zh(self) -> dict[str, str]:
        return _load(self._dir / "zh")


def _load(folder: Path) -> dict[str, str]:
    sentences: dict[str, str] = {}
    for file in sorted(folder.glob("*.json")):
        sentences.update(json.loads(file.read_text("utf-8")))
    return sentences
