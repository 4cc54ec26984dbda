"""A manual read as the blocks it is made of, with what must be the same in every language.

Prose differs; commands, names in `code`, numbers, links and the shape do not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from miniapp_host import paths

ENGLISH = paths.resources() / "docs"
CHINESE = ENGLISH / "zh"
README = paths.resources().parent / "README.md"

CODE = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+)\)")
STRESSED = re.compile(r"\*\*(.+?)\*\*|\*([^*]+)\*")
NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
_COMMENT = re.compile(r"(?:^|\s+)(?:#|//)\s.*$")
_ITEM = re.compile(r"(- |\d+\. )")
_BAR = re.compile(r"(?<!\\)\|")
_INDENT = "    "


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, item, row of a table or code; `line` counts from 1.

    `kind` is "#" to "######", "text", "item", "row of N" or the first line of a fenced code.
    """

    kind: str
    line: int
    lines: tuple[str, ...]

    @property
    def is_code(self) -> bool:
        """Whether it is code, fenced or indented."""
        return self.kind.startswith("```")

    @property
    def text(self) -> str:
        """All of it as one line."""
        return " ".join(self.lines)

    @property
    def prose(self) -> str:
        """What a person reads: without code and without the targets of links."""
        return "" if self.is_code else LINK.sub(r"\1", CODE.sub("`", self.text))

    @property
    def stressed(self) -> list[str]:
        """The words in *one* or **two** asterisks: what the phone writes on buttons, mostly."""
        return [two or one for two, one in STRESSED.findall(self.prose)]

    @property
    def numbers(self) -> list[str]:
        """The numbers in digits."""
        return sorted(NUMBER.findall(self.prose))

    @property
    def codes(self) -> list[str]:
        """The names in `code`, each once; of a block of code its lines without comments."""
        if self.is_code:
            return [_COMMENT.sub("", line).rstrip() for line in self.lines]
        return sorted(set(CODE.findall(self.text)))

    @property
    def targets(self) -> list[str]:
        """Where its links lead, as they are written."""
        return [] if self.is_code else [target for _, target in LINK.findall(self.text)]


def manual(name: str, chinese: bool) -> Path:
    """The file of the manual `name`, such as "check.md", in one of the two languages."""
    if chinese:
        return CHINESE / name
    return README if name == "README.md" else ENGLISH / name


def blocks(file: Path) -> list[Block]:
    """The manual from its beginning to its end."""
    return list(_read(file.read_text("utf-8").splitlines()))


def _read(lines: list[str]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        if not lines[at]:
            at += 1
            continue
        kind = _kind(lines, at)
        end = _end(lines, at, kind)
        yield Block(kind, at + 1, _content(lines[at:end], kind))
        at = end


def _kind(lines: list[str], at: int) -> str:
    line = lines[at]
    if line.startswith("```"):
        return line
    if line.startswith(_INDENT):
        return "``` indented"
    if line.startswith("#"):
        return line.split(" ", 1)[0]
    if line.startswith("|"):
        return f"row of {len(_BAR.findall(line)) - 1}"
    return "item" if _ITEM.match(line) else "text"


def _end(lines: list[str], at: int, kind: str) -> int:
    """The line after the block that begins there."""
    if kind.startswith(("#", "row")):
        return at + 1
    if kind.startswith("```") and not kind.endswith("indented"):
        return lines.index("```", at + 1) + 1
    end = at + 1
    while end < len(lines) and _goes_on(lines, end, kind):
        end += 1
    return end


def _goes_on(lines: list[str], at: int, kind: str) -> bool:
    if kind.startswith("```"):
        return lines[at].startswith(_INDENT)
    if not lines[at] or lines[at].startswith(("```", "#", "|")):
        return False
    return not _ITEM.match(lines[at])


def _content(lines: list[str], kind: str) -> tuple[str, ...]:
    if kind.startswith("```"):
        return tuple(lines if kind.endswith("indented") else lines[1:-1])
    first = _ITEM.sub("", lines[0], count=1) if kind == "item" else lines[0].lstrip("# ")
    return (first.strip(), *(line.strip() for line in lines[1:]))


def anchors(file: Path) -> list[str]:
    """What a link may name after "#": one for each heading, in order, as GitHub makes them."""
    titles = [block.text for block in blocks(file) if block.kind.startswith("#")]
    return [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles]
