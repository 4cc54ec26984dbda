"""The inspector's console on a real program: code runs where the program does, and no one else's."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.inspector.tree import Tree
from miniapp_host.shell.settings.editor_choice import EDITOR_KEY
from miniapp_host.testing.miniapp import MiniApp
from tests.stories.conftest import OpenProgram
from tests.stories.person import Person

PROGRAM = {
    "app.js": "App({globalData: {user: {name: 'Ming'}}, onLaunch() { console.log('up', {a: [1]}) }})",
    "index.wxml": '<view id="n">{{n}}</view>',
    "index.js": "Page({data: {n: 1}})",
}


@pytest.fixture
def page(run_program: OpenProgram, person: Person) -> MiniApp:
    person.phone.tools.workbench.show_panel("console")
    person.window.activateWindow()
    opened = run_program(PROGRAM)
    person.waits_for("panel_console")
    return opened


def types(person: Person, code: str) -> None:
    line = person.find("consoleInput")
    assert isinstance(line, QPlainTextEdit)
    line.setFocus()
    QTest.keyClicks(line, code)
    QTest.keyClick(line, Qt.Key.Key_Return)


def table_of(person: Person) -> Table:
    """The table, also while it is empty and so not shown."""
    found = person.window.findChild(QWidget, "consoleTable")
    assert isinstance(found, Table)
    return found


def last(person: Person) -> str:
    table = table_of(person)
    return str(table.model().index(table.model().rowCount() - 1, 1).data())


def gives(person: Person, code: str, text: str) -> None:
    types(person, code)
    person.wait(lambda: text in last(person), f"{code} giving {text}, not {last(person)}")


def test_code_sees_the_program_and_changes_its_page(page: MiniApp, person: Person) -> None:
    gives(person, "getApp().globalData.user", '{name: "Ming"}')
    gives(person, "getCurrentPages().map((page) => page.route)", '["pages/index/index"]')
    gives(person, "typeof wx.getLocation", "function")
    types(person, "getCurrentPages()[0].setData({n: 42})")
    page.expect_text("42", within="#n")


def test_code_can_wait_and_fail(page: MiniApp, person: Person) -> None:
    gives(person, "await wx.getSetting()", 'errMsg: "getSetting:ok"')
    gives(person, "nowhere", "ReferenceError: nowhere is not defined")
    assert person.phone.running[page.program.id].screen.console.errors == 0


def test_the_program_itself_still_cannot_make_code_of_text(page: MiniApp, person: Person) -> None:
    gives(person, "eval('1')", "EvalError")
    gives(person, "new Function('return 1')", "EvalError")
    gives(person, "typeof importScripts + typeof Blob + typeof __define", "undefined" * 3)


def test_what_was_logged_while_it_was_open_is_a_tree(page: MiniApp, person: Person) -> None:
    table = table_of(person)
    person.wait(lambda: table.model().rowCount() > 0, "the line of onLaunch")
    table.choose_row(0)
    tree = person.waits_for("consoleTree")
    assert isinstance(tree, Tree)
    assert tree.model().index(0, 0).data() == "a"


def test_a_restart_clears_it_and_code_reaches_the_new_run(page: MiniApp, person: Person) -> None:
    gives(person, "globalThis.mark = 1", "1")
    with person.qtbot.waitSignal(page.program.page_shown, timeout=20_000):
        page.program.restart_requested.emit(page.program.id)
    gives(person, "typeof globalThis.mark", "undefined")


def test_a_place_opens_in_the_persons_editor(page: MiniApp, person: Person, tmp_path: Path) -> None:
    note = tmp_path / "opened.txt"
    script = tmp_path / "editor.py"
    script.write_text(f"import sys\nopen({str(note)!r}, 'w').write(' '.join(sys.argv[1:]))\n")
    command = f"{sys.executable} {script} {{file}} {{line}}"
    person.phone.memory.preferences.set(EDITOR_KEY, command)
    table = table_of(person)
    person.wait(lambda: table.model().rowCount() > 0, "the line of onLaunch")
    place = table.visualRect(table.model().index(0, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    person.wait(lambda: note.exists() and note.read_text() != "", "the editor")
    file, number = note.read_text().split()
    assert Path(file).name == "app.js"
    assert Path(file).is_file()
    assert number == "1"
