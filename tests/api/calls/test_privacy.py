"""The privacy contract comes before every scope; only the person's tap or sheet accepts it."""

import pytest

from miniapp_host.permissions.guards import GUARDS
from miniapp_host.permissions.prompts import Answer
from miniapp_host.programs.files import ProgramFiles
from tests.api.later_calls import NO_CALLS
from tests.api.pretend_phone import OpenProgram, Phone

REFUSED = {"errMsg": "getLocation:fail privacy permission is not authorized", "errno": 104}


def checked(phone: Phone, name: str = "nearby", version: str = "develop") -> OpenProgram:
    return phone.open(name, version, __usePrivacyCheck__=True)


def test_a_program_without_the_check_has_nothing_to_accept(phone: Phone) -> None:
    program = phone.open()
    assert program.result("getPrivacySetting") == {
        "needAuthorization": False,
        "privacyContractName": "",
        "errMsg": "getPrivacySetting:ok",
    }
    assert program.message("requirePrivacyAuthorize") == "requirePrivacyAuthorize:ok"


def test_a_program_with_the_check_names_its_contract(phone: Phone) -> None:
    result = checked(phone).result("getPrivacySetting")
    assert result["needAuthorization"] is True
    assert result["privacyContractName"] == "《Nearby小程序隐私保护指引》"


def test_the_hosts_sheet_comes_before_the_scopes_prompt(phone: Phone) -> None:
    program = checked(phone)
    answers = program.call("getLocation")
    assert len(program.screen.confirmations) == 1
    assert phone.prompter.asked == []
    program.screen.answer(True)
    assert [prompt.scope.id for prompt in phone.prompter.asked] == ["scope.userLocation"]
    phone.prompter.press(Answer.ALLOW)
    assert answers[0]["errMsg"] == "getLocation:ok"
    assert program.result("getPrivacySetting")["needAuthorization"] is False


def test_a_refusal_asks_no_scope_and_gives_ten_seconds_of_peace(phone: Phone) -> None:
    program = checked(phone)
    answers = program.call("getLocation")
    program.screen.answer(False)
    assert answers == [REFUSED]
    assert phone.prompter.asked == []
    phone.clock.advance(9)
    assert program.result("getLocation") == REFUSED
    assert len(program.screen.confirmations) == 1
    phone.clock.advance(2)
    assert program.call("getLocation") == []
    assert len(program.screen.confirmations) == 2


def test_all_who_wait_share_one_sheet(phone: Phone) -> None:
    program = checked(phone)
    program.decide("scope.userLocation", granted=True)
    first, second = program.call("getLocation"), program.call("requirePrivacyAuthorize")
    assert len(program.screen.confirmations) == 1
    program.screen.answer(True)
    assert [first[0]["errMsg"], second[0]["errMsg"]] == [
        "getLocation:ok",
        "requirePrivacyAuthorize:ok",
    ]


@pytest.mark.parametrize("scope", ["scope.userLocation", "scope.record", "scope.camera"])
def test_authorizing_such_a_scope_waits_too(phone: Phone, scope: str) -> None:
    program = checked(phone)
    program.call("authorize", {"scope": scope})
    assert phone.prompter.asked == []
    program.screen.answer(True)
    assert [prompt.scope.id for prompt in phone.prompter.asked] == [scope]


@pytest.mark.parametrize(
    ("name", "arguments"), [("getLocation", {}), ("authorize", {"scope": "scope.userLocation"})]
)
def test_nobody_accepts_a_contract_for_what_lacks_its_purpose(
    phone: Phone, name: str, arguments: dict[str, str]
) -> None:
    program = phone.open(
        version="release",
        __usePrivacyCheck__=True,
        requiredPrivateInfos=["getLocation"],
        permission={},
    )
    assert program.message(name, arguments) == f"{name}:fail:require permission desc"
    assert program.screen.confirmations == []


def test_what_is_no_private_interface_is_not_held_up(phone: Phone) -> None:
    program = checked(phone)
    assert program.message("getSystemInfoAsync") == "getSystemInfoAsync:ok"
    assert program.message("getSetting") == "getSetting:ok"


def test_a_program_that_listens_asks_by_itself(phone: Phone) -> None:
    program = checked(phone)
    program.decide("scope.userLocation", granted=True)
    program.call("privacyListener", {"on": True})
    answers = program.call("getLocation")
    assert program.events == [("needPrivacyAuthorization", {"referrer": "getLocation"})]
    assert program.screen.confirmations == []
    program.call("privacyAnswer", {"event": "exposureAuthorization"})
    assert answers == []
    program.tap()
    assert program.message("agreePrivacyAuthorization") == "agreePrivacyAuthorization:ok"
    program.call("privacyAnswer", {"event": "agree", "buttonId": "agree"})
    assert answers[0]["errMsg"] == "getLocation:ok"


def test_agreeing_without_the_persons_tap_counts_as_a_refusal(phone: Phone) -> None:
    program = checked(phone)
    program.decide("scope.userLocation", granted=True)
    program.call("privacyListener")
    answers = program.call("getLocation")
    assert "TAP" in str(program.message("agreePrivacyAuthorization"))
    program.call("privacyAnswer", {"event": "agree"})
    assert answers == [REFUSED]


def test_disagreeing_fails_everybody_who_waits(phone: Phone) -> None:
    program = checked(phone)
    program.call("privacyListener")
    answers = program.call("getLocation")
    program.call("privacyAnswer", {"event": "disagree"})
    assert answers == [REFUSED]


def test_a_program_that_stops_listening_gets_the_hosts_sheet(phone: Phone) -> None:
    program = checked(phone)
    program.call("privacyListener", {"on": True})
    program.call("privacyListener", {"on": False})
    program.call("getLocation")
    assert len(program.screen.confirmations) == 1


def test_what_was_accepted_is_remembered_per_version_until_deletion(phone: Phone) -> None:
    program = checked(phone)
    program.call("requirePrivacyAuthorize")
    program.screen.answer(True)
    program.close()
    assert checked(phone).result("getPrivacySetting")["needAuthorization"] is False
    trial = checked(phone, version="trial")
    assert trial.result("getPrivacySetting")["needAuthorization"] is True
    ProgramFiles(phone.folder / "files" / "nearby").delete()
    assert checked(phone).result("getPrivacySetting")["needAuthorization"] is True


def test_a_program_closed_while_the_sheet_is_up_hears_and_keeps_nothing(phone: Phone) -> None:
    program = checked(phone)
    answers = program.call("getLocation")
    program.close()
    program.screen.answer(True)
    assert answers == []
    assert checked(phone).result("getPrivacySetting")["needAuthorization"] is True


def test_what_cannot_be_written_is_not_agreed(phone: Phone) -> None:
    program = checked(phone)
    answers = program.call("getLocation")
    folder = phone.folder / "files" / "nearby"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "marks").write_text("in the way")
    program.screen.answer(True)
    assert answers == [REFUSED]
    assert "error" in [level for level, _ in program.console]


def test_the_contract_is_shown(phone: Phone) -> None:
    program = checked(phone)
    assert program.message("openPrivacyContract") == "openPrivacyContract:ok"
    assert program.screen.contracts == 1


def test_every_private_interface_is_one_that_is_here(phone: Phone) -> None:
    program = checked(phone)
    for name in GUARDS.interfaces - NO_CALLS:
        if not GUARDS.conditions(name, {}).contract:
            continue
        program.tap()
        assert "not supported" not in str(program.call(name)), name
