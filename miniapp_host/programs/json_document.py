"""One json file of a program, with its name, text and findings for error messages.

Values of a wrong type are reported and count as absent.
"""

from collections.abc import Mapping
from typing import Protocol

from miniapp_host.programs.findings import MOST_FINDINGS, Finding
from miniapp_host.programs.json_text import JsonError, StringLines, parse_json
from miniapp_host.programs.manifest import ManifestError
from miniapp_host.texts import Sentence

_MOST_FOLDERS = 20


class Files(Protocol):
    """What reading a manifest needs of a program's files."""

    def has(self, path: str) -> bool: ...

    def text(self, path: str) -> str: ...


class JsonDocument:
    """A json object read from `file`; `warnings` grows as its values are read."""

    def __init__(self, file: str, text: str, values: Mapping[str, object]) -> None:
        self.file = file
        self.values = values
        self.warnings: list[Finding] = []
        self._lines = StringLines(text)

    def error(self, key: str, problem: Sentence, remedy: Sentence) -> ManifestError:
        """The error that names the file and the key; the caller raises it."""
        return ManifestError(self.file, key, problem, remedy)

    def warn(self, at: str, text: Sentence) -> None:
        """Record a warning at the first place where the string `at` stands in the file.

        A page of a subpackage stands there without its root, so shorter tails count, too.
        """
        if len(self.warnings) >= MOST_FINDINGS:
            return
        lines = (self._lines.line_of(tail) for tail in _tails(at))
        line = next((line for line in lines if line is not None), None)
        self.warnings.append(Finding(self.file, line, text))

    def mapping(self, key: str) -> dict[str, object]:
        """The object under `key`; empty if absent, null or no object."""
        value = self.values.get(key)
        if isinstance(value, dict):
            return value
        if value is not None:
            self.warn(key, Sentence("{key} must be an object; it is ignored", key=key))
        return {}

    def array(self, key: str) -> list[object] | None:
        """The array under `key`; None if absent, null or no array."""
        value = self.values.get(key)
        if isinstance(value, list):
            return value
        if value is not None:
            self.warn(key, Sentence("{key} must be an array; it is ignored", key=key))
        return None

    def references(self, key: str) -> dict[str, str]:
        """The object under `key` with its string values only, as usingComponents holds them."""
        found = self.mapping(key)
        for name in (name for name, value in found.items() if not isinstance(value, str)):
            said = Sentence("{key}.{name} must be a path; it is ignored", key=key, name=name)
            self.warn(name, said)
        return {name: value for name, value in found.items() if isinstance(value, str)}


def _tails(path: str) -> list[str]:
    """The path without its first folders; of a longer one than any program has only the longest."""
    parts = path.split("/", _MOST_FOLDERS)
    return ["/".join(parts[start:]) for start in range(len(parts))]


def read_document(files: Files, file: str) -> JsonDocument:
    """The json object in `file`; raises ManifestError if it is no json or no object."""
    return parse_document(file, files.text(file))


def parse_document(file: str, text: str) -> JsonDocument:
    """The json object that `text` of `file` holds; raises ManifestError like `read_document`."""
    try:
        values = parse_json(text)
    except JsonError as bad:
        raise bad_json(file, bad) from bad
    if not isinstance(values, dict):
        remedy = Sentence("Put the settings between { and }.")
        raise ManifestError(file, "", Sentence("it holds no object"), remedy)
    return JsonDocument(file, text, values)


def bad_json(file: str, bad: JsonError) -> ManifestError:
    """The ManifestError for a file that is no json, with the place of the mistake."""
    problem = Sentence(
        "{mistake} (line {line}, column {column})",
        mistake=bad.problem,
        line=bad.line,
        column=bad.column,
    )
    return ManifestError(file, "", problem, Sentence("Correct the JSON."), bad.line)
