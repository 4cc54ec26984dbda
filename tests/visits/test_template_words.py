"""What the runtime finds in templates is a sentence of the host's."""

import re

import pytest

from miniapp_host import paths
from miniapp_host.texts import Language, Texts
from miniapp_host.visits.template_words import is_of_template, said_of_template
from tests.shell_words import ROOT

CHINESE = Texts(Language.ZH, paths.resources() / "i18n")
READER = ROOT / "resources" / "runtime" / "service" / "wxml"
TOLD = re.compile(r"""[tT]ell\([^`'\n]*?, (?:`(?P<filled>[^`]+)`|'(?P<plain>[^'\n]+ [^'\n]+)')""")
RETURNED = re.compile(r"""super\(.*? \? '([^']+)' : `([^`]+)`""")


def messages() -> list[str]:
    """What the reader of templates may say, a word in the place of each part that varies."""
    found: list[str] = []
    for file in sorted(READER.glob("*.js")):
        text = file.read_text("utf-8")
        found += [one["filled"] or one["plain"] for one in TOLD.finditer(text)]
        found += [message for one in RETURNED.findall(text) for message in one]
    return [re.sub(r"\$\{[^}]*\}", "tea", message) for message in found]


MESSAGES = messages()


@pytest.mark.parametrize("message", MESSAGES)
def test_every_mistake_in_a_template_is_said_in_chinese(message: str) -> None:
    said = said_of_template(f"pages/a.wxml:3:7: {message}")
    assert said == f"pages/a.wxml:3:7: {message}"
    told = CHINESE.said(said)
    assert told.startswith("pages/a.wxml:3:7：")
    assert not told.removeprefix("pages/a.wxml:3:7：").isascii()


def test_there_are_messages_to_look_at() -> None:
    assert len(MESSAGES) >= 14


def test_what_a_compiler_says_stays_in_its_own_words() -> None:
    said = said_of_template("lib/a.wxs:1:2: Unexpected token")
    assert CHINESE.said(said) == "lib/a.wxs:1:2：Unexpected token"


@pytest.mark.parametrize("text", ["TypeError: a is undefined", "a.js:1:2: no", "a.wxml is gone"])
def test_what_a_script_says_is_not_taken_for_a_template_s(text: str) -> None:
    assert not is_of_template(text)
