"""The panel Calls: what the journal holds of one program, filtered, explained, and cheap."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from miniapp_host.api.calls.journal import CallRecord, How
from miniapp_host.api.calls.why import Help, Why
from miniapp_host.permissions.decisions import Decision, Subject
from miniapp_host.shell.panels.calls.call_words import HOW_WORDS, said_how
from miniapp_host.shell.panels.calls.calls_panel import CallSources, CallsPanel
from miniapp_host.texts import Texts
from miniapp_host.watchers import Watchers
from tests.shell.program_parts import click, shown

ME, OTHER = Subject("wx1", "develop"), Subject("wx2", "develop")


@dataclass
class Told:
    """A journal that tells what a test wants it to."""

    records: tuple[CallRecord, ...] = ()
    subject: Subject | None = ME

    def __post_init__(self) -> None:
        self.calls: Watchers[CallRecord] = Watchers()
        self.forgotten: Watchers[str] = Watchers()
        self.watch = self.calls.watch
        self.watch_forgotten = self.forgotten.watch

    def tell(self, *records: CallRecord) -> None:
        for record in records:
            self.calls.announce(record)

    def forget(self, program: str) -> None:
        self.records = tuple(one for one in self.records if one.subject.program != program)
        self.forgotten.announce(program)


def call(number: int, name: str = "getStorage", **more: object) -> CallRecord:
    record = CallRecord(
        number=number,
        at=datetime(2026, 11, 22, 14, 3, 5, tzinfo=UTC),
        subject=ME,
        page="pages/index/index",
        name=name,
        arguments='{"key": "a"}',
        scope=None,
        before=None,
        how=None,
        asked=False,
        joined=False,
        result=f"{name}:ok",
        errno=None,
        seconds=0.012,
    )
    return replace(record, **more)  # type: ignore[arg-type]


DENIED = {
    "scope": "scope.userLocation",
    "before": Decision.DENIED,
    "how": How.DENIED_BEFORE,
    "result": "getLocation:fail auth deny",
    "errno": 103,
}


def explain(record: CallRecord) -> Why:
    helps = (Help.OPEN_SETTINGS, Help.ASK_AGAIN) if record.scope else ()
    return Why(f"{record.name} because", helps)


@pytest.fixture
def journal() -> Told:
    return Told((call(1), call(2, "getLocation", **DENIED), call(3, subject=OTHER)))


MakePanel = Callable[[], CallsPanel]


@pytest.fixture
def panel(journal: Told, texts: Texts, qtbot: QtBot) -> CallsPanel:
    sources = CallSources(journal, lambda: journal.subject, explain)  # type: ignore[arg-type]
    made = CallsPanel(sources, texts)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def names(panel: CallsPanel) -> list[str]:
    return [record.name for record in panel.shown]


def test_it_shows_the_calls_of_its_program_alone(panel: CallsPanel) -> None:
    assert [record.number for record in panel.shown] == [1, 2]


def test_a_call_that_ends_is_the_same_row(panel: CallsPanel, journal: Told, qtbot: QtBot) -> None:
    running = call(4, "request", result=None, seconds=None)
    journal.tell(running, call(5, subject=OTHER))
    qtbot.waitUntil(lambda: len(panel.shown) == 3)
    journal.tell(replace(running, result="request:ok", seconds=0.2))
    qtbot.waitUntil(lambda: panel.shown[-1].result == "request:ok")
    assert len(panel.shown) == 3


def test_who_does_not_see_it_makes_it_hear_nothing(panel: CallsPanel, journal: Told) -> None:
    assert len(journal.calls) == 1
    panel.hide()
    assert len(journal.calls) == 0
    journal.records = (*journal.records, call(9))
    panel.show()
    assert [record.number for record in panel.shown] == [1, 2, 9]


def test_it_follows_the_program_in_front(panel: CallsPanel, journal: Told) -> None:
    journal.subject = OTHER
    panel.follow()
    assert [record.number for record in panel.shown] == [3]
    journal.subject = None
    panel.follow()
    assert shown(panel, "callsEmpty")


def test_chips_and_words_filter(panel: CallsPanel) -> None:
    click(panel, "calls_guarded")
    assert names(panel) == ["getLocation"]
    click(panel, "calls_all")
    QTest.keyClicks(panel.findChild(QLineEdit, "callsFilter"), "AUTH deny")
    assert names(panel) == ["getLocation"]
    click(panel, "callsFilterClear")
    click(panel, "calls_failed")
    assert names(panel) == ["getLocation"]


def test_a_row_opens_to_why_and_to_what_helps(panel: CallsPanel, qtbot: QtBot) -> None:
    assert not shown(panel, "callsDetail")
    table = panel.findChild(type(panel._table), "callsTable")
    place = table.visualRect(table.model().index(1, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.findChild(QLabel, "callsSentence").text() == "getLocation because"
    with qtbot.waitSignal(panel.help_wished) as told:
        click(panel, "callsRemedy_ask again")
    wished = told.args[0]
    assert (wished.help, wished.record.number) == (Help.ASK_AGAIN, 2)


def test_an_open_row_tells_what_becomes_of_its_call(
    panel: CallsPanel, journal: Told, qtbot: QtBot
) -> None:
    running = call(4, "request", result=None, seconds=None)
    journal.tell(running)
    qtbot.waitUntil(lambda: len(panel.shown) == 3)
    panel._table.choose_row(2)
    journal.tell(call(4, "closeSocket"))
    qtbot.waitUntil(
        lambda: panel.findChild(QLabel, "callsSentence").text() == "closeSocket because"
    )


def test_cleared_it_is_empty_and_says_what_would_come(panel: CallsPanel, journal: Told) -> None:
    click(panel, "callsClear")
    assert shown(panel, "callsEmpty")
    assert [record.subject for record in journal.records] == [OTHER]


def test_all_that_is_shown_can_be_copied(panel: CallsPanel) -> None:
    click(panel, "calls_failed")
    click(panel, "callsCopyAll")
    line = QGuiApplication.clipboard().text()
    assert "getLocation" in line
    assert "denied before" in line
    assert "\n" not in line


def test_a_flood_is_taken_in_few_steps_and_stays_bounded(
    panel: CallsPanel, journal: Told, qtbot: QtBot
) -> None:
    resets: list[int] = []
    panel._rows.rowsInserted.connect(lambda *_: resets.append(1))
    for number in range(10, 25_010):
        journal.tell(call(number))
    qtbot.waitUntil(lambda: panel.shown[-1].number == 25_009)
    assert len(panel.shown) == 10_000
    assert len(resets) <= 3


def test_the_export_says_what_the_person_pressed(panel: CallsPanel, qtbot: QtBot) -> None:
    for button, kind in (("callsExportHtml", "html"), ("callsExportJson", "json")):
        with qtbot.waitSignal(panel.export_wished) as told:
            click(panel, button)
        assert told.args == [kind]


@pytest.mark.parametrize("how", list(How))
def test_every_way_of_deciding_has_its_word_in_both_languages(
    how: How, texts: Texts, chinese: Texts
) -> None:
    record = call(1, how=how)
    assert said_how(record, texts)
    assert said_how(record, texts) != said_how(record, chinese)
    assert set(HOW_WORDS) == set(How)


def test_a_call_that_waits_for_the_person_says_so(texts: Texts) -> None:
    waiting = call(1, scope="scope.record", asked=True, seconds=None, result=None)
    assert said_how(waiting, texts) == "asking"
    assert said_how(call(1), texts) == ""
