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

from miniapp_host.api.calls.journal import CallNote, CallRecord, How, Journal
from miniapp_host.api.calls.why import Help, Why
from miniapp_host.permissions.decisions import Decision, Subject
from miniapp_host.shell.inspector.intake import MOST_AT_ONCE
from miniapp_host.shell.panels.calls.call_words import HOW_WORDS, said_how
from miniapp_host.shell.panels.calls.calls_panel import CallSources, CallsPanel
from miniapp_host.texts import Texts
from tests.shell.in_front import in_front
from tests.shell.program_parts import click, shown

ME, OTHER = Subject("wx1", "develop"), Subject("wx2", "develop")


@dataclass
class Caller:
    """Whose calls they are, as the journal asks a session."""

    subject: Subject
    page: str = "pages/index/index"


class Told:
    """A journal whose calls a test makes."""

    def __init__(self) -> None:
        self.journal = Journal(lambda: datetime(2026, 11, 22, 14, 3, 5, tzinfo=UTC).timestamp())
        self.subject: Subject | None = ME

    def begin(self, name: str, subject: Subject = ME) -> CallNote:
        caller = Caller(subject)
        return self.journal.begin(caller, name, {"key": "a"})  # type: ignore[arg-type]

    def call(self, name: str = "getStorage", subject: Subject = ME) -> None:
        self.begin(name, subject).answered({"errMsg": f"{name}:ok"})

    def denied(self) -> None:
        note = self.begin("getLocation")
        note.found("scope.userLocation", Decision.DENIED, How.DENIED_BEFORE)
        note.answered({"errMsg": "getLocation:fail auth deny", "errno": 103})


def explain(record: CallRecord) -> Why:
    helps = (Help.OPEN_SETTINGS, Help.ASK_AGAIN) if record.scope else ()
    return Why(f"{record.name} because", helps)


@pytest.fixture
def journal() -> Told:
    told = Told()
    told.call()
    told.denied()
    told.call(subject=OTHER)
    return told


MakePanel = Callable[[], CallsPanel]


@pytest.fixture
def panel(journal: Told, texts: Texts, qtbot: QtBot) -> CallsPanel:
    sources = CallSources(journal.journal, lambda: journal.subject, explain)
    made = CallsPanel(sources, texts)
    made.resize(1100, 600)
    return in_front(made, qtbot)


def names(panel: CallsPanel) -> list[str]:
    return [record.name for record in panel.shown]


def test_it_shows_the_calls_of_its_program_alone(panel: CallsPanel) -> None:
    assert [record.number for record in panel.shown] == [1, 2]


def test_a_call_that_ends_is_the_same_row(panel: CallsPanel, journal: Told, qtbot: QtBot) -> None:
    running = journal.begin("request")
    journal.call(subject=OTHER)
    qtbot.waitUntil(lambda: len(panel.shown) == 3)
    assert panel.shown[-1].result is None
    running.answered({"errMsg": "request:ok"})
    qtbot.waitUntil(lambda: panel.shown[-1].result == "request:ok")
    assert len(panel.shown) == 3


def test_who_does_not_see_it_makes_it_hear_nothing(panel: CallsPanel, journal: Told) -> None:
    panel.hide()
    journal.call()
    assert not panel._intake._timer.isActive()
    panel.show()
    assert [record.number for record in panel.shown] == [1, 2, 4]


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
    table = panel.findChild(type(panel.table), "callsTable")
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
    running = journal.begin("getLocation")
    qtbot.waitUntil(lambda: len(panel.shown) == 3)
    panel.table.choose_row(2)
    assert not shown(panel, "callsRemedy_ask again")
    running.asks("scope.userLocation", Decision.UNDECIDED, joined=False)
    qtbot.waitUntil(lambda: shown(panel, "callsRemedy_ask again"))


def test_cleared_it_is_empty_and_says_what_would_come(panel: CallsPanel, journal: Told) -> None:
    click(panel, "callsClear")
    assert shown(panel, "callsEmpty")
    assert [record.subject for record in journal.journal.records] == [OTHER]


def test_all_that_is_shown_can_be_copied(panel: CallsPanel) -> None:
    click(panel, "calls_failed")
    click(panel, "callsCopyAll")
    line = QGuiApplication.clipboard().text()
    assert "getLocation" in line
    assert "denied before" in line
    assert "\n" not in line


def test_a_burst_makes_records_only_of_the_newest_and_a_few_at_a_time(
    panel: CallsPanel, journal: Told, qtbot: QtBot
) -> None:
    inserted: list[int] = []
    panel.rows.rowsInserted.connect(lambda _, first, last: inserted.append(last - first + 1))
    for _ in range(100_000):
        journal.call()
    assert inserted == []
    qtbot.waitUntil(lambda: panel.shown[-1].number == 100_003, timeout=20_000)
    assert len(panel.shown) == 10_000
    assert max(inserted) <= MOST_AT_ONCE
    assert sum(inserted) == 10_000


def test_the_export_says_what_the_person_pressed(panel: CallsPanel, qtbot: QtBot) -> None:
    for button, kind in (("callsExportHtml", "html"), ("callsExportJson", "json")):
        with qtbot.waitSignal(panel.export_wished) as told:
            click(panel, button)
        assert told.args == [kind]


def call(**more: object) -> CallRecord:
    record = CallRecord(
        number=1,
        at=datetime(2026, 11, 22, 14, 3, 5, tzinfo=UTC),
        subject=ME,
        page="pages/index/index",
        name="getStorage",
        arguments="{}",
        scope=None,
        before=None,
        how=None,
        asked=False,
        joined=False,
        result="getStorage:ok",
        errno=None,
        seconds=0.012,
    )
    return replace(record, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("how", list(How))
def test_every_way_of_deciding_has_its_word_in_both_languages(
    how: How, texts: Texts, chinese: Texts
) -> None:
    record = call(how=how)
    assert said_how(record, texts)
    assert said_how(record, texts) != said_how(record, chinese)
    assert set(HOW_WORDS) == set(How)


def test_a_call_that_waits_for_the_person_says_so(texts: Texts) -> None:
    waiting = call(scope="scope.record", asked=True, seconds=None, result=None)
    assert said_how(waiting, texts) == "asking"
    assert said_how(call(), texts) == ""
