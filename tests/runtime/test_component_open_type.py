"""<button open-type>: the host is asked, the button hears the answer."""

from tests.conftest import OpenProgram
from tests.runtime.hearing import hearing_page, wait_heard


def test_open_setting_opens_the_settings_of_the_program(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page('<button id="b" open-type="openSetting" bindopensetting="hear">s</button>')
    )
    page.tap("#b")
    page.wait(lambda: page.program.screen.settings_open, "the settings")


def test_an_open_type_that_is_not_there_says_so(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<button id="b" open-type="getPhoneNumber" bindgetphonenumber="hear">p</button>'
        )
    )
    page.tap("#b")
    assert "fail" in wait_heard(page, "getphonenumber")["errMsg"]


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
