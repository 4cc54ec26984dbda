"""The record of a check can be read again."""

import json

import pytest

from miniapp_host import paths
from miniapp_host.checks.issues import error, note
from miniapp_host.checks.report import Report, issues_in
from miniapp_host.texts import Language, Sentence, Texts

CHINESE = Texts(Language.ZH, paths.resources() / "i18n")
LOST = error(
    "app.js",
    3,
    Sentence("{key}: {problem}", key="icon", problem=Sentence("there is no {name}", name="a.png")),
    Sentence("Remove it."),
)
ISSUES = (LOST, note("app.json", None, "it is long"))


def test_what_was_found_comes_back_as_it_was() -> None:
    record = json.loads(json.dumps(Report({"name": "Tea"}, ISSUES, ()).record()))
    assert issues_in(record) == ISSUES


def test_what_the_host_says_can_be_said_in_chinese_after_that() -> None:
    record = json.loads(json.dumps(Report({"name": "Tea"}, ISSUES, ()).record()))
    lost, _ = issues_in(record)
    assert CHINESE.said(lost.text) == "icon：没有 a.png"
    assert CHINESE.said(lost.remedy) == "请删除。"


@pytest.mark.parametrize("record", [{}, {"findings": [{"severity": "bad"}]}, {"findings": 3}])
def test_another_record_is_refused(record: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        issues_in(record)
