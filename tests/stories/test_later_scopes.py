"""Permission Lab asks for the later scopes: what the person sees and does for each."""

from collections.abc import Callable

import pytest

from miniapp_host.testing.miniapp import MiniApp
from tests.stories.person import PROMPT, Person

Sample = Callable[[str], MiniApp]

# scope -> (button of the lab, what the person clicks once allowed, beginning of the raw message)
FLOWS = {
    "scope.address": ("#chooseAddress", ("entry_0",), "chooseAddress:ok"),
    "scope.invoiceTitle": ("#chooseInvoiceTitle", ("entry_1",), "chooseInvoiceTitle:ok"),
    "scope.invoice": ("#chooseInvoice", ("back",), "chooseInvoice:fail cancel"),
    "scope.werun": ("#getWeRunData", (), "getWeRunData:ok"),
    "scope.addPhoneContact": ("#addPhoneContact", ("confirmYes",), "addPhoneContact:ok"),
    "scope.addPhoneCalendar": ("#addPhoneCalendar", (), "addPhoneCalendar:ok"),
    "scope.bluetooth": ("#openBluetoothAdapter", (), "openBluetoothAdapter:fail:not available"),
    "scope.camera": ("#takePhoto", ("picture_0", "pictureDone"), "operateCamera:ok"),
    "scope.userLocationBackground": (
        "#startLocationUpdateBackground",
        (),
        "startLocationUpdateBackground:ok",
    ),
}


@pytest.fixture
def lab(open_sample: Sample) -> MiniApp:
    return open_sample("Permission Lab")


def enters(person: Person, lab: MiniApp, scope: str) -> None:
    lab.expect(f'[id="{scope}"]')
    person.miniapp.tap(f'[id="{scope}"]')
    lab.expect_text("undecided", within="#state")


@pytest.mark.parametrize("scope", FLOWS)
def test_each_is_refused_then_allowed_in_the_settings_and_does_its_work(
    lab: MiniApp, person: Person, scope: str
) -> None:
    button, clicks, message = FLOWS[scope]
    enters(person, lab, scope)
    person.miniapp.tap(button)
    person.prompt.deny()
    lab.expect_text("denied", within="#state")
    lab.expect_text("fail auth deny", within="#message-0")
    person.miniapp.tap(button)
    lab.expect_text("fail auth deny", within="#message-1")
    assert not person.sees(PROMPT)
    person.miniapp.tap("#open-setting")
    person.settings.toggle(scope)
    person.clicks("back")
    lab.expect_text("granted", within="#state")
    person.miniapp.tap(button)
    for name in clicks:
        person.clicks(name)
    lab.expect_text(message, within="#message-0")


def test_a_recording_is_stopped_and_handed_out(lab: MiniApp, person: Person) -> None:
    enters(person, lab, "scope.record")
    person.miniapp.tap("#startRecord")
    person.prompt.allow()
    lab.expect_text("undecided", within="#state")
    person.miniapp.tap("#stopRecord")
    lab.expect_text("startRecord:ok")
    assert any(".wav" in line for line in lab.texts)


def test_a_camera_on_the_page_asks_and_stops_with_its_scope(lab: MiniApp, person: Person) -> None:
    enters(person, lab, "scope.camera")
    person.miniapp.tap("#camera")
    person.prompt.allow()
    lab.expect_text("granted", within="#state")
    lab.expect("#viewfinder[state=on]")
    person.miniapp.tap("#open-setting")
    person.settings.toggle("scope.camera")
    person.clicks("modalConfirm")
    person.clicks("back")
    lab.expect("#viewfinder[state=off]")
    lab.expect_text("denied", within="#state")
