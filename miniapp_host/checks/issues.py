"""One issue of a program: how serious it is, where it is, what to do about it."""

from dataclasses import dataclass
from enum import Enum

from miniapp_host.texts import Sentence

PACKAGE = "package"


class Severity(Enum):
    """An error stops a page, a call or a submission; a warning may; a note is good to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Issue:
    """`where` is the page that was open, or `package` for what the files say by themselves.

    `text` and `remedy` are sentences where the host says them; what a program's script says is not.
    """

    severity: Severity
    file: str
    line: int | None
    text: str
    remedy: str = ""
    where: str = PACKAGE

    @property
    def place(self) -> str:
        """`file:line`, or only one of them."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


def error(file: str, line: int | None, text: str, remedy: Sentence | None = None) -> Issue:
    """An issue that WeChat refuses, or that breaks the program."""
    return Issue(Severity.ERROR, file, line, text, remedy or "")


def warning(file: str, line: int | None, text: str, remedy: Sentence | None = None) -> Issue:
    """An issue that may break the program."""
    return Issue(Severity.WARNING, file, line, text, remedy or "")


def note(file: str, line: int | None, text: str, remedy: Sentence | None = None) -> Issue:
    """Something to know that needs no change."""
    return Issue(Severity.NOTE, file, line, text, remedy or "")
