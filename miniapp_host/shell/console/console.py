"""A program's console: the sheet with its entries, and the pill that says something went wrong."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.shell.console.console_model import ConsoleModel, Level, LogEntry
from miniapp_host.shell.console.entry_list import SIDE, EntryList
from miniapp_host.shell.kit.accessible import Role, Spoken
from miniapp_host.shell.kit.icon import IconButton, paint_icon
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.sheet import HalfSheet
from miniapp_host.shell.kit.theme import (
    WHITE,
    font,
    theme_of,
    tone_of,
)
from miniapp_host.texts import Texts

_HEIGHT = 440

Index = QModelIndex | QPersistentModelIndex


class ConsoleSheet(HalfSheet):
    """Shows a `ConsoleModel`; filters, clears and copies it."""

    def __init__(self, screen: QWidget, model: ConsoleModel, texts: Texts) -> None:
        super().__init__(screen)
        self.setObjectName("consoleSheet")
        self.setAccessibleName(texts("Console"))
        self._model = model
        self._texts = texts
        self._shown = LevelFilter(model, texts, self)
        self._chips: dict[Level | None, _Chip] = {}
        self.header.setSpacing(0)
        self.header.addWidget(PlainLabel(texts("Console"), pixels=15, medium=True), 1)
        self._add_buttons(texts)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._list = EntryList(self._shown, texts)
        self._list.setFixedHeight(self._list_height(screen))
        self._empty = _empty_note(texts)
        beside = QVBoxLayout(self._list)
        beside.setContentsMargins(SIDE, 0, SIDE, 0)
        beside.addWidget(self._empty)
        self._at_end = True
        self._add_chips(texts)
        self.body.addWidget(self._list)
        for signal in (self._shown.rowsInserted, self._shown.rowsRemoved, self._shown.modelReset):
            signal.connect(self._on_shown_rows_changed)
        bar = self._list.verticalScrollBar()
        bar.rangeChanged.connect(self._on_bar_range_changed)
        bar.valueChanged.connect(self._on_bar_value_changed)
        self._on_shown_rows_changed()

    @property
    def shown(self) -> tuple[LogEntry, ...]:
        """The entries that the filter lets through."""
        rows = range(self._shown.rowCount())
        return tuple(self._shown.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in rows)

    def _list_height(self, screen: QWidget) -> int:
        return max(160, min(_HEIGHT, int(screen.height() * 0.75) - 150))

    def _add_buttons(self, texts: Texts) -> None:
        copy = IconButton("copy", texts("Copy all"))
        clear = IconButton("delete", texts("Clear"))
        copy.setObjectName("consoleCopy")
        clear.setObjectName("consoleClear")
        copy.clicked.connect(self._on_copy_clicked)
        clear.clicked.connect(self._model.clear)
        for button in (copy, clear):
            self.header.addWidget(button)

    def _add_chips(self, texts: Texts) -> None:
        labels = {
            None: texts("All"),
            Level.ERROR: texts("Errors"),
            Level.WARN: texts("Warnings"),
            Level.LOG: texts("Logs"),
        }
        bar = _ChipBar()
        for level, label in labels.items():
            chip = _Chip(level, label)
            chip.level_chosen.connect(self._on_chip_level_chosen)
            self._chips[level] = chip
            bar.add(chip)
        self._chips[None].setChecked(True)
        self.body.addWidget(bar)

    def _on_chip_level_chosen(self, level: Level | None) -> None:
        self._shown.show_only(level)
        for key, chip in self._chips.items():
            chip.setChecked(key is level)
        self._on_shown_rows_changed()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(
            "\n".join(entry.as_line(self._texts) for entry in self.shown)
        )

    def _on_shown_rows_changed(self) -> None:
        self._empty.setVisible(self._shown.rowCount() == 0)

    def _on_bar_range_changed(self, _least: int, most: int) -> None:
        """Stays with the newest entry, which has its place only once the list is laid out."""
        if self._at_end:
            self._list.verticalScrollBar().setValue(most)

    def _on_bar_value_changed(self, value: int) -> None:
        self._at_end = value == self._list.verticalScrollBar().maximum()


def _empty_note(texts: Texts) -> PlainLabel:
    words = texts("What the program writes with console.log appears here.")
    middle = Qt.AlignmentFlag.AlignHCenter
    note = PlainLabel(words, pixels=14, tone="fg_1", lines=0, align=middle)
    note.setObjectName("consoleEmpty")
    return note


class LevelFilter(QSortFilterProxyModel):
    """Lets through entries of one level (`log` includes `info`), or all, said for the person."""

    def __init__(self, model: ConsoleModel, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._only: Level | None = None
        self.setSourceModel(model)

    def show_only(self, level: Level | None) -> None:
        """Let through entries of `level`, or all with None."""
        self.beginFilterChange()
        self._only = level
        self.endFilterChange()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and index.isValid():
            entry: LogEntry = super().data(index, Qt.ItemDataRole.UserRole)
            return entry.as_line(self._texts)
        return super().data(index, role)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        if self._only is None:
            return True
        entry = self.sourceModel().index(row, 0, parent).data(Qt.ItemDataRole.UserRole)
        level = Level.LOG if entry.level is Level.INFO else entry.level
        return level is self._only


class _ChipBar(QWidget):
    """A row of filter chips."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(44)
        self._right = SIDE

    def add(self, chip: "_Chip") -> None:
        chip.setParent(self)
        chip.move(self._right, 6)
        chip.resize(chip.sizeHint())
        self._right += chip.width() + 8


class _Chip(Spoken, Pressable):
    """One filter; it is checked while it is the chosen one."""

    level_chosen = Signal(object)

    def __init__(self, level: Level | None, label: str) -> None:
        super().__init__(label)
        self.speak_as(Role.RadioButton)
        self.setCheckable(True)
        self.setObjectName(f"consoleFilter_{level.value if level else 'all'}")
        self._level = level
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font(14)).horizontalAdvance(self.text()) + 28, 30)

    def _on_clicked(self) -> None:
        self.level_chosen.emit(self._level)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        area = QRectF(self.rect())
        ground = theme.brand if self.isChecked() else theme.fg_5
        self.paint_ground(painter, area, 15, QColor(ground))
        painter.setFont(font(14))
        painter.setPen(QColor(theme.on_brand) if self.isChecked() else tone_of(self, "fg_0"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        self.paint_ring(painter, area, 14)


class ErrorPill(Pressable):
    """ "2 errors", floating over a program's page; hidden while there are none."""

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setObjectName("errorPill")
        self._texts = texts
        self.hide()

    def show_errors(self, errors: int) -> None:
        """Show the number of errors, or hide."""
        one = errors == 1
        text = self._texts("1 error") if one else self._texts("{count} errors", count=errors)
        self.setText(text)
        self.setAccessibleName(text)
        self.resize(self.sizeHint())
        self.setVisible(errors > 0)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(font(12, medium=True)).horizontalAdvance(self.text())
        return QSize(width + 38, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        self.paint_ground(painter, area, 14, QColor(theme_of(self).alarm))
        paint_icon(painter, "warning", QRectF(10, 6, 16, 16), QColor(WHITE))
        painter.setFont(font(12, medium=True))
        painter.setPen(QColor(WHITE))
        room = area.adjusted(29, 0, -8, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        self.paint_ring(painter, area, 13)
