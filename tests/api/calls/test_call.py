import pytest

from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.prompts import Answer
from tests.api.pretend_phone import OpenProgram, Phone


def test_a_call_answers_once_however_often_it_is_tried(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("showModal")
    program.screen.press(confirm=True)
    program.screen.press(confirm=False)
    assert len(answers) == 1
    assert answers[0]["confirm"] is True


def test_an_answer_after_closing_is_void(phone: Phone) -> None:
    program = phone.open()
    answers = [
        program.call("showModal"),
        program.call("showActionSheet", {"itemList": ["one"]}),
        program.call("chooseImage"),
    ]
    program.close()
    program.screen.press(confirm=True)
    program.screen.sheets[0][1](0)
    program.screen.picture_choices[0][1](phone.album.pictures())
    assert answers == [[], [], []]


def test_a_tap_on_a_modal_of_a_closed_program_does_not_count(phone: Phone) -> None:
    program = phone.open()
    program.call("showModal")
    program.close()
    program.screen.press(confirm=True)
    assert not program.session.taps.fresh()


def test_a_closed_program_is_sent_no_event_and_no_line(phone: Phone) -> None:
    program = phone.open()
    program.close()
    program.session.emit("appShow", {})
    program.session.log("warn", "late")
    assert (program.events, program.console) == ([], [])


def test_a_closed_program_can_neither_keep_nor_show_anything(phone: Phone) -> None:
    program = phone.open()
    program.close()
    assert program.call("setStorage", {"key": "a", "data": 1}) == []
    assert program.call("showToast", {"title": "hi"}) == []
    assert program.sync("setStorageSync", "a", 1) == {"error": "setStorageSync:fail interrupted"}
    assert phone.open().sync("getStorageSync", "a") == {"value": ""}
    assert program.screen.toasts == []


def test_closing_twice_is_closing(phone: Phone) -> None:
    program = phone.open()
    heard: list[str] = []
    program.session.when_closed(lambda: heard.append("closed"))
    forget = program.session.when_closed(lambda: heard.append("never"))
    forget()
    program.close()
    program.close()
    assert heard == ["closed"]


def test_closing_one_program_leaves_the_other_ones_prompt(phone: Phone) -> None:
    first, second = phone.open("first"), phone.open("second")
    first.call("authorize", {"scope": "scope.camera"})
    answers = second.call("authorize", {"scope": "scope.camera"})
    first.close()
    assert phone.prompter.asked[-1].subject == second.session.subject
    assert answers == []


@pytest.mark.expects_log
def test_a_decision_that_is_stored_is_success_whatever_a_watcher_does(phone: Phone) -> None:
    def stumble(_: object) -> None:
        raise LookupError("a panel of a program that is gone")

    phone.store.watch(stumble)
    program = phone.open()
    answers = program.call("authorize", {"scope": "scope.userLocation"})
    phone.prompter.press(Answer.ALLOW)
    assert answers == [{"errMsg": "authorize:ok"}]
    assert program.decision("scope.userLocation") is Decision.GRANTED


@pytest.mark.expects_log
def test_everyone_who_waits_for_the_close_hears_and_the_prompt_goes(phone: Phone) -> None:
    def stumble() -> None:
        raise LookupError("a task that is gone")

    program = phone.open()
    heard: list[str] = []
    program.session.when_closed(stumble)
    program.session.when_closed(lambda: heard.append("closed"))
    program.call("authorize", {"scope": "scope.camera"})
    program.close()
    assert heard == ["closed"]
    assert not phone.prompter.shown


def test_every_failure_names_the_call(phone: Phone) -> None:
    program: OpenProgram = phone.open()
    for name in phone.dispatcher.names["async"]:
        for answer in program.call(name):
            assert str(answer["errMsg"]).startswith((f"{name}:ok", f"{name}:fail"))
