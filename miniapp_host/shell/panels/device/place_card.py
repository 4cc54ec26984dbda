"""The card of the place: map, degrees, search, favourites, and a way to replay."""

from PySide6.QtWidgets import QWidget

from miniapp_host.devices.coordinates import Degrees, degrees_in, distance, fuzzy, gcj02
from miniapp_host.devices.devices import Devices
from miniapp_host.devices.place import Place, point_on_map
from miniapp_host.devices.places import PLACES, found_places
from miniapp_host.shell.inspector.tool_button import ToolTextButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.panels.device.card import Attempt, Card, Watch, row_of
from miniapp_host.shell.panels.device.place_list import PlaceList
from miniapp_host.shell.panels.device.place_map import PlaceMap
from miniapp_host.shell.panels.device.small_field import SmallField
from miniapp_host.shell.panels.device.track_rows import TrackRows
from miniapp_host.texts import Texts

_MOST_FOUND = 6


class PlaceCard(Card):
    """Shows and sets where the phone is."""

    def __init__(self, devices: Devices, texts: Texts, attempt: Attempt) -> None:
        super().__init__("place", texts("Place"), texts)
        self._location = devices.location
        self._favourites = devices.favourites
        self._replay = devices.replay
        self._attempt = attempt
        self._name = PlainLabel(pixels=14)
        self._name.setObjectName("placeName")
        self._map = PlaceMap()
        self._map.setAccessibleName(texts("Map"))
        self._search = SmallField("placeSearch", texts("Search places"), texts, icon="search")
        self._found = PlaceList("found", texts)
        self._nothing = PlainLabel(texts("No place of that name"), pixels=12, tone="fg_1")
        self._nothing.setObjectName("nothingFound")
        self._kept = PlaceList("favourite", texts)
        self._latitude = SmallField("deviceLatitude", "", texts, word=texts("Latitude"))
        self._longitude = SmallField("deviceLongitude", "", texts, word=texts("Longitude"))
        self._keep = ToolTextButton("placeKeep", texts("Keep this place"))
        self._shifted = _fact("placeShifted")
        self._rough = _fact("placeRough")
        self._speed = _fact("placeSpeed")
        self._track = TrackRows(devices.replay, texts, attempt)
        self._fill()
        self._connect_parts()

    def sources(self) -> tuple[Watch, ...]:
        return (self._location.watch, self._favourites.watch, self._replay.watch)

    def refresh(self) -> None:
        place = self._location.place
        self._name.setText(f"{self.texts.of(place.name)} · {self.texts.of(place.address)}")
        self._map.show_place(place.latitude, place.longitude)
        self._latitude.show_text(f"{place.latitude:.5f}")
        self._longitude.show_text(f"{place.longitude:.5f}")
        self._show_facts(place)
        self._keep.setEnabled(not self._favourites.has(place))
        self._kept.show_places(self._favourites.places, forgettable=True)
        self._track.refresh(self._replay.now)

    def deliver(self) -> None:
        self._move(PLACES[0])

    @property
    def track(self) -> TrackRows:
        """The rows of the replay."""
        return self._track

    def _fill(self) -> None:
        degrees: tuple[QWidget, ...] = (self._latitude, self._longitude)
        self.add(self._name)
        self.add(self._map)
        row = row_of(last_takes_room=True)
        for field in degrees:
            row.addWidget(field, 1)
        row.addWidget(self._keep)
        self.add(row)
        self.add_row(self.texts("On Chinese maps"), self._shifted, stretch=True)
        self.add_row(self.texts("Approximate"), self._rough, stretch=True)
        self.add_row(self.texts("Speed"), self._speed, stretch=True)
        self.add(self._search)
        self.add(self._found)
        self.add(self._nothing)
        self.add(self._kept)
        self.add(self._track)
        self._found.hide()
        self._nothing.hide()
        self._kept.hide()

    def _connect_parts(self) -> None:
        self._map.moved.connect(self._on_map_moved)
        self._map.dropped.connect(self._on_map_dropped)
        self._search.text_changed.connect(self._on_search_text_changed)
        self._found.chosen.connect(self._on_found_chosen)
        self._kept.chosen.connect(self._move)
        self._kept.forgotten.connect(self._on_kept_forgotten)
        self._keep.clicked.connect(self._on_keep_clicked)
        for field in (self._latitude, self._longitude):
            field.written.connect(self._on_degrees_written)

    def _show_facts(self, place: Place) -> None:
        """What programs are told besides the precise degrees."""
        precise, rough = (place.latitude, place.longitude), fuzzy(place.latitude, place.longitude)
        away = f"{distance(precise, rough) / 1000:.1f}"
        self._shifted.setText(f"GCJ-02 {_said(gcj02(*precise))}")
        self._rough.setText(
            self.texts("{degrees}, {away} km away", degrees=_said(rough), away=away)
        )
        self._speed.setText(f"{self._location.speed:.1f} m/s")

    def _move(self, place: Place) -> None:
        self._attempt(lambda: self._location.move(place))

    def _on_map_moved(self, latitude: float, longitude: float) -> None:
        """Tells programs while the map is dragged; what stays is kept when it is let go."""
        self._location.pass_by(point_on_map(latitude, longitude), 0.0)

    def _on_map_dropped(self, latitude: float, longitude: float) -> None:
        here = self._location.place
        if (here.latitude, here.longitude) == (latitude, longitude):
            self._move(here)

    def _on_search_text_changed(self, text: str) -> None:
        wanted = text.strip()
        found = found_places(wanted)[:_MOST_FOUND] if wanted else ()
        self._found.show_places(found)
        self._nothing.setVisible(bool(wanted) and not found)

    def _on_found_chosen(self, place: Place) -> None:
        self._move(place)
        self._search.set_text("")
        self._found.show_places(())

    def _on_keep_clicked(self) -> None:
        place = self._location.place
        self._attempt(lambda: self._favourites.add(place))

    def _on_kept_forgotten(self, place: Place) -> None:
        self._attempt(lambda: self._favourites.remove(place))

    def _on_degrees_written(self, _text: str) -> None:
        latitude = degrees_in(self._latitude.text, 90)
        longitude = degrees_in(self._longitude.text, 180)
        if latitude is not None and longitude is not None:
            self._move(point_on_map(latitude, longitude))
        self._latitude.mark_wrong(latitude is None)
        self._longitude.mark_wrong(longitude is None)


def _fact(name: str) -> PlainLabel:
    label = PlainLabel(pixels=14)
    label.setObjectName(name)
    return label


def _said(degrees: Degrees) -> str:
    return f"{degrees[0]:.5f}, {degrees[1]:.5f}"
