"""The base of every panel: a row of tools, a body, and a note while there is nothing to show.

A panel watches its owners between `begin` and `end` only: it costs nothing while nobody sees it.
"""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from miniapp_host.shell.inspector.empty_note import EmptyNote
from miniapp_host.shell.inspector.tool_row import ToolRow
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.texts import Texts


class Panel(QWidget):
    """Subclasses add to `tools`, give `set_body` their widget, and fill in `begin` and `end`."""

    counted = Signal(int)
    """The number that the panel's tab shows."""

    def __init__(self, name: str, title: str, texts: Texts) -> None:
        """`name` is the prefix of object names: the panel itself is `panel_NAME`."""
        super().__init__()
        self.setObjectName(f"panel_{name}")
        self.setAccessibleName(title)
        self.texts = texts
        self.tools = ToolRow(name, texts)
        self._empty = EmptyNote(name)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._seen = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.tools)
        self._column.addWidget(self._stack, 1)

    def begin(self) -> None:
        """The panel is seen from now on: watch the owners, and show how things are."""

    def end(self) -> None:
        """The panel is not seen any more: stop watching."""

    def set_body(self, body: QWidget) -> None:
        """Set what is shown below the tools."""
        self._stack.addWidget(body)
        self._stack.setCurrentWidget(body)

    def add_band(self, band: QWidget) -> None:
        """Add what stands between tools and body, also while there is nothing to show."""
        self._column.insertWidget(1, band)

    def add_foot(self, foot: QWidget) -> None:
        """Add what stands below the body, also while there is nothing to show."""
        self._column.addWidget(foot)

    def say_empty(self, title: str, hint: str) -> None:
        """Set what stands in the panel while it is empty."""
        self._empty.say(title, hint)

    def show_empty(self, empty: bool) -> None:
        """Show the note instead of the body, or the body."""
        if empty is not self.is_empty and self._stack.count() > 1:
            self._stack.setCurrentIndex(0 if empty else 1)

    @property
    def is_seen(self) -> bool:
        """Whether the panel watches: it is between `begin` and `end`."""
        return self._seen

    @property
    def is_empty(self) -> bool:
        """Whether the note is shown."""
        return self._stack.currentIndex() == 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.tools.filter is not None and self._filters_with(event):
            self.tools.filter.setFocus()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Takes Ctrl+F for its own filter before it means "find in the page"."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._filters_with(event):
            event.accept()
            return True
        return super().event(event)

    def _filters_with(self, event: QKeyEvent) -> bool:
        finds = event.matches(QKeySequence.StandardKey.Find)
        return finds and self.tools.filter is not None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._seen and not event.spontaneous():
            self._seen = True
            self.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._seen and not event.spontaneous():
            self._seen = False
            self.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme_of(self).bg_2))
