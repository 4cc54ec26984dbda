"""Calls that can't be meant: each fails with WeChat's own text, and nobody is asked."""

import pytest

from tests.stories.asking_program import asking_program, heard, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PROMPT, Person

PARAMETER = "authorize:fail parameter error: parameter.scope should be String instead of"


@pytest.mark.parametrize(
    ("call", "answer"),
    [
        ("wx.authorize({ scope: 'scope.everything', ...told })", "authorize:fail invalid scope"),
        ("wx.authorize(told)", f"{PARAMETER} Undefined; 1001"),
        ("wx.authorize({ scope: 7, ...told })", f"{PARAMETER} Number; 1001"),
        ("wx.authorize({ scope: null, ...told })", f"{PARAMETER} Null; 1001"),
        ("wx.authorize({ scope: ['scope.userInfo'], ...told })", f"{PARAMETER} Array; 1001"),
        (
            "wx.saveImageToPhotosAlbum(told)",
            "saveImageToPhotosAlbum:fail parameter error: parameter.filePath should be String"
            " instead of Undefined; 1001",
        ),
        ("wx.addCard(told)", "addCard:fail not supported 100"),
    ],
)
def test_it_fails_without_a_prompt(
    run_program: OpenProgram, person: Person, call: str, answer: str
) -> None:
    page = run_program(asking_program({"call": call}))
    person.miniapp.tap("#call")
    wait_heard(page, answer)
    assert not person.sees(PROMPT)
    assert person.phone.store.decisions(page.program.subject) == {}


def test_no_argument_whatever_throws_out_of_a_call(
    run_program: OpenProgram, person: Person
) -> None:
    calls = """
      for (const odd of [undefined, null, 7, 'text', true, [], () => 1, Symbol('odd'), { scope: {} }]) {
        const given = wx.authorize(odd)
        if (given && given.catch) given.catch(() => say('rejected'))
        else say(`returned ${given}`)
      }"""
    page = run_program(asking_program({"call": calls}))
    person.miniapp.tap("#call")
    wait_heard(page, *["rejected"] * 9)
    assert not person.sees(PROMPT)
    assert page.errors == []


def test_a_callback_that_throws_stops_nothing(run_program: OpenProgram, person: Person) -> None:
    call = """
      wx.getLocation({
        success: () => { throw new Error('oops') },
        complete: (result) => say(line(result)),
      })
      wx.authorize({ scope: 'scope.userLocation', ...told })"""
    page = run_program(asking_program({"call": call}))
    person.miniapp.tap("#call")
    person.prompt.allow()
    wait_heard(page, "getLocation:ok", "authorize:ok")
    assert "ERROR" in page.expect_log("oops")
    assert heard(page) == ["getLocation:ok", "authorize:ok"]
