import pytest

from miniapp_host.devices.coordinates import gcj02
from miniapp_host.devices.places import PLACES
from tests.api.pretend_phone import Phone

HERE = {"latitude": 23.1, "longitude": 113.3}


def test_a_place_is_shown_where_maps_have_it(phone: Phone) -> None:
    program = phone.open()
    result = program.result("openLocation", {**HERE, "name": "Inn", "address": "Road 1"})
    assert result == {"errMsg": "openLocation:ok"}
    (place,) = program.screen.places
    assert gcj02(place.latitude, place.longitude) == pytest.approx((23.1, 113.3), abs=1e-6)
    assert (place.name.zh, place.address.en) == ("Inn", "Road 1")


@pytest.mark.parametrize("wrong", [{}, {"latitude": "23", "longitude": 113}, {"latitude": 23}])
def test_degrees_must_be_numbers(phone: Phone, wrong: dict[str, object]) -> None:
    assert phone.open().result("openLocation", wrong)["errno"] == 1001


def test_degrees_must_be_on_the_globe(phone: Phone) -> None:
    program = phone.open()
    assert program.result("openLocation", {"latitude": 91, "longitude": 0})["errno"] == 1001
    assert program.screen.places == []


def test_a_point_is_chosen_without_any_scope(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("choosePoi")
    assert phone.prompter.asked == []
    program.screen.place_choices[-1][1](PLACES[1])
    (result,) = answers
    assert (result["type"], result["city"], result["name"]) == (2, "", "外滩")


def test_no_point_is_a_cancel(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("choosePoi")
    program.screen.place_choices[-1][1](None)
    assert answers == [{"errMsg": "choosePoi:fail cancel", "errno": 1}]


def test_an_undeclared_point_is_refused(phone: Phone) -> None:
    program = phone.open(requiredPrivateInfos=["getLocation"])
    assert "requiredPrivateInfos" in str(program.message("choosePoi"))
