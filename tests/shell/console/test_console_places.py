"""Where the console stands when it opens, and what it says while it is empty."""

from PySide6.QtWidgets import QListView, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.console.console import ConsoleSheet
from miniapp_host.shell.console.console_model import ConsoleModel, Level, LogEntry
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.texts import Texts


def _opened(qtbot: QtBot, screen: QWidget, model: ConsoleModel, texts: Texts) -> ConsoleSheet:
    sheet = ConsoleSheet(screen, model, texts)
    with qtbot.waitSignal(sheet.opened):
        sheet.open()
    return sheet


def test_it_opens_at_its_newest_entry(qtbot: QtBot, screen: QWidget, texts: Texts) -> None:
    model = ConsoleModel()
    for number in range(60):
        model.append(LogEntry(Level.LOG, f"line {number} " * (1 + number % 9)))
    sheet = _opened(qtbot, screen, model, texts)
    entries = sheet.findChild(QListView, "consoleList")
    last = entries.model().index(59, 0)
    qtbot.waitUntil(lambda: entries.visualRect(last).bottom() <= entries.viewport().height())
    model.append(LogEntry(Level.LOG, "the newest " * 30))
    newest = entries.model().index(60, 0)
    qtbot.waitUntil(lambda: entries.visualRect(newest).bottom() <= entries.viewport().height())


def test_an_empty_one_says_in_whole_words_what_would_be_in_it(
    qtbot: QtBot, screen: QWidget, texts: Texts
) -> None:
    sheet = _opened(qtbot, screen, ConsoleModel(), texts)
    note = sheet.findChild(PlainLabel, "consoleEmpty")
    assert "console.log" in note.text()
    assert note.width() > 300
    assert note.heightForWidth(note.width()) <= note.height()
