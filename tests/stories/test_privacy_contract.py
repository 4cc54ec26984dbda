"""The privacy contract over restarts and deletion."""

from pathlib import Path

from miniapp_host.phone.phone import Phone
from tests.conftest import MakePhone, OpenProgram
from tests.program_folder import write_program
from tests.stories.person import PROMPT, Person

FILES = {
    "app.json": '{"pages": ["pages/index/index"], "__usePrivacyCheck__": true}',
    "index.wxml": '<button id="go" bindtap="go">go</button><view id="result">{{result}}</view>',
    "index.js": """Page({ data: { result: '' }, go() {
      wx.getUserInfo({ complete: ({ errMsg }) => this.setData({ result: errMsg }) }) } })""",
}


def test_what_was_accepted_outlives_a_restart_and_goes_with_the_program(
    make_phone: MakePhone, open_folder: OpenProgram, at_phone, tmp_path: Path
) -> None:
    folder = write_program(tmp_path / "program", FILES)
    phone: Phone = make_phone()
    person: Person = at_phone(phone)
    page = open_folder(phone, folder)
    person.taps(page, "#go")
    person.clicks("confirmYes")
    person.allows()
    page.wait_text("#result", "getUserInfo:ok")
    phone.close()

    phone = make_phone()
    person = at_phone(phone)
    page = open_folder(phone, folder)
    person.taps(page, "#go")
    page.wait_text("#result", "getUserInfo:ok")
    assert not person.sees("confirmSheet")
    phone.delete(page.program.id)

    page = open_folder(phone, folder)
    person.taps(page, "#go")
    person.clicks("confirmNo")
    page.wait_text("#result", "getUserInfo:fail privacy permission is not authorized")
    assert not person.sees(PROMPT)
