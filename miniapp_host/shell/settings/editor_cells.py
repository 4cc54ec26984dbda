"""What opens the files of programs, as a row of the phone's settings."""

from functools import partial

from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.screen import ModalAnswer
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.kit.cell import CellGroup, DetailCell
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.settings.editor_choice import EXAMPLE, EditorChoice
from miniapp_host.shell.sheets.saving import saved
from miniapp_host.texts import Texts


class EditorCells(CellGroup):
    """The row leads to a line to write the command in."""

    def __init__(self, screen: QWidget, choice: EditorChoice, texts: Texts) -> None:
        super().__init__(texts("For those who write programs"))
        self._screen = screen
        self._choice = choice
        self._texts = texts
        self._cell: DetailCell | None = None
        self._show(choice)
        bound_watch(self, choice.watch, self._show)

    def _show(self, choice: EditorChoice) -> None:
        if self._cell is not None:
            self._cell.hide()
            self._cell.deleteLater()
        usual = self._texts("The usual editor of this computer")
        chevron = Icon("chevron-right", 16, "fg_2")
        title = self._texts("Open files with")
        self._cell = DetailCell(title, choice.command or usual, trailing=chevron, clickable=True)
        self._cell.setObjectName("hostEditor")
        self._cell.clicked.connect(self._on_cell_clicked)
        self.add(self._cell)

    def _on_cell_clicked(self) -> None:
        self._ask(self._choice.command)

    def _ask(self, written: str) -> None:
        from miniapp_host.shell.sheets.host_modals import text_input
        from miniapp_host.shell.sheets.modal import ModalDialog

        title = self._texts("Open files with")
        modal = text_input(title, written, EXAMPLE, self._texts)
        dialog = ModalDialog(self._screen, modal)
        dialog.write_code()
        dialog.answered.connect(self._on_dialog_answered)
        dialog.open()

    def _on_dialog_answered(self, answer: ModalAnswer) -> None:
        if answer.confirm:
            written = answer.content or ""
            saved(partial(self._choice.choose, written), self._screen, self._texts)
