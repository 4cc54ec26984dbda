"""The menu of a program in the launcher, and the questions before what can't be undone."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.home.launcher_model import Role
from miniapp_host.texts import Texts

if TYPE_CHECKING:
    from miniapp_host.api.calls.screen import Modal, ModalAnswer


class Verb(Enum):
    """What can be done with a program; the values are the words of the menu."""

    OPEN = "Open"
    OPEN_AT_PAGE = "Open at a page…"
    START_AS = "Start as…"
    RESTART = "Restart"
    ASK_AGAIN = "Ask again…"
    CLEAR_DATA = "Clear data…"
    CLOSE = "Close"
    DELETE = "Delete"


_WHILE_IT_RUNS = (Verb.RESTART, Verb.CLOSE)


class ProgramMenu(QObject):
    """Offers the verbs over `launcher`; only deleting and clearing data are asked about first."""

    wished = Signal(str, Verb)
    """The person wants this done with the program of that id."""

    def __init__(self, launcher: QWidget, texts: Texts) -> None:
        super().__init__(launcher)
        self._launcher = launcher
        self._texts = texts
        self._asked = QPersistentModelIndex()
        self._verbs: tuple[Verb, ...] = ()
        self._doubtful = Verb.DELETE

    def open(self, index: QModelIndex) -> None:
        """Show the menu of the program in that row."""
        from miniapp_host.api.calls.screen import ActionSheet
        from miniapp_host.shell.sheets.action_sheet import ActionSheetDialog

        self._asked = QPersistentModelIndex(index)
        runs = bool(index.data(Role.RUNNING))
        self._verbs = tuple(verb for verb in Verb if runs or verb not in _WHILE_IT_RUNS)
        items = tuple(self._texts(verb.value) for verb in self._verbs)
        name: str = index.data(Role.NAME)
        offered = ActionSheet(items, alert_text=name, destructive=len(items) - 1)
        sheet = ActionSheetDialog(self._launcher, offered, self._texts)
        sheet.chosen.connect(self._on_sheet_chosen)
        sheet.open()

    def ask_before_deleting(self, index: QModelIndex) -> None:
        """Ask whether the program in that row is to go."""
        from miniapp_host.shell.sheets.delete_question import delete_question

        owned = bool(index.data(Role.OWNED))
        self._asked = QPersistentModelIndex(index)
        self._ask(Verb.DELETE, delete_question(self._name(), owned=owned, texts=self._texts))

    def _name(self) -> str:
        return str(self._asked.data(Role.NAME))

    def _on_sheet_chosen(self, choice: int | None) -> None:
        if choice is None or not self._asked.isValid():
            return
        match self._verbs[choice]:
            case Verb.DELETE:
                self.ask_before_deleting(self._asked.model().index(self._asked.row(), 0))
            case Verb.CLEAR_DATA:
                from miniapp_host.shell.sheets.clear_question import clear_question

                self._ask(Verb.CLEAR_DATA, clear_question(self._name(), self._texts))
            case verb:
                self._wish(verb)

    def _ask(self, verb: Verb, question: "Modal") -> None:
        from miniapp_host.shell.sheets.modal import ModalDialog

        self._doubtful = verb
        dialog = ModalDialog(self._launcher, question)
        dialog.answered.connect(self._on_question_answered)
        dialog.open()

    def _on_question_answered(self, answer: "ModalAnswer") -> None:
        if answer.confirm:
            self._wish(self._doubtful)

    def _wish(self, verb: Verb) -> None:
        """Says what is wished for; nothing if the program has gone meanwhile."""
        if self._asked.isValid():
            self.wished.emit(self._asked.data(Role.FACE).id, verb)
