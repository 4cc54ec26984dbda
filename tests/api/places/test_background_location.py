"""wx.startLocationUpdateBackground: a scope of its own, and a word in app.json."""

from tests.api.pretend_phone import OpenProgram, Phone

START = "startLocationUpdateBackground"


def allowed(phone: Phone) -> OpenProgram:
    program = phone.open(requiredBackgroundModes=["audio", "location"])
    program.decide("scope.userLocationBackground", granted=True)
    return program


def told(program: OpenProgram) -> int:
    return sum(name == "locationChange" for name, _ in program.events)


def test_it_is_told_in_the_background_too(phone: Phone) -> None:
    program = allowed(phone)
    program.result(START)
    program.session.in_front = False
    phone.clock.advance(3)
    assert told(program) == 3
    program.result("stopLocationUpdate")
    phone.clock.advance(3)
    assert told(program) == 3


def test_without_the_mode_in_app_json_it_fails(phone: Phone) -> None:
    program = phone.open()
    program.decide("scope.userLocationBackground", granted=True)
    assert program.message(START) == f"{START}:fail:require requiredBackgroundModes location"


def test_the_other_scope_does_not_keep_it_running(phone: Phone) -> None:
    program = allowed(phone)
    program.decide("scope.userLocation", granted=True)
    program.result(START)
    program.decide("scope.userLocation", granted=False)
    phone.clock.advance(1)
    assert told(program) == 1
    program.decide("scope.userLocationBackground", granted=False)
    assert program.events[-1] == ("locationChangeError", {"errCode": 103})
    phone.clock.advance(5)
    assert told(program) == 1


def test_the_foreground_one_still_waits_in_the_background(phone: Phone) -> None:
    program = allowed(phone)
    program.decide("scope.userLocation", granted=True)
    program.result("startLocationUpdate")
    program.session.in_front = False
    phone.clock.advance(3)
    assert told(program) == 0
