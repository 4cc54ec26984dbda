"""The phone's home: the installed programs, a search, adding a folder, the host's settings."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from miniapp_host.shell.home.launcher_model import LauncherModel, Role
from miniapp_host.shell.home.program_choice import ProgramChoice
from miniapp_host.shell.home.program_list import FOOT, ProgramList
from miniapp_host.shell.home.program_menu import ProgramMenu, Verb
from miniapp_host.shell.kit.buttons import Button, Kind, LinkButton
from miniapp_host.shell.kit.field import Field
from miniapp_host.shell.kit.icon import Icon, IconButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.spoken_screen import SpokenScreen
from miniapp_host.shell.kit.status_bar import StatusBar
from miniapp_host.texts import Texts

if TYPE_CHECKING:
    from miniapp_host.shell.home.first_steps_card import Beacon, FirstStepsCard

_SIDE = 16


class Launcher(SpokenScreen):
    """Shows a `LauncherModel`; signals tell what the person wants."""

    program_chosen = Signal(str)
    folder_chosen = Signal(Path)
    """The folder of a program, or its archive."""
    wished = Signal(str, Verb)
    """What the person wants done with the program of that id, from its menu."""
    samples_requested = Signal()
    settings_requested = Signal()

    def __init__(self, model: LauncherModel, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("launcher")
        self.setAccessibleName(texts("Mini Programs"))
        self._column = QVBoxLayout(self)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self._texts = texts
        self._model = model
        self._menu = ProgramMenu(self, texts)
        self._menu.wished.connect(self.wished)
        self._choice = ProgramChoice(self, texts)
        self._choice.chosen.connect(self.folder_chosen)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(model)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list = ProgramList(self._found, texts)
        self._search = Field("launcherSearch", texts("Search"), texts, icon="search")
        self._heading = PlainLabel(texts("Recently used"), pixels=14, tone="fg_1")
        self._nothing = _Nothing(texts)
        self._empty = _Empty(texts)
        self._samples = LinkButton(texts("Bring back the sample programs"))
        self._samples.setObjectName("bringBackSamples")
        self._foot = _foot_with(self._samples)
        self._notes = QVBoxLayout()
        self.hint: FirstStepsCard | None = None
        self._beacon: Beacon | None = None
        self._stack()
        self._connect_parts()
        self.set_samples_missing(False)

    @property
    def list(self) -> ProgramList:
        """The list of programs."""
        return self._list

    def set_samples_missing(self, missing: bool) -> None:
        """Whether to offer the sample programs again."""
        self._empty.offer_samples(missing)
        self._show_what_there_is()

    def say_nothing_is_kept(self) -> None:
        """Tell above the list that all is gone when the phone closes."""
        words = self._texts("Nothing is kept after this phone closes.")
        note = PlainLabel(words, pixels=14, tone="fg_1", lines=2)
        note.setObjectName("nothingKept")
        self._notes.setContentsMargins(_SIDE, 0, _SIDE, 8)
        self._notes.addWidget(note)

    def set_hint(self, hint: "FirstStepsCard | None") -> None:
        """Show this hint at the foot instead of the one before; None takes it away."""
        for old in (self.hint, self._beacon):
            if old is not None:
                old.hide()
                old.deleteLater()
        self.hint, self._beacon = hint, None
        if hint is None:
            return
        self._column.addWidget(hint)
        self._light(hint.points_at)
        self._show_what_there_is()

    def _light(self, name: str) -> None:
        """Puts a ring around the button of that object name, if there is one."""
        from miniapp_host.shell.home.first_steps_card import Beacon

        meant = self.findChild(QWidget, name) if name else None
        if meant is not None:
            self._beacon = Beacon(meant)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.hint is not None and self.hint.isVisible():
            self.hint.leave()
        else:
            super().keyPressEvent(event)

    def _stack(self) -> None:
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(StatusBar())
        column.addLayout(self._title_row())
        column.addLayout(self._notes)
        for part, above, below in ((self._search, 4, 8), (self._heading, 8, 8)):
            row = QHBoxLayout()
            row.setContentsMargins(_SIDE, above, _SIDE, below)
            row.addWidget(part)
            column.addLayout(row)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._foot)

    def _title_row(self) -> QHBoxLayout:
        add = IconButton("plus", self._texts("Add a mini program"))
        add.setObjectName("addFolder")
        add.clicked.connect(self._choice.ask)
        gear = IconButton("gear", self._texts("Phone settings"))
        gear.setObjectName("hostSettings")
        gear.clicked.connect(self.settings_requested)
        row = QHBoxLayout()
        row.setContentsMargins(_SIDE, 4, 8, 8)
        row.setSpacing(4)
        title = PlainLabel(self._texts("Mini Programs"), pixels=22, medium=True)
        row.addWidget(title, 1)
        row.addWidget(add)
        row.addWidget(gear)
        return row

    def _connect_parts(self) -> None:
        self._search.text_changed.connect(self._on_search_text_changed)
        self._list.program_chosen.connect(self._on_list_program_chosen)
        self._list.more_requested.connect(self._on_list_more_requested)
        self._list.delete_requested.connect(self._on_list_delete_requested)
        self._empty.folder_clicked.connect(self._choice.ask)
        self._empty.samples_clicked.connect(self.samples_requested)
        self._samples.clicked.connect(self.samples_requested)
        for model in (self._model, self._found):
            model.rowsInserted.connect(self._show_what_there_is)
            model.rowsRemoved.connect(self._show_what_there_is)

    # Finding

    def _on_search_text_changed(self, text: str) -> None:
        self._found.setFilterFixedString(text.strip())
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        installed, found = self._model.rowCount() > 0, self._found.rowCount() > 0
        self._search.setVisible(installed)
        self._heading.setVisible(found)
        self._list.setVisible(found)
        self._nothing.setVisible(installed and not found)
        self._empty.setVisible(not installed)
        self._foot.setVisible(found and self._empty.offers_samples)
        if self.hint is not None:
            self.hint.setVisible(installed)

    # Choosing

    def _on_list_program_chosen(self, index: QModelIndex) -> None:
        self.program_chosen.emit(index.data(Role.FACE).id)

    def _on_list_more_requested(self, index: QModelIndex) -> None:
        self._menu.open(index)

    def _on_list_delete_requested(self, index: QModelIndex) -> None:
        self._menu.ask_before_deleting(index)


def _foot_with(button: QWidget) -> QWidget:
    """The widget below the list with this button; a list without it ends at the screen's edge."""
    foot = QWidget()
    row = QHBoxLayout(foot)
    row.setContentsMargins(0, 0, 0, FOOT)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
    return foot


class _Nothing(QWidget):
    """Shown when no program has the name that is searched for."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.setObjectName("nothingFound")
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 72, _SIDE, 0)
        words = texts("No mini program of that name")
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(PlainLabel(words, pixels=14, tone="fg_1", lines=2, align=middle))
        column.addStretch(1)


class _Empty(QWidget):
    """Shown when there is no program: it says how to add one."""

    folder_clicked = Signal()
    samples_clicked = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.setObjectName("launcherEmpty")
        self.offers_samples = False
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 0, 40, 0)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(Icon("samples", 64, "fg_2"), 0, middle)
        column.addSpacing(20)
        column.addWidget(
            PlainLabel(texts("No mini programs yet"), medium=True, lines=2, align=middle)
        )
        column.addSpacing(8)
        words = texts("Open the folder or the .zip of a mini program, or drop it here.")
        column.addWidget(PlainLabel(words, pixels=14, tone="fg_1", lines=3, align=middle))
        column.addSpacing(32)
        folder = Button(texts("Add a mini program"), Kind.PRIMARY)
        folder.setObjectName("emptyAddFolder")
        folder.clicked.connect(self.folder_clicked)
        self._samples = Button(texts("Bring back the sample programs"))
        self._samples.setObjectName("emptyBringBackSamples")
        self._samples.clicked.connect(self.samples_clicked)
        column.addWidget(folder)
        column.addSpacing(12)
        column.addWidget(self._samples)
        column.addStretch(3)

    def offer_samples(self, offered: bool) -> None:
        """Whether the sample programs can be brought back."""
        self.offers_samples = offered
        self._samples.setVisible(offered)
