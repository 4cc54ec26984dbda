"""The privacy contract over restarts and deletion."""

from pathlib import Path

from miniapp_host.phone.phone import Phone
from tests.conftest import MakePhone
from tests.program_folder import write_program
from tests.stories.conftest import OpenProgram
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
    person.miniapp.tap("#go")
    person.clicks("confirmYes")
    person.prompt.allow()
    page.expect_text("getUserInfo:ok", within="#result")
    phone.close()

    phone = make_phone()
    person = at_phone(phone)
    page = open_folder(phone, folder)
    person.miniapp.tap("#go")
    page.expect_text("getUserInfo:ok", within="#result")
    assert not person.sees("confirmSheet")
    phone.delete(page.program.id)

    page = open_folder(phone, folder)
    person.miniapp.tap("#go")
    person.clicks("confirmNo")
    page.expect_text("getUserInfo:fail privacy permission is not authorized", within="#result")
    assert not person.sees(PROMPT)
