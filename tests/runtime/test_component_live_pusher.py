"""<live-pusher> and VKSession: they ask as on a phone, though nothing is sent or seen."""

from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.phone.phone import Phone
from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import heard, hearing_page, wait_heard
from tests.stories.person import PROMPT, Person


def run(run_program: OpenProgram, attributes: str = "") -> PageDriver:
    return run_program(
        hearing_page(
            f'<live-pusher wx:if="{{{{on}}}}" id="pusher" binderror="hear" {attributes}/>'
            '<button id="off" bindtap="off">off</button><button id="see" bindtap="see">see</button>',
            data="{on: true}",
            methods="""off() { this.setData({ on: false }) },
            see() { wx.createVKSession({ track: { face: { mode: 1 } } }).start((status) =>
              this.hear({ type: 'status', detail: status })) },""",
        )
    )


def asked(person: Person) -> str:
    person.waits_for(PROMPT)
    return person.reads("scopeTitle")


def test_it_asks_for_the_camera_then_for_the_microphone(
    run_program: OpenProgram, person: Person
) -> None:
    page = run(run_program)
    assert asked(person) == "Use your camera"
    person.prompt.allow()
    assert asked(person) == "Record with your microphone"
    person.prompt.allow()
    assert heard(page, "error") == []


def test_without_the_camera_it_does_not_ask_for_the_microphone(
    run_program: OpenProgram, person: Person
) -> None:
    page = run(run_program)
    person.prompt.deny()
    assert wait_heard(page, "error")["errCode"] == 10001
    assert not person.sees(PROMPT)


def test_a_refused_microphone_is_told_as_documented(
    run_program: OpenProgram, person: Person
) -> None:
    page = run(run_program)
    person.prompt.allow()
    person.prompt.deny()
    assert wait_heard(page, "error")["errCode"] == 10002


def test_one_that_sends_sound_only_needs_no_camera(
    run_program: OpenProgram, person: Person
) -> None:
    run(run_program, 'enable-camera="{{false}}"')
    assert asked(person) == "Record with your microphone"


def test_a_scope_taken_back_is_told_as_long_as_it_is_there(
    run_program: OpenProgram, person: Person, phone: Phone
) -> None:
    page = run(run_program)
    person.prompt.allow()
    person.prompt.allow()
    subject = page.program.subject
    phone.store.decide(subject, "scope.record", Decision.DENIED, Actor.SETTINGS)
    assert wait_heard(page, "error")["errCode"] == 10002
    page.tap("#off")
    page.wait(lambda: not page.exists("#pusher"), "no pusher")
    phone.store.decide(subject, "scope.camera", Decision.DENIED, Actor.SETTINGS)
    page.tap("#see")
    wait_heard(page, "status")
    assert len(heard(page, "error")) == 1


def test_a_session_that_sees_asks_for_the_camera(run_program: OpenProgram, person: Person) -> None:
    page = run(run_program, 'enable-camera="{{false}}" enable-mic="{{false}}"')
    page.tap("#see")
    assert asked(person) == "Use your camera"
    person.prompt.deny()
    assert wait_heard(page, "status") == 2003002
