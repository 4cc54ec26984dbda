"""The result of a whole check, for machines: a JSON record and an exit code."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from miniapp_host.checks.issues import Issue, Severity
from miniapp_host.texts import Sentence


@dataclass(frozen=True)
class PageReport:
    """One page that was opened, or was not; `ms` is how long that took.

    `prompts` are ids of scopes, `missing` names under `wx` that were called and are not there.
    """

    path: str
    opened: bool
    ms: int = 0
    errors: tuple[Issue, ...] = ()
    prompts: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """`program` is what it says of itself: name, appid, version, folder."""

    program: Mapping[str, str]
    findings: tuple[Issue, ...]
    pages: tuple[PageReport, ...]

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return sum(one.severity is severity for one in self.findings)

    @property
    def exit_code(self) -> int:
        """1 if there is an error, else 0."""
        return 1 if self.count(Severity.ERROR) else 0

    def record(self) -> dict[str, object]:
        """The record that `--json` writes."""
        return {
            "program": dict(self.program),
            "findings": [_finding(one) for one in self.findings],
            "pages": [_page(one) for one in self.pages],
        }


def issues_in(record: Mapping[str, Any]) -> tuple[Issue, ...]:
    """The findings of such a record; raises KeyError, TypeError or ValueError for any other."""
    return tuple(
        Issue(
            Severity(one["severity"]),
            one["file"],
            one["line"],
            _words(one, "text"),
            _words(one, "remedy"),
            one["where"],
        )
        for one in record["findings"]
    )


def _words(finding: Mapping[str, Any], name: str) -> str:
    """What a finding says under `name`: a sentence if the host says it."""
    record = finding["sentences"].get(name)
    return Sentence.of_record(record) if record is not None else finding[name]


def _finding(issue: Issue) -> dict[str, object]:
    return {
        "severity": issue.severity.value,
        "where": issue.where,
        "file": issue.file,
        "line": issue.line,
        "text": issue.text,
        "remedy": issue.remedy,
        "sentences": {
            name: said.record()
            for name, said in (("text", issue.text), ("remedy", issue.remedy))
            if isinstance(said, Sentence)
        },
    }


def _page(page: PageReport) -> dict[str, object]:
    return {
        "path": page.path,
        "opened": page.opened,
        "ms": page.ms,
        "errors": [{"file": one.file, "line": one.line, "text": one.text} for one in page.errors],
        "prompts": list(page.prompts),
        "missing": list(page.missing),
    }
