"""How large the phone is drawn, as a row of the phone's settings."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from miniapp_host.api.calls.screen import ActionSheet, ModalAnswer
from miniapp_host.shell.kit.cell import Cell, CellGroup
from miniapp_host.shell.settings.appearance import SCALES, Appearance
from miniapp_host.shell.sheets.saving import saved
from miniapp_host.texts import Texts


class SizeCells(CellGroup):
    """The row leads to the sizes; another one is asked about, as the phone starts anew with it."""

    restart_wished = Signal()
    """Another size was chosen and kept."""

    def __init__(self, screen: QWidget, appearance: Appearance, texts: Texts) -> None:
        super().__init__(texts("Size on this screen"))
        self._screen = screen
        self._appearance = appearance
        self._texts = texts
        self._wanted = appearance.scale
        cell = Cell(texts("Size"), note=_said(appearance.scale), clickable=True, chevron=True)
        cell.setObjectName("hostSize")
        cell.clicked.connect(self._on_cell_clicked)
        self.add(cell)

    def _on_cell_clicked(self) -> None:
        from miniapp_host.shell.sheets.action_sheet import ActionSheetDialog

        current = SCALES.index(self._appearance.scale)
        sizes = ActionSheet(tuple(_said(percent) for percent in SCALES), current=current)
        sheet = ActionSheetDialog(self._screen, sizes, self._texts)
        sheet.chosen.connect(self._on_sheet_chosen)
        sheet.open()

    def _on_sheet_chosen(self, choice: int | None) -> None:
        if choice is None or SCALES[choice] == self._appearance.scale:
            return
        self._wanted = SCALES[choice]
        self._ask()

    def _ask(self) -> None:
        from miniapp_host.shell.sheets.host_modals import question
        from miniapp_host.shell.sheets.modal import ModalDialog

        title = self._texts("Start anew at {size}?", size=_said(self._wanted))
        content = self._texts("The phone closes and opens in its new size. What is stored stays.")
        modal = question(title, content, self._texts("Start anew"), self._texts)
        dialog = ModalDialog(self._screen, modal)
        dialog.answered.connect(self._on_dialog_answered)
        dialog.open()

    def _on_dialog_answered(self, answer: ModalAnswer) -> None:
        change = partial(self._appearance.choose_scale, self._wanted)
        if answer.confirm and saved(change, self._screen, self._texts):
            self.restart_wished.emit()


def _said(percent: int) -> str:
    return f"{percent}%"
