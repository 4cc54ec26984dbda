"""Permission Lab asks for the later scopes: what the person sees and does for each."""

from collections.abc import Callable

import pytest

from tests.driver import PageDriver
from tests.stories.person import PROMPT, Person

Sample = Callable[[str], PageDriver]

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
def lab(open_sample: Sample) -> PageDriver:
    return open_sample("Permission Lab")


def enters(person: Person, lab: PageDriver, scope: str) -> None:
    lab.wait_for(f'[id="{scope}"]')
    person.taps(lab, f'[id="{scope}"]')
    lab.wait_text("#state", "undecided")


@pytest.mark.parametrize("scope", FLOWS)
def test_each_is_refused_then_allowed_in_the_settings_and_does_its_work(
    lab: PageDriver, person: Person, scope: str
) -> None:
    button, clicks, message = FLOWS[scope]
    enters(person, lab, scope)
    person.taps(lab, button)
    person.rejects()
    lab.wait_text("#state", "denied")
    lab.wait_text("#message-0", "fail auth deny")
    person.taps(lab, button)
    lab.wait_text("#message-1", "fail auth deny")
    assert not person.sees(PROMPT)
    person.taps(lab, "#open-setting")
    person.toggles(scope)
    person.clicks("back")
    lab.wait_text("#state", "granted")
    person.taps(lab, button)
    for name in clicks:
        person.clicks(name)
    lab.wait_text("#message-0", message)


def test_a_recording_is_stopped_and_handed_out(lab: PageDriver, person: Person) -> None:
    enters(person, lab, "scope.record")
    person.taps(lab, "#startRecord")
    person.allows()
    lab.wait_text("#state", "undecided")
    person.taps(lab, "#stopRecord")
    lab.wait(lambda: "startRecord:ok" in str(lab.in_page("page.body.innerText")), "the recording")
    assert ".wav" in str(lab.in_page("page.body.innerText"))


def test_a_camera_on_the_page_asks_and_stops_with_its_scope(
    lab: PageDriver, person: Person
) -> None:
    enters(person, lab, "scope.camera")
    person.taps(lab, "#camera")
    person.allows()
    lab.wait_text("#state", "granted")
    lab.wait(lambda: lab.attribute("#viewfinder", "state") == "on", "the view finder")
    person.taps(lab, "#open-setting")
    person.toggles("scope.camera")
    person.clicks("modalConfirm")
    person.clicks("back")
    lab.wait(lambda: lab.attribute("#viewfinder", "state") == "off", "the crossed-out camera")
    lab.wait_text("#state", "denied")
