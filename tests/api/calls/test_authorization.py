from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.permissions.prompts import Answer
from miniapp_host.permissions.scopes import SCOPES
from tests.api.pretend_phone import Phone


def test_only_decided_scopes_are_named_in_the_setting(phone: Phone) -> None:
    program = phone.open()
    assert program.result("getSetting") == {"authSetting": {}, "errMsg": "getSetting:ok"}
    program.decide("scope.camera", granted=False)
    program.decide("scope.userInfo", granted=True)
    program.call("authorize", {"scope": "scope.record"})
    phone.prompter.press(Answer.DISMISS)
    assert program.result("getSetting")["authSetting"] == {
        "scope.camera": False,
        "scope.userInfo": True,
    }


def test_a_decision_taken_back_is_gone_from_the_setting(phone: Phone) -> None:
    program = phone.open()
    program.decide("scope.camera", granted=True)
    subject = program.session.subject
    phone.store.decide(subject, "scope.camera", Decision.UNDECIDED, Actor.COMMAND)
    assert program.result("getSetting")["authSetting"] == {}


def test_subscriptions_are_told_only_to_who_asks_for_them(phone: Phone) -> None:
    program = phone.open()
    assert "subscriptionsSetting" not in program.result("getSetting", {"withSubscriptions": 1})
    told = program.result("getSetting", {"withSubscriptions": True})["subscriptionsSetting"]
    assert told == {"mainSwitch": True, "itemSettings": {}}


def test_a_program_sees_only_its_own_decisions(phone: Phone) -> None:
    phone.open("first").decide("scope.camera", granted=True)
    assert phone.open("second").result("getSetting")["authSetting"] == {}
    assert phone.open("first", "trial").result("getSetting")["authSetting"] == {}


def test_a_text_instead_of_options_is_as_good_as_none(phone: Phone) -> None:
    assert phone.open().message("getSetting", "writePhotosAlbum") == "getSetting:ok"


def test_a_scope_is_asked_for_whatever_the_phones_own_switch_says(phone: Phone) -> None:
    """`authorize` decides about the scope; the switch keeps the interface from running."""
    program = phone.open(permission={"scope.userLocation": {"desc": "to find you"}})
    phone.switches.turn(Switch.LOCATION, False)
    asked = program.call("authorize", {"scope": "scope.userLocation"})
    phone.prompter.press(Answer.ALLOW)
    assert asked == [{"errMsg": "authorize:ok"}]
    assert program.message("getLocation") == "getLocation:fail system permission denied"
    assert program.decision("scope.userLocation") is Decision.GRANTED
    phone.switches.turn(Switch.LOCATION, True)
    assert program.message("getLocation") == "getLocation:ok"


def test_the_settings_answer_when_the_person_comes_back_with_the_values_then(
    phone: Phone,
) -> None:
    program = phone.open()
    program.decide("scope.camera", granted=False)
    program.tap()
    answers = program.call("openSetting", {"withSubscriptions": True})
    assert answers == []
    program.decide("scope.camera", granted=True)
    program.screen.leave_settings()
    assert answers == [
        {
            "authSetting": {"scope.camera": True},
            "subscriptionsSetting": {"mainSwitch": True, "itemSettings": {}},
            "errMsg": "openSetting:ok",
        }
    ]


def test_the_settings_open_from_a_modals_confirm(phone: Phone) -> None:
    program = phone.open()
    program.call("showModal", {"title": "Open settings?"})
    program.screen.press(confirm=True)
    phone.clock.advance(3)
    program.call("openSetting")
    assert len(program.screen.panels) == 1


def test_the_settings_do_not_open_from_a_modals_cancel(phone: Phone) -> None:
    program = phone.open()
    program.call("showModal")
    program.screen.press(confirm=False)
    assert "TAP" in str(program.message("openSetting"))


def test_there_is_never_more_than_one_settings_panel(phone: Phone) -> None:
    program = phone.open()
    program.tap()
    first = program.call("openSetting")
    program.tap()
    second = program.call("openSetting")
    assert len(program.screen.panels) == 1
    assert str(second[0]["errMsg"]).startswith("openSetting:fail")
    program.screen.leave_settings()
    assert first[0]["errMsg"] == "openSetting:ok"
    program.tap()
    program.call("openSetting")
    assert len(program.screen.panels) == 2


def test_a_tap_in_one_program_does_not_open_the_settings_of_another(phone: Phone) -> None:
    first, second = phone.open("first"), phone.open("second")
    first.tap()
    assert "TAP" in str(second.message("openSetting"))


def test_a_program_closed_with_its_settings_open_hears_nothing(phone: Phone) -> None:
    program = phone.open()
    program.tap()
    answers = program.call("openSetting")
    program.close()
    program.screen.leave_settings()
    assert answers == []


def test_every_scope_of_the_table_can_be_authorized_one_after_the_other(phone: Phone) -> None:
    program = phone.open()
    answers = [program.call("authorize", {"scope": scope.id}) for scope in SCOPES]
    for scope in SCOPES:
        assert phone.prompter.asked[-1].scope is scope
        phone.prompter.press(Answer.ALLOW)
    assert [answer[0]["errMsg"] for answer in answers] == ["authorize:ok"] * len(SCOPES)
    assert program.result("getSetting")["authSetting"] == {scope.id: True for scope in SCOPES}


def test_authorizing_does_not_run_the_interface(phone: Phone) -> None:
    program = phone.open()
    program.call("authorize", {"scope": "scope.userLocation"})
    phone.prompter.press(Answer.ALLOW)
    phone.clock.advance(10)
    assert program.events == []


def test_a_program_without_privacy_contract_has_nothing_to_accept(phone: Phone) -> None:
    program = phone.open()
    assert program.result("getPrivacySetting")["needAuthorization"] is False
    assert program.message("requirePrivacyAuthorize") == "requirePrivacyAuthorize:ok"
