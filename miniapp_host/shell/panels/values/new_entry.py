"""The row in which a person types a new entry of a program's values: its key and its value."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from miniapp_host.shell.inspector.filter_field import ToolField
from miniapp_host.shell.inspector.tool_band import ToolBand
from miniapp_host.shell.inspector.tool_button import ToolTextButton
from miniapp_host.shell.inspector.value_model import Path
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.pressable import ENTER_KEYS
from miniapp_host.texts import Texts


@dataclass(frozen=True)
class Addition:
    """What the person typed: a `text` to stand under `key` in the object at `into`.

    Without a key it goes to the end of the list at `into`.
    """

    into: Path
    key: str | None
    text: str


class NewEntry(ToolBand):
    """Says `given` with what was typed, and stays for more."""

    given = Signal(Addition)

    def __init__(self, panel: str, texts: Texts) -> None:
        super().__init__()
        self._into: Path = ()
        self._texts = texts
        self._where = PlainLabel(pixels=13, tone="fg_1")
        self._where.setObjectName(f"{panel}NewPlace")
        self._key = ToolField(f"{panel}NewKey", texts("Key"), texts)
        self._value = ToolField(f"{panel}NewValue", texts("Value: a text, or JSON"), texts)
        for field in (self._key, self._value):
            field.write_code()
        add = ToolTextButton(f"{panel}AddEntry", texts("Add"))
        add.clicked.connect(self._on_add_clicked)
        self.row.addWidget(self._where)
        self.row.addWidget(self._key, 1)
        self.row.addWidget(self._value, 2)
        self.row.addWidget(add)

    def begin(self, into: Path, *, at_end: bool) -> None:
        """Show the row, empty; it is for the object at `into`, or for the end of a list there."""
        self._into = into
        where = " › ".join(str(key).strip() for key in into)
        self._where.setText(self._texts("In {place}", place=where) if into else "")
        self._where.setVisible(bool(into))
        self._key.setVisible(not at_end)
        self._key.set_text("")
        self._value.set_text("")
        self.show()
        (self._value if at_end else self._key).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self._on_add_clicked()
        else:
            super().keyPressEvent(event)

    def _on_add_clicked(self) -> None:
        at_end = self._key.isHidden()
        if at_end or self._key.text:
            key = None if at_end else self._key.text
            self.given.emit(Addition(self._into, key, self._value.text))
