"""A few of the later interfaces in a real page, with the sheets a person sees."""

from PySide6.QtCore import Qt

from miniapp_host.phone.phone import Phone
from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, noted
from tests.stories.person import Person


def calling(call: str) -> dict[str, str]:
    return {
        "index.wxml": '<button id="go" bindtap="go">go</button>',
        "index.js": NOTE
        + f"Page({{ go() {{ {call.replace('HEAR', 'complete: (result) => note(1, result)')} }} }})",
    }


def test_an_address_is_asked_for_chosen_and_handed_out(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(calling("wx.chooseAddress({ HEAR })"))
    page.tap("#go")
    person.clicks("allow")
    person.clicks("entry_0")
    (result,) = noted(page, 1)
    assert result["errMsg"] == "chooseAddress:ok"
    assert result["userName"] == "张三"


def test_leaving_the_addresses_is_a_cancel(run_program: OpenProgram, person: Person) -> None:
    page = run_program(calling("wx.chooseAddress({ HEAR })"))
    page.tap("#go")
    person.clicks("allow")
    person.waits_for("bookPage")
    person.clicks("back")
    assert noted(page, 1) == [{"errMsg": "chooseAddress:fail cancel", "errno": 1}]


def test_a_contact_is_confirmed_and_kept(
    run_program: OpenProgram, person: Person, phone: Phone
) -> None:
    page = run_program(calling("wx.addPhoneContact({ firstName: 'Wang', HEAR })"))
    page.tap("#go")
    person.clicks("allow")
    person.clicks("confirmYes")
    assert noted(page, 1) == [{"errMsg": "addPhoneContact:ok"}]
    assert phone.programs.devices.books.contacts.entries[0]["firstName"] == "Wang"


def test_a_call_that_is_dismissed_is_a_cancel(run_program: OpenProgram, person: Person) -> None:
    page = run_program(calling("wx.makePhoneCall({ phoneNumber: '10086', HEAR })"))
    page.tap("#go")
    person.waits_for("confirmSheet")
    person.miniapp.press(Qt.Key.Key_Escape)
    assert noted(page, 1) == [{"errMsg": "makePhoneCall:fail cancel", "errno": 1}]


def test_bluetooth_is_asked_for_and_not_there(run_program: OpenProgram, person: Person) -> None:
    page = run_program(calling("wx.openBluetoothAdapter({ HEAR })"))
    page.tap("#go")
    person.clicks("allow")
    (result,) = noted(page, 1)
    assert result == {
        "errMsg": "openBluetoothAdapter:fail:not available",
        "errno": 1500102,
        "errCode": 10001,
    }


def test_a_place_is_shown(run_program: OpenProgram, person: Person) -> None:
    page = run_program(
        calling("wx.openLocation({ latitude: 23.1, longitude: 113.3, name: 'Inn', HEAR })")
    )
    page.tap("#go")
    assert noted(page, 1) == [{"errMsg": "openLocation:ok"}]
    person.waits_for("placePage")
