"""Places as rows to press: what a search found, or the favourites with a cross to forget each."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from miniapp_host.devices.place import Place
from miniapp_host.shell.inspector.tool_button import ToolButton
from miniapp_host.shell.kit.icon import paint_icon
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.theme import font, tone_of
from miniapp_host.texts import Texts

_ROW = 28
_ICON = 14
_LEFT = 24


class PlaceList(QWidget):
    """Rows in the order given; `chosen` and `forgotten` tell the place."""

    chosen = Signal(Place)
    forgotten = Signal(Place)

    def __init__(self, name: str, texts: Texts) -> None:
        super().__init__()
        self._name = name
        self._texts = texts
        self._rows: list[_PlaceRow] = []
        self._places: tuple[Place, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_places(self, places: Sequence[Place], *, forgettable: bool = False) -> None:
        """Show these; with a cross each if they can be forgotten."""
        if tuple(places) == self._places:
            return
        self._places = tuple(places)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [
            _PlaceRow(f"{self._name}_{at}", place, self._texts, forgettable)
            for at, place in enumerate(places)
        ]
        for row in self._rows:
            row.chosen.connect(self.chosen)
            row.forgotten.connect(self.forgotten)
            self._column.addWidget(row)
        self.setVisible(bool(self._rows))


class _PlaceRow(Pressable):
    """Name and address of one place."""

    chosen = Signal(Place)
    forgotten = Signal(Place)

    def __init__(self, name: str, place: Place, texts: Texts, forgettable: bool) -> None:
        super().__init__(texts.of(place.name))
        self.setObjectName(name)
        self.setAccessibleName(self.text())
        self.setFixedHeight(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._place = place
        self._address = texts.of(place.address)
        self.setToolTip(f"{place.latitude:.5f}, {place.longitude:.5f}")
        self._cross = ToolButton("close", texts("Forget"), self) if forgettable else None
        if self._cross is not None:
            self._cross.setObjectName(f"{name}_forget")
            self._cross.clicked.connect(self._on_cross_clicked)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        return QSize(200, _ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._cross is not None:
            self._cross.move(self.width() - self._cross.width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, QRectF(self.rect()), 4)
        icon = QRectF(4, (_ROW - _ICON) / 2, _ICON, _ICON)
        paint_icon(painter, "location", icon, tone_of(self, "fg_1"))
        right = self.width() - (30 if self._cross is not None else 4)
        metrics = QFontMetrics(font(13))
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, (right - _LEFT) // 2)
        painter.setFont(font(13))
        painter.setPen(tone_of(self, "fg_0"))
        line = QRectF(_LEFT, 0, right - _LEFT, _ROW)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
        rest = line.adjusted(metrics.horizontalAdvance(name) + 8, 0, 0, 0)
        address = metrics.elidedText(self._address, Qt.TextElideMode.ElideRight, int(rest.width()))
        painter.setPen(tone_of(self, "fg_1"))
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, address)
        self.paint_ring(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), 4)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._place)

    def _on_cross_clicked(self) -> None:
        self.forgotten.emit(self._place)
