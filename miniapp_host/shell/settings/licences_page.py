"""The notices of everything bundled with the host."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from miniapp_host.paths import runtime_dir
from miniapp_host.shell.kit.cell import SIDE
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.kit.scroll import ThinBar
from miniapp_host.shell.kit.theme import tone_of
from miniapp_host.texts import Texts


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
        self.body.addWidget(_notices_view(notices, self))


def _notices(file: Path) -> str | None:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _notices_view(notices: str, page: QWidget) -> QPlainTextEdit:
    view = QPlainTextEdit(notices)
    view.setObjectName("notices")
    view.setReadOnly(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    ThinBar(view)
    face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    face.setPixelSize(10)
    view.setFont(face)
    view.document().setDocumentMargin(SIDE)
    colours = view.palette()
    colours.setColor(QPalette.ColorRole.Text, tone_of(page, "fg_0"))
    view.setPalette(colours)
    return view
