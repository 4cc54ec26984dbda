"""Choosing a place: well-known ones with a search, exact degrees, or a drag of the map."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalMapper, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from miniapp_host.devices.coordinates import degrees_in
from miniapp_host.devices.place import Place, point_on_map
from miniapp_host.shell.kit.buttons import Button, Kind
from miniapp_host.shell.kit.cell import CellGroup, DetailCell
from miniapp_host.shell.kit.field import Field
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.sheets.drawn_map import DrawnMap
from miniapp_host.texts import Texts

_MAP = 220
_SIDE = 16


class PlacePicker(Page):
    """Calls `on_chosen` once: with the place, or None when the person went back."""

    def __init__(
        self,
        screen: QWidget,
        texts: Texts,
        places: Sequence[Place],
        start: Place,
        on_chosen: Callable[[Place | None], None],
    ) -> None:
        super().__init__(screen, texts("Choose a place"), texts("Back"))
        self.setObjectName("placePicker")
        self._texts = texts
        self._places = tuple(places)
        self._place = start
        self._on_chosen = on_chosen
        self._done = Button(texts("Done"), Kind.PRIMARY, mini=True)
        self._done.setObjectName("placeDone")
        self._done.clicked.connect(self.accept)
        self.put_in_bar(self._done)
        self._map = DrawnMap()
        self._map.setAccessibleName(texts("Map"))
        self._map.setFixedHeight(_MAP)
        self._map.moved.connect(self._on_map_moved)
        self._latitude = self._degrees("latitude", texts("Latitude"))
        self._longitude = self._degrees("longitude", texts("Longitude"))
        self._search = Field("placeSearch", texts("Search places"), texts, icon="search")
        self._search.text_changed.connect(self._on_search_text_changed)
        self._group = CellGroup()
        self._clicked = QSignalMapper(self)
        self._clicked.mappedInt.connect(self._on_cell_mapped)
        self._none = PlainLabel(
            texts("No place of that name"),
            pixels=14,
            tone="fg_1",
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        self._none.hide()
        self._cells = [self._place_cell(index) for index in range(len(self._places))]
        self._fill_body()
        self._show(start)
        self.finished.connect(self._on_finished)

    @property
    def place(self) -> Place:
        """The place chosen now."""
        return self._place

    def _fill_body(self) -> None:
        self.body.addWidget(self._map)
        fields = QVBoxLayout()
        fields.setContentsMargins(_SIDE, 12, _SIDE, 4)
        fields.setSpacing(10)
        degrees = QHBoxLayout()
        degrees.setSpacing(10)
        degrees.addWidget(self._latitude, 1)
        degrees.addWidget(self._longitude, 1)
        fields.addLayout(degrees)
        fields.addWidget(self._search)
        self.body.addLayout(fields)
        self.body.addWidget(self._group)
        self.body.addSpacing(24)
        self.body.addWidget(self._none)
        self.body.addStretch(1)

    def _degrees(self, name: str, word: str) -> Field:
        field = Field(name, "", self._texts, word=word)
        field.text_changed.connect(self._on_degrees_text_changed)
        return field

    def _place_cell(self, index: int) -> "_PlaceCell":
        place = self._places[index]
        cell = _PlaceCell(index, self._texts.of(place.name), self._texts.of(place.address))
        cell.clicked.connect(self._clicked.map)
        self._clicked.setMapping(cell, index)
        self._group.add(cell)
        return cell

    def _on_cell_mapped(self, index: int) -> None:
        self._show(self._places[index])

    def _on_map_moved(self, latitude: float, longitude: float) -> None:
        self._show(self._pinned(latitude, longitude))

    def _on_degrees_text_changed(self, _text: str) -> None:
        latitude = degrees_in(self._latitude.text, 90)
        longitude = degrees_in(self._longitude.text, 180)
        self._latitude.mark_wrong(latitude is None)
        self._longitude.mark_wrong(longitude is None)
        self._done.setEnabled(latitude is not None and longitude is not None)
        if latitude is not None and longitude is not None:
            self._place = self._pinned(latitude, longitude)
            self._map.show_place(latitude, longitude)
            self._mark()

    def _on_search_text_changed(self, text: str) -> None:
        wanted = text.strip().casefold()
        for cell, place in zip(self._cells, self._places, strict=True):
            words = " ".join((*place.name, *place.address)).casefold()
            cell.setVisible(wanted in words)
        found = any(not cell.isHidden() for cell in self._cells)
        self._none.setVisible(not found)
        self._group.setVisible(found)

    def _on_finished(self, result: int) -> None:
        chosen = self._place if result == self.DialogCode.Accepted.value else None
        self._on_chosen(chosen)

    def _pinned(self, latitude: float, longitude: float) -> Place:
        """The point on the map; a well-known place if it is exactly there."""
        for place in self._places:
            if (place.latitude, place.longitude) == (latitude, longitude):
                return place
        return point_on_map(latitude, longitude)

    def _show(self, place: Place) -> None:
        self._place = place
        self._latitude.set_text(f"{place.latitude:.5f}")
        self._longitude.set_text(f"{place.longitude:.5f}")
        for field in (self._latitude, self._longitude):
            field.mark_wrong(False)
        self._done.setEnabled(True)
        self._map.show_place(place.latitude, place.longitude)
        self._mark()

    def _mark(self) -> None:
        for cell, place in zip(self._cells, self._places, strict=True):
            cell.mark(place == self._place)


class _PlaceCell(DetailCell):
    """A well-known place, with a check mark while it is chosen."""

    def __init__(self, index: int, name: str, address: str) -> None:
        self._check = Icon("check", 20, "brand")
        super().__init__(name, address, trailing=self._check, clickable=True)
        self.setObjectName(f"place_{index}")
        self.mark(False)

    def mark(self, chosen: bool) -> None:
        """Shows or hides the check mark."""
        self._check.setVisible(chosen)
        self.be_choice(chosen=chosen)
        self.setProperty("chosen", chosen)
