"""Turns the warnings from reading a program's files into issues with a remedy.

The phone's console shows those as they are; before a submission some of them are errors.
"""

from collections.abc import Iterable, Iterator

from miniapp_host.checks.issues import Issue, Severity
from miniapp_host.programs.findings import Finding
from miniapp_host.programs.json_text import StringLines
from miniapp_host.programs.manifest import ManifestError
from miniapp_host.texts import Sentence

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

# A part of the text, how serious that is, the remedy; the first that fits counts.
_KNOWN: tuple[tuple[str, Severity, Sentence], ...] = (
    ("is not UTF-8", _WARNING, Sentence("Save the file as UTF-8.")),
    ("is not available here", _WARNING, Sentence("Install it as an npm package.")),
    ("counts as empty", _ERROR, Sentence("Take it apart: the phone reads no more of a text.")),
    ("names; the rest is ignored", _WARNING, Sentence("Keep the aliases that are used.")),
    (
        "too many components",
        _WARNING,
        Sentence("Name them in the json of the pages that use them."),
    ),
    (
        "has no desc",
        _ERROR,
        Sentence('Give it a "desc" of at most 30 characters, or 60 Latin letters.'),
    ),
    ("it is cut", _WARNING, Sentence("Shorten it to 30 characters, or 60 Latin letters.")),
    ("is not an interface that needs it", _WARNING, Sentence("Remove it.")),
    ("is declared twice", _WARNING, Sentence("Remove one of them.")),
    ("there is no app.js", _WARNING, Sentence("Add app.js with App({}).")),
    ("has no .wxml file", _ERROR, Sentence("Add the file, or take the page out of app.json.")),
    ("has no .js file", _ERROR, Sentence("Add the file with Page({}).")),
    ("is not among the pages", _ERROR, Sentence("Name a page that app.json lists.")),
    (
        "is not in the theme file",
        _WARNING,
        Sentence("Define it for light and dark in the theme file."),
    ),
    ("tabBar: the icon", _ERROR, Sentence("Add the picture, or correct its path.")),
    ("is not a declared page", _ERROR, Sentence("Name a page that app.json lists.")),
    ("tabBar has no item", _ERROR, Sentence("Give it 2 to 5 items.")),
    ("the phone shows 2 to 5", _ERROR, Sentence("Give it 2 to 5 items.")),
    ("plugins are not supported", _WARNING, Sentence("Try what it does on a real phone.")),
    (
        "run npm install",
        _ERROR,
        Sentence("Run npm install beside package.json, or correct the path."),
    ),
    ("is not supported", _WARNING, Sentence("Try what it does on a real phone.")),
    ("is not in the package", _ERROR, Sentence("Add the file, or correct the path.")),
    ("It counts as empty", _ERROR, Sentence("Correct the JSON.")),
    (
        "build the program first",
        _WARNING,
        Sentence("Compile it to the .wxss beside it, with lessc or sass."),
    ),
    ("must be", _ERROR, Sentence("Correct its type.")),
    ("the comment is not closed", _ERROR, Sentence('Add "*/" where it ends.')),
    (
        "the string is not closed",
        _ERROR,
        Sentence("Add the missing quotation mark: a string ends on its line."),
    ),
    ("is not closed", _ERROR, Sentence("Add what closes it: now all that follows belongs to it.")),
    (
        "closes nothing",
        _ERROR,
        Sentence("Remove it, or add what it closes: now the rule after it does not count."),
    ),
    ("imports too much", _WARNING, Sentence("Look for sheets that import each other.")),
)


def issues_of(findings: Iterable[Finding]) -> Iterator[Issue]:
    """The findings of a package as issues."""
    for one in findings:
        severity, remedy = _judged(one.text)
        yield Issue(severity, one.file, one.line, one.text, remedy)


def issue_of(problem: ManifestError, text: str) -> Issue:
    """The issue of an app.json with which the program can't run; `text` gives the line."""
    key = problem.key.rpartition(".")[2].partition("[")[0]
    line = problem.line or (StringLines(text).line_of(key) if key else None)
    said = problem.problem
    if problem.key:
        said = Sentence("{key}: {problem}", key=problem.key, problem=problem.problem)
    return Issue(_ERROR, problem.file, line, said, problem.remedy)


def _judged(text: str) -> tuple[Severity, str]:
    for part, severity, remedy in _KNOWN:
        if part in text:
            return severity, remedy
    return _WARNING, ""
