"""The console: entries, filters, copying, and the pill that says something went wrong."""

from datetime import datetime

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from miniapp_host.shell.console.console import ConsoleSheet, ErrorPill
from miniapp_host.shell.console.console_model import (
    LONGEST_TEXT,
    MOST_ENTRIES,
    ConsoleModel,
    Level,
    LogEntry,
)
from miniapp_host.shell.console.entry_list import EntryList
from miniapp_host.texts import Sentence, Texts
from tests.shell.program_parts import click

NOON = datetime(2026, 11, 22, 12, 0)
ERROR = LogEntry(Level.ERROR, "boom", "pages/index/index.js", 3, NOON)
WARNING = LogEntry(Level.WARN, "careful", time=NOON)
LOG = LogEntry(Level.LOG, "hello", time=NOON)
INFO = LogEntry(Level.INFO, "by the way", time=NOON)


@pytest.fixture
def model(qtmodeltester: ModelTester) -> ConsoleModel:
    made = ConsoleModel()
    qtmodeltester.check(made)
    for entry in (ERROR, WARNING, LOG, INFO):
        made.append(entry)
    return made


@pytest.fixture
def sheet(model: ConsoleModel, screen: QWidget, texts: Texts) -> ConsoleSheet:
    made = ConsoleSheet(screen, model, texts)
    made.open()
    return made


def test_an_entry_says_level_text_and_place() -> None:
    assert str(ERROR) == "12:00:00 ERROR boom  (pages/index/index.js:3)"
    assert str(LOG) == "12:00:00 LOG   hello"
    assert LogEntry(Level.LOG, "", "app.js").place == "app.js"


def test_what_the_host_says_is_read_in_the_persons_language_and_what_a_program_wrote_is_not(
    screen: QWidget, chinese: Texts
) -> None:
    model = ConsoleModel()
    model.append(LogEntry(Level.WARN, Sentence("{name} is not supported", name="wx.addCard")))
    model.append(LogEntry(Level.LOG, "wx.addCard is not supported"))
    sheet = ConsoleSheet(screen, model, chinese)
    sheet.open()
    click(sheet, "consoleCopy")
    host, own = QGuiApplication.clipboard().text().splitlines()
    assert host.endswith("WARN  不支持 wx.addCard")
    assert own.endswith("LOG   wx.addCard is not supported")
    entries = sheet.findChild(EntryList)
    assert entries is not None
    assert entries.model().index(0, 0).data() == host
    assert str(model.entries[0]).endswith("wx.addCard is not supported")


def test_an_unknown_level_is_a_log() -> None:
    assert Level.named("table") is Level.LOG
    assert Level.named("error") is Level.ERROR


def test_errors_are_counted_and_the_first_is_known(model: ConsoleModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.errors_changed) as changed:
        model.append(LogEntry(Level.ERROR, "again"))
    assert changed.args == [2]
    assert model.first_error == ERROR
    with qtbot.assertNotEmitted(model.errors_changed):
        model.append(LOG)


def test_a_flood_is_bounded(model: ConsoleModel) -> None:
    for number in range(MOST_ENTRIES + 5):
        model.append(LogEntry(Level.LOG, str(number)))
    assert model.rowCount() == MOST_ENTRIES
    assert model.entries[-1].text == str(MOST_ENTRIES + 4)


def test_an_endless_text_is_cut(model: ConsoleModel) -> None:
    model.append(LogEntry(Level.RESULT, "x" * (LONGEST_TEXT + 5)))
    assert model.entries[-1].text == "x" * LONGEST_TEXT


def test_clearing_empties_it_and_the_count(model: ConsoleModel, qtbot: QtBot) -> None:
    with qtbot.waitSignals([model.rowsRemoved, model.errors_changed]):
        model.clear()
    assert model.rowCount() == 0
    assert model.errors == 0


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("error", (ERROR,)),
        ("warn", (WARNING,)),
        ("log", (LOG, INFO)),
        ("all", (ERROR, WARNING, LOG, INFO)),
    ],
)
def test_a_filter_shows_one_level(
    sheet: ConsoleSheet, level: str, expected: tuple[LogEntry, ...]
) -> None:
    click(sheet, f"consoleFilter_{level}")
    assert sheet.shown == expected


def test_what_is_logged_meanwhile_appears(sheet: ConsoleSheet, model: ConsoleModel) -> None:
    later = LogEntry(Level.WARN, "later")
    model.append(later)
    assert sheet.shown[-1] == later


def test_copying_takes_what_is_shown(sheet: ConsoleSheet) -> None:
    click(sheet, "consoleFilter_error")
    click(sheet, "consoleCopy")
    assert QGuiApplication.clipboard().text() == str(ERROR)


def test_clearing_empties_the_program_console(sheet: ConsoleSheet, model: ConsoleModel) -> None:
    click(sheet, "consoleClear")
    assert model.rowCount() == 0
    assert sheet.shown == ()


def test_endless_text_is_drawn_within_bounds(sheet: ConsoleSheet, model: ConsoleModel) -> None:
    model.append(LogEntry(Level.ERROR, "x" * 100_000, "pages/" + "deep/" * 50 + "index.js", 1))
    assert not sheet.grab().isNull()


def test_a_word_is_broken_only_where_it_is_longer_than_a_line(
    sheet: ConsoleSheet, model: ConsoleModel
) -> None:
    heights = []
    for text in ("word " * 14, "x" * 70, "short\nlines"):
        model.append(LogEntry(Level.LOG, text))
        view = sheet.findChild(EntryList)
        assert isinstance(view, EntryList)
        heights.append(view.sizeHintForRow(view.model().rowCount() - 1))
    assert len(set(heights)) == 1, "each of them takes two lines"


def test_the_pill_counts_and_hides(screen: QWidget, texts: Texts, chinese: Texts) -> None:
    pill = ErrorPill(texts, screen)
    assert not pill.isVisible()
    pill.show_errors(1)
    assert pill.isVisible()
    assert pill.text() == "1 error"
    pill.show_errors(12)
    assert pill.text() == "12 errors"
    pill.show_errors(0)
    assert not pill.isVisible()
    one = ErrorPill(chinese, screen)
    one.show_errors(2)
    assert one.text() == "2 个错误"
