"""Writes the report of a walk into a folder: one HTML file, one JSON file, one of JUnit XML."""

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from miniapp_host.memory.durable import replace_file
from miniapp_host.texts import Sentence, Texts, ToldError, reason_of
from miniapp_host.walkthroughs.report import Report
from miniapp_host.walkthroughs.report_html import html_of
from miniapp_host.walkthroughs.report_json import json_of
from miniapp_host.walkthroughs.report_junit import junit_of

_UNSAFE = re.compile(r"[^\w.-]+")
_READABLE = 0o644
"""A report is handed on, unlike what the phone keeps."""


@dataclass(frozen=True)
class ReportFiles:
    """Where a report was written."""

    html: Path
    json: Path
    junit: Path


def write_report(report: Report, folder: Path, texts: Texts) -> ReportFiles:
    """Write the three files, each whole or not at all; raises ToldError.

    Their names tell program, walkthrough and time; a second report never replaces the first.
    """
    name = _free_name(folder, report)
    files = ReportFiles(*(folder / f"{name}{end}" for end in (".html", ".json", ".xml")))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(files.html, html_of(report, texts).encode())
        _write(files.json, json_of(report).encode())
        _write(files.junit, junit_of(report, texts))
    except OSError as error:
        reason = reason_of(error)
        raise ToldError(
            Sentence(
                "The report can't be written to {folder}: {reason}. Choose another folder.",
                folder=folder,
                reason=reason,
            )
        ) from error
    return files


def _write(file: Path, content: bytes) -> None:
    replace_file(file, partial(_fill, content))


def _fill(content: bytes, file: Path) -> None:
    file.write_bytes(content)
    file.chmod(_READABLE)


def _free_name(folder: Path, report: Report) -> str:
    program = _UNSAFE.sub("-", report.tested.name).strip("-.")[:40] or "program"
    name = f"{program}-{report.name}-{report.ended.astimezone():%Y%m%d-%H%M%S}"
    taken, number = name, 1
    while (folder / f"{taken}.html").exists():
        number += 1
        taken = f"{name}-{number}"
    return taken
