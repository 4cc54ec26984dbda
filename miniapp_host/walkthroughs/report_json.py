"""A report as JSON; resources/walkthroughs/report.schema.json says what is in it."""

import json

from miniapp_host.texts import Text
from miniapp_host.walkthroughs.report import Report, StepReport

FORMAT = 1
"""Counted up when something is taken away or means something else."""


def json_of(report: Report) -> str:
    """The report as a JSON text; times are ISO 8601 with their zone, durations seconds."""
    tested = report.tested
    record = {
        "format": FORMAT,
        "host": tested.host,
        "program": {
            "name": tested.name,
            "appid": tested.appid,
            "kind": tested.kind,
            "version": tested.version,
            "folder": tested.folder,
        },
        "walkthrough": {
            "name": report.name,
            "title": _both(report.title),
            "about": _both(report.about),
        },
        "scope": report.scope,
        "result": report.result,
        "began": report.began.isoformat(timespec="milliseconds"),
        "ended": report.ended.isoformat(timespec="milliseconds"),
        "seconds": round(report.seconds, 3),
        "steps": [_step(one) for one in report.steps],
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _step(step: StepReport) -> dict[str, object]:
    verdict = step.verdict
    judged = verdict and {
        "by": verdict.judge.value,
        "at": verdict.at.isoformat(timespec="milliseconds"),
        "seconds": round(verdict.seconds, 3),
        "comment": verdict.comment,
    }
    return {
        "number": step.number,
        "text": _both(step.text),
        "result": step.result,
        **(judged or {}),
    }


def _both(text: Text) -> dict[str, str]:
    return text._asdict()
