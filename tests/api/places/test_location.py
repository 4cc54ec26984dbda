import pytest

from miniapp_host.api.places.location import TICK
from miniapp_host.devices.coordinates import distance, fuzzy, gcj02
from miniapp_host.devices.place import Place
from miniapp_host.devices.places import PLACES
from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.texts import Language, Text
from tests.api.pretend_phone import OpenProgram, Phone, Result

HOME = PLACES[0]
FIELDS = {
    "latitude",
    "longitude",
    "speed",
    "accuracy",
    "verticalAccuracy",
    "horizontalAccuracy",
    "altitude",
}


def allowed(phone: Phone, **app: object) -> OpenProgram:
    program = phone.open(**app)
    program.decide("scope.userLocation", granted=True)
    program.decide("scope.userFuzzyLocation", granted=True)
    return program


def degrees(result: Result) -> tuple[float, float]:
    latitude, longitude = result["latitude"], result["longitude"]
    assert isinstance(latitude, float)
    assert isinstance(longitude, float)
    return latitude, longitude


def test_the_place_comes_in_satellite_degrees_without_altitude(phone: Phone) -> None:
    result = allowed(phone).result("getLocation")
    assert degrees(result) == (HOME.latitude, HOME.longitude)
    assert set(result) == FIELDS - {"altitude"} | {"errMsg"}


@pytest.mark.parametrize("kind", ["wgs84", "WGS84", "nonsense", "", 5, None, ["gcj02"]])
def test_any_type_but_gcj02_counts_as_wgs84(phone: Phone, kind: object) -> None:
    result = allowed(phone).result("getLocation", {"type": kind})
    assert degrees(result) == (HOME.latitude, HOME.longitude)


def test_gcj02_is_the_maps_shifted_place(phone: Phone) -> None:
    result = allowed(phone).result("getLocation", {"type": "gcj02"})
    shifted = gcj02(HOME.latitude, HOME.longitude)
    assert distance(degrees(result), shifted) < 0.2
    assert distance(degrees(result), (HOME.latitude, HOME.longitude)) > 100


def test_the_altitude_is_there_if_it_was_asked_for(phone: Phone) -> None:
    program = allowed(phone)
    assert program.result("getLocation", {"altitude": True})["altitude"] == HOME.altitude
    assert "altitude" not in program.result("getLocation", {"altitude": "true"})
    assert "altitude" not in program.result("getLocation", {"altitude": False})


def test_high_accuracy_is_a_smaller_radius(phone: Phone) -> None:
    program = allowed(phone)
    usual, high = (
        program.result("getLocation"),
        program.result("getLocation", {"isHighAccuracy": True}),
    )
    assert high["accuracy"] == high["horizontalAccuracy"]
    assert float(str(high["accuracy"])) < float(str(usual["accuracy"]))


def test_the_fuzzy_place_is_two_numbers_kilometres_off_and_stays_the_same(phone: Phone) -> None:
    program = allowed(phone)
    result = program.result("getFuzzyLocation")
    assert set(result) == {"latitude", "longitude", "errMsg"}
    assert 1_400 < distance(degrees(result), (HOME.latitude, HOME.longitude)) < 6_000
    assert program.result("getFuzzyLocation", {"type": "wgs84"}) == result


def test_the_fuzzy_place_comes_in_the_maps_degrees_too(phone: Phone) -> None:
    result = allowed(phone).result("getFuzzyLocation", {"type": "gcj02"})
    rough = fuzzy(HOME.latitude, HOME.longitude)
    assert distance(degrees(result), gcj02(*rough)) < 0.2


def test_a_chosen_place_comes_with_its_name_in_the_maps_degrees(phone: Phone) -> None:
    program = allowed(phone)
    answers = program.call("chooseLocation")
    _, on_chosen = program.screen.place_choices[0]
    on_chosen(PLACES[1])
    assert answers[0]["name"] == "外滩"
    assert answers[0]["address"] == PLACES[1].address.zh
    shifted = gcj02(PLACES[1].latitude, PLACES[1].longitude)
    assert distance(degrees(answers[0]), shifted) < 0.2
    assert set(answers[0]) == {"name", "address", "latitude", "longitude", "errMsg"}


def test_a_chosen_place_is_named_in_the_phones_language(phone: Phone) -> None:
    program = allowed(phone)
    phone.texts.language = Language.EN
    answers = program.call("chooseLocation")
    program.screen.place_choices[0][1](PLACES[1])
    assert answers[0]["name"] == "The Bund"


def test_the_choice_begins_where_the_program_wants(phone: Phone) -> None:
    program = allowed(phone)
    shifted = gcj02(PLACES[2].latitude, PLACES[2].longitude)
    program.call("chooseLocation", {"latitude": shifted[0], "longitude": shifted[1]})
    start = program.screen.place_choices[0][0]
    assert start is not None
    true = PLACES[2].latitude, PLACES[2].longitude
    assert distance((start.latitude, start.longitude), true) < 0.2


@pytest.mark.parametrize("start", [{"latitude": 100, "longitude": 1}, {"latitude": 1}, {}])
def test_the_choice_begins_where_the_phone_is_otherwise(
    phone: Phone, start: dict[str, object]
) -> None:
    program = allowed(phone)
    phone.location.move(PLACES[7])
    program.call("chooseLocation", start)
    assert program.screen.place_choices[0][0] == PLACES[7]


def test_choosing_no_place_is_a_cancel(phone: Phone) -> None:
    program = allowed(phone)
    answers = program.call("chooseLocation")
    program.screen.place_choices[0][1](None)
    assert answers == [{"errMsg": "chooseLocation:fail cancel", "errno": 1}]


def test_updates_tell_the_place_again_and_again_until_they_are_stopped(phone: Phone) -> None:
    program = allowed(phone)
    assert program.message("startLocationUpdate") == "startLocationUpdate:ok"
    phone.clock.advance(3 * TICK)
    assert [name for name, _ in program.events] == ["locationChange"] * 3
    assert set(program.events[0][1]) == FIELDS
    assert program.message("stopLocationUpdate") == "stopLocationUpdate:ok"
    phone.clock.advance(3 * TICK)
    phone.location.move(PLACES[5])
    assert len(program.events) == 3
    assert phone.clock.running == 0


def test_a_move_is_told_at_once(phone: Phone) -> None:
    program = allowed(phone)
    program.call("startLocationUpdate", {"type": "gcj02"})
    phone.location.move(PLACES[6])
    ((name, detail),) = program.events
    assert name == "locationChange"
    shifted = gcj02(PLACES[6].latitude, PLACES[6].longitude)
    assert distance(degrees(dict(detail)), shifted) < 0.2


@pytest.mark.parametrize("name", ["startLocationUpdate", "startLocationUpdateBackground"])
@pytest.mark.parametrize(("arguments", "shifted"), [({}, True), ({"type": "wgs84"}, False)])
def test_updates_come_in_the_degrees_of_maps_unless_the_program_wants_others(
    phone: Phone, name: str, arguments: dict[str, object], shifted: bool
) -> None:
    program = phone.open(requiredBackgroundModes=["location"])
    program.decide("scope.userLocation", granted=True)
    program.decide("scope.userLocationBackground", granted=True)
    program.call(name, arguments)
    phone.location.move(PLACES[6])
    ((_, detail),) = program.events
    here = (PLACES[6].latitude, PLACES[6].longitude)
    assert distance(degrees(dict(detail)), gcj02(*here) if shifted else here) < 0.2


def test_starting_twice_does_not_tell_twice(phone: Phone) -> None:
    program = allowed(phone)
    program.call("startLocationUpdate")
    program.call("startLocationUpdate", {"type": "gcj02"})
    phone.clock.advance(TICK)
    assert len(program.events) == 1
    assert phone.clock.running == 1


def test_updates_stop_when_the_program_closes(phone: Phone) -> None:
    program = allowed(phone)
    program.call("startLocationUpdate")
    program.close()
    assert phone.clock.running == 0
    phone.location.move(PLACES[2])
    assert program.events == []


@pytest.mark.parametrize("decision", [Decision.DENIED, Decision.UNDECIDED])
def test_updates_stop_at_once_when_the_scope_is_turned_off(
    phone: Phone, decision: Decision
) -> None:
    program = allowed(phone)
    program.call("startLocationUpdate")
    subject = program.session.subject
    phone.store.decide(subject, "scope.userLocation", decision, Actor.SETTINGS)
    assert phone.clock.running == 0
    assert program.events == [("locationChangeError", {"errCode": 103})]
    phone.location.move(PLACES[2])
    assert len(program.events) == 1


def test_updates_go_on_when_another_scope_or_program_is_turned_off(phone: Phone) -> None:
    program, other = allowed(phone), phone.open("other")
    program.call("startLocationUpdate")
    program.decide("scope.userFuzzyLocation", granted=False)
    other.decide("scope.userLocation", granted=False)
    phone.clock.advance(TICK)
    assert [name for name, _ in program.events] == ["locationChange"]


def test_updates_stop_when_another_process_has_taken_the_scope_back(phone: Phone) -> None:
    program = allowed(phone)
    program.call("startLocationUpdate")
    phone.database.execute("DELETE FROM decisions")
    phone.clock.advance(TICK)
    assert program.events == [("locationChangeError", {"errCode": 103})]
    assert phone.clock.running == 0


def test_updates_stop_when_the_phones_location_is_switched_off(phone: Phone) -> None:
    program = allowed(phone)
    program.call("startLocationUpdate")
    phone.switches.turn(Switch.ALBUM, on=False)
    assert program.events == []
    phone.switches.turn(Switch.LOCATION, on=False)
    assert program.events == [("locationChangeError", {"errCode": 3})]
    assert phone.clock.running == 0


def test_a_program_in_the_background_is_not_told(phone: Phone) -> None:
    program = allowed(phone)
    program.call("startLocationUpdate")
    program.session.in_front = False
    phone.clock.advance(TICK)
    phone.location.move(PLACES[3])
    assert program.events == []
    program.session.in_front = True
    phone.clock.advance(TICK)
    assert len(program.events) == 1


def test_every_program_is_told_for_itself(phone: Phone) -> None:
    first = allowed(phone)
    second = phone.open("second")
    second.decide("scope.userLocation", granted=True)
    first.call("startLocationUpdate")
    second.call("startLocationUpdate")
    first.call("stopLocationUpdate")
    phone.clock.advance(TICK)
    assert (len(first.events), len(second.events)) == (0, 1)


def test_the_data_of_an_undeclared_listener_is_kept_back(phone: Phone) -> None:
    program = allowed(phone, requiredPrivateInfos=["startLocationUpdate"])
    assert program.message("startLocationUpdate") == "startLocationUpdate:ok"
    phone.clock.advance(TICK)
    assert program.events == []
    (error,) = [text for level, text in program.console if level == "error"]
    assert "onLocationChange" in error


def test_stopping_what_does_not_run_is_no_failure(phone: Phone) -> None:
    assert phone.open().message("stopLocationUpdate") == "stopLocationUpdate:ok"


def test_a_place_of_the_persons_own_is_answered_with_its_height(phone: Phone) -> None:
    phone.location.move(Place(Text("Camp", "营地"), Text("", ""), 27.98785, 86.92503, 5364.0))
    assert allowed(phone).result("getLocation", {"altitude": True})["altitude"] == 5364.0
