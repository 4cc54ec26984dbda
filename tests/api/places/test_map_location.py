"""The dot of `<map show-location>` as the host tells it to the service."""

from miniapp_host.devices.places import PLACES
from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.prompts import Answer
from tests.api.pretend_phone import OpenProgram, Phone

LOCATION = "scope.userLocation"


def wanting(phone: Phone, **app: object) -> OpenProgram:
    program = phone.open(**app)
    program.result("Map.wantLocation", {"wanted": True})
    return program


def shown(phone: Phone) -> OpenProgram:
    program = wanting(phone)
    program.decide(LOCATION, granted=True)
    program.result("Map.showLocation")
    return program


def told(program: OpenProgram) -> list[object]:
    return [detail for name, detail in program.events if name == "mapLocation"]


def test_wanting_the_dot_alone_asks_nobody_and_tells_nothing(phone: Phone) -> None:
    program = wanting(phone)
    phone.location.move(PLACES[2])
    phone.clock.advance(3)
    assert phone.prompter.asked == []
    assert program.events == []


def test_allowed_the_dot_stands_where_the_phone_is_in_the_degrees_of_maps(phone: Phone) -> None:
    program = wanting(phone)
    answers = program.call("Map.showLocation")
    assert told(program) == []
    phone.prompter.press(Answer.ALLOW)
    assert [answer["errMsg"] for answer in answers] == ["Map.showLocation:ok"]
    (here,) = told(program)
    assert program.result("MapContext.moveToLocation") == {
        **here,
        "errMsg": "MapContext.moveToLocation:ok",
    }
    reading = program.result("getLocation", {"type": "gcj02"})
    assert here == {name: reading[name] for name in ("latitude", "longitude")}


def test_it_follows_the_phone_and_says_nothing_while_nothing_moves(phone: Phone) -> None:
    program = shown(phone)
    phone.clock.advance(5)
    assert len(told(program)) == 1
    phone.location.move(PLACES[2])
    assert len(told(program)) == 2
    assert told(program)[0] != told(program)[1]


def test_taken_back_it_goes_at_once_and_comes_again_when_it_is_allowed_again(phone: Phone) -> None:
    program = shown(phone)
    program.decide(LOCATION, granted=False)
    assert told(program)[-1] == {}
    phone.location.move(PLACES[2])
    phone.clock.advance(3)
    assert told(program)[-1] == {}
    program.decide(LOCATION, granted=True)
    assert "latitude" in told(program)[-1]


def test_refused_first_and_allowed_in_the_settings_the_service_may_ask_again(phone: Phone) -> None:
    program = wanting(phone)
    program.call("Map.showLocation")
    phone.prompter.press(Answer.REJECT)
    assert program.events == []
    program.decide(LOCATION, granted=True)
    assert program.events == [("mapLocationAllowed", {})]


def test_the_phones_own_switch_hides_it(phone: Phone) -> None:
    program = shown(phone)
    phone.switches.turn(Switch.LOCATION, False)
    assert told(program)[-1] == {}
    phone.switches.turn(Switch.LOCATION, True)
    assert "latitude" in told(program)[-1]


def test_a_program_in_the_background_learns_no_new_place_until_it_is_back(phone: Phone) -> None:
    program = shown(phone)
    program.session.in_front = False
    phone.location.move(PLACES[2])
    phone.clock.advance(3)
    assert len(told(program)) == 1
    program.decide(LOCATION, granted=False)
    assert told(program)[-1] == {}
    program.decide(LOCATION, granted=True)
    program.session.in_front = True
    phone.clock.advance(1)
    assert "latitude" in told(program)[-1]


def test_when_no_map_wants_it_nothing_runs_on(phone: Phone) -> None:
    program = shown(phone)
    program.result("Map.wantLocation", {"wanted": False})
    phone.location.move(PLACES[2])
    assert len(told(program)) == 1
    assert phone.clock.running == 0


def test_a_closed_program_leaves_nothing_behind(phone: Phone) -> None:
    program = shown(phone)
    program.close()
    assert phone.clock.running == 0


def test_a_decision_of_another_program_moves_no_dot(phone: Phone) -> None:
    program = shown(phone)
    other = phone.open("other")
    other.decide(LOCATION, granted=False)
    assert len(told(program)) == 1
    assert program.decision(LOCATION) is Decision.GRANTED


def test_without_an_accepted_contract_an_earlier_grant_shows_no_dot(phone: Phone) -> None:
    program = wanting(phone, __usePrivacyCheck__=True)
    program.decide(LOCATION, granted=True)
    program.call("Map.showLocation")
    phone.location.move(PLACES[2])
    phone.clock.advance(3)
    assert told(program) == []
    program.screen.answer(True)
    assert "latitude" in told(program)[-1]
