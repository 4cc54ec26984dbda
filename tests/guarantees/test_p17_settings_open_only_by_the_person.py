"""P17: a program brings the person to the settings: only after a tap, one panel, answered on return."""

import pytest
from PySide6.QtCore import Qt

from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.testing.miniapp import MiniApp
from tests.stories.asking_program import UNTIL_TOLD, asking_program, goes_on, heard, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PANEL, PROMPT, Person

LOCATION = "scope.userLocation"
NO_TAP = "openSetting:fail can only be invoked by user TAP gesture."
TOLD = """{
  success: ({ errMsg, authSetting }) => say(`${errMsg} ${JSON.stringify(authSetting)}`),
  fail: (why) => say(line(why)),
}"""
OPEN = f"wx.openSetting({TOLD})"


def refused(person: Person, page: MiniApp, scope: str = LOCATION) -> None:
    """The person has said no to `scope` before the story begins."""
    person.phone.store.decide(page.program.subject, scope, Decision.DENIED, Actor.PROMPT)


def test_it_succeeds_when_the_person_comes_back_with_the_values_then(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program({"open": OPEN, "locate": "wx.getLocation(told)"}))
    refused(person, page)
    person.miniapp.tap("#open")
    person.waits_for(PANEL)
    person.settings.expect({LOCATION: False})
    person.settings.toggle(LOCATION)
    assert heard(page) == []
    person.settings.leave()
    wait_heard(page, 'openSetting:ok {"scope.userLocation":true}')
    person.miniapp.tap("#locate")
    wait_heard(page, heard(page)[0], "getLocation:ok")
    assert not person.sees(PROMPT)


def test_the_button_that_opens_the_settings_hears_what_became_of_them(
    run_program: OpenProgram, person: Person
) -> None:
    button = '<button id="open" open-type="openSetting" bindopensetting="closed">{{heard}}</button>'
    page = run_program(
        {
            "index.wxml": button,
            "index.js": """Page({
              data: { heard: 'open' },
              closed({ type, detail }) {
                this.setData({ heard: `${type} ${detail.errMsg} ${JSON.stringify(detail.authSetting)}` })
              },
            })""",
        }
    )
    refused(person, page)
    refused(person, page, "scope.userInfo")
    person.miniapp.tap("#open")
    person.waits_for(PANEL)
    person.settings.toggle(LOCATION)
    assert page.text_of("#open") == "open"
    person.miniapp.press(Qt.Key.Key_Escape)
    page.expect_text(
        'opensetting openSetting:ok {"scope.userLocation":true,"scope.userInfo":false}',
        within="#open",
    )


def test_the_confirm_of_a_modal_counts_as_a_tap(run_program: OpenProgram, person: Person) -> None:
    guide = f"wx.showModal({{ title: 'Open?', success: ({{ confirm }}) => confirm && {OPEN} }})"
    page = run_program(asking_program(on_load=guide))
    refused(person, page)
    person.clicks("modalConfirm")
    person.waits_for(PANEL)
    person.settings.leave()
    wait_heard(page, 'openSetting:ok {"scope.userLocation":false}')


def test_the_cancel_of_a_modal_does_not(run_program: OpenProgram, person: Person) -> None:
    page = run_program(asking_program(on_load=f"wx.showModal({{ success: () => {OPEN} }})"))
    person.clicks("modalCancel")
    wait_heard(page, NO_TAP)
    assert not person.sees(PANEL)


@pytest.mark.parametrize("call", [OPEN, f"setTimeout(() => {OPEN}, 50)"], ids=["load", "timer"])
def test_without_a_tap_it_fails(run_program: OpenProgram, person: Person, call: str) -> None:
    page = run_program(asking_program(on_load=call))
    wait_heard(page, NO_TAP)
    assert not person.sees(PANEL)


def test_a_promise_without_a_tap_is_rejected(run_program: OpenProgram, person: Person) -> None:
    page = run_program(asking_program(on_load="wx.openSetting().catch((why) => say(line(why)))"))
    wait_heard(page, NO_TAP)


def test_a_tap_on_what_does_not_listen_is_no_tap(run_program: OpenProgram, person: Person) -> None:
    program = asking_program(on_load=f"setTimeout(() => {OPEN}, 400)")
    program["index.wxml"] = '<view id="idle">idle</view>' + program["index.wxml"]
    page = run_program(program)
    person.miniapp.tap("#idle")
    wait_heard(page, NO_TAP)


@pytest.mark.parametrize(
    "call",
    [
        f"await null; await wx.getSetting(); await wx.getSystemInfo(); {OPEN}",
        f"setTimeout(() => {OPEN}, 1000)",
        f"wx.getLocation({{ fail: () => wx.getSetting({{ success: () => {OPEN} }}) }})",
    ],
    ids=["await", "a second later", "in a callback of a callback"],
)
def test_a_tap_counts_through_what_happens_after_it(
    run_program: OpenProgram, person: Person, call: str
) -> None:
    page = run_program(asking_program({"open": call}))
    refused(person, page)
    person.miniapp.tap("#open")
    person.waits_for(PANEL)
    person.settings.leave()
    wait_heard(page, 'openSetting:ok {"scope.userLocation":false}')


def test_one_tap_opens_one_panel(run_program: OpenProgram, person: Person) -> None:
    page = run_program(asking_program({"open": f"{OPEN}; {OPEN}; {OPEN}"}))
    person.miniapp.tap("#open")
    person.waits_for(PANEL)
    assert person.count(PANEL) == 1
    wait_heard(page, NO_TAP, NO_TAP)
    person.settings.leave()
    wait_heard(page, NO_TAP, NO_TAP, "openSetting:ok {}")
    assert not person.sees(PANEL)


def test_a_program_gets_no_second_panel_over_the_one_the_person_opened(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program({"open": f"{UNTIL_TOLD} {OPEN}"}))
    person.miniapp.tap("#open")
    person.settings.open()
    goes_on(person.phone)
    wait_heard(page, "openSetting:fail the settings are open already")
    assert person.count(PANEL) == 1
    person.settings.leave()
    assert not person.sees(PANEL)


def test_a_program_that_reopens_the_settings_until_it_is_granted_gives_up(
    run_program: OpenProgram, person: Person
) -> None:
    loop = """
      const until = () => wx.openSetting({
        success: ({ authSetting }) => {
          say(JSON.stringify(authSetting))
          if (!authSetting['scope.userLocation']) until()
        },
        fail: (why) => say(line(why)),
      })
      until()"""
    page = run_program(asking_program({"open": loop}))
    refused(person, page)
    person.miniapp.tap("#open")
    person.waits_for(PANEL)
    person.settings.leave()
    wait_heard(page, '{"scope.userLocation":false}', NO_TAP)
    assert not person.sees(PANEL)
    person.clicks("capsuleClose")
    person.waits_for("launcher")


def test_a_program_that_nags_with_modals_can_be_left(
    run_program: OpenProgram, person: Person
) -> None:
    nag = """
      const nag = () => wx.showModal({ title: 'Location!', showCancel: false, success: () =>
        wx.openSetting({ complete: ({ authSetting = {} }) => authSetting['scope.userLocation'] || nag() }) })
      nag()"""
    page = run_program(
        asking_program(
            on_load=nag,
            files={
                "app.json": '{"pages": ["pages/index/index"],'
                ' "window": {"navigationBarTitleText": "Nag"}}'
            },
        )
    )
    refused(person, page)
    for _ in range(3):
        person.clicks("modalConfirm")
        person.waits_for(PANEL)
        person.settings.leave()
    person.waits_for("modalConfirm")
    person.miniapp.home()
    person.launcher.press_more("Nag")
    person.picks("Close")
    person.wait(lambda: not person.phone.running, "the program closed")
    assert person.sees("launcher")


def test_a_panel_left_by_closing_the_program_tells_it_nothing(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(
        asking_program(
            {
                "open": "wx.openSetting({ complete: () => wx.setStorageSync('heard', 'back') })",
                "recall": "say(wx.getStorageSync('heard') || 'nothing')",
            }
        )
    )
    person.miniapp.tap("#open")
    person.waits_for(PANEL)
    person.phone.close_program(page.program.id)
    person.waits_until_gone(PANEL)
    program = person.phone.open(page.program.id)
    with person.qtbot.waitSignal(program.page_shown):
        pass
    again = person.at(program)
    person.miniapp.tap("#recall")
    wait_heard(again, "nothing")
