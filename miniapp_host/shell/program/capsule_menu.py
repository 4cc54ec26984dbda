"""The half sheet behind "···": who the program is, and what the person can do with it."""

from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.icon import paint_icon
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.program_icon import ProgramFace, ProgramIcon
from miniapp_host.shell.kit.sheet import HalfSheet
from miniapp_host.shell.kit.theme import font, theme_of, tone_of
from miniapp_host.texts import Texts

_TILE = 56
_COLUMNS = 4


class MenuItem(Enum):
    """What the menu offers; the value is the item's icon."""

    SETTINGS = "settings"
    ABOUT = "info"
    CONSOLE = "console"
    INSPECTOR = "inspector"
    START_AS = "start-as"
    RESTART = "restart"
    DELETE = "delete"

    @property
    def word(self) -> str:
        """How its button's object name ends, and how tests call it."""
        return self.name.title().replace("_", "")


class CapsuleMenu(HalfSheet):
    """Emits `chosen` once, after the sheet has closed; never when it is dismissed."""

    chosen = Signal(MenuItem)

    def __init__(self, screen: QWidget, face: ProgramFace, note: str, texts: Texts) -> None:
        super().__init__(screen, layer=Layer.DIALOG, ground="bg_1")
        self.setObjectName("capsuleMenuSheet")
        self.setAccessibleName(face.name)
        self._choice: MenuItem | None = None
        self._add_header(face, note)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(self._items(texts))
        self.body.addSpacing(24)
        cancel = _Cancel(texts("Cancel"))
        cancel.clicked.connect(self.reject)
        self.body.addWidget(cancel)
        self.finished.connect(self._on_finished)

    def _add_header(self, face: ProgramFace, note: str) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.setContentsMargins(0, 0, 0, 0)
        names.addStretch(1)
        names.addWidget(PlainLabel(face.name, pixels=15, medium=True))
        names.addWidget(PlainLabel(note, pixels=12, tone="fg_1"))
        names.addStretch(1)
        self.header.setSpacing(12)
        self.header.addWidget(ProgramIcon(face, 36))
        self.header.addLayout(names, 1)

    def _items(self, texts: Texts) -> QGridLayout:
        labels = {
            MenuItem.SETTINGS: texts("Settings"),
            MenuItem.ABOUT: texts("About"),
            MenuItem.CONSOLE: texts("Console"),
            MenuItem.INSPECTOR: texts("Inspector"),
            MenuItem.START_AS: texts("Start as…"),
            MenuItem.RESTART: texts("Restart"),
            MenuItem.DELETE: texts("Delete"),
        }
        grid = QGridLayout()
        grid.setContentsMargins(12, 12, 12, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(12)
        for at, (item, label) in enumerate(labels.items()):
            tile = _Tile(item, label)
            tile.item_clicked.connect(self._on_tile_item_clicked)
            grid.addWidget(tile, at // _COLUMNS, at % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        return grid

    def _on_tile_item_clicked(self, item: MenuItem) -> None:
        if self._choice is None:
            self._choice = item
            self.accept()

    def _on_finished(self, _result: int) -> None:
        choice, self._choice = self._choice, None
        if choice is not None:
            self.chosen.emit(choice)


class _Tile(Pressable):
    """One icon on its rounded square, its label below."""

    item_clicked = Signal(MenuItem)

    def __init__(self, item: MenuItem, label: str) -> None:
        super().__init__(label)
        self.setObjectName(f"menu{item.word}")
        self.setAccessibleName(label)
        self.setFixedHeight(_TILE + 30)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._item = item
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.item_clicked.emit(self._item)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        square = QRectF((self.width() - _TILE) / 2, 0, _TILE, _TILE)
        self.paint_ground(painter, square, 12, QColor(theme.bg_5))
        ink = tone_of(self, "red" if self._item is MenuItem.DELETE else "fg_0")
        paint_icon(painter, self._item.value, square.adjusted(15, 15, -15, -15), ink)
        self._paint_label(painter)
        self.paint_ring(painter, square, 12)

    def _paint_label(self, painter: QPainter) -> None:
        face = font(12)
        painter.setFont(face)
        painter.setPen(tone_of(self, "fg_1"))
        shown = QFontMetrics(face).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - 2
        )
        place = QRectF(0, _TILE + 6, self.width(), 20)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)


class _Cancel(Pressable):
    """The wide Cancel at the sheet's foot."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.setObjectName("menuCancel")
        self.setFixedHeight(56)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self)
        painter.fillRect(self.rect(), self.shade())
        paint_hairline(painter, theme, 0, 0, self.width())
        painter.setFont(font(17))
        painter.setPen(tone_of(self, "fg_0"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        self.paint_ring(painter, QRectF(self.rect()).adjusted(4, 4, -4, -4), 8)
