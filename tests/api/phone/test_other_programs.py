"""wx.navigateToMiniProgram and the way back, by the names that the phone knows."""

import pytest

from miniapp_host.api.calls.session import Launch
from miniapp_host.programs.boot import Arrival
from tests.api.pretend_phone import OpenProgram, Phone

GO = {"appId": "shop", "path": "pages/b?id=1", "extraData": {"a": [1]}}


@pytest.fixture
def program(phone: Phone) -> OpenProgram:
    phone.neighbours.names = {"shop": "The Shop"}
    opened = phone.open("nearby")
    opened.tap()
    return opened


@pytest.mark.parametrize("name", ["navigateToMiniProgram", "openEmbeddedMiniProgram"])
def test_another_program_is_entered_when_the_person_allows_it(
    phone: Phone, program: OpenProgram, name: str
) -> None:
    answers = program.call(name, GO)
    what, _ = program.screen.confirmations[-1]
    assert [value for _, value in what.facts] == ["The Shop"]
    assert phone.neighbours.entered == []
    program.screen.answer(True)
    assert phone.neighbours.entered == [
        ("shop", "pages/b?id=1", Arrival(1037, "nearby", {"a": [1]}))
    ]
    assert answers == [{"errMsg": f"{name}:ok"}]


def test_refused_it_is_a_cancel(phone: Phone, program: OpenProgram) -> None:
    answers = program.call("navigateToMiniProgram", GO)
    program.screen.answer(False)
    assert phone.neighbours.entered == []
    assert answers == [{"errMsg": "navigateToMiniProgram:fail cancel", "errno": 1}]


@pytest.mark.parametrize(
    ("appid", "reason"), [("gone", "invalid appid"), ("nearby", "can't navigate to myself")]
)
def test_only_another_program_of_this_phone_can_be_entered(
    program: OpenProgram, appid: str, reason: str
) -> None:
    message = program.message("navigateToMiniProgram", {"appId": appid})
    assert message == f"navigateToMiniProgram:fail {reason}"
    assert program.screen.confirmations == []


def test_it_takes_a_tap(phone: Phone) -> None:
    phone.neighbours.names = {"shop": "The Shop"}
    message = phone.open("nearby").message("navigateToMiniProgram", GO)
    assert message == "navigateToMiniProgram:fail can only be invoked by user TAP gesture."


def test_a_page_that_it_lacks_is_said(program: OpenProgram) -> None:
    answers = program.call("navigateToMiniProgram", {"appId": "shop", "path": "pages/gone"})
    program.screen.answer(True)
    assert answers == [{"errMsg": "navigateToMiniProgram:fail The program has no page pages/gone."}]


def test_the_way_back_leads_to_the_program_before(phone: Phone) -> None:
    phone.neighbours.running = {"nearby"}
    shop = phone.open("shop")
    shop.session.entered = Launch(arrival=Arrival(1037, "nearby"))
    message = shop.message("navigateBackMiniProgram", {"extraData": {"bought": True}})
    assert message == "navigateBackMiniProgram:ok"
    (back,) = phone.neighbours.entered
    assert back == ("nearby", None, Arrival(1038, "shop", {"bought": True}))


def test_without_a_program_before_there_is_no_way_back(phone: Phone) -> None:
    message = phone.open("shop").message("navigateBackMiniProgram")
    assert message == "navigateBackMiniProgram:fail there is no mini program to go back to"


def test_the_options_tell_who_opened_it(phone: Phone) -> None:
    shop = phone.open("shop")
    shop.session.entered = Launch("pages/b", {}, Arrival(1037, "nearby", {"a": 1}))
    (value,) = [shop.sync("getEnterOptionsSync")["value"]]
    assert isinstance(value, dict)
    assert value["referrerInfo"] == {"appId": "nearby", "extraData": {"a": 1}}
    assert value["scene"] == 1037
