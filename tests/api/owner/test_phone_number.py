from collections.abc import Mapping

import pytest

from miniapp_host.api.calls.asking import Asking
from miniapp_host.api.calls.call import Result
from miniapp_host.api.calls.dispatcher import Dispatcher
from miniapp_host.api.calls.privacy import Privacy
from miniapp_host.api.owner.phone_number import PhoneNumber
from miniapp_host.api.owner.user_data import new_session_key
from tests.api.owner.decrypted import decrypted
from tests.api.pretend_phone import Phone

NAMES = ("getPhoneNumber", "getRealtimePhoneNumber")


@pytest.mark.parametrize("name", NAMES)
def test_the_number_is_shown_before_it_is_given_and_asked_for_each_time(
    phone: Phone, name: str
) -> None:
    program = phone.open()
    for _ in range(2):
        answers = program.call(name)
        what, _ = program.screen.confirmations[-1]
        mine = phone.owner.profile.phone_number
        assert [value for _, value in what.facts] == ["Nearby", mine]
        assert answers == []
        program.screen.answer(True)
        assert answers[0]["errMsg"] == f"{name}:ok"
        assert answers[0]["code"]
    assert program.result("getSetting")["authSetting"] == {}


@pytest.mark.parametrize("name", NAMES)
def test_who_rejects_is_a_refusal_that_is_not_kept(phone: Phone, name: str) -> None:
    program = phone.open()
    answers = program.call(name)
    program.screen.answer(False)
    assert answers == [{"errMsg": f"{name}:fail user deny", "errno": 103}]
    assert program.call(name) == []


def test_only_the_programs_server_can_read_the_number(phone: Phone) -> None:
    program, key = phone.open(), new_session_key()
    number = PhoneNumber(phone.owner, lambda _: key, phone.clock)
    asking, privacy = Asking(phone.broker, phone.owner), Privacy(phone.clock)
    dispatcher = Dispatcher(number.endpoints(), (), asking, privacy, phone.switches)
    answers: list[Result] = []
    dispatcher.dispatch(program.session, "getPhoneNumber", {}, answers.append)
    program.screen.answer(True)
    assert sorted(answers[0]) == ["code", "encryptedData", "errMsg", "iv"]
    told: Mapping[str, object] = decrypted(answers[0], key)
    mine = phone.owner.profile.phone_number
    assert (told["phoneNumber"], told["purePhoneNumber"], told["countryCode"]) == (mine, mine, "86")
    assert told["watermark"] == {"timestamp": 1_000_000, "appid": "wxnearby"}


@pytest.mark.parametrize("name", [*NAMES, "chooseAvatar"])
def test_the_privacy_contract_comes_first_and_names_the_button(phone: Phone, name: str) -> None:
    program = phone.open(__usePrivacyCheck__=True)
    program.call("privacyListener", {"on": True})
    answers = program.call(name)
    assert program.events == [("needPrivacyAuthorization", {"referrer": name})]
    assert program.screen.confirmations == []
    program.call("privacyAnswer", {"event": "disagree"})
    message = f"{name}:fail privacy permission is not authorized"
    assert answers == [{"errMsg": message, "errno": 104}]


def test_the_number_is_no_function_of_the_programs(phone: Phone) -> None:
    assert not {*NAMES, "chooseAvatar"} & {*phone.dispatcher.names["async"]}
