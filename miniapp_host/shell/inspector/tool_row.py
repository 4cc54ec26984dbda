"""A panel's row of tools: filter and chips at the left, buttons at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from miniapp_host.shell.inspector.filter_field import FilterField
from miniapp_host.shell.inspector.tool_button import ToolButton, ToolChip
from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.texts import Texts

HEIGHT = 36
_CHIPS_MARGIN = 4


class ToolRow(QWidget):
    """Tools are added left to right; `panel` is the prefix of their object names."""

    filter_changed = Signal(str)
    """The person typed in the filter field."""

    def __init__(self, panel: str, texts: Texts) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self._panel = panel
        self._texts = texts
        self.filter: FilterField | None = None
        self._at_left = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 6, 0)
        self._row.setSpacing(4)
        self._row.addStretch(1)

    def add_filter(self) -> FilterField:
        """Add the field to filter with, named PANELFilter."""
        self.filter = FilterField(f"{self._panel}Filter", self._texts)
        self.filter.text_changed.connect(self.filter_changed)
        self._row.insertWidget(0, self.filter, 3)
        self._at_left += 1
        return self.filter

    def add_chips(self, labels: dict[str, str], *, exclusive: bool = False) -> "Chips":
        """Add a word to choose for each key of `labels`, named PANEL_KEY."""
        chips = Chips(self._panel, labels, exclusive=exclusive)
        self._insert(chips)
        return chips

    def add_widget(self, widget: QWidget) -> None:
        """Add any widget after what was added before, as far from the filter as chips are."""
        if self.filter is not None and self._at_left == 1:
            self._row.insertSpacing(1, _CHIPS_MARGIN)
            self._at_left += 1
        self._insert(widget)

    def add_button(self, icon: str, key: str, label: str, shortcut: str = "") -> ToolButton:
        """Add a button at the right, named PANELKey; `shortcut` is the key that does the same."""
        button = ToolButton(icon, label, key=shortcut)
        button.setObjectName(f"{self._panel}{key}")
        self._row.addWidget(button)
        return button

    def _insert(self, widget: QWidget) -> None:
        self._row.insertWidget(self._at_left, widget)
        self._at_left += 1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_hairline(painter, theme_of(self), 0, self.height() - 0.5, self.width())


class Chips(QWidget):
    """Words of which any number, or exactly one, are chosen; `changed` when the person did so."""

    changed = Signal()

    def __init__(self, panel: str, labels: dict[str, str], *, exclusive: bool) -> None:
        """Exclusive chips begin with the first one chosen, others with none."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(_CHIPS_MARGIN, 0, _CHIPS_MARGIN, 0)
        row.setSpacing(2)
        self._chips = {key: ToolChip(f"{panel}_{key}", label) for key, label in labels.items()}
        for chip in self._chips.values():
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
            chip.clicked.connect(self._on_chip_clicked)
        if exclusive and self._chips:
            next(iter(self._chips.values())).setChecked(True)
        for chip in self._chips.values():
            chip.setAutoExclusive(exclusive)

    @property
    def chosen(self) -> Sequence[str]:
        """The keys of the chosen words."""
        return [key for key, chip in self._chips.items() if chip.isChecked()]

    def choose(self, keys: Sequence[str]) -> None:
        """Choose exactly these, without the signal."""
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)

    def _on_chip_clicked(self) -> None:
        self.changed.emit()
