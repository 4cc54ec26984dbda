"""What is taken back while the person still chooses is not given, and nothing runs behind them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from miniapp_host.api.calls.journal import How
from miniapp_host.devices.drawing import avatar_png
from miniapp_host.devices.places import PLACES
from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.permissions.prompts import Answer
from tests.api.later_calls import ADDRESS, CHAT
from tests.api.pretend_phone import FakeScreen, OpenProgram, Phone

LOCATION, CAMERA, RECORD = "scope.userLocation", "scope.camera", "scope.record"
FUZZY = "scope.userFuzzyLocation"
PURPOSES = {one: {"desc": "for the test"} for one in (LOCATION, FUZZY)}

Choose = Callable[[FakeScreen, Path], None]
CHOICES: dict[str, tuple[str, dict[str, object], Choose]] = {
    "chooseLocation": (LOCATION, {}, lambda screen, _: screen.place_choices[-1][1](PLACES[0])),
    "chooseAddress": ("scope.address", {}, lambda screen, _: screen.choose(ADDRESS)),
    "chooseInvoiceTitle": ("scope.invoiceTitle", {}, lambda screen, _: screen.choose(ADDRESS)),
    "addPhoneContact": (
        "scope.addPhoneContact",
        {"firstName": "Wang"},
        lambda screen, _: screen.answer(confirmed=True),
    ),
    "CameraContext.takePhoto": (
        CAMERA,
        {},
        lambda screen, file: screen.picture_choices[-1][1]((file,)),
    ),
}


def opened(phone: Phone) -> tuple[OpenProgram, FakeScreen]:
    screen = FakeScreen()
    return phone.open(screen=screen, permission=PURPOSES), screen


def decide(phone: Phone, program: OpenProgram, scope: str, decision: Decision) -> None:
    """As another window or the command line does it."""
    phone.store.decide(program.session.subject, scope, decision, Actor.COMMAND)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "chosen.png"
    file.write_bytes(avatar_png(8))
    return file


@pytest.mark.parametrize("name", CHOICES)
@pytest.mark.parametrize(("decision", "errno"), [(Decision.DENIED, 103), (Decision.UNDECIDED, 104)])
def test_what_was_chosen_after_the_scope_was_taken_back_is_not_given(
    phone: Phone, picture: Path, name: str, decision: Decision, errno: int
) -> None:
    scope, arguments, choose = CHOICES[name]
    program, screen = opened(phone)
    program.decide(scope, granted=True)
    answers = program.call(name, arguments)
    decide(phone, program, scope, decision)
    kept = set(program.session.files.temporary_folder.glob("*"))
    contacts = len(phone.books.contacts.entries)
    choose(screen, picture)
    assert answers == [{"errMsg": f"{name}:fail auth deny", "errno": errno}]
    assert set(program.session.files.temporary_folder.glob("*")) == kept
    assert len(phone.books.contacts.entries) == contacts
    assert phone.dispatcher.journal.records[-1].how is How.TAKEN_BACK


@pytest.mark.parametrize("name", CHOICES)
def test_what_was_chosen_while_the_scope_is_granted_is_given(
    phone: Phone, picture: Path, name: str
) -> None:
    scope, arguments, choose = CHOICES[name]
    program, screen = opened(phone)
    program.decide(scope, granted=True)
    answers = program.call(name, arguments)
    decide(phone, program, scope, Decision.DENIED)
    decide(phone, program, scope, Decision.GRANTED)
    choose(screen, picture)
    assert [one["errMsg"] for one in answers] == [f"{name}:ok"]


def test_what_was_chosen_after_the_phone_s_switch_went_off_is_not_given(phone: Phone) -> None:
    program, screen = opened(phone)
    program.decide(LOCATION, granted=True)
    answers = program.call("chooseLocation")
    phone.switches.turn(Switch.LOCATION, on=False)
    screen.place_choices[-1][1](PLACES[0])
    assert answers == [{"errMsg": "chooseLocation:fail system permission denied", "errno": 3}]


@pytest.mark.parametrize(("decision", "errno"), [(Decision.DENIED, 103), (Decision.UNDECIDED, 104)])
def test_a_film_is_not_given_once_the_camera_was_taken_back(
    phone: Phone, picture: Path, decision: Decision, errno: int
) -> None:
    program, screen = opened(phone)
    program.decide(CAMERA, granted=True)
    program.call("CameraContext.startRecord")
    answers = program.call("CameraContext.stopRecord")
    decide(phone, program, CAMERA, decision)
    screen.picture_choices[-1][1]((picture,))
    assert answers == [{"errMsg": "CameraContext.stopRecord:fail auth deny", "errno": errno}]
    assert phone.dispatcher.journal.records[-1].how is How.TAKEN_BACK


def test_a_scope_taken_back_while_a_second_one_is_asked_for_counts(phone: Phone) -> None:
    program, _ = opened(phone)
    program.decide(RECORD, granted=True)
    answers = program.call("joinVoIPChat", {**CHAT, "roomType": "video"})
    decide(phone, program, RECORD, Decision.DENIED)
    phone.prompter.press(Answer.ALLOW)
    assert answers == [{"errMsg": "joinVoIPChat:fail auth deny", "errno": 103}]


def test_an_adapter_is_closed_when_its_scope_is_taken_back(phone: Phone) -> None:
    program, _ = opened(phone)
    other = phone.open("other")
    phone.switches.turn(Switch.BLUETOOTH, on=True)
    for one in (program, other):
        one.decide("scope.bluetooth", granted=True)
        one.call("openBluetoothAdapter")
    decide(phone, program, "scope.bluetooth", Decision.DENIED)
    program.events.clear()
    phone.switches.turn(Switch.BLUETOOTH, on=False)
    assert program.result("getBluetoothAdapterState")["errCode"] == 10000
    assert program.result("getBluetoothDevices")["errCode"] == 10000
    assert program.events == []
    assert [name for name, _ in other.events] == ["bluetoothAdapterStateChange"]


def test_the_clipboard_is_neither_read_nor_changed_behind_the_person(phone: Phone) -> None:
    program, _ = opened(phone)
    phone.clipboard.copy("what another program copied")
    program.session.in_front = False
    for name, arguments in (("getClipboardData", {}), ("setClipboardData", {"data": "mine"})):
        refused = f"{name}:fail can only be invoked while the program is in front"
        assert program.result(name, arguments) == {"errMsg": refused}
    assert phone.clipboard.text() == "what another program copied"
    program.session.in_front = True
    assert program.result("getClipboardData")["data"] == "what another program copied"


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("getLocation", LOCATION),
        ("MapContext.moveToLocation", LOCATION),
        ("getFuzzyLocation", FUZZY),
        ("startRecord", RECORD),
        ("RecorderManager.start", RECORD),
    ],
)
def test_nothing_is_read_or_recorded_behind_the_person(phone: Phone, name: str, scope: str) -> None:
    program, _ = opened(phone)
    program.decide(scope, granted=True)
    program.session.in_front = False
    refused = f"{name}:fail can only be invoked while the program is in front"
    assert program.result(name) == {"errMsg": refused}
    assert phone.dispatcher.journal.records[-1].how is How.NOT_IN_FRONT
    program.session.in_front = True
    assert not [one for one in program.call(name) if one["errMsg"] != f"{name}:ok"]


def test_a_program_behind_others_brings_no_program_to_the_front(phone: Phone) -> None:
    program, _ = opened(phone)
    program.session.in_front = False
    refused = "navigateBackMiniProgram:fail can only be invoked while the program is in front"
    assert program.message("navigateBackMiniProgram") == refused
