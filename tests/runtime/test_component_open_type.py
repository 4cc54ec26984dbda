"""<button open-type>: the host is asked, the button hears the answer."""

import pytest
from PySide6.QtCore import Qt

from tests.conftest import OpenProgram
from tests.runtime.hearing import hearing_page, wait_heard
from tests.stories.person import Person


def test_open_setting_opens_the_settings_of_the_program(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page('<button id="b" open-type="openSetting" bindopensetting="hear">s</button>')
    )
    page.tap("#b")
    page.wait(lambda: page.program.screen.settings_open, "the settings")


def test_an_open_type_that_is_not_there_says_so(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page('<button id="b" open-type="launchApp" binderror="hear">p</button>')
    )
    page.tap("#b")
    assert wait_heard(page, "error") == {"errMsg": "launchApp:fail not supported", "errno": 100}


@pytest.mark.parametrize("name", ["getPhoneNumber", "getRealtimePhoneNumber"])
def test_the_phone_number_is_asked_for_at_every_tap(
    run_program: OpenProgram, person: Person, name: str
) -> None:
    button = f'<button id="b" open-type="{name}" bind{name.lower()}="hear">p</button>'
    page = run_program(hearing_page(button))
    page.tap("#b")
    person.prompt.deny(kind="phone-number")
    assert wait_heard(page, name.lower()) == {"errMsg": f"{name}:fail user deny", "errno": 103}
    page.tap("#b")
    person.prompt.allow(kind="phone-number")
    told = wait_heard(page, name.lower(), count=2)
    assert told["errMsg"] == f"{name}:ok"
    assert told["code"]


def test_an_avatar_is_a_picture_that_the_person_chooses(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(
        hearing_page('<button id="b" open-type="chooseAvatar" bindchooseavatar="hear">a</button>')
    )
    page.tap("#b")
    person.waits_for("picturePicker")
    person.tested.press(Qt.Key.Key_Escape)
    person.waits_until_gone("picturePicker")
    page.tap("#b")
    person.clicks("picture_0")
    person.clicks("pictureDone")
    told = wait_heard(page, "chooseavatar")
    assert told["errMsg"] == "chooseAvatar:ok"
    assert told["avatarUrl"].startswith("wxfile://tmp_")


def test_a_forms_button_counts_as_a_tap(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<form bindsubmit="ask"><button id="b" form-type="submit">save</button></form>',
            methods="ask() { wx.openSetting({ fail: (detail) => "
            "this.hear({ type: 'refused', detail }) }) },",
        )
    )
    page.tap("#b")
    page.wait(lambda: page.program.screen.settings_open, "the settings")


def test_sharing_asks_the_page_what_to_share(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<button id="b" open-type="share" data-x="1">share</button>',
            methods="onShareAppMessage(from) { this.hear({type: 'share', detail: from}) },",
        )
    )
    page.tap("#b")
    asked = wait_heard(page, "share")
    assert asked["from"] == "button"
    assert asked["target"]["dataset"] == {"x": "1"}


def test_a_disabled_button_asks_nothing(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<button id="b" disabled open-type="getPhoneNumber" bindgetphonenumber="hear">p'
            '</button><button id="on" bindtap="hear">on</button>'
        )
    )
    page.tap("#b")
    page.tap("#on")
    wait_heard(page, "tap")
    assert page.text("#heard") is not None
    assert "getphonenumber" not in str(page.text("#heard"))
