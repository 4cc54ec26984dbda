"""The panel Pending: what waits, for whom, and answers that count as the person's."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from miniapp_host.permissions.prompts import Answer
from miniapp_host.permissions.questions import Place
from miniapp_host.shell.inspector.record_model import MATCHED_AT_ONCE
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.panels.pending.pending_panel import PendingPanel
from miniapp_host.shell.panels.pending.pending_row import ANSWER_LABELS, PLACE_WORDS
from miniapp_host.texts import Texts
from tests.api.pretend_phone import OpenProgram, Phone
from tests.growth import BAR, growth
from tests.shell.in_front import in_front
from tests.shell.program_parts import click, shown

LOCATION, CAMERA, USER = "scope.userLocation", "scope.camera", "scope.userInfo"


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Phone]:
    phone = Phone(tmp_path)
    yield phone
    phone.database.close()


@pytest.fixture
def program(phone: Phone) -> OpenProgram:
    return phone.open()


@pytest.fixture
def panel(phone: Phone, texts: Texts, qtbot: QtBot) -> PendingPanel:
    panel = PendingPanel(phone.broker, phone.dispatcher.journal, texts)
    panel.resize(900, 500)
    return in_front(panel, qtbot)


def rows(panel: PendingPanel) -> list[tuple[str, int, tuple[str, ...], Place]]:
    return [
        (row.prompt.scope.id, row.question.calls, row.names, row.question.place)
        for row in panel.shown
    ]


def choose(panel: PendingPanel, row: int) -> None:
    table = panel.findChild(Table, "pendingTable")
    place = table.visualRect(table.model().index(row, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def sentence(panel: PendingPanel) -> str:
    labels = [one for one in panel.findChildren(QLabel, "pendingSentence") if one.isVisible()]
    return labels[-1].text() if labels else ""


def test_without_questions_it_says_so_in_whole_lines(panel: PendingPanel) -> None:
    assert shown(panel, "pendingEmpty")
    title, hint = panel.findChild(type(panel._empty), "pendingEmpty").findChildren(QLabel)
    assert (title.text(), hint.height()) == ("Nobody waits", hint.heightForWidth(hint.width()))


def test_every_open_question_is_listed_with_who_waits(
    panel: PendingPanel, program: OpenProgram, phone: Phone, qtbot: QtBot
) -> None:
    program.call("getLocation")
    program.call("authorize", {"scope": LOCATION})
    phone.open("other").call("authorize", {"scope": CAMERA})
    qtbot.waitUntil(lambda: len(panel.shown) == 2)
    assert rows(panel) == [
        (LOCATION, 2, ("getLocation", "authorize"), Place.SHOWN),
        (CAMERA, 1, ("authorize",), Place.IN_LINE),
    ]


def test_a_question_that_keeps_no_answer_lists_its_own_calls(
    panel: PendingPanel, program: OpenProgram, qtbot: QtBot
) -> None:
    program.tap()
    program.call("getUserProfile", {"desc": "to greet you"})
    program.call("getUserInfo")
    qtbot.waitUntil(lambda: len(panel.shown) == 2)
    assert [row.names for row in panel.shown] == [("getUserProfile",), ("getUserInfo",)]
    choose(panel, 0)
    texts = [one.text() for one in panel.findChildren(QLabel)]
    assert "nearby asks" not in " ".join(texts)
    assert "Nearby asks for Nickname and avatar; 1 call waits." in texts


def test_a_program_in_the_background_keeps_its_question(
    panel: PendingPanel, program: OpenProgram, phone: Phone, qtbot: QtBot
) -> None:
    program.call("getLocation")
    phone.broker.suspend(program.session.subject)
    qtbot.waitUntil(lambda: [one[3] for one in rows(panel)] == [Place.HELD_BACK])
    phone.broker.resume(program.session.subject)
    qtbot.waitUntil(lambda: [one[3] for one in rows(panel)] == [Place.SHOWN])


@pytest.mark.parametrize("answer", list(Answer))
def test_a_button_gives_the_answer_to_the_chosen_question(
    panel: PendingPanel, program: OpenProgram, qtbot: QtBot, answer: Answer
) -> None:
    program.call("getLocation")
    program.call("authorize", {"scope": CAMERA})
    qtbot.waitUntil(lambda: len(panel.shown) == 2)
    choose(panel, 1)
    with qtbot.waitSignal(panel.answer_wished) as wished:
        click(panel, f"pendingRemedy_{answer.value}")
    wish = wished.args[0]
    assert (wish.prompt, wish.answer) == (panel.shown[1].prompt, answer)


def test_the_first_question_is_chosen_and_the_next_when_it_is_answered(
    panel: PendingPanel, program: OpenProgram, phone: Phone, qtbot: QtBot
) -> None:
    program.call("getLocation")
    program.call("authorize", {"scope": CAMERA})
    qtbot.waitUntil(lambda: "asks for Location" in sentence(panel))
    phone.prompter.press(Answer.REJECT)
    qtbot.waitUntil(lambda: "asks for Camera" in sentence(panel))
    phone.prompter.press(Answer.REJECT)
    qtbot.waitUntil(lambda: shown(panel, "pendingEmpty"))
    assert not shown(panel, "pendingDetail")


def test_an_open_row_counts_who_joins(
    panel: PendingPanel, program: OpenProgram, qtbot: QtBot
) -> None:
    program.call("getLocation")
    qtbot.waitUntil(lambda: len(panel.shown) == 1)
    choose(panel, 0)
    program.call("authorize", {"scope": LOCATION})
    qtbot.waitUntil(
        lambda: (
            "Nearby asks for Location; 2 calls wait."
            in [one.text() for one in panel.findChildren(QLabel, "pendingSentence")]
        )
    )


def test_words_filter_and_rows_are_copied(
    panel: PendingPanel, program: OpenProgram, phone: Phone, qtbot: QtBot
) -> None:
    program.call("getLocation")
    phone.open("other", "trial").call("authorize", {"scope": CAMERA})
    qtbot.waitUntil(lambda: len(panel.shown) == 2)
    QTest.keyClicks(panel.findChild(QLineEdit, "pendingFilter"), "OTHER (trial")
    assert [row.prompt.scope.id for row in panel.shown] == [CAMERA]
    click(panel, "pendingCopyAll")
    assert (
        "Other (trial)\tCamera\twaits its turn\t1 authorize" in QGuiApplication.clipboard().text()
    )


def test_who_does_not_see_it_makes_it_hear_nothing(
    panel: PendingPanel, program: OpenProgram
) -> None:
    panel.hide()
    program.call("getLocation")
    assert panel.shown == ()
    panel.show()
    assert len(panel.shown) == 1


def test_every_word_is_there_in_both_languages() -> None:
    assert (set(PLACE_WORDS), set(ANSWER_LABELS)) == (set(Place), set(Answer))
    for text in (*PLACE_WORDS.values(), *ANSWER_LABELS.values()):
        assert text.en != text.zh


def test_its_number_goes_with_who_looks(
    program: OpenProgram, panel: PendingPanel, qtbot: QtBot
) -> None:
    program.call("authorize", {"scope": LOCATION})
    qtbot.waitUntil(lambda: len(panel.shown) == 1)
    with qtbot.waitSignal(panel.counted) as counted:
        panel.hide()
    assert counted.args == [0]


def test_an_answer_can_be_given_while_calls_keep_joining(
    panel: PendingPanel, program: OpenProgram, qtbot: QtBot
) -> None:
    program.call("getLocation")
    qtbot.waitUntil(lambda: "1 call waits" in sentence(panel))
    (reject,) = (
        one
        for one in panel.findChildren(QAbstractButton, f"pendingRemedy_{Answer.REJECT.value}")
        if one.isVisible()
    )
    QTest.mousePress(reject, Qt.MouseButton.LeftButton)
    program.call("getLocation")
    qtbot.waitUntil(lambda: "2 calls wait" in sentence(panel))
    with qtbot.waitSignal(panel.answer_wished) as wished:
        QTest.mouseRelease(reject, Qt.MouseButton.LeftButton)
    assert wished.args[0].answer is Answer.REJECT


def test_twice_as_many_questions_cost_twice_as_much_to_read_again(
    tmp_path: Path, texts: Texts, qtbot: QtBot
) -> None:
    phones: list[Phone] = []

    def prepare(questions: int) -> Callable[[], None]:
        folder = tmp_path / str(len(phones))
        folder.mkdir()
        phones.append(Phone(folder))
        program = phones[-1].open()
        for _ in range(questions):  # the answer to this one is not kept: each asks for itself
            program.tap()
            program.call("getUserProfile", {"desc": "to greet you"})
        panel = PendingPanel(phones[-1].broker, phones[-1].dispatcher.journal, texts)
        qtbot.addWidget(panel)
        panel.begin()
        assert len(panel.shown) == min(questions, MATCHED_AT_ONCE)
        panel.end()
        return panel.begin

    grown = growth(prepare, 1000)
    for phone in phones:
        phone.database.close()
    assert grown <= BAR
