"""README and the manuals say the same in English and in Chinese.

Prose can't be compared by a machine; everything else is, block by block: headings, paragraphs,
items, rows of tables, code (but its comments), names in `code`, numbers, links, and the words on
the phone's buttons.
"""

import os
import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import pytest

from miniapp_host import paths
from tests.chinese_words import faults, phone_words, quoted, said
from tests.manual_blocks import CHINESE, ENGLISH, Block, anchors, blocks, manual

NAMES = ["README.md", *sorted(file.name for file in ENGLISH.glob("*.md"))]
ROOT = paths.resources().parent


class Sign(NamedTuple):
    """What a block must have in common with its twin; links lead to (file, heading)."""

    kind: str
    code: tuple[str, ...]
    numbers: tuple[str, ...]
    links: tuple[tuple[str, int | None], ...]
    stressed_words: int


def shown(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def led_to(file: Path, target: str) -> tuple[str, int | None]:
    """(the English file that the target is or has for a twin, which of its headings)."""
    place, _, anchor = target.partition("#")
    found = (file.parent / place).resolve() if place else file
    assert found.exists(), f"{shown(file)}: {target} leads nowhere"
    assert not anchor or anchor in anchors(found), f"{shown(file)}: no heading is called {target}"
    at = anchors(found).index(anchor) if anchor else None
    return shown(manual(found.name, chinese=False) if found.parent == CHINESE else found), at


def sign(file: Path, block: Block) -> Sign:
    links = sorted(led_to(file, target) for target in block.targets if "://" not in target)
    code, numbers = tuple(block.codes), tuple(block.numbers)
    return Sign(block.kind, code, numbers, tuple(links), len(block.stressed))


def differing(english: Sign, chinese: Sign) -> Iterator[str]:
    """Each fact of two blocks that is not the same, with what only one of them has."""
    for fact, one, other in zip(Sign._fields, english, chinese, strict=True):
        if one == other:
            continue
        if isinstance(one, tuple) and isinstance(other, tuple) and set(one) != set(other):
            one, other = [x for x in one if x not in other], [x for x in other if x not in one]
        yield f"      {fact}: English {one}, Chinese {other}"


def place(file: Path, run: list[Block]) -> str:
    if not run:
        return f"{shown(file)}: nothing"
    return f"{shown(file)}:{run[0].line}" + (f" to {run[-1].line}" if run[1:] else "")


def told(files: tuple[Path, Path], english: list[Block], chinese: list[Block]) -> str:
    """Where two runs of blocks stand that do not fit, and in what they differ."""
    lines = [f"    {place(*both)}" for both in zip(files, (english, chinese), strict=True)]
    if len(english) == len(chinese):
        for one, other in zip(english, chinese, strict=True):
            lines += differing(sign(files[0], one), sign(files[1], other))
    return "\n".join(lines)


def seen(name: str, block: Block) -> str:
    return f"{shown(manual(name, chinese=True))}:{block.line}"


def twins(name: str) -> tuple[list[tuple[Block, Block]], list[str]]:
    """(the blocks that belong together, what has no twin)."""
    files = manual(name, chinese=False), manual(name, chinese=True)
    english, chinese = (blocks(file) for file in files)
    signs = [[sign(file, one) for one in blocks(file)] for file in files]
    pairs, lonely = [], []
    for kind, a, b, c, d in SequenceMatcher(None, *signs, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs += zip(english[a:b], chinese[c:d], strict=True)
        else:
            lonely.append(told(files, english[a:b], chinese[c:d]))
    return pairs, lonely


def test_every_manual_is_there_in_both_languages() -> None:
    chinese = sorted(file.name for file in CHINESE.glob("*.md"))
    assert chinese == sorted(NAMES), "write what is missing, delete what has no English any more"


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_say_the_same(name: str) -> None:
    _, lonely = twins(name)
    assert not lonely, (
        f"{name} was edited in one language only. Bring the other in step: block for block it has "
        "the same kind, code, numbers, links and count of stressed words.\n" + "\n".join(lonely)
    )


@pytest.mark.parametrize("name", NAMES)
def test_buttons_and_panels_are_called_as_the_phone_calls_them(name: str) -> None:
    wrong = [
        f"{seen(name, chinese)} {word} is {sorted(said()[word])} on the phone"
        for english, chinese in twins(name)[0]
        for word in english.stressed
        if word in said() and not said()[word] & set(chinese.stressed)
    ]
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_quoted_stands_on_the_phone(name: str) -> None:
    """“…” is for the phone's own words, unless the English quotes there as well."""
    wrong = [
        f"{seen(name, chinese)} nothing is called “{word}” on the phone"
        for english, chinese in twins(name)[0]
        for word in quoted(chinese.prose) - phone_words()
        if not re.search('[“"]', english.prose)
    ]
    assert wrong == [], "\n".join(wrong)


def split_paragraph(block: Block) -> list[str]:
    return ["a line break, which is drawn as a space"] if len(block.lines) > 1 else []


def undrawn(block: Block) -> list[str]:
    """Stressed words whose asterisks would be seen: a mark at their edge wants a space beside."""
    found = []
    for hit in re.finditer(r"\*\*(.+?)\*\*", block.prose):
        before, after = block.prose[: hit.start()][-1:], block.prose[hit.end() :][:1]
        for inner, outer in ((hit[1][0], before), (hit[1][-1], after)):
            if unicodedata.category(inner)[0] in "PS" and outer.isalnum():
                found.append(f"{hit[0]} beside {outer}: put a space between them")
    return found


@pytest.mark.parametrize("name", NAMES)
def test_chinese_is_set_as_on_the_phone(name: str) -> None:
    file = manual(name, chinese=True)
    wrong = [
        f"{shown(file)}:{block.line} {fault}"
        for block in blocks(file)
        if not block.is_code
        for fault in (*split_paragraph(block), *undrawn(block), *faults(block.prose))
    ]
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize("name", NAMES)
def test_each_leads_to_the_other_at_its_top(name: str) -> None:
    for chinese, word in ((False, "简体中文"), (True, "English")):
        file, twin = manual(name, chinese), manual(name, not chinese)
        link = f"[{word}]({Path(os.path.relpath(twin, file.parent)).as_posix()})"
        assert file.read_text("utf-8").splitlines()[2] == link, f"{shown(file)}: line 3 is {link}"
