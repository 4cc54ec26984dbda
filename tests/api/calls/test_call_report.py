"""Calls as a file: JSON that can be read back, and a page in which nothing of a program runs."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

from miniapp_host import paths
from miniapp_host.api.calls.call_report import calls_as_html, calls_as_json
from miniapp_host.api.calls.journal import CallRecord, How
from miniapp_host.permissions.decisions import Decision, Subject
from miniapp_host.texts import Language, Texts

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
NOW = datetime(2026, 11, 22, 14, 3, 5, tzinfo=UTC)
CALL = CallRecord(
    number=7,
    at=NOW,
    subject=Subject("wx1", "develop"),
    page=f"pages/index/index?{HOSTILE}",
    name=f"getLocation{HOSTILE}",
    arguments=f'{{"type": "{HOSTILE}"}}',
    scope="scope.userLocation",
    before=Decision.DENIED,
    how=How.DENIED_BEFORE,
    asked=False,
    joined=False,
    result=f"getLocation:fail auth deny {HOSTILE}",
    errno=103,
    seconds=0.25,
)


def sentence(record: CallRecord) -> str:
    return f"Call {record.number} was denied {HOSTILE}"


class Tags(HTMLParser):
    """The tags of a page and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_json_holds_everything_of_a_call() -> None:
    (call,) = json.loads(calls_as_json([CALL], sentence))["calls"]
    assert call["at"] == "2026-11-22T14:03:05+00:00"
    assert (call["how"], call["before"], call["errno"]) == ("denied before", "denied", 103)
    assert call["result"] == CALL.result
    assert call["why"] == sentence(CALL)


def test_a_page_shows_what_a_program_wrote_literally_and_runs_none_of_it() -> None:
    texts = Texts(Language.EN, paths.resources() / "i18n")
    page = calls_as_html([CALL], sentence, f"Calls of {HOSTILE}", NOW, texts)
    read = Tags()
    read.feed(page)
    assert not read.tags & {"script", "img", "iframe", "link"}
    for text in (CALL.name, CALL.arguments, CALL.result, CALL.page, sentence(CALL)):
        assert text in read.text
    assert "default-src 'none'" in page


def test_a_page_speaks_the_phones_language() -> None:
    texts = Texts(Language.ZH, paths.resources() / "i18n")
    page = calls_as_html([CALL], sentence, "x", NOW, texts)
    assert '<html lang="zh">' in page
    assert "接口" in page


def test_long_arguments_are_folded_and_stand_there_whole() -> None:
    texts = Texts(Language.EN, paths.resources() / "i18n")
    long = replace(CALL, arguments=f'{{"data": "{"x" * 900}<b>"}}')
    read = Tags()
    read.feed(calls_as_html([long], sentence, "x", NOW, texts))
    assert "details" in read.tags
    assert long.arguments in read.text
