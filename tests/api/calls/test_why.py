"""Each row of the table of answers, and each state of a scope, has its line (permissions.md, 4)."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from miniapp_host import paths
from miniapp_host.api.calls import why as why_module
from miniapp_host.api.calls.journal import How
from miniapp_host.api.calls.why import Declaration, Explainer, Help, Why
from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.permissions.prompts import Answer
from miniapp_host.texts import Language, Texts
from tests.api.pretend_phone import OpenProgram, Phone

GRANTED, DENIED, UNDECIDED = Decision.GRANTED, Decision.DENIED, Decision.UNDECIDED
LOCATION, ALBUM = "scope.userLocation", "scope.writePhotosAlbum"
NOON = datetime(2026, 11, 22, 14, 3, 7, tzinfo=UTC)
EN, ZH = (Texts(language, paths.resources() / "i18n") for language in Language)
SETTINGS_OR_AGAIN = (Help.OPEN_SETTINGS, Help.ASK_AGAIN)


@pytest.fixture
def phone(phone: Phone) -> Phone:
    phone.clock.time = NOON.timestamp()
    phone.texts.language = Language.EN
    return phone


def why(phone: Phone, texts: Texts = EN) -> Why:
    """Why the last call ended as it did."""
    explainer = Explainer(phone.store.history, UTC)
    return explainer.why(phone.dispatcher.journal.records[-1], texts)


def line(phone: Phone) -> str:
    return why(phone).sentence


def decided(
    phone: Phone, decision: Decision, actor: Actor = Actor.PROMPT, **app: object
) -> OpenProgram:
    """A program about whose location that was decided at noon; then two days pass."""
    program = phone.open(**app)
    phone.store.decide(program.session.subject, LOCATION, decision, actor)
    phone.clock.advance(2 * 86_400)
    return program


# Done


def test_done_without_anything_to_ask(phone: Phone) -> None:
    phone.open().call("getStorageInfo")
    assert why(phone) == Why("Done: getStorageInfo needs no permission.")


def test_done_because_it_was_allowed_before(phone: Phone) -> None:
    decided(phone, GRANTED).call("getLocation")
    assert why(phone) == Why(
        "Allowed at once: you allowed Location on 22 Nov at 14:03.", (Help.ASK_AGAIN,)
    )


def test_authorize_done_because_it_was_allowed_before(phone: Phone) -> None:
    decided(phone, GRANTED).call("authorize", {"scope": LOCATION})
    assert line(phone) == "Allowed at once: you allowed Location on 22 Nov at 14:03."


def test_done_after_asking(phone: Phone) -> None:
    phone.open().call("getLocation")
    phone.clock.advance(3)
    phone.prompter.press(Answer.ALLOW)
    assert why(phone) == Why("Asked: you allowed Location on 22 Nov at 14:03.", (Help.ASK_AGAIN,))


# Refused at the prompt, or earlier


def test_refused_earlier(phone: Phone) -> None:
    decided(phone, DENIED).call("getLocation")
    assert why(phone) == Why(
        "Denied at once: you rejected Location on 22 Nov at 14:03. "
        "Allow it in Settings, or ask again.",
        SETTINGS_OR_AGAIN,
    )
    assert why(phone, ZH).sentence == (
        "立即拒绝：你于 11月22日 14:03 拒绝了“位置信息”。可在设置中允许，或重新询问。"
    )


def test_refused_at_the_prompt(phone: Phone) -> None:
    phone.open().call("getLocation")
    phone.prompter.press(Answer.REJECT)
    assert why(phone) == Why(
        "Asked: you rejected Location on 22 Nov at 14:03. Allow it in Settings, or ask again.",
        SETTINGS_OR_AGAIN,
    )


@pytest.mark.parametrize(
    ("actor", "decision", "deed"),
    [
        (Actor.SETTINGS, DENIED, "you switched Location off in Settings on 22 Nov at 14:03"),
        (Actor.SETTINGS, GRANTED, "you switched Location on in Settings on 22 Nov at 14:03"),
        (Actor.COMMAND, DENIED, "the command line denied Location on 22 Nov at 14:03"),
        (Actor.COMMAND, GRANTED, "the command line granted Location on 22 Nov at 14:03"),
        (Actor.SCRIPT, DENIED, "a script denied Location on 22 Nov at 14:03"),
        (Actor.SCRIPT, GRANTED, "a script granted Location on 22 Nov at 14:03"),
        (Actor.EARLIER, DENIED, "Location was denied before this phone kept a history"),
        (Actor.EARLIER, GRANTED, "Location was granted before this phone kept a history"),
    ],
)
def test_whoever_decided_is_named(
    phone: Phone, actor: Actor, decision: Decision, deed: str
) -> None:
    decided(phone, decision, actor).call("getLocation")
    at_once = "Allowed" if decision is GRANTED else "Denied"
    assert line(phone).startswith(f"{at_once} at once: {deed}.")


def test_what_stood_then_is_told_though_it_was_changed_since(phone: Phone) -> None:
    program = decided(phone, DENIED)
    program.call("getLocation")
    phone.clock.advance(1)
    program.decide(LOCATION, granted=True)
    assert line(phone).startswith("Denied at once: you rejected Location on 22 Nov at 14:03.")


def test_the_year_is_told_when_it_is_not_this_one(phone: Phone) -> None:
    program = decided(phone, DENIED)
    phone.clock.advance(60 * 86_400)
    program.call("getLocation")
    assert line(phone).startswith("Denied at once: you rejected Location on 22 Nov 2026 at 14:03.")
    assert "2026年11月22日 14:03" in why(phone, ZH).sentence


def test_what_the_history_does_not_keep_any_more_is_told_without_who_and_when(
    phone: Phone,
) -> None:
    decided(phone, DENIED).call("getLocation")
    phone.store.history.forget("nearby")
    assert line(phone) == (
        "Denied at once: Location is denied. Allow it in Settings, or ask again."
    )


def test_a_history_that_can_not_be_read_leaves_the_rest_of_the_line(phone: Phone) -> None:
    decided(phone, GRANTED).call("getLocation")
    phone.database.execute("PRAGMA ignore_check_constraints = ON")
    phone.database.execute("UPDATE history SET program = CAST(x'ff' AS TEXT), actor = 'prompt'")
    phone.database.execute("UPDATE history SET scope = CAST(x'ff' AS TEXT), program = 'nearby'")
    assert line(phone) == "Allowed at once: Location is granted."


def test_a_decision_made_elsewhere_while_the_person_was_asked_is_told_as_such(
    phone: Phone,
) -> None:
    program = phone.open()
    program.call("getLocation")
    phone.clock.advance(60)
    phone.store.decide(program.session.subject, LOCATION, DENIED, Actor.COMMAND)
    assert line(phone).startswith(
        "Asked, but before you answered, the command line denied Location on 22 Nov at 14:04."
    )


def test_a_call_that_joined_an_open_question_is_told_as_such(phone: Phone) -> None:
    program = phone.open()
    program.call("authorize", {"scope": LOCATION})
    program.call("getLocation")
    phone.prompter.press(Answer.REJECT)
    assert line(phone).startswith("Asked by an open question: you rejected Location on 22 Nov")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer.ALLOW, "Asked, as at each call of getUserProfile: you allowed it."),
        (
            Answer.REJECT,
            "Asked, as at each call of getUserProfile: you rejected it. The next call asks again.",
        ),
    ],
)
def test_what_is_asked_at_each_call_says_so(phone: Phone, answer: Answer, expected: str) -> None:
    program = phone.open()
    program.tap()
    program.call("getUserProfile", {"desc": "to greet you"})
    phone.prompter.press(answer)
    assert why(phone) == Why(expected)


# Dismissed


def test_dismissed(phone: Phone) -> None:
    phone.open().call("getLocation")
    phone.prompter.press(Answer.DISMISS)
    assert why(phone) == Why(
        "Asked: you dismissed the question, which decides nothing. The next call asks again."
    )


# The phone's own permission


@pytest.mark.parametrize(
    ("name", "switch", "title"),
    [("getLocation", Switch.LOCATION, "Location"), ("chooseImage", Switch.ALBUM, "Album")],
)
def test_switched_off_on_the_phone(phone: Phone, name: str, switch: Switch, title: str) -> None:
    phone.switches.turn(switch, on=False)
    phone.open().call(name)
    assert why(phone) == Why(
        f"Refused: {title} is switched off on the phone, for every program. "
        "Switch it on; what was decided about the program stays as it is.",
        (Help.SWITCH_ON,),
        switches=(switch,),
    )


# Unknown scope


@pytest.mark.parametrize(
    ("given", "near"),
    [
        ("scope.userlocation", " Did you mean scope.userLocation?"),
        ("scope.writePhotoAlbum", " Did you mean scope.writePhotosAlbum?"),
        ("location", ""),
        ("", ""),
    ],
)
def test_an_unknown_scope(phone: Phone, given: str, near: str) -> None:
    phone.open().call("authorize", {"scope": given})
    assert why(phone) == Why(f"Refused: there is no scope “{given}”.{near}")


# Missing or mistyped parameter


def test_a_missing_parameter(phone: Phone) -> None:
    phone.open().call("authorize")
    assert why(phone) == Why(
        "The arguments are wrong: parameter.scope should be String instead of Undefined. "
        "Nothing else was looked at."
    )


# Purpose and declaration


@pytest.mark.parametrize("name", ["getLocation", "authorize"])
def test_a_missing_purpose(phone: Phone, name: str) -> None:
    app = {"requiredPrivateInfos": ["getLocation"]}
    phone.open(version="release", **app).call(name, {"scope": LOCATION})
    key = 'permission["scope.userLocation"].desc'
    assert why(phone) == Why(
        f"Refused: app.json does not say what Location is for. Add {key}.",
        (Help.DECLARE,),
        declare=Declaration("app.json", key, ""),
    )


def test_an_interface_that_is_not_declared(phone: Phone) -> None:
    phone.open(requiredPrivateInfos=[]).call("getLocation")
    assert why(phone) == Why(
        "Refused: app.json does not name getLocation in requiredPrivateInfos. Add it there.",
        (Help.DECLARE,),
        declare=Declaration("app.json", "requiredPrivateInfos", "getLocation"),
    )


def test_a_refused_privacy_contract(phone: Phone) -> None:
    program = phone.open(__usePrivacyCheck__=True)
    for _ in range(2):
        program.call("getLocation")
        program.screen.answer(False)
    assert line(phone) == (
        "Refused: the program’s privacy contract was not accepted. "
        "For 10 seconds after that nobody is asked again."
    )


# Tap


def test_a_missing_tap(phone: Phone) -> None:
    phone.open().call("openSetting")
    assert why(phone) == Why(
        "Refused: openSetting needs a tap of the last 5 seconds, and a tap counts once. "
        "Call it from a tap’s handler."
    )


# Cancelled, not there, not supported


def test_a_cancelled_picker_after_a_grant(phone: Phone) -> None:
    program = decided(phone, GRANTED)
    program.call("chooseLocation")
    assert line(phone).endswith("at 14:03. It still runs.")
    program.screen.place_choices[-1][1](None)
    assert line(phone) == (
        "Allowed at once: you allowed Location on 22 Nov at 14:03. You cancelled."
    )


def test_a_cancelled_picker_that_needs_no_scope(phone: Phone) -> None:
    program = phone.open()
    program.call("chooseImage")
    program.screen.picture_choices[-1][1](())
    assert line(phone) == "You cancelled."


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/gone.png", "There is no such file."),
        ("/app.js", "The file is not of a kind that saveImageToPhotosAlbum takes."),
    ],
)
def test_a_file_that_is_not_there_or_of_the_wrong_kind(
    phone: Phone, path: str, expected: str
) -> None:
    program = phone.open()
    program.decide(ALBUM, granted=True)
    program.call("saveImageToPhotosAlbum", {"filePath": path})
    assert line(phone).startswith("Allowed at once: you switched Save to album on in Settings")
    assert line(phone).endswith(f". {expected}")


def test_not_supported(phone: Phone) -> None:
    phone.open().call("startFacialRecognitionVerify")
    assert why(phone) == Why("This phone does not have startFacialRecognitionVerify.")


def test_what_fails_by_itself_is_told_with_its_reason(phone: Phone) -> None:
    phone.open().call("getStorage", {"key": "nothing"})
    assert line(phone) == "It failed by itself: data not found."


# States


def test_an_undecided_scope_waits_for_the_person(phone: Phone) -> None:
    program = phone.open()
    program.call("getLocation")
    assert why(phone) == Why("Waits for your answer about Location.", (Help.ANSWER,))
    program.call("authorize", {"scope": LOCATION})
    assert why(phone) == Why(
        "Waits for your answer about Location, with the calls that asked before.", (Help.ANSWER,)
    )


def test_a_decision_that_was_taken_back_asks_like_the_first_time(phone: Phone) -> None:
    program = decided(phone, DENIED)
    phone.store.decide(program.session.subject, LOCATION, UNDECIDED, Actor.SETTINGS)
    program.call("getLocation")
    assert line(phone) == "Waits for your answer about Location."


def test_what_waited_when_the_program_was_closed(phone: Phone) -> None:
    program = phone.open()
    program.call("getLocation")
    program.close()
    assert why(phone) == Why("The program was closed before it was answered.")


def test_what_still_runs(phone: Phone) -> None:
    phone.open().call("showModal")
    assert why(phone) == Why("It still runs.")


def test_what_could_not_be_written(phone: Phone) -> None:
    phone.open().call("getLocation")
    phone.database.execute("PRAGMA query_only = 1")
    phone.prompter.press(Answer.ALLOW)
    assert why(phone) == Why(
        "Failed: the decision could not be read or written, so nothing was granted. "
        "The phone said what was wrong."
    )


def test_a_scope_that_this_phone_does_not_know_is_told_by_its_id(phone: Phone) -> None:
    program = phone.open()
    note = phone.dispatcher.journal.begin(program.session, "later", {})
    note.found("scope.later", GRANTED, How.GRANTED_BEFORE)
    assert line(phone).startswith("Allowed at once: scope.later is granted.")


# Chinese


def test_every_line_has_its_chinese() -> None:
    chinese = json.loads((paths.resources() / "i18n/zh/why.json").read_text("utf-8"))
    tables = (
        why_module.GRANTED_BY,
        why_module.DENIED_BY,
        why_module.REFUSALS,
        why_module.FAILURES,
    )
    lines = [*why_module.MONTHS, *(words for table in tables for words in table.values())]
    assert [words for words in lines if words not in chinese] == []
    assert set(why_module.REFUSALS) | {
        How.GRANTED_BEFORE,
        How.DENIED_BEFORE,
        How.ASKED_ALLOWED,
        How.ASKED_REJECTED,
        How.UNKNOWN_SCOPE,
    } == set(How)


def test_every_switch_of_the_phone_has_a_name() -> None:
    assert set(why_module.SWITCHES) == set(Switch)


def test_times_are_those_of_the_machine_unless_told_otherwise(phone: Phone) -> None:
    decided(phone, DENIED).call("getLocation")
    record = phone.dispatcher.journal.records[-1]
    local = (NOON + timedelta(0)).astimezone()
    assert f"{local:%H:%M}" in Explainer(phone.store.history).why(record, EN).sentence
