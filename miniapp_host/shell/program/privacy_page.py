"""The page of wx.openPrivacyContract: the contract is on WeChat's servers, and it says so."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.shell.kit.cell import SIDE
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.program.about_page import ProgramDetails, announcements
from miniapp_host.texts import Texts


class PrivacyPage(Page):
    """Shows what app.json announces instead of the contract's text."""

    def __init__(self, screen: QWidget, details: ProgramDetails, texts: Texts) -> None:
        super().__init__(screen, texts("Privacy contract"), texts("Back"))
        self.setObjectName("privacyPage")
        why = texts(
            "WeChat keeps the privacy contract of “{name}”; this phone does not have it. "
            "This is what the program itself announces.",
            name=details.face.name,
        )
        column = QVBoxLayout()
        column.setContentsMargins(SIDE, 20, SIDE, 8)
        column.addWidget(PlainLabel(why, pixels=15, lines=0))
        self.body.addLayout(column)
        self.body.addWidget(announcements(details.asks, texts))
        self.body.addStretch(1)
