"""The report of a walk in its three forms."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
import shiboken6
from junitparser import Failure, JUnitXml, Skipped
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from pytestqt.qtbot import QtBot

from miniapp_host import paths
from miniapp_host.texts import Language, Text, Texts, ToldError
from miniapp_host.walkthroughs.reader import read_walkthrough
from miniapp_host.walkthroughs.report import Report, report_of
from miniapp_host.walkthroughs.report_files import write_report
from miniapp_host.walkthroughs.report_html import html_of
from miniapp_host.walkthroughs.report_json import json_of
from miniapp_host.walkthroughs.report_junit import junit_of
from miniapp_host.walkthroughs.shelf import shipped_dir
from miniapp_host.walkthroughs.walk import Walk
from tests.walkthroughs.conftest import NOON

SCHEMA = json.loads((shipped_dir() / "report.schema.json").read_text("utf-8"))
EN = Texts(Language.EN, paths.resources() / "i18n")


def passed(report: Report) -> Report:
    return replace(report, steps=report.steps[:2])


def test_a_report_failed_if_a_step_did_and_is_unfinished_if_one_was_not_reached(
    report: Report,
) -> None:
    assert report.result == "failed"
    assert passed(report).result == "passed"
    assert replace(report, steps=report.steps[4:]).result == "unfinished"
    assert replace(report, steps=report.steps[4:5]).result == "passed"


def test_it_tells_the_steps_of_a_walk_with_their_words_filled_in(report: Report) -> None:
    walkthrough = read_walkthrough(shipped_dir() / "first-ask.toml")
    walk = Walk(walkthrough, "scope.userLocation", tuple, lambda: NOON)
    walk.begin()
    walk.tick()
    walk.pictures[0] = b"png"
    made = report_of(walk, report.tested, NOON)
    assert made.result == "unfinished"
    assert made.steps[0].picture == b"png"
    assert made.steps[0].text.en.startswith("Nothing is decided about “Location” yet.")
    assert made.steps[1].text == Text(
        "In Tea <b>, do what needs “Location”. The prompt comes up.",
        "在 Tea <b> 中进行需要“位置信息”的操作，出现授权弹窗。",
    )
    assert [one.result for one in made.steps] == ["passed", *["not reached"] * 4]


# JSON


def test_the_json_is_as_its_schema_says(report: Report) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for one in (report, passed(report), replace(report, scope=None)):
        jsonschema.validate(json.loads(json_of(one)), SCHEMA)


def test_the_json_tells_who_judged_when_and_why(report: Report) -> None:
    record = json.loads(json_of(report))
    assert record["result"] == "failed"
    assert record["began"] == "2026-11-26T12:00:00.000+00:00"
    assert record["seconds"] == 80.25
    first, _, _, fourth, _, last = record["steps"]
    assert (first["by"], first["at"]) == ("phone", "2026-11-26T12:00:01.500+00:00")
    assert first["text"] == {"en": "Press “Allow”", "zh": "点“允许”"}
    assert (fourth["by"], fourth["comment"]) == ("person", report.steps[3].verdict.comment)
    assert set(last) == {"number", "text", "result"}


@pytest.mark.parametrize("missing", ["steps", "result", "scope"])
def test_the_schema_refuses_a_report_that_lacks_something(report: Report, missing: str) -> None:
    record = json.loads(json_of(report))
    del record[missing]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, SCHEMA)


# JUnit


def test_a_test_tracker_reads_the_junit_file(report: Report, texts: Texts) -> None:
    suites = JUnitXml.fromstring(junit_of(report, texts))
    (suite,) = suites
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (6, 2, 0, 2)
    assert (suites.tests, suites.failures, suites.time) == (6, 2, 80.25)
    cases = list(suite)
    assert {case.classname for case in cases} == {"wx1.first-ask"}
    assert [case.time for case in cases] == [1.5, 75, 1.5, 1.5, 1.5, 0]
    kinds = [[type(one) for one in case.result] for case in cases]
    assert kinds == [[], [], [Failure], [Failure], [Skipped], [Skipped]]
    assert all(one.message for case in cases for one in case.result)
    properties = {one.name: one.value for one in suite.properties()}
    assert properties["scope"] == "scope.userLocation"
    suite.update_statistics()  # counts again, by what the cases say
    assert (suite.tests, suite.failures, suite.skipped) == (6, 2, 2)


def test_a_comment_stands_in_the_junit_file_without_what_xml_cannot_hold(report: Report) -> None:
    (suite,) = JUnitXml.fromstring(junit_of(report, EN))
    (failure,) = list(suite)[3].result
    assert failure.message == "<script>alert(1)</script> & \ufffd\ufffd 第二行"
    assert failure.text == f"{failure.message}\nsecond line"


# HTML


class Browser(QWebEnginePage):
    """Chromium with a page, and what its console says."""

    def __init__(self, profile: QWebEngineProfile) -> None:
        super().__init__(profile)
        self.said: list[str] = []

    def javaScriptConsoleMessage(self, level: object, text: str, line: int, source: str) -> None:
        self.said.append(text)


@pytest.fixture
def browser(qtbot: QtBot) -> Iterator[Browser]:
    profile = QWebEngineProfile()
    page = Browser(profile)
    yield page
    shiboken6.delete(page)  # before its profile, as Chromium demands
    shiboken6.delete(profile)


def opened(qtbot: QtBot, browser: Browser, file: Path) -> None:
    with qtbot.waitSignal(browser.loadFinished, timeout=15_000) as loaded:
        browser.load(file.as_uri())
    assert loaded.args == [True]


def asked(qtbot: QtBot, browser: Browser, script: str) -> object:
    with qtbot.waitCallback(timeout=15_000) as answered:
        browser.runJavaScript(f"JSON.stringify({script})", answered)
    return json.loads(answered.args[0])


def test_chromium_shows_the_html_without_a_word_in_its_console(
    qtbot: QtBot, browser: Browser, report: Report, texts: Texts, tmp_path: Path
) -> None:
    opened(qtbot, browser, write_report(report, tmp_path, texts).html)
    shown = asked(qtbot, browser, "document.body.innerText")
    assert "<script>alert(1)</script> &" in str(shown)
    assert texts.of(report.title) in str(shown)
    widths = asked(qtbot, browser, "[...document.images].map((one) => one.naturalWidth)")
    assert widths == [390] * 4
    assert asked(qtbot, browser, "document.scripts.length") == 0
    lang = asked(qtbot, browser, "document.documentElement.lang")
    assert lang == texts.language.value.replace("_", "-")
    assert browser.said == []


# Files


def test_the_files_are_named_after_program_walkthrough_and_time(
    report: Report, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "reports"
    first = write_report(report, folder, EN)
    second = write_report(report, folder, EN)
    assert first.html.name.startswith("Tea-b-first-ask-2026112")
    assert sorted(one.suffix for one in folder.iterdir()) == sorted([".html", ".json", ".xml"] * 2)
    assert second.html != first.html
    assert json.loads(first.json.read_text("utf-8"))["result"] == "failed"
    assert JUnitXml.fromfile(str(first.junit)).tests == 6
    assert first.html.stat().st_mode & 0o777 == 0o644


def test_a_folder_that_takes_no_files_is_told(report: Report, tmp_path: Path, texts: Texts) -> None:
    place = tmp_path / "reports"
    place.write_text("", "utf-8")
    with pytest.raises(ToldError, match=r"The report can't be written to .*Choose another") as told:
        write_report(report, place, texts)
    if texts.language is Language.ZH:
        assert texts.said(told.value).startswith("无法将报告写入")


def test_html_of_a_passed_walk_says_so(report: Report) -> None:
    assert '<p class="result passed">Passed: 2 passed</p>' in html_of(passed(report), EN)
