"""P9: whatever a program does while a prompt is open, it stays on top, whole and real."""

import json

import pytest
from PySide6.QtCore import Qt

from tests.stories.asking_program import UNTIL_TOLD, asking_program, goes_on, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PANEL, PROMPT, Person

LOUD = {
    "modal": "wx.showModal({ title: 'Press OK' })",
    "toast": "wx.showToast({ title: 'Press Allow', mask: true, duration: 100000 })",
    "loading": "wx.showLoading({ title: 'Press Allow', mask: true })",
    "actionSheet": "wx.showActionSheet({ itemList: ['Allow', 'Allow'] })",
    "preview": "wx.previewImage({ urls: ['/images/none.png', 'https://example.com/allow.png'] })",
    "picker": "wx.chooseImage({ count: 1 })",
}
TABS = json.dumps(
    {
        "pages": ["pages/index/index", "pages/next/next"],
        "tabBar": {
            "list": [
                {"pagePath": "pages/index/index", "text": "Here"},
                {"pagePath": "pages/next/next", "text": "There"},
            ]
        },
    }
)
NEXT = {"pages/next/next.wxml": '<view id="next">next</view>'}


@pytest.mark.parametrize("loud", LOUD)
def test_nothing_a_program_brings_up_covers_the_prompt(
    run_program: OpenProgram, person: Person, loud: str
) -> None:
    script = f"wx.getUserInfo(told); setTimeout(() => {{ {LOUD[loud]}; say('loud') }}, 50)"
    page = run_program(asking_program({"ask": script}))
    person.miniapp.tap("#ask")
    wait_heard(page, "loud")
    person.waits_for("reject")
    person.prompt.allow()
    wait_heard(page, "loud", "getUserInfo:ok")


def test_a_prompt_comes_up_over_what_is_there_already(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(
        asking_program(on_load=f"{LOUD['toast']}; {LOUD['modal']}; wx.getLocation(told)")
    )
    person.waits_for("reject")
    person.prompt.allow()
    wait_heard(page, "getLocation:ok")
    assert person.sees("modal")


@pytest.mark.parametrize(
    "move",
    [
        "wx.navigateTo({ url: '/pages/next/next' })",
        "wx.redirectTo({ url: '/pages/next/next' })",
        "wx.reLaunch({ url: '/pages/next/next' })",
    ],
)
def test_a_prompt_stays_while_the_pages_beneath_it_change(
    run_program: OpenProgram, person: Person, move: str
) -> None:
    page = run_program(
        asking_program(
            {
                "ask": f"wx.getLocation({{ complete: (all) => wx.setStorageSync('heard', line(all)) }}); {move}"
            },
            files=NEXT,
        )
    )
    person.miniapp.tap("#ask")
    page.expect("#next")
    person.prompt.allow()
    storage, program = person.phone.memory.storage, page.program.id
    page.wait(lambda: storage.get(program, "heard") == '"getLocation:ok"', "the answer")
    assert page.errors == []


def test_a_prompt_stays_when_the_tab_changes(run_program: OpenProgram, person: Person) -> None:
    calls = {"ask": "wx.getLocation(told); wx.switchTab({ url: '/pages/next/next' })"}
    page = run_program(asking_program(calls, files={"app.json": TABS, **NEXT}))
    person.miniapp.tap("#ask")
    page.expect("#next")
    person.prompt.deny()
    person.clicks("tab_0")
    wait_heard(page, "getLocation:fail auth deny 103")


def test_a_prompt_lies_over_the_settings_and_their_row_is_there_when_it_goes(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program({"ask": f"{UNTIL_TOLD} wx.getLocation(told)"}))
    person.miniapp.tap("#ask")
    person.settings.open()
    goes_on(person.phone)
    person.waits_for("allow")
    person.prompt.allow()
    person.settings.expect({"scope.userLocation": True})
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone(PANEL)
    wait_heard(page, "getLocation:ok")


def test_escape_reaches_the_prompt_first(run_program: OpenProgram, person: Person) -> None:
    page = run_program(asking_program(on_load=f"{LOUD['modal']}; wx.getLocation(told)"))
    person.waits_for(PROMPT)
    person.miniapp.press(Qt.Key.Key_Escape)
    wait_heard(page, "getLocation:fail auth deny 104")
    person.waits_until_gone(PROMPT)
    assert person.sees("modal")
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone("modal")
