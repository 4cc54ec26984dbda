"""P6, P7: the person leaves with the question open: nothing is decided behind their back."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from miniapp_host.permissions.decisions import Subject
from miniapp_host.testing.miniapp import MiniApp
from tests.conftest import MakePhone
from tests.program_folder import write_program
from tests.stories.asking_program import asking_program, heard, wait_heard
from tests.stories.conftest import AskPerson, OpenProgram
from tests.stories.person import PROMPT, Person

KEEPING = {
    "locate": """
      const noted = (result) => { wx.setStorageSync('heard', line(result)); say('answered') }
      wx.getLocation({ success: noted, fail: noted })""",
    "recall": "say(wx.getStorageSync('heard') || 'nothing')",
}
NAMED = '{"pages": ["pages/index/index"], "window": {"navigationBarTitleText": "Asker"}}'
OTHER = '{"pages": ["pages/index/index"], "window": {"navigationBarTitleText": "Other"}}'


def decided(person: Person, subject: Subject) -> dict[str, object]:
    return dict(person.phone.store.decisions(subject))


def through_the_launcher(person: Person) -> None:
    person.miniapp.home()
    person.launcher.press_more("Asker")
    person.picks("Close")


def by_the_capsule(person: Person) -> None:
    """It lies over the prompt's mask: one click."""
    person.clicks("capsuleClose")


@pytest.mark.parametrize("close", [through_the_launcher, by_the_capsule])
def test_closing_a_program_that_asks_decides_nothing(
    make_phone: MakePhone,
    at_phone: AskPerson,
    run_on: Callable[..., MiniApp],
    close: Callable[[Person], None],
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    page = run_on(phone, asking_program(KEEPING, files={"app.json": NAMED}))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    close(person)
    person.wait(lambda: not phone.running, "the program closed")
    assert not person.sees(PROMPT)
    assert decided(person, page.program.subject) == {}

    page = run_on(phone, asking_program(KEEPING, files={"app.json": NAMED}))
    person.miniapp.tap("#recall")
    wait_heard(page, "nothing")
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, "nothing", "answered")
    person.miniapp.tap("#recall")
    wait_heard(page, "nothing", "answered", "getLocation:ok")


def test_closing_lets_the_next_programs_question_come(
    make_phone: MakePhone, at_phone: AskPerson, tmp_path: Path, open_folder: OpenProgram
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    asking = asking_program(
        {"ask": "wx.getLocation(told); wx.getUserInfo(told)"}, files={"app.json": NAMED}
    )
    first = open_folder(phone, write_program(tmp_path / "first", asking))
    person.miniapp.tap("#ask")
    person.waits_for(PROMPT)
    through_the_launcher(person)

    second = open_folder(phone, write_program(tmp_path / "second", asking))
    person.miniapp.tap("#ask")
    person.prompt.allow()
    person.prompt.deny()
    wait_heard(second, "getLocation:ok", "getUserInfo:fail auth deny 103")
    assert decided(person, first.program.subject) == {}


def test_in_the_background_the_question_waits_and_comes_back_in_front(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program({"ask": "wx.getLocation(told)"}, files={"app.json": NAMED}))
    person.miniapp.tap("#ask")
    person.waits_for(PROMPT)
    person.miniapp.home()
    person.waits_until_gone(PROMPT)
    person.launcher.press("Asker")
    person.waits_for(PROMPT)
    assert heard(page) == []
    person.prompt.allow()
    wait_heard(page, "getLocation:ok")


def test_a_program_in_the_background_asks_only_once_it_is_in_front(
    make_phone: MakePhone, at_phone: AskPerson, tmp_path: Path, open_folder: OpenProgram
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    on_hide = "App({ onHide() { wx.getLocation(told) } })"
    behind_files = asking_program(app=on_hide, files={"app.json": NAMED})
    front_files = asking_program({"ask": "wx.getUserInfo(told)"}, files={"app.json": OTHER})
    behind = open_folder(phone, write_program(tmp_path / "behind", behind_files))
    front = open_folder(phone, write_program(tmp_path / "front", front_files))
    person.miniapp.tap("#ask")
    person.waits_for(PROMPT)
    assert person.reads("programName") == "Other"
    person.prompt.allow()
    wait_heard(front, "getUserInfo:ok")
    assert not person.sees(PROMPT)
    person.miniapp.home()
    person.launcher.press("Asker")
    person.waits_for(PROMPT)
    assert person.reads("programName") == "Asker"
    person.prompt.deny()
    wait_heard(behind, "getLocation:fail auth deny 103")


def test_deleting_the_program_takes_the_question_back(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    page = run_on(phone, asking_program(KEEPING))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    phone.delete(page.program.id)
    person.waits_until_gone(PROMPT)
    person.waits_for("launcher")
    assert decided(person, page.program.subject) == {}

    page = run_on(phone, asking_program(KEEPING))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    assert person.count(PROMPT) == 1


def test_deleting_it_from_the_launcher_takes_the_waiting_question_back(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(KEEPING, files={"app.json": NAMED}))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    person.miniapp.home()
    person.launcher.press_more("Asker")
    person.picks("Delete")
    person.clicks("modalConfirm")
    person.waits_until_gone("modal")
    assert decided(person, page.program.subject) == {}
    assert not person.phone.running
    person.launcher.press("Hello")
    person.waits_until_gone("splash")
    assert not person.sees(PROMPT)


def test_restarting_the_program_takes_the_question_back(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    page = run_on(phone, asking_program(KEEPING))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    with person.qtbot.waitSignal(page.program.page_shown):
        phone.programs.restart(page.program.id)
    person.waits_until_gone(PROMPT)
    person.miniapp.tap("#recall")
    wait_heard(page, "nothing")
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, "nothing", "answered")
    person.miniapp.tap("#recall")
    wait_heard(page, "nothing", "answered", "getLocation:ok")


def test_switching_the_phone_off_decides_nothing(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    first = make_phone()
    page = run_on(first, asking_program(KEEPING))
    at_phone(first).miniapp.tap("#locate")
    at_phone(first).waits_for(PROMPT)
    subject = page.program.subject
    first.window.close()

    second = make_phone()
    assert second.store.decisions(subject) == {}
    page = run_on(second, asking_program(KEEPING))
    at_phone(second).miniapp.tap("#recall")
    wait_heard(page, "nothing")
    at_phone(second).miniapp.tap("#locate")
    at_phone(second).waits_for(PROMPT)


def test_the_page_that_asked_may_go_meanwhile(run_program: OpenProgram, person: Person) -> None:
    calls = {"ask": "wx.getLocation(told); wx.redirectTo({ url: '/pages/next/next' })"}
    page = run_program(
        asking_program(
            calls,
            files={
                "pages/next/next.wxml": '<view id="next">next {{answer}}</view>',
                "pages/next/next.js": """
                  const { told, say, watch } = require('/telling')
                  Page({ data: { answer: '' }, onLoad() {
                    watch({ setData: ({ heard }) => this.setData({ answer: heard.join() }) })
                  } })""",
            },
        )
    )
    person.miniapp.tap("#ask")
    page.expect("#next")
    person.prompt.allow()
    page.expect_text("getLocation:ok", within="#next")
    assert page.errors == []


def renderer_dies(page: MiniApp) -> None:
    told: list[str] = []
    page.program.view.crashed.connect(told.append)
    os.kill(page.program.view.page().renderProcessPid(), signal.SIGKILL)
    page.wait(lambda: bool(told), "the end of the renderer to be told")


def test_a_renderer_that_dies_takes_its_question_along(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    page = run_on(phone, asking_program(KEEPING))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    renderer_dies(page)
    person.waits_until_gone(PROMPT)
    assert decided(person, page.program.subject) == {}

    with person.qtbot.waitSignal(page.program.page_shown):
        person.clicks("failureRestart")
    person.miniapp.tap("#recall")
    wait_heard(page, "nothing")
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, "nothing", "answered")


def test_a_renderer_that_dies_takes_what_else_the_program_brought_up_along(
    make_phone: MakePhone, at_phone: AskPerson, run_on: Callable[..., MiniApp]
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    page = run_on(phone, asking_program({"ask": "wx.showModal({ title: 'Well?', ...told })"}))
    person.miniapp.tap("#ask")
    person.waits_for("modal")
    renderer_dies(page)
    person.waits_until_gone("modal")
    person.waits_for("failureRestart")


def test_a_renderer_that_dies_in_the_background_leaves_the_others_question(
    make_phone: MakePhone, at_phone: AskPerson, tmp_path: Path, open_folder: OpenProgram
) -> None:
    phone = make_phone()
    person = at_phone(phone)
    asking = {"ask": "wx.getLocation(told)"}
    behind_files = asking_program(asking, files={"app.json": NAMED})
    front_files = asking_program(asking, files={"app.json": OTHER})
    behind = open_folder(phone, write_program(tmp_path / "behind", behind_files))
    person.miniapp.tap("#ask")
    person.waits_for(PROMPT)
    front = open_folder(phone, write_program(tmp_path / "front", front_files))
    person.miniapp.tap("#ask")
    person.waits_for(PROMPT)
    renderer_dies(behind)
    assert person.reads("programName") == "Other"
    person.prompt.allow()
    wait_heard(front, "getLocation:ok")
    assert not person.sees(PROMPT)
    assert decided(person, behind.program.subject) == {}
