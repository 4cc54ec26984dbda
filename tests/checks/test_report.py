"""The record of a check can be read again."""

import json

import pytest

from miniapp_host.checks.issues import error, note
from miniapp_host.checks.report import Report, issues_in

ISSUES = (error("app.js", 3, "it throws", "Catch it."), note("app.json", None, "it is long", ""))


def test_what_was_found_comes_back_as_it_was() -> None:
    record = json.loads(json.dumps(Report({"name": "Tea"}, ISSUES, ()).record()))
    assert issues_in(record) == ISSUES


@pytest.mark.parametrize("record", [{}, {"findings": [{"severity": "bad"}]}, {"findings": 3}])
def test_another_record_is_refused(record: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        issues_in(record)
