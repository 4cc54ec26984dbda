"""Requests that meet: one prompt for one question, one question at a time, everyone is answered."""

import pytest

from tests.stories.asking_program import asking_program, heard, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PROMPT, Person

BOTH_AT_ONCE = """
  const counted = (name) => ({
    success: (result) => say(`success ${line(result)}`),
    fail: (result) => say(`fail ${line(result)}`),
    complete: (result) => say(`complete ${line(result)}`),
  })
  wx.authorize({ scope: 'scope.userLocation', ...counted() })
  wx.getLocation(counted())"""


@pytest.mark.parametrize("allowed", [True, False])
def test_two_requests_for_one_scope_at_launch_are_one_prompt(
    run_program: OpenProgram, person: Person, allowed: bool
) -> None:
    page = run_program(asking_program(on_load=BOTH_AT_ONCE))
    person.waits_for(PROMPT)
    assert person.count(PROMPT) == 1
    assert heard(page) == []
    if allowed:
        person.prompt.allow()
        kind, end = "success", "ok"
    else:
        person.prompt.deny()
        kind, end = "fail", "fail auth deny 103"
    wait_heard(
        page,
        f"{kind} authorize:{end}",
        f"complete authorize:{end}",
        f"{kind} getLocation:{end}",
        f"complete getLocation:{end}",
    )
    assert not person.sees(PROMPT)


def test_a_hundred_requests_are_one_prompt_and_a_hundred_answers(
    run_program: OpenProgram, person: Person
) -> None:
    many = """
      let ok = 0
      const success = () => { ok += 1; say(String(ok)) }
      for (let i = 0; i < 100; i++) wx.authorize({ scope: 'scope.record', success })"""
    page = run_program(asking_program({"ask": many}))
    person.miniapp.tap("#ask")
    person.prompt.allow()
    wait_heard(page, *[str(one) for one in range(1, 101)])
    assert not person.sees(PROMPT)


def test_two_scopes_are_two_prompts_in_the_order_of_asking(
    run_program: OpenProgram, person: Person
) -> None:
    ask = """
      wx.saveImageToPhotosAlbum({ filePath: '/app.json', ...told })
      wx.getLocation(told)
      wx.getUserInfo(told)"""
    page = run_program(asking_program({"ask": ask}))
    person.miniapp.tap("#ask")
    person.waits_for(PROMPT)
    assert person.reads("scopeTitle") == "Save photos and videos to your album"
    assert person.count(PROMPT) == 1
    person.prompt.deny()
    person.waits_for(PROMPT)
    assert person.reads("scopeTitle") == "Access your location"
    person.prompt.allow()
    person.waits_for(PROMPT)
    assert person.reads("scopeTitle") == "Access your nickname and avatar"
    person.prompt.allow()
    wait_heard(
        page, "saveImageToPhotosAlbum:fail auth deny 103", "getLocation:ok", "getUserInfo:ok"
    )
    person.settings.open()
    assert person.settings.listed == {
        "scope.writePhotosAlbum": False,
        "scope.userLocation": True,
        "scope.userInfo": True,
    }


def test_a_dismissed_prompt_dismisses_only_its_own_question(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(
        asking_program({"ask": "wx.getLocation(told); wx.getLocation(told); wx.getUserInfo(told)"})
    )
    person.miniapp.tap("#ask")
    person.waits_for(PROMPT)
    page.wait(lambda: len(page.calls) == 3, "all three to ask")
    person.clicks_at(person.window.rect().center())
    wait_heard(page, *["getLocation:fail auth deny 104"] * 2)
    person.prompt.allow()
    wait_heard(page, *["getLocation:fail auth deny 104"] * 2, "getUserInfo:ok")


def test_a_request_from_a_callback_asks_after_the_answer(
    run_program: OpenProgram, person: Person
) -> None:
    ask = """
      wx.getLocation({
        fail: (why) => {
          say(line(why))
          wx.authorize({ scope: 'scope.userInfo', ...told })
        },
      })"""
    page = run_program(asking_program({"ask": ask}))
    person.miniapp.tap("#ask")
    person.prompt.deny()
    person.waits_for(PROMPT)
    assert person.reads("scopeTitle") == "Access your nickname and avatar"
    person.prompt.allow()
    wait_heard(page, "getLocation:fail auth deny 103", "authorize:ok")
