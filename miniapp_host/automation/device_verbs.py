"""Reads and moves the pretend phone's devices: where it is, its switches, its network."""

from collections.abc import Mapping
from typing import TypeVar

from miniapp_host.automation.params import Params
from miniapp_host.automation.requests import Verb
from miniapp_host.automation.verb_error import Fault, VerbError, no_such
from miniapp_host.devices.conditions import Preset
from miniapp_host.devices.place import Place
from miniapp_host.devices.places import PLACES
from miniapp_host.devices.switches import Switch
from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.texts import Sentence, Text

GET = "Host.getDevice"
SET_LOCATION = "Host.setLocation"
SET_SWITCH = "Host.setSwitch"
SET_NETWORK = "Host.setNetwork"

SWITCHES = {switch.name.lower(): switch for switch in Switch}
NETWORKS = {preset.text[0].lower().replace(" ", "-"): preset for preset in Preset}

T = TypeVar("T")


class DeviceVerbs:
    """The verbs over one phone's memory, whether it runs or not."""

    def __init__(self, memory: PhoneMemory) -> None:
        self._memory = memory

    def verbs(self) -> dict[str, Verb]:
        """The verbs by method."""
        return {
            GET: self.get,
            SET_LOCATION: self.set_location,
            SET_SWITCH: self.set_switch,
            SET_NETWORK: self.set_network,
        }

    def get(self, _params: Params) -> object:
        """Where the phone is, which switches are on, and how good its network is."""
        place, conditions = self._memory.own_devices.location.place, self._memory.conditions.present
        return {
            "location": {
                "name": place.name[0],
                "latitude": place.latitude,
                "longitude": place.longitude,
                "altitude": place.altitude,
            },
            "switches": {
                name: self._memory.own_devices.switches.is_on(one) for name, one in SWITCHES.items()
            },
            "network": {
                "connection": conditions.connection.value,
                "latencyMs": conditions.latency_ms,
                "rate": conditions.rate,
            },
        }

    def set_location(self, params: Params) -> object:
        """Move the phone to the well-known "place", or to "latitude" and "longitude".

        Raises VerbError for a place that is nowhere on the globe.
        """
        place = _place_named(params.text("place")) if params.has("place") else _point(params)
        try:
            self._memory.own_devices.location.move(place)
        except ValueError as error:
            told = "There is no such place: latitude is -90 to 90, longitude -180 to 180."
            raise VerbError(Sentence(told), Fault.USAGE) from error
        return self.get(params)

    def set_switch(self, params: Params) -> object:
        """Turn the switch "name" on or off."""
        switch = _named(Sentence("switch"), params.text("name"), SWITCHES)
        self._memory.own_devices.switches.turn(switch, params.flag("on"))
        return self.get(params)

    def set_network(self, params: Params) -> object:
        """Give the network the conditions of "preset"."""
        self._memory.conditions.set(
            _named(Sentence("network"), params.text("preset"), NETWORKS).value
        )
        return self.get(params)


def _named(kind: Sentence, word: str, known: Mapping[str, T]) -> T:
    found = known.get(word.lower())
    if found is None:
        raise no_such(kind, word, known)
    return found


def _place_named(word: str) -> Place:
    places = {name: place for place in PLACES for name in place.name}
    folded = {name.casefold(): place for name, place in places.items()}
    found = folded.get(word.casefold())
    if found is None:
        raise no_such(Sentence("place"), word, [place.name[0] for place in PLACES])
    return found


def _point(params: Params) -> Place:
    latitude, longitude = params.number("latitude"), params.number("longitude")
    name = params.text_or_none("name") or f"{latitude:g}, {longitude:g}"
    return Place(Text(name, name), Text("", ""), latitude, longitude)
