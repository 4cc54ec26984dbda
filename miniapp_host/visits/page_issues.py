"""The issues that a visit of a page brought up."""

import re
from collections.abc import Iterator
from dataclasses import replace

from miniapp_host.checks.calls import lacking, unsupported
from miniapp_host.checks.issues import Issue, error, note, warning
from miniapp_host.programs.app_json import APP_JSON
from miniapp_host.shell.console.console_model import Level, LogEntry
from miniapp_host.texts import Sentence
from miniapp_host.visits.page_opener import Outcome, PageVisit, errors_of
from miniapp_host.web.runtime_words import is_of_template

_MISSING = re.compile(r"(?:wx\.)?([\w.()]+) is not supported")
_UNHANDLED = "Unhandled promise rejection"


def page_issues(visit: PageVisit, limit: float) -> Iterator[Issue]:
    """The issues of a page that had `limit` seconds to open."""
    yield from _errors(visit)
    for entry in visit.entries:
        if match := _MISSING.fullmatch(entry.text):
            yield _on(visit.page, _missing(match[1], entry))
        elif entry.level is Level.WARN and is_of_template(entry.text):
            yield _on(visit.page, _template_warning(entry))
    if visit.outcome is not Outcome.OPENED:
        yield _on(visit.page, _not_opened(visit, limit))


def _missing(name: str, entry: LogEntry) -> Issue:
    """The issue for a missing name under `wx`, or a missing method of an object that `wx` made."""
    if name[:1].isupper():
        return lacking(name, entry.file, entry.line)
    return unsupported(name.partition(".")[0], entry.file, entry.line)


def _template_warning(entry: LogEntry) -> Issue:
    remedy = Sentence("Compute it in the script, or put the function into a <wxs> module.")
    return warning(entry.file, entry.line, entry.text, remedy)


def _errors(visit: PageVisit) -> Iterator[Issue]:
    for entry in errors_of(visit):
        late = visit.before and _is_late_word(visit.before, entry)
        yield _on(visit.before if late else visit.page, _issue_of(entry))


def _not_opened(visit: PageVisit, limit: float) -> Issue:
    script = f"{path_of(visit.page)}.js"
    match visit.outcome:
        case Outcome.HUNG:
            text = Sentence("it did not open within {seconds} s", seconds=f"{limit:g}")
            remedy = Sentence("Look for a loop without an end, or allow more with --limit.")
            return error(script, None, text, remedy)
        case Outcome.CRASHED:
            text = Sentence("it crashed what draws it ({how})", how=visit.how)
            remedy = Sentence("Look for what takes much memory: large data, pictures, canvases.")
            return error(script, None, text, remedy)
        case Outcome.REFUSED:
            return error(APP_JSON, None, visit.how)
        case Outcome.LED_ON | Outcome.OPENED:
            return note(script, None, Sentence("it led on to {page}", page=visit.front))


def _is_late_word(page: str, entry: LogEntry) -> bool:
    """Whether the page wrote that while it was being left, or after."""
    path = path_of(page)
    if entry.file == f"{path}.js":
        return True
    return entry.text.startswith((f"{path} onUnload", "lifetime detached"))


def _issue_of(entry: LogEntry) -> Issue:
    """The issue of a logged error; a refusal, or what only this phone lacks, is a warning."""
    text = entry.text
    if is_of_template(text):
        remedy = Sentence("Correct the template.")
        return error(entry.file, entry.line, text, remedy)
    if "fail not supported" in text:
        remedy = Sentence("This phone does not have it: try the page on a real one.")
        return warning(entry.file, entry.line, text, remedy)
    if "fail auth deny" in text and not text.startswith(_UNHANDLED):
        remedy = Sentence(
            "The check dismisses every prompt; see that the page says what is missing."
        )
        return warning(entry.file, entry.line, text, remedy)
    remedy = Sentence("Correct it, or catch what may fail.")
    if " onLoad: " in text:
        remedy = Sentence(
            "Correct it, or catch what may fail. Does the page need a query? "
            "Give it: --page PATH?query."
        )
    return error(entry.file, entry.line, text, remedy)


def _on(page: str, issue: Issue) -> Issue:
    return replace(issue, where=path_of(page))


def path_of(page: str) -> str:
    """The path without its query, as app.json lists it."""
    return page.partition("?")[0].strip("/")


def missing_names(visit: PageVisit) -> Iterator[str]:
    """The names under `wx` that were called and do not exist."""
    for entry in visit.entries:
        if match := _MISSING.fullmatch(entry.text):
            yield match[1]
