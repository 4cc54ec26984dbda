"""About a program: who it is, where it lives, what it may ask for; and the bundled licences."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.permissions.scopes import SCOPES, Scope
from miniapp_host.shell.kit.cell import SIDE, Cell, CellGroup, DetailCell
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.kit.program_icon import ProgramFace, ProgramIcon
from miniapp_host.shell.settings.licences_page import LicencesPage
from miniapp_host.texts import Text, Texts

NO_PURPOSE = Text("", "")


@dataclass(frozen=True, slots=True)
class AskedScope:
    """A scope that app.json announces, with the program's purpose for it (may be empty)."""

    scope: Scope
    purpose: Text = NO_PURPOSE


@dataclass(frozen=True, slots=True)
class ProgramDetails:
    """What the phone knows about an open program."""

    face: ProgramFace
    appid: str
    version: str
    """`develop`, `trial` or `release`."""
    folder: Path
    owned: bool = False
    """Whether the folder is the phone's own copy, which goes when the program is deleted."""
    asks: tuple[AskedScope, ...] = ()


def announced_scopes(
    purposes: Mapping[str, Text], private_infos: Collection[str] | None
) -> tuple[AskedScope, ...]:
    """The scopes that app.json names, by `permission` or by `requiredPrivateInfos`."""
    named = set(private_infos or ())
    return tuple(
        AskedScope(scope, purposes.get(scope.id, NO_PURPOSE))
        for scope in SCOPES
        if scope.id in purposes or named & set(scope.interfaces)
    )


def version_name(version: str, texts: Texts) -> str:
    """The version type in the person's words."""
    names = {
        "develop": texts("Development version"),
        "trial": texts("Trial version"),
        "release": texts("Release version"),
    }
    return names.get(version, version)


class AboutPage(Page):
    """Shows `ProgramDetails`; leads to the licences."""

    def __init__(self, screen: QWidget, details: ProgramDetails, texts: Texts) -> None:
        super().__init__(screen, texts("About"), texts("Back"))
        self.setObjectName("aboutPage")
        self._screen = screen
        self._texts = texts
        self._folder = details.folder
        self.body.addLayout(self._heading(details))
        self.body.addWidget(self._facts(details))
        self.body.addWidget(announcements(details.asks, texts))
        hint = texts("Nickname and avatar, and saving to your album, need no announcement.")
        self.body.addLayout(_footnote(hint))
        self.body.addWidget(self._more())
        self.body.addStretch(1)

    def _heading(self, details: ProgramDetails) -> QVBoxLayout:
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout()
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(6)
        column.addWidget(ProgramIcon(details.face, 64), 0, middle)
        column.addSpacing(6)
        column.addWidget(
            PlainLabel(details.face.name, pixels=20, medium=True, lines=2, align=middle)
        )
        version = version_name(details.version, self._texts)
        column.addWidget(PlainLabel(version, pixels=14, tone="fg_1", align=middle))
        return column

    def _facts(self, details: ProgramDetails) -> CellGroup:
        group = CellGroup()
        group.add(DetailCell("AppID", details.appid)).setObjectName("aboutAppid")
        folder = DetailCell(
            self._texts("Folder"),
            str(details.folder),
            trailing=Icon("folder", 20, "fg_2"),
            clickable=True,
        )
        folder.setObjectName("aboutFolder")
        folder.setToolTip(self._texts("Open in the file manager"))
        folder.clicked.connect(self._on_folder_clicked)
        group.add(folder)
        return group

    def _more(self) -> CellGroup:
        group = CellGroup()
        cell = Cell(self._texts("Open-source licences"), clickable=True, chevron=True)
        cell.setObjectName("aboutLicences")
        cell.clicked.connect(self._on_licences_clicked)
        group.add(cell)
        return group

    def _on_folder_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _on_licences_clicked(self) -> None:
        LicencesPage(self._screen, self._texts).open()


def announcements(asks: tuple[AskedScope, ...], texts: Texts) -> CellGroup:
    """What a program says it may ask for, and why."""
    group = CellGroup(texts("It announces that it may ask for"))
    for asked in asks:
        title = texts.of(asked.scope.title)
        group.add(DetailCell(title, texts.of(asked.purpose), leading=Icon(asked.scope.icon)))
    if not asks:
        group.add(Cell(texts("Nothing")))
    return group


def _footnote(text: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(SIDE, 8, SIDE, 8)
    column.addWidget(PlainLabel(text, pixels=12, tone="fg_1", lines=4))
    return column
