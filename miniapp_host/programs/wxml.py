"""What a WXML template or a WXS script refers to; compiling either is the service's part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from miniapp_host.programs.findings import line_at

_TAG = re.compile(
    r"""<!--.*?(?:-->|\Z)
    |<(?P<tag>import|include|wxs)\b(?P<attributes>(?:"[^"]*"|'[^']*'|[^>"'])*+)>?""",
    re.S | re.X,
)
_OPENED = re.compile(
    r"""<!--.*?(?:-->|\Z)|<wxs\b(?:"[^"]*"|'[^']*'|[^>"'])*+(?<!/)>.*?</wxs\s*+>
    |<(?P<tag>[A-Za-z][\w.:-]*)(?:"[^"]*"|'[^']*'|[^>"'])*+>?
    |\{\{(?:"[^"]*"|'[^']*'|[^}"'])*+\}\}""",
    re.S | re.X,
)
_SRC = re.compile(r"""(?<![\w-])src\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REQUIRE = re.compile(
    r"""//[^\n]*|/\*.*?(?:\*/|\Z)|\brequire\s*\(\s*(?:"([^"\n]*)"|'([^'\n]*)')\s*\)
    |"(?:\\.|[^"\\\n])*+"?|'(?:\\.|[^'\\\n])*+'?""",
    re.S | re.X,
)

Kind = Literal["wxml", "wxs"]


@dataclass(frozen=True)
class Reference:
    """One file that another one needs; `line` is where it says so."""

    kind: Kind
    target: str
    line: int


def references(path: str, text: str) -> tuple[Reference, ...]:
    """Everything that the template or script at `path` needs, in the order written."""
    return tuple(_of_script(text, 0) if path.endswith(".wxs") else _of_template(text))


def tags(text: str) -> Iterator[tuple[str, int]]:
    """The tags that a template opens, each with its line; scripts and comments left out."""
    line, position = 1, 0
    for match in _OPENED.finditer(text):
        if match["tag"]:
            line += text.count("\n", position, match.start())
            position = match.start()
            yield match["tag"], line


def _of_template(text: str) -> Iterator[Reference]:
    position = 0
    while match := _TAG.search(text, position):
        position = match.end()
        attributes = match["attributes"] or ""
        source = _SRC.search(attributes)
        if source is not None:
            kind: Kind = "wxs" if match["tag"] == "wxs" else "wxml"
            yield Reference(kind, source[1] or source[2] or "", line_at(text, match.start()))
        elif match["tag"] == "wxs" and not attributes.endswith("/"):
            end = text.find("</wxs", position)
            body = text[position:] if end < 0 else text[position:end]
            yield from _of_script(body, line_at(text, position) - 1)
            position += len(body)


def _of_script(text: str, lines_before: int) -> Iterator[Reference]:
    for match in _REQUIRE.finditer(text):
        target = match[1] or match[2]
        if target:
            yield Reference("wxs", target, lines_before + line_at(text, match.start()))
