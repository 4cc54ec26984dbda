"""Every row of permissions.md §4's table, for every interface that a scope guards."""

from pathlib import Path

import pytest

from miniapp_host.devices.drawing import avatar_png
from miniapp_host.devices.places import PLACES
from miniapp_host.devices.switches import Switch
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.prompts import Answer
from miniapp_host.permissions.scopes import SCOPES
from tests.api.later_calls import LATER, NO_CALLS
from tests.api.pretend_phone import FakeScreen, OpenProgram, Phone, Result

MP4 = b"\x00\x00\x00\x18ftypisom" + bytes(40)
FILES = {"card.png": avatar_png(8), "clip.mp4": MP4}
PURPOSES = {
    scope.id: {"desc": "so that the test knows"} for scope in SCOPES if scope.purpose_required
}
PRECISE = ["getLocation", "chooseLocation", "startLocationUpdate", "onLocationChange"]

GUARDED = {
    "getUserInfo": ("scope.userInfo", {}),
    "getLocation": ("scope.userLocation", {"type": "gcj02"}),
    "chooseLocation": ("scope.userLocation", {}),
    "startLocationUpdate": ("scope.userLocation", {}),
    "Map.showLocation": ("scope.userLocation", {}),
    "MapContext.moveToLocation": ("scope.userLocation", {}),
    "getFuzzyLocation": ("scope.userFuzzyLocation", {}),
    "saveImageToPhotosAlbum": ("scope.writePhotosAlbum", {"filePath": "/card.png"}),
    "saveVideoToPhotosAlbum": ("scope.writePhotosAlbum", {"filePath": "clip.mp4"}),
}
SWITCH = {
    "getLocation": Switch.LOCATION,
    "chooseLocation": Switch.LOCATION,
    "startLocationUpdate": Switch.LOCATION,
    "Map.showLocation": Switch.LOCATION,
    "MapContext.moveToLocation": Switch.LOCATION,
    "getFuzzyLocation": Switch.LOCATION,
    "saveImageToPhotosAlbum": Switch.ALBUM,
    "saveVideoToPhotosAlbum": Switch.ALBUM,
}
PRIVATE = ["getLocation", "chooseLocation", "startLocationUpdate", "getFuzzyLocation"]
AUTHORIZE = [("authorize", scope.id, {"scope": scope.id}) for scope in SCOPES]
ASKING = [*((name, scope, args) for name, (scope, args) in GUARDED.items()), *AUTHORIZE]

every_guarded_interface = pytest.mark.parametrize("name", GUARDED)
every_way_to_ask = pytest.mark.parametrize(
    ("name", "scope", "arguments"), ASKING, ids=[f"{one[0]} {one[1]}" for one in ASKING]
)


class ChoosingScreen(FakeScreen):
    """Its person takes the first place at once."""

    def choose_place(self, start, on_chosen) -> None:
        on_chosen(PLACES[0])


def opened(phone: Phone, version: str = "develop", **app: object) -> OpenProgram:
    screen = ChoosingScreen()
    return phone.open(version=version, files=FILES, screen=screen, permission=PURPOSES, **app)


def failed(result: Result) -> tuple[object, object]:
    return result["errMsg"], result.get("errno")


@every_way_to_ask
def test_an_undecided_scope_is_asked_for_and_runs_only_after_allow(
    phone: Phone, name: str, scope: str, arguments: dict[str, object]
) -> None:
    program = opened(phone)
    answers = program.call(name, arguments)
    assert answers == []
    assert [prompt.scope.id for prompt in phone.prompter.asked] == [scope]
    phone.prompter.press(Answer.ALLOW)
    assert [answer["errMsg"] for answer in answers] == [f"{name}:ok"]
    assert program.decision(scope) is Decision.GRANTED


@every_way_to_ask
def test_a_granted_scope_lets_the_call_through_without_a_prompt(
    phone: Phone, name: str, scope: str, arguments: dict[str, object]
) -> None:
    program = opened(phone)
    program.decide(scope, granted=True)
    assert program.message(name, arguments) == f"{name}:ok"
    assert phone.prompter.asked == []


@every_way_to_ask
def test_a_refusal_is_recorded_and_fails_the_call(
    phone: Phone, name: str, scope: str, arguments: dict[str, object]
) -> None:
    program = opened(phone)
    answers = program.call(name, arguments)
    phone.prompter.press(Answer.REJECT)
    assert [failed(answer) for answer in answers] == [(f"{name}:fail auth deny", 103)]
    assert program.decision(scope) is Decision.DENIED


@every_way_to_ask
def test_a_scope_denied_earlier_fails_at_once_without_a_prompt(
    phone: Phone, name: str, scope: str, arguments: dict[str, object]
) -> None:
    program = opened(phone)
    program.decide(scope, granted=False)
    assert failed(program.result(name, arguments)) == (f"{name}:fail auth deny", 103)
    assert phone.prompter.asked == []


@every_way_to_ask
def test_a_dismissal_fails_the_call_and_the_next_one_asks_again(
    phone: Phone, name: str, scope: str, arguments: dict[str, object]
) -> None:
    program = opened(phone)
    for turn in (1, 2, 3):
        answers = program.call(name, arguments)
        assert len(phone.prompter.asked) == turn
        phone.prompter.press(Answer.DISMISS)
        assert [failed(answer) for answer in answers] == [(f"{name}:fail auth deny", 104)]
        assert program.decision(scope) is Decision.UNDECIDED


@every_way_to_ask
def test_granting_every_other_scope_does_not_grant_this_one(
    phone: Phone, name: str, scope: str, arguments: dict[str, object]
) -> None:
    program = opened(phone)
    for other in SCOPES:
        if other.id != scope:
            program.decide(other.id, granted=True)
    assert program.call(name, arguments) == []
    assert [prompt.scope.id for prompt in phone.prompter.asked] == [scope]


@pytest.mark.parametrize("granted", [None, True, False])
@pytest.mark.parametrize("name", SWITCH)
def test_a_switched_off_device_fails_the_call_and_leaves_the_scope_as_it_was(
    phone: Phone, name: str, granted: bool | None
) -> None:
    scope, arguments = GUARDED[name]
    program = opened(phone)
    if granted is not None:
        program.decide(scope, granted)
    before = program.decision(scope)
    phone.switches.turn(SWITCH[name], on=False)
    assert failed(program.result(name, arguments)) == (
        f"{name}:fail system permission denied",
        3,
    )
    assert program.decision(scope) is before
    assert phone.prompter.asked == []


@pytest.mark.parametrize("name", SWITCH)
def test_a_device_switched_off_while_the_prompt_was_open_stays_closed(
    phone: Phone, name: str
) -> None:
    scope, arguments = GUARDED[name]
    program = opened(phone)
    answers = program.call(name, arguments)
    phone.switches.turn(SWITCH[name], on=False)
    phone.prompter.press(Answer.ALLOW)
    assert [failed(answer) for answer in answers] == [(f"{name}:fail system permission denied", 3)]
    assert program.decision(scope) is Decision.GRANTED


@pytest.mark.parametrize("version", ["trial", "release"])
@pytest.mark.parametrize(
    ("name", "scope", "arguments"),
    [one for one in ASKING if one[1] in PURPOSES],
    ids=[f"{one[0]} {one[1]}" for one in ASKING if one[1] in PURPOSES],
)
def test_a_version_for_others_must_say_what_it_asks_for(
    phone: Phone, name: str, scope: str, arguments: dict[str, object], version: str
) -> None:
    interfaces = ["getFuzzyLocation"] if name == "getFuzzyLocation" else PRECISE
    program = phone.open(version=version, requiredPrivateInfos=interfaces)
    for granted in (None, True, False):
        if granted is not None:
            program.decide(scope, granted)
        assert program.message(name, arguments) == f"{name}:fail:require permission desc"
    assert phone.prompter.asked == []


@pytest.mark.parametrize(
    ("name", "scope", "arguments"),
    [one for one in ASKING if one[1] in PURPOSES],
    ids=[f"{one[0]} {one[1]}" for one in ASKING if one[1] in PURPOSES],
)
def test_a_version_in_development_is_only_warned_and_asks_without_a_purpose(
    phone: Phone, name: str, scope: str, arguments: dict[str, object]
) -> None:
    program = phone.open()
    program.call(name, arguments)
    program.call(name, arguments)
    (prompt,) = phone.prompter.asked
    assert prompt.purpose == ""
    ((level, text),) = program.console
    assert level == "warn"
    assert scope in text


@pytest.mark.parametrize("scope", ["scope.userInfo", "scope.writePhotosAlbum", "scope.camera"])
def test_other_scopes_need_no_purpose_in_any_version(phone: Phone, scope: str) -> None:
    program = phone.open(version="release")
    program.call("authorize", {"scope": scope})
    assert [prompt.scope.id for prompt in phone.prompter.asked] == [scope]
    assert program.console == []


@every_way_to_ask
def test_the_prompt_shows_the_programs_name_and_its_purpose(
    phone: Phone, name: str, scope: str, arguments: dict[str, object]
) -> None:
    program = phone.open(files=FILES, permission={scope: {"desc": " to show it \n"}})
    program.call(name, arguments)
    (prompt,) = phone.prompter.asked
    assert (prompt.requester.name, prompt.requester.appid) == ("Nearby", "wxnearby")
    assert prompt.requester.version == "develop"
    assert prompt.purpose == "to show it"
    assert (prompt.profile is not None) == (scope == "scope.userInfo")


def test_a_purpose_that_is_too_long_is_warned_of_and_cut(phone: Phone) -> None:
    program = phone.open(permission={"scope.userLocation": {"desc": "很" * 31}})
    program.call("getLocation")
    assert len(phone.prompter.asked[0].purpose) <= 30
    assert any("longer" in text for _, text in program.console)


@pytest.mark.parametrize("version", ["develop", "trial", "release"])
@pytest.mark.parametrize("name", PRIVATE)
def test_a_private_interface_must_be_in_a_list_that_is_there(
    phone: Phone, name: str, version: str
) -> None:
    program = opened(phone, version, requiredPrivateInfos=["chooseAddress"])
    program.decide(GUARDED[name][0], granted=True)
    assert program.message(name, GUARDED[name][1]) == (
        f"{name}:fail the api need to be declared in the requiredPrivateInfos field "
        "in app.json/ext.json"
    )


@pytest.mark.parametrize("version", ["develop", "trial", "release"])
@pytest.mark.parametrize("name", PRIVATE)
def test_a_declared_private_interface_works_in_every_version(
    phone: Phone, name: str, version: str
) -> None:
    interfaces = ["getFuzzyLocation"] if name == "getFuzzyLocation" else PRECISE
    program = opened(phone, version, requiredPrivateInfos=interfaces)
    program.decide(GUARDED[name][0], granted=True)
    assert program.message(name, GUARDED[name][1]) == f"{name}:ok"


@pytest.mark.parametrize("name", PRIVATE)
def test_without_any_list_only_a_version_in_development_passes(phone: Phone, name: str) -> None:
    scope, arguments = GUARDED[name]
    for version, passes in (("develop", True), ("trial", False), ("release", False)):
        program = opened(phone, version)
        program.decide(scope, granted=True)
        assert (program.message(name, arguments) == f"{name}:ok") is passes


@every_guarded_interface
def test_two_calls_at_once_share_one_prompt_and_both_are_answered(phone: Phone, name: str) -> None:
    scope, arguments = GUARDED[name]
    program = opened(phone)
    first = program.call("authorize", {"scope": scope})
    second = program.call(name, arguments)
    assert len(phone.prompter.asked) == 1
    phone.prompter.press(Answer.ALLOW)
    assert [len(first), len(second)] == [1, 1]
    assert len(phone.prompter.asked) == 1


@every_guarded_interface
def test_a_program_closed_while_it_asks_hears_nothing_and_nothing_is_kept(
    phone: Phone, name: str
) -> None:
    scope, arguments = GUARDED[name]
    program = opened(phone)
    answers = program.call(name, arguments)
    program.close()
    assert phone.prompter.withdrawn == phone.prompter.asked
    assert answers == []
    assert program.decision(scope) is Decision.UNDECIDED


@every_guarded_interface
def test_a_closed_program_gets_no_answer_even_where_it_is_granted(phone: Phone, name: str) -> None:
    scope, arguments = GUARDED[name]
    program = opened(phone)
    program.decide(scope, granted=True)
    program.close()
    assert program.call(name, arguments) == []
    assert list(phone.album.folder.iterdir()) == []


@every_guarded_interface
def test_versions_of_one_program_are_asked_each_for_itself(phone: Phone, name: str) -> None:
    scope, arguments = GUARDED[name]
    opened(phone, "develop").decide(scope, granted=True)
    interfaces = ["getFuzzyLocation"] if name == "getFuzzyLocation" else PRECISE
    trial = opened(phone, "trial", requiredPrivateInfos=interfaces)
    assert trial.call(name, arguments) == []
    assert len(phone.prompter.asked) == 1


@every_guarded_interface
def test_an_answer_that_cannot_be_written_grants_nothing_and_tells_the_person(
    phone: Phone, name: str
) -> None:
    _, arguments = GUARDED[name]
    program = opened(phone)
    answers = program.call(name, arguments)
    phone.database.execute("PRAGMA query_only = ON")
    phone.prompter.press(Answer.ALLOW)
    assert [failed(answer) for answer in answers] == [(f"{name}:fail internal error", 4)]
    assert len(phone.store_errors) == 1
    assert isinstance(phone.store_errors[0], StoreError)
    assert list(phone.album.folder.iterdir()) == []


@pytest.mark.parametrize("scope", ["scope.nothing", "userLocation", "", "SCOPE.USERINFO"])
def test_an_unknown_scope_cannot_be_authorized(phone: Phone, scope: str) -> None:
    program = phone.open()
    assert program.result("authorize", {"scope": scope}) == {
        "errMsg": "authorize:fail invalid scope"
    }
    assert phone.prompter.asked == []


@pytest.mark.parametrize(
    ("name", "parameter"),
    [
        ("authorize", "scope"),
        ("saveImageToPhotosAlbum", "filePath"),
        ("saveVideoToPhotosAlbum", "filePath"),
        ("getUserProfile", "desc"),
        ("getImageInfo", "src"),
        ("setStorage", "key"),
        ("showToast", "title"),
        ("setClipboardData", "data"),
    ],
)
@pytest.mark.parametrize(
    ("value", "found"),
    [
        (..., "Undefined"),
        (None, "Null"),
        (7, "Number"),
        (7.5, "Number"),
        (True, "Boolean"),
        ([], "Array"),
        ({}, "Object"),
    ],
)
def test_a_wrong_parameter_is_named_with_the_types_as_found(
    phone: Phone, name: str, parameter: str, value: object, found: str
) -> None:
    arguments = {} if value is ... else {parameter: value}
    assert failed(phone.open().result(name, arguments)) == (
        f"{name}:fail parameter error: parameter.{parameter} should be String instead of {found};",
        1001,
    )


@pytest.mark.parametrize("name", ["openSetting", "getUserProfile"])
def test_a_call_that_needs_a_tap_fails_without_one(phone: Phone, name: str) -> None:
    program = phone.open()
    message = f"{name}:fail can only be invoked by user TAP gesture."
    assert program.result(name, {"desc": "to greet"}) == {"errMsg": message}


@pytest.mark.parametrize("name", ["openSetting", "getUserProfile"])
def test_a_tap_counts_for_five_seconds_and_once(phone: Phone, name: str) -> None:
    program = phone.open()
    program.tap()
    phone.clock.advance(5)
    assert program.call(name, {"desc": "to greet"}) == []
    assert "TAP" in str(program.message(name, {"desc": "to greet"}))
    program.tap()
    phone.clock.advance(5.1)
    assert "TAP" in str(program.message(name, {"desc": "to greet"}))


@pytest.mark.parametrize(
    "name", ["openCustomerServiceChat", "startFacialRecognitionVerify", "nonsense", ""]
)
def test_what_is_not_here_says_that_it_is_not_supported(phone: Phone, name: str) -> None:
    assert phone.open().result(name) == {"errMsg": f"{name}:fail not supported", "errno": 100}


def test_the_checks_come_in_the_order_of_the_rules(phone: Phone) -> None:
    """Each wrong thing put right shows the next one."""
    program = phone.open(version="release", requiredPrivateInfos=["chooseAddress"])
    phone.switches.turn(Switch.LOCATION, on=False)
    program.decide("scope.userLocation", granted=False)
    assert "requiredPrivateInfos" in str(program.message("getLocation"))
    program = phone.open(version="release", requiredPrivateInfos=PRECISE)
    assert program.message("getLocation") == "getLocation:fail:require permission desc"
    program = opened(phone, "release", requiredPrivateInfos=PRECISE)
    assert program.message("getLocation") == "getLocation:fail system permission denied"
    phone.switches.turn(Switch.LOCATION, on=True)
    assert program.message("getLocation") == "getLocation:fail auth deny"
    program.decide("scope.userLocation", granted=True)
    assert program.message("getLocation") == "getLocation:ok"


def test_wrong_arguments_are_told_before_a_missing_tap_and_do_not_spend_one(phone: Phone) -> None:
    program = phone.open()
    assert "parameter" in str(program.message("getUserProfile"))
    program.tap()
    assert "parameter" in str(program.message("getUserProfile"))
    assert program.call("getUserProfile", {"desc": "to greet"}) == []


def test_a_missing_file_is_told_only_to_a_program_that_may_save(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("saveImageToPhotosAlbum", {"filePath": "no.png"})
    assert answers == []
    phone.prompter.press(Answer.ALLOW)
    assert answers == [{"errMsg": "saveImageToPhotosAlbum:fail file doesn't exist"}]


LISTED = [(scope.id, name) for scope in SCOPES for name in scope.interfaces if name not in NO_CALLS]


@pytest.mark.parametrize(("scope", "name"), LISTED)
def test_every_interface_of_the_table_fails_once_its_scope_is_denied(
    phone: Phone, scope: str, name: str
) -> None:
    arguments = GUARDED[name][1] if name in GUARDED else LATER.get(name, ("", {}))[1]
    if (scope, name) == ("scope.camera", "joinVoIPChat"):
        arguments = {**arguments, "roomType": "video"}
    program = opened(phone, requiredBackgroundModes=["location"])
    for other in SCOPES:
        program.decide(other.id, granted=other.id != scope)
    assert failed(program.result(name, arguments)) == (f"{name}:fail auth deny", 103)


def test_a_guarded_interface_is_guarded_by_the_scope_that_lists_it(phone: Phone) -> None:
    listed = {name: scope.id for scope in SCOPES for name in scope.interfaces}
    assert {name: scope for name, (scope, _) in GUARDED.items()} == {
        name: listed[name] for name in GUARDED
    }
    offered = set(phone.dispatcher.names["async"])
    assert offered & set(listed) == offered & {*GUARDED, *LATER, "startRecord"}


def test_a_picture_really_lands_in_the_album_folder(phone: Phone) -> None:
    program = opened(phone)
    program.decide("scope.writePhotosAlbum", granted=True)
    program.message("saveImageToPhotosAlbum", {"filePath": "card.png"})
    assert [Path(file).read_bytes() for file in phone.album.pictures()] == [FILES["card.png"]]
