"""A report as JUnit XML, which test trackers read: one suite, a test case for every step."""

import re
import xml.etree.ElementTree as ET

from miniapp_host.texts import Texts
from miniapp_host.walkthroughs.report import NOT_REACHED, Report, StepReport
from miniapp_host.walkthroughs.walk import Result

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 can't hold in any form."""


def junit_of(report: Report, texts: Texts) -> bytes:
    """The report as UTF-8 XML in the language of `texts`."""
    suites = ET.Element("testsuites", _counts(report))
    suite = ET.SubElement(
        suites,
        "testsuite",
        {
            **_counts(report),
            "name": _plain(f"{report.tested.name}: {texts.of(report.title)}"),
            "timestamp": report.began.isoformat(timespec="seconds"),
        },
    )
    properties = ET.SubElement(suite, "properties")
    for name, value in _facts(report):
        ET.SubElement(properties, "property", {"name": name, "value": _plain(value)})
    for step in report.steps:
        _add_case(suite, report, step, texts)
    ET.indent(suites)
    xml: bytes = ET.tostring(suites, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _counts(report: Report) -> dict[str, str]:
    skipped = report.count("skipped") + report.count(NOT_REACHED)
    return {
        "tests": str(len(report.steps)),
        "failures": str(report.count("failed")),
        "errors": "0",
        "skipped": str(skipped),
        "time": f"{report.seconds:.3f}",
    }


def _facts(report: Report) -> list[tuple[str, str]]:
    tested = report.tested
    return [
        ("walkthrough", report.name),
        ("scope", report.scope or ""),
        ("appid", tested.appid),
        ("kind", tested.kind),
        ("version", tested.version),
        ("folder", tested.folder),
        ("host", tested.host),
    ]


def _add_case(suite: ET.Element, report: Report, step: StepReport, texts: Texts) -> None:
    case = ET.SubElement(
        suite,
        "testcase",
        {
            "classname": _plain(f"{report.tested.appid}.{report.name}"),
            "name": _plain(f"{step.number}. {texts.of(step.text)}"),
            "time": f"{step.seconds:.3f}",
        },
    )
    if step.verdict is None:
        ET.SubElement(case, "skipped", {"message": texts("It was not reached.")})
    elif step.verdict.result is Result.SKIPPED:
        ET.SubElement(case, "skipped", {"message": texts("The person skipped it.")})
    elif step.verdict.result is Result.FAILED:
        why = _plain(step.verdict.comment)
        message = why.partition("\n")[0] or texts("What must not happen happened.")
        failure = ET.SubElement(case, "failure", {"message": message, "type": "step"})
        failure.text = why or message


def _plain(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
