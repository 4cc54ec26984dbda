"""A group of the device panel: a title, rows of a label and its control, "as delivered".

A card watches its devices between `begin` and `end` only, and shows what they say.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.kit.buttons import LinkButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.texts import Texts

Attempt = Callable[[Callable[[], object]], bool]
"""Does what the person wants and says whether it came about; a failure is told to the person."""
Watch = Callable[[Callable[[Any], None]], Callable[[], None]]

_LABEL = 140
_RADIUS = 8
SIDE = 12


class Card(QWidget):
    """Subclasses fill it once, give `sources` and `refresh`, and `deliver` what is standard."""

    def __init__(self, name: str, title: str, texts: Texts) -> None:
        """`name` is the prefix of object names: the card itself is `card_NAME`."""
        super().__init__()
        self.setObjectName(f"card_{name}")
        self.setAccessibleName(title)
        self.texts = texts
        self._unwatch: list[Callable[[], None]] = []
        self._delivered = LinkButton(texts("As delivered"), pixels=12)
        self._delivered.setObjectName(f"{name}Delivered")
        self._delivered.clicked.connect(self.deliver)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(title, pixels=14, medium=True), 1)
        head.addWidget(self._delivered)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SIDE, 6, SIDE, SIDE)
        self.column.setSpacing(8)
        self.column.addLayout(head)

    def sources(self) -> tuple[Watch, ...]:
        """The devices whose news redraw the card."""
        return ()

    def refresh(self) -> None:
        """Show what the devices say now."""

    def deliver(self) -> None:
        """Put everything in it back to how a new phone has it."""

    def mentions(self, word: str) -> bool:
        """Whether a casefolded word stands in the card: in its title, labels or controls."""
        parts = self.findChildren(QWidget)
        said = (part.text() for part in parts if isinstance(part, PlainLabel | QAbstractButton))
        named = (part.accessibleName() for part in parts)
        return any(word in text.casefold() for text in (self.accessibleName(), *said, *named))

    def begin(self) -> None:
        """The card is seen from now on."""
        self._unwatch = [bound_watch(self, watch, self._on_news) for watch in self.sources()]
        self.refresh()

    def end(self) -> None:
        """The card is not seen any more."""
        for unwatch in self._unwatch:
            unwatch()
        self._unwatch = []

    def hide_delivered(self) -> None:
        """Offer no way back: there is nothing that a new phone has here."""
        self._delivered.hide()

    def add_row(self, label: str, *controls: QWidget, stretch: bool = False) -> None:
        """Add a label and its controls; the last one takes the room if `stretch`."""
        row = QHBoxLayout()
        row.setSpacing(6)
        words = PlainLabel(label, pixels=14, tone="fg_1")
        words.setFixedWidth(_LABEL)
        row.addWidget(words)
        for at, control in enumerate(controls):
            row.addWidget(control, int(stretch and at + 1 == len(controls)))
        if not stretch:
            row.addStretch(1)
        self.column.addLayout(row)

    def add(self, part: QWidget | QLayout) -> None:
        """Add what needs the whole width."""
        if isinstance(part, QLayout):
            self.column.addLayout(part)
        else:
            self.column.addWidget(part)

    def _on_news(self, _news: object) -> None:
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.bg_5 if theme.dark else theme.bg_2))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)


def row_of(*widgets: QWidget, last_takes_room: bool = False) -> QHBoxLayout:
    """The widgets side by side, as a row of their own."""
    row = QHBoxLayout()
    row.setSpacing(6)
    for at, widget in enumerate(widgets):
        row.addWidget(widget, int(last_takes_room and at + 1 == len(widgets)))
    if not last_takes_room:
        row.addStretch(1)
    return row
