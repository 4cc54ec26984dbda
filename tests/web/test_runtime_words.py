"""What the runtime says is a sentence of the host's, which a person reads in their language."""

import re

import pytest

from miniapp_host import paths
from miniapp_host.texts import Language, Texts
from miniapp_host.web.runtime_words import is_of_template, said_of_runtime
from tests.shell_words import ROOT

CHINESE = Texts(Language.ZH, paths.resources() / "i18n")
RUNTIME = ROOT / "resources" / "runtime"
READER = RUNTIME / "service" / "wxml"
TOLD = re.compile(r"""[tT]ell\([^`'\n]*?, (?:`(?P<filled>[^`]+)`|'(?P<plain>[^'\n]+ [^'\n]+)')""")
SAID = re.compile(r"""\.say\(\s*'?\w+'?,\s*([`'])([^\n]*?)\1""")
RETURNED = re.compile(r"""super\(.*? \? '([^']+)' : `([^`]+)`""")


def messages() -> list[str]:
    """What the reader of templates may say, a word in the place of each part that varies."""
    found: list[str] = []
    for file in sorted(READER.glob("*.js")):
        text = file.read_text("utf-8")
        found += [one["filled"] or one["plain"] for one in TOLD.finditer(text)]
        found += [message for one in RETURNED.findall(text) for message in one]
    return [re.sub(r"\$\{[^}]*\}", "tea", message) for message in found]


def notes() -> list[str]:
    """What the service says of itself, a word in the place of each part that varies."""
    found: list[str] = []
    for file in sorted((RUNTIME / "service").rglob("*.js")):
        found += [one[2] for one in SAID.finditer(file.read_text("utf-8"))]
    return [re.sub(r"\$\{[^}]*\}", "tea", note) for note in found]


MESSAGES, NOTES = messages(), notes()


@pytest.mark.parametrize("message", MESSAGES)
def test_every_mistake_in_a_template_is_said_in_chinese(message: str) -> None:
    said = said_of_runtime(f"pages/a.wxml:3:7: {message}")
    assert said == f"pages/a.wxml:3:7: {message}"
    told = CHINESE.said(said)
    assert told.startswith("pages/a.wxml:3:7：")
    assert not told.removeprefix("pages/a.wxml:3:7：").isascii()


@pytest.mark.parametrize("note", NOTES)
def test_every_note_of_the_service_is_said_in_chinese(note: str) -> None:
    said = said_of_runtime(note)
    assert said == note
    assert CHINESE.said(said) != note


def test_there_are_messages_to_look_at() -> None:
    assert len(MESSAGES) >= 14
    assert len(NOTES) >= 13


def test_what_a_compiler_says_stays_in_its_own_words() -> None:
    said = said_of_runtime("lib/a.wxs:1:2: Unexpected token")
    assert CHINESE.said(said) == "lib/a.wxs:1:2：Unexpected token"


@pytest.mark.parametrize("text", ["TypeError: a is undefined", "a.js:1:2: no", "a.wxml is gone"])
def test_what_a_script_says_is_not_taken_for_a_template_s(text: str) -> None:
    assert not is_of_template(text)
