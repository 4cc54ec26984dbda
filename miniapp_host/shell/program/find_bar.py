"""The bar over a page in which the person types what to find in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from miniapp_host.shell.kit.band import Band
from miniapp_host.shell.kit.field import Field
from miniapp_host.shell.kit.icon import IconButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.texts import Texts

HEIGHT = 48
_BACKWARDS = Qt.KeyboardModifier.ShiftModifier


class FindBar(Band):
    """Enter finds the next place, Shift+Enter the one before; Escape closes the bar."""

    search_wished = Signal(str, bool)
    """Find this text; forward or backward. An empty text takes all marks away."""

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setFixedHeight(HEIGHT)
        self._texts = texts
        self._field = Field("findField", texts("Find in the page"), texts, icon="search")
        self._field.leave_escape()
        self._field.text_changed.connect(self._on_field_text_changed)
        self._count = PlainLabel(pixels=12, tone="fg_1")
        self._count.setObjectName("findCount")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 4, 0)
        row.setSpacing(2)
        row.addWidget(self._field, 1)
        row.addSpacing(4)
        row.addWidget(self._count)
        for icon, key, name, slot in (
            ("chevron-up", "findPrevious", texts("Previous"), self._on_previous_clicked),
            ("chevron-down", "findNext", texts("Next"), self._on_next_clicked),
            ("close", "findClose", texts("Close"), self.close_bar),
        ):
            button = IconButton(icon, name, size=16, reach=32)
            button.setObjectName(key)
            button.clicked.connect(slot)
            row.addWidget(button)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar and find again what stands in it."""
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search(forward=True)

    def close_bar(self) -> None:
        """Hide the bar, and give the focus back to what holds it."""
        self.search_wished.emit("", True)
        self.hide()
        holder = self.parentWidget()
        if holder is not None:
            holder.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_anew(self) -> None:
        """Another page is in front: count in it what stands in the bar, from its first place on."""
        if self.isVisible() and self._field.text:
            self.search_wished.emit("", True)  # else Chromium goes to the next place
            self._search(forward=True)

    def show_found(self, active: int, count: int) -> None:
        """Say at which of how many places the page stands, counted from 1; 0 of 0 for none."""
        words = f"{active}/{count}" if count else self._texts("none")
        self._count.setText(words if self._field.text else "")
        self._field.mark_wrong(not count and bool(self._field.text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._search(forward=not event.modifiers() & _BACKWARDS)
        else:
            super().keyPressEvent(event)

    def _search(self, *, forward: bool) -> None:
        self.search_wished.emit(self._field.text, forward)

    def _on_field_text_changed(self, _text: str) -> None:
        self._search(forward=True)

    def _on_previous_clicked(self) -> None:
        self._search(forward=False)

    def _on_next_clicked(self) -> None:
        self._search(forward=True)
