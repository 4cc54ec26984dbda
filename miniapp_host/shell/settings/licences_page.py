"""The notices of everything bundled with the host."""

import re
from pathlib import Path

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from miniapp_host.paths import runtime_dir
from miniapp_host.shell.kit.cell import SIDE
from miniapp_host.shell.kit.focus_ring import FocusRing
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.kit.scroll import ThinBar
from miniapp_host.shell.kit.theme import font, tone_of
from miniapp_host.texts import Texts

_SHORT = 55
"""A line this short ended because its writer ended it."""
_OWN_LINE = ("", " ", "\t")
_ITEM = re.compile(r"[-*=•]|\(?\w{1,3}[.)] ")


class LicencesPage(Page):
    """The notices of everything bundled with the host, as one long text."""

    def __init__(self, screen: QWidget, texts: Texts, file: Path | None = None) -> None:
        super().__init__(screen, texts("Open-source licences"), texts("Back"))
        self.setObjectName("licencesPage")
        notices = _notices(file or runtime_dir() / "NOTICES.txt")
        if notices is None:
            missing = texts(
                "The notices are missing from this installation: "
                "they are made when the package is built."
            )
            label = PlainLabel(missing, pixels=14, tone="fg_1", lines=0)
            label.setObjectName("noticesMissing")
            label.setContentsMargins(0, 0, 0, 0)
            column = QVBoxLayout()
            column.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
            column.addWidget(label)
            self.body.addLayout(column)
            self.body.addStretch(1)
            return
        self.body.setContentsMargins(0, 0, 0, 0)
        view = _notices_view(notices, self)
        view.setAccessibleName(texts("Open-source licences"))
        self.body.addWidget(view)


def _notices(file: Path) -> str | None:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def unwrapped(notices: str) -> str:
    """`notices` with each paragraph on one line, so that only the screen breaks lines.

    A line that is indented, begins as an item of a list does, or is a rule stays as it is.
    """
    lines: list[str] = []
    joins = False
    for line in notices.split("\n"):
        if joins and line[:1] not in _OWN_LINE and not _ITEM.match(line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
        joins = len(line) > _SHORT and any(map(str.isalnum, line))
    return "\n".join(lines)


def _notices_view(notices: str, page: QWidget) -> QPlainTextEdit:
    view = QPlainTextEdit(unwrapped(notices))
    view.setObjectName("notices")
    view.setReadOnly(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    ThinBar(view)
    FocusRing(view)
    view.setFont(font(12))
    view.document().setDocumentMargin(SIDE)
    colours = view.palette()
    colours.setColor(QPalette.ColorRole.Text, tone_of(page, "fg_0"))
    view.setPalette(colours)
    return view
