"""The panel Console: entries by level and word, their values, their places, and a line for code."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.console.console_model import MOST_ENTRIES, ConsoleModel, Level, LogEntry
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.inspector.tree import Tree
from miniapp_host.shell.panels.console.console_panel import ConsolePanel, PlaceWished
from miniapp_host.texts import Sentence, Texts
from miniapp_host.watchers import Unwatch
from tests.shell.in_front import in_front
from tests.shell.program_parts import click, shown

ERROR = LogEntry(Level.ERROR, "boom\n    at f (a.js:3)", "pages/index/index.js", 3)
WARNING = LogEntry(Level.WARN, "careful")
LOG = LogEntry(Level.LOG, "a {b: 1}", values=("a", {"o": [["b", {"a": [1, 2]}]]}))


class Wanted:
    """Counts who wants values now."""

    def __init__(self) -> None:
        self.count = 0

    def want(self) -> Unwatch:
        self.count += 1
        return self._give_up

    def _give_up(self) -> None:
        self.count -= 1


@pytest.fixture
def model() -> ConsoleModel:
    made = ConsoleModel()
    for entry in (ERROR, WARNING, LOG):
        made.append(entry)
    return made


@pytest.fixture
def wanted() -> Wanted:
    return Wanted()


@pytest.fixture
def panel(model: ConsoleModel, wanted: Wanted, texts: Texts, qtbot: QtBot) -> ConsolePanel:
    made = ConsolePanel(lambda: model, wanted.want, texts)
    made.resize(700, 500)
    return in_front(made, qtbot)


def table(panel: ConsolePanel) -> Table:
    found = panel.findChild(QWidget, "consoleTable")
    assert isinstance(found, Table)
    return found


def line(panel: ConsolePanel) -> QPlainTextEdit:
    found = panel.findChild(QWidget, "consoleInput")
    assert isinstance(found, QPlainTextEdit)
    return found


def words(panel: ConsolePanel) -> list[str]:
    model = table(panel).model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_it_shows_what_is_there_and_what_comes(
    panel: ConsolePanel, model: ConsoleModel, qtbot: QtBot
) -> None:
    assert words(panel) == [ERROR.text, "careful", "a {b: 1}"]
    model.append(LogEntry(Level.INFO, "later"))
    qtbot.waitUntil(lambda: words(panel)[-1] == "later")


def test_values_are_wanted_only_while_it_is_seen(panel: ConsolePanel, wanted: Wanted) -> None:
    assert wanted.count == 1
    panel.hide()
    assert wanted.count == 0
    panel.show()
    assert wanted.count == 1


def test_levels_and_words_filter(panel: ConsolePanel) -> None:
    click(panel, "console_warn")
    assert words(panel) == ["careful"]
    click(panel, "console_log")
    assert words(panel) == ["a {b: 1}"]
    click(panel, "console_all")
    QTest.keyClicks(panel.findChild(QLineEdit, "consoleFilter"), "INDEX.js")
    assert words(panel) == [ERROR.text]


def chosen(panel: ConsolePanel) -> int:
    return table(panel).currentIndex().row()


def search(panel: ConsolePanel, word: str) -> QLineEdit:
    """Opens the search by its key and types a word."""
    QTest.keyClick(table(panel), Qt.Key.Key_F3)
    field = panel.findChild(QLineEdit, "consoleSearch")
    QTest.keyClicks(field, word)
    return field


def test_the_search_goes_from_place_to_place_and_hides_nothing(
    panel: ConsolePanel, model: ConsoleModel
) -> None:
    model.append(LogEntry(Level.LOG, "another A"))
    panel.follow()
    field = search(panel, "A")
    places = [chosen(panel)]
    for key, modifier in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
    ):
        QTest.keyClick(field, key, modifier)
        places.append(chosen(panel))
    assert places == [0, 1, 2, 3, 2]
    click(panel, "consoleSearchNext")
    click(panel, "consoleSearchNext")
    assert chosen(panel) == 0, "the first follows the last"
    assert len(words(panel)) == 4


def test_a_search_without_a_place_says_so_and_escape_leads_back(panel: ConsolePanel) -> None:
    field = search(panel, "nowhere")
    assert shown(panel, "consoleSearchNone")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not shown(panel, "consoleSearch")
    assert table(panel).hasFocus()


def test_a_search_through_many_rows_ends_at_the_one_that_fits(
    panel: ConsolePanel, model: ConsoleModel, qtbot: QtBot
) -> None:
    for number in range(MOST_ENTRIES - 1):
        model.append(LogEntry(Level.LOG, f"row {number}"))
    model.append(LogEntry(Level.LOG, "the needle"))
    qtbot.waitUntil(lambda: words(panel)[-1] == "the needle")
    search(panel, "needle")
    qtbot.waitUntil(lambda: chosen(panel) == len(words(panel)) - 1)


def test_a_flood_is_bounded_and_the_newest_are_kept(
    panel: ConsolePanel, model: ConsoleModel, qtbot: QtBot
) -> None:
    for number in range(5 * MOST_ENTRIES):
        model.append(LogEntry(Level.LOG, str(number)))
    qtbot.waitUntil(lambda: words(panel)[-1] == str(5 * MOST_ENTRIES - 1))
    assert len(model.entries) == MOST_ENTRIES


def test_a_cleared_console_is_empty_and_starts_anew(
    panel: ConsolePanel, model: ConsoleModel, qtbot: QtBot
) -> None:
    click(panel, "consoleClear")
    assert model.entries == ()
    assert shown(panel, "consoleEmpty")
    model.append(LogEntry(Level.LOG, "again"))
    qtbot.waitUntil(lambda: words(panel) == ["again"])


def test_an_entry_opens_to_its_text_and_its_values_as_trees(panel: ConsolePanel) -> None:
    table(panel).choose_row(2)
    tree = panel.findChild(Tree, "consoleTree")
    assert tree.model().index(0, 0).data() == "b"
    assert tree.model().index(0, 1).data() == "(2) [1, 2]"


def test_a_place_is_opened_by_a_click_on_it_and_by_a_button(
    panel: ConsolePanel, qtbot: QtBot
) -> None:
    view = table(panel)
    place = view.visualRect(view.model().index(0, 2)).center()
    with qtbot.waitSignal(panel.place_wished) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [PlaceWished("pages/index/index.js", 3)]
    with qtbot.waitSignal(panel.place_wished):
        click(panel, "consoleRemedy_open")


def test_chosen_lines_are_copied(panel: ConsolePanel) -> None:
    table(panel).choose_row(1)
    QTest.keyClick(table(panel), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "careful" in QGuiApplication.clipboard().text()
    click(panel, "consoleCopyAll")
    assert QGuiApplication.clipboard().text().count("\n") == 3


def test_enter_sends_code_and_the_arrows_bring_it_back(panel: ConsolePanel, qtbot: QtBot) -> None:
    sent: list[str] = []
    panel.code_sent.connect(sent.append)
    for code in ("first", "second", "   "):
        line(panel).setPlainText(code)
        QTest.keyClick(line(panel), Qt.Key.Key_Return)
    assert sent == ["first", "second"]
    line(panel).setPlainText("not sent yet")
    for key, text in (
        (Qt.Key.Key_Up, "second"),
        (Qt.Key.Key_Up, "first"),
        (Qt.Key.Key_Up, "first"),
        (Qt.Key.Key_Down, "second"),
        (Qt.Key.Key_Down, "not sent yet"),
        (Qt.Key.Key_Down, "not sent yet"),
    ):
        QTest.keyClick(line(panel), key)
        assert line(panel).toPlainText() == text


def test_shift_enter_begins_a_new_line(panel: ConsolePanel, qtbot: QtBot) -> None:
    low = line(panel).height()
    QTest.keyClicks(line(panel), "if (a) {")
    QTest.keyClick(line(panel), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(line(panel), "}")
    assert line(panel).height() > low
    with qtbot.waitSignal(panel.code_sent) as told:
        QTest.keyClick(line(panel), Qt.Key.Key_Return)
    assert told.args == ["if (a) {\n}"]


def test_without_a_program_nothing_can_be_typed(texts: Texts, qtbot: QtBot) -> None:
    panel = ConsolePanel(lambda: None, Wanted().want, texts)
    qtbot.addWidget(panel)
    panel.show()
    assert shown(panel, "consoleEmpty")
    assert not line(panel).isEnabled()


def test_what_the_host_says_is_shown_found_and_copied_in_the_persons_language(
    chinese: Texts, qtbot: QtBot
) -> None:
    model = ConsoleModel()
    model.append(LogEntry(Level.WARN, Sentence("{name} is not supported", name="wx.addCard")))
    model.append(LogEntry(Level.LOG, "not supported"))
    panel = ConsolePanel(lambda: model, Wanted().want, chinese)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: words(panel) == ["不支持 wx.addCard", "not supported"])
    field = panel.findChild(QLineEdit, "consoleFilter")
    assert isinstance(field, QLineEdit)
    field.setText("不支持")
    qtbot.waitUntil(lambda: words(panel) == ["不支持 wx.addCard"])
    assert "不支持 wx.addCard" in panel.copied()
