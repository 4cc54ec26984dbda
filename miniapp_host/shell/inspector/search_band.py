"""The row in which the person types what to look for among a table's rows, hiding none of them."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.inspector.filter_field import ToolField
from miniapp_host.shell.inspector.row_search import RowSearch, Says
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.inspector.tool_band import ToolBand
from miniapp_host.shell.inspector.tool_button import ToolButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.pressable import ENTER_KEYS
from miniapp_host.texts import Texts

_BACKWARDS = Qt.KeyboardModifier.ShiftModifier
NEXT = QKeySequence(Qt.Key.Key_F3)
_PREVIOUS = QKeySequence(QKeyCombination(_BACKWARDS, Qt.Key.Key_F3))


class SearchBand(ToolBand):
    """Enter and F3 go on, with Shift back; Escape closes it and leaves the keys to the table."""

    def __init__(self, panel: QWidget, name: str, table: Table, says: Says, texts: Texts) -> None:
        """Its parts are named NAMESearch, …; F3 works in the whole `panel`."""
        super().__init__()
        self._table = table
        self._search = RowSearch(table, says)
        self._search.ended.connect(self._on_search_ended)
        self._field = ToolField(f"{name}Search", texts("Find"), texts, icon="search")
        self._field.leave_escape()
        self._field.text_changed.connect(self._on_field_text_changed)
        self._none = PlainLabel(texts("none"), pixels=12, tone="error_ink")
        self._none.setObjectName(f"{name}SearchNone")
        self._none.hide()
        self.row.addWidget(self._field, 1)
        self.row.addWidget(self._none)
        for icon, key, title, slot in (
            ("chevron-up", "Previous", texts("Previous"), self._go_back),
            ("chevron-down", "Next", texts("Next"), self._go_on),
            ("close", "Close", texts("Close"), self.hide),
        ):
            button = ToolButton(icon, title)
            button.setObjectName(f"{name}Search{key}")
            button.clicked.connect(slot)
            self.row.addWidget(button)
        for sequence, slot in ((NEXT, self._go_on), (_PREVIOUS, self._go_back)):
            shortcut = QShortcut(sequence, panel)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def begin(self) -> None:
        """Show the row with the focus in its field."""
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self._find(forward=not event.modifiers() & _BACKWARDS)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Gives the keys to the table, where Qt would pass them to whatever comes next."""
        super().hideEvent(event)
        if not event.spontaneous() and self._table.isVisible():
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self, *, forward: bool, here: bool = False) -> None:
        """Goes to the next place, or lets the person type first what to look for."""
        if self.isHidden():
            self.begin()
        elif self._field.text:
            self._search.find(self._field.text, forward=forward, here=here)
        else:
            self._on_search_ended(found=True)

    def _go_on(self) -> None:
        self._find(forward=True)

    def _go_back(self) -> None:
        self._find(forward=False)

    def _on_field_text_changed(self, _text: str) -> None:
        self._find(forward=True, here=True)

    def _on_search_ended(self, found: bool) -> None:
        self._none.setVisible(not found)
        self._field.mark_wrong(not found)
