"""The Chinese that the product says, and how Chinese is set in all of it."""

import ast
import json
import re
from functools import cache
from pathlib import Path

from miniapp_host import paths

PACKAGE = Path(paths.__file__).parent
_PAIR = re.compile(r"(\w+): '([^']*)'")
_HAN = "\u3400-\u9fff"
_QUOTED = re.compile("“([^”{]+)”")
_FULL = "，。：；！？、（）“”"

FAULTS = {
    "a half-width mark beside Chinese": re.compile(rf"[{_HAN}”）][,;:!?](?!\w)|[,;:!][{_HAN}]"),
    "a half-width bracket beside Chinese": re.compile(rf"[{_HAN}]\(|\)[{_HAN}]|\([{_HAN}]"),
    "a straight quote beside Chinese": re.compile(rf"[{_HAN}][\"']|[\"'][{_HAN}]"),
    "no space between Chinese and Latin": re.compile(rf"[{_HAN}][A-Za-z`]|[A-Za-z`][{_HAN}]"),
    "a space beside a full-width mark": re.compile(rf"[{_FULL}] [{_HAN}]|[{_HAN}] [{_FULL}]"),
    "a polite pronoun: say 你": re.compile("您"),
}


def faults(chinese: str) -> list[str]:
    """What is wrong with the setting of this text, with where it is seen."""
    return [
        f"{name}: …{chinese[max(0, hit.start() - 8) : hit.end() + 8]}…"
        for name, pattern in FAULTS.items()
        for hit in pattern.finditer(chinese)
    ]


@cache
def said() -> dict[str, frozenset[str]]:
    """What stands for an English text in Chinese: one or, of a word in two places, several."""
    found: dict[str, set[str]] = {}
    for english, chinese in (*tables(), *_records(), *_samples()):
        found.setdefault(english, set()).add(chinese)
    return {english: frozenset(chinese) for english, chinese in found.items()}


def phone_words() -> set[str]:
    """All the Chinese that the phone and its samples say."""
    return {word for words in said().values() for word in words}


def quoted(chinese: str) -> set[str]:
    """The Chinese words between “ and ”, without names that are filled in."""
    return {one for one in _QUOTED.findall(chinese) if re.search(f"[{_HAN}]", one)}


def tables() -> list[tuple[str, str]]:
    """(English, Chinese) of every line of `resources/i18n/zh`, in the order they are read."""
    files = sorted((paths.resources() / "i18n" / "zh").glob("*.json"))
    return [pair for file in files for pair in json.loads(file.read_text("utf-8")).items()]


def _records() -> list[tuple[str, str]]:
    """Of every `Text("…", "…")` of the package."""
    found = []
    for module in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="Text"),
                    args=[ast.Constant(value=str(english)), ast.Constant(value=str(chinese))],
                ):
                    found.append((english, chinese))
    return found


def _samples() -> list[tuple[str, str]]:
    """What the sample programs show, from the two tables of their `texts.js`."""
    found = []
    for file in (paths.resources() / "programs").glob("*/texts.js"):
        halves = file.read_text("utf-8").split("const zh")
        english, chinese = (dict(_PAIR.findall(half)) for half in halves)
        found += [(text, chinese[key]) for key, text in english.items() if key in chinese]
    return found
