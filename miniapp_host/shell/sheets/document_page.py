"""The page of wx.openDocument: it names the document, whose content this phone can't show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.permissions.prompts import plain_text
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page
from miniapp_host.texts import Texts

_SIDE = 32
_ICON = 64


class DocumentPage(Page):
    """Shows name and size (bytes) of a document."""

    def __init__(self, screen: QWidget, texts: Texts, name: str, size: int) -> None:
        super().__init__(screen, texts("Document"), texts("Back"))
        self.setObjectName("documentPage")
        self.body.addStretch(1)
        kilobytes = f"{max(1, round(size / 1024))} KB"
        self.body.addLayout(_words(plain_text(name, 200), kilobytes, texts))
        self.body.addStretch(2)


def _words(name: str, size: str, texts: Texts) -> QVBoxLayout:
    middle = Qt.AlignmentFlag.AlignHCenter
    column = QVBoxLayout()
    column.setContentsMargins(_SIDE, 0, _SIDE, 0)
    column.setSpacing(8)
    column.addWidget(Icon("document", _ICON, "fg_2"), 0, middle)
    column.addWidget(PlainLabel(name, medium=True, lines=3, align=middle))
    column.addWidget(PlainLabel(size, pixels=14, tone="fg_1", align=middle))
    column.addSpacing(8)
    note = texts("This phone does not show documents.")
    column.addWidget(PlainLabel(note, pixels=14, tone="fg_1", lines=2, align=middle))
    return column
