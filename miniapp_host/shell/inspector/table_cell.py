"""What a model of the inspector says of one cell, so that every table and tree looks alike."""

from dataclasses import dataclass
from enum import Enum, IntEnum

from PySide6.QtCore import Qt

from miniapp_host.shell.kit.theme import Tone


class Role(IntEnum):
    """The roles of the inspector's models beside Qt's own."""

    RECORD = Qt.ItemDataRole.UserRole
    """What the row shows, whole."""
    CELL = Qt.ItemDataRole.UserRole + 1
    """A `TableCell`; without one a cell is its text."""


class Cut(Enum):
    """The part of a text that is left out when it does not fit."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell: a text of one line, and how it is drawn."""

    text: str
    tone: Tone = "fg_0"
    dot: Tone | None = None
    """The colour of a dot before the text; the text says the same in words."""
    icon: str = ""
    gutter: bool = False
    """Whether the room of an icon stays free without one, so that texts stand below each other."""
    code: bool = False
    """Whether it is drawn in a fixed-width font."""
    link: bool = False
    """Whether a click on it leads somewhere; the table says `link_clicked`."""
    right: bool = False
    """Whether it stands at the right, as numbers do."""
    cut: Cut = Cut.MIDDLE
    """What is left out of a text that is too long."""
