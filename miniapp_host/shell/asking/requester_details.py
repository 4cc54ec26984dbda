"""Who asks, in full: the program's id, version and folder, however it calls itself."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from miniapp_host.permissions.prompts import Requester
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.texts import Texts

GAP = 16
"""Pixels below the block; they belong to it, so that they vanish when it is hidden."""


class RequesterDetails(QWidget):
    """A grey block with one line per fact."""

    def __init__(self, requester: Requester, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("requesterDetails")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 10, 12, 10 + GAP)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._add("appid", texts("App ID"), requester.appid)
        self._add("version", texts("Version"), version_word(requester.version, texts))
        self._add("folder", texts("Folder"), str(requester.folder))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme_of(self).fg_5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 0, 0, -GAP), 8, 8)

    def _add(self, name: str, label: str, fact: str) -> None:
        row = self._grid.rowCount()
        value = PlainLabel(fact, pixels=12, lines=3)
        value.setObjectName(name)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(PlainLabel(label, pixels=12, tone="fg_1"), row, 0, top)
        self._grid.addWidget(value, row, 1)


def version_word(version: str, texts: Texts) -> str:
    """What a person reads for `develop`, `trial` or `release`."""
    words = {
        "develop": texts("Development version"),
        "trial": texts("Trial version"),
        "release": texts("Release"),
    }
    return words.get(version, version)
