"""The row in which a person types a new key and its value."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from miniapp_host.shell.inspector.filter_field import ToolField
from miniapp_host.shell.inspector.tool_button import ToolTextButton
from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.texts import Texts

HEIGHT = 40


class NewEntry(QWidget):
    """Says `given` with key and text; Escape hides it."""

    given = Signal(str, str)

    def __init__(self, panel: str, texts: Texts) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self._key = ToolField(f"{panel}NewKey", texts("Key"), texts)
        self._value = ToolField(f"{panel}NewValue", texts("Value: a text, or JSON"), texts)
        for field in (self._key, self._value):
            field.write_code()
        add = ToolTextButton(f"{panel}AddEntry", texts("Add"))
        add.clicked.connect(self._on_add_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._key, 1)
        row.addWidget(self._value, 2)
        row.addWidget(add)

    def begin(self) -> None:
        """Show the row, empty, with the focus in its first field."""
        self._key.set_text("")
        self._value.set_text("")
        self.show()
        self._key.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.hide()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._on_add_clicked()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme_of(self).bg_1))
        paint_hairline(painter, theme_of(self), 0, self.height() - 0.5, self.width())

    def _on_add_clicked(self) -> None:
        if self._key.text:
            self.given.emit(self._key.text, self._value.text)
