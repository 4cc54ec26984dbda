"""One row of a form: what is asked, and the field for it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from miniapp_host.shell.kit.label import PlainLabel

_LABEL = 104


class FormRow(QWidget):
    """A label before a control, which it names; below the label a `note` in small grey words."""

    def __init__(self, label: str, control: QWidget, note: str = "") -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(label, pixels=15))
        if note:
            words.addWidget(PlainLabel(note, pixels=12, tone="fg_1"))
        holder = QWidget()
        holder.setFixedWidth(_LABEL)
        holder.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        control.setAccessibleName(label)
        if note:
            control.setAccessibleDescription(note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(holder)
        row.addWidget(control, 1)
