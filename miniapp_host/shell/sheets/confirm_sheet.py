"""A sheet of the host's own that says what a program wants done, and asks.

The program's words are plain text under our labels, so that none can pass for the host's.
A view of one Confirmation.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from miniapp_host.api.calls.screen import Confirmation
from miniapp_host.permissions.prompts import plain_text
from miniapp_host.shell.kit.buttons import Button, Kind
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.sheet import HalfSheet
from miniapp_host.texts import Texts

_LONGEST_FACT = 400


class ConfirmSheet(HalfSheet):
    """Says once whether the person agreed; Esc and a click on the mask count as no."""

    answered = Signal(bool)

    def __init__(self, screen: QWidget, what: Confirmation, texts: Texts) -> None:
        super().__init__(screen, title=texts.of(what.title))
        self.setObjectName("confirmSheet")
        self.what = what
        self._spent = False
        facts = _facts([(texts.of(label), value) for label, value in what.facts])
        self.body.addWidget(facts)
        if texts.of(what.note):
            self.body.addSpacing(16)
            note = PlainLabel(texts.of(what.note), pixels=12, tone="fg_1", lines=3)
            note.setObjectName("confirmNote")
            self.body.addWidget(note)
        self._add_button("confirmNo", texts.of(what.cancel), Kind.DEFAULT).clicked.connect(
            self.reject
        )
        self._add_button("confirmYes", texts.of(what.confirm), Kind.PRIMARY).clicked.connect(
            self.accept
        )

    def accept(self) -> None:
        self._answer(agreed=True)

    def reject(self) -> None:
        self._answer(agreed=False)

    def _add_button(self, name: str, text: str, kind: Kind) -> Button:
        button = Button(text, kind)
        button.setObjectName(name)
        button.setMinimumWidth(120)
        button.setMaximumWidth(184)
        self.footer.addWidget(button)
        return button

    def _answer(self, *, agreed: bool) -> None:
        if self._spent:
            return
        self._spent = True
        self.answered.emit(agreed)
        self.leave()


def _facts(facts: list[tuple[str, str]]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    labels = [PlainLabel(label, pixels=15, tone="fg_1") for label, _ in facts]
    widest = max((label.sizeHint().width() for label in labels), default=0)
    for row, (label, (_, value)) in enumerate(zip(labels, facts, strict=True)):
        label.setFixedWidth(widest)
        fact = PlainLabel(plain_text(value, _LONGEST_FACT), pixels=15, lines=4)
        fact.setObjectName(f"fact_{row}")
        grid.addWidget(label, row, 0, top)
        grid.addWidget(fact, row, 1)
    return holder
