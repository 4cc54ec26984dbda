"""The page of wx.openLocation: a place on the drawn map, and what the program calls it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.devices.place import Place
from miniapp_host.permissions.prompts import plain_text
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.sheets.drawn_map import DrawnMap
from miniapp_host.texts import Texts

_MAP = 420
_SIDE = 24


class PlacePage(Page):
    """Nothing on it can be changed; only the degrees are true, the streets are made up."""

    def __init__(self, screen: QWidget, texts: Texts, place: Place) -> None:
        super().__init__(screen, texts("Place on the map"), texts("Back"))
        self.setObjectName("placePage")
        plan = DrawnMap()
        plan.setAccessibleName(texts("Map"))
        plan.setFixedHeight(_MAP)
        plan.setEnabled(False)
        plan.setCursor(Qt.CursorShape.ArrowCursor)
        plan.show_place(place.latitude, place.longitude)
        self.body.addWidget(plan)
        self.body.addLayout(_words(place, texts))
        self.body.addStretch(1)


def _words(place: Place, texts: Texts) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(_SIDE, 20, _SIDE, 0)
    column.setSpacing(4)
    name = plain_text(texts.of(place.name), 100) or texts("Point on the map")
    degrees = f"{place.latitude:.5f}, {place.longitude:.5f}"
    column.addWidget(PlainLabel(name, pixels=20, medium=True, lines=2))
    column.addWidget(PlainLabel(plain_text(texts.of(place.address), 200), pixels=14, lines=3))
    column.addWidget(PlainLabel(degrees, pixels=14, tone="fg_1"))
    column.addSpacing(8)
    drawn = texts("The streets of this map are made up.")
    column.addWidget(PlainLabel(drawn, pixels=12, tone="fg_1", lines=2))
    return column
