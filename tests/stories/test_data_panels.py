"""What a real program keeps and holds, looked at and changed from beside the phone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.inspector.value_tree import ValueTree
from miniapp_host.testing.miniapp import MiniApp
from tests.stories.conftest import OpenProgram
from tests.stories.person import Person

FILES = {
    "app.json": '{"pages": ["pages/first", "pages/second"]}',
    "pages/first.wxml": "<view id='keep' bindtap='keep'>keep</view><view id='read' bindtap='read'>read</view>"
    "<view id='on' bindtap='on'>on</view><view id='told'>{{told}} {{count}}</view>",
    "pages/first.js": """Page({ data: { told: '-', count: 1 },
      keep() { wx.setStorageSync('user', { name: 'Ada' }) },
      read() { this.setData({ told: JSON.stringify(wx.getStorageSync('user')), count: this.data.count + 1 }) },
      on() { wx.navigateTo({ url: '/pages/second?id=3' }) } })""",
    "pages/second.wxml": "<view id='second'>{{word}}</view>",
    "pages/second.js": "Page({ data: { word: 'hello' } })",
}


@pytest.fixture
def page(run_program: OpenProgram) -> MiniApp:
    return run_program(FILES)


def opens(person: Person, name: str) -> ValueTree:
    return opens_panel(person, name).findChild(ValueTree)


def opens_panel(person: Person, name: str) -> QWidget:
    if not person.sees("inspector"):
        person.phone.window.activateWindow()
        assert QTest.qWaitForWindowActive(person.phone.window)
        QTest.keyClick(person.phone.window, Qt.Key.Key_F12)
        person.waits_for("inspector")
    person.phone.tools.workbench.show_panel(name)
    return person.waits_for(f"panel_{name}")


def types(person: Person, tree: ValueTree, text: str, *path: str | int) -> None:
    """Double-clicks a value, types another, presses Enter."""
    index = tree.index_of(path, 1)
    tree.scrollTo(index)
    place = tree.visualRect(index).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = tree.findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def said(tree: ValueTree, *path: str | int) -> object:
    return tree.index_of(path, 1).data()


def test_storage_appears_as_it_is_kept_and_a_change_is_what_the_program_reads_next(
    person: Person, page: MiniApp
) -> None:
    tree = opens(person, "storage")
    assert person.sees("storageEmpty")
    person.miniapp.tap("#keep")
    person.wait(lambda: said(tree, "user", "name") == '"Ada"', "the key in the panel")
    tree.expand(tree.index_of(("user",)))
    types(person, tree, '"Grace"', "user", "name")
    person.miniapp.tap("#read")
    page.expect_text('{"name":"Grace"} 2', within="#told")


def test_page_data_follows_the_program_and_a_change_is_seen_on_the_page(
    person: Person, page: MiniApp
) -> None:
    tree = opens(person, "pageData")
    person.wait(lambda: said(tree, "pages/first", "count") == "1", "the data of the page")
    person.miniapp.tap("#read")
    person.wait(lambda: said(tree, "pages/first", "count") == "2", "the new count")
    types(person, tree, "40", "pages/first", "count")
    page.wait(lambda: (page.text_of("#told") or "").endswith("40"), "the count on the page")
    person.miniapp.tap("#on")
    name = "pages/second?id=3"
    person.wait(lambda: said(tree, name, "word") == '"hello"', "the second page, on top")
    assert tree.model().index(0, 0).data() == name


def test_the_service_tells_nothing_once_another_panel_is_shown(
    person: Person, page: MiniApp
) -> None:
    tree = opens(person, "pageData")
    person.wait(lambda: said(tree, "pages/first", "count") == "1", "the data of the page")
    opens(person, "storage")
    person.miniapp.tap("#read")
    page.wait(lambda: (page.text_of("#told") or "").endswith("2"), "the count on the page")
    assert page.program.page_data.pages == ()


def test_files_appear_as_the_program_writes_them_and_are_deleted_from_beside_the_phone(
    person: Person, run_program: OpenProgram
) -> None:
    page = run_program(
        {
            "index.wxml": "<view id='write' bindtap='write'>write</view><view id='told'>{{told}}</view>",
            "index.js": """const files = wx.getFileSystemManager(), path = wx.env.USER_DATA_PATH + '/notes.txt'
            Page({ data: { told: '' }, write() {
              try { files.accessSync(path); this.setData({ told: 'there' }) }
              catch { files.writeFileSync(path, 'written here', 'utf8'); this.setData({ told: 'made' }) }
            } })""",
        }
    )
    panel = opens_panel(person, "files")
    model = panel.findChild(Table).model()

    def names() -> list[str]:
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    assert "app.json" in names()
    person.miniapp.tap("#write")
    person.wait(lambda: "wxfile://usr/notes.txt" in names(), "the file in the panel")
    panel.findChild(Table).choose_row(names().index("wxfile://usr/notes.txt"))
    person.clicks("filesRemedy_delete")
    person.wait(lambda: "wxfile://usr/notes.txt" not in names(), "the file gone")
    person.miniapp.tap("#write")
    person.wait(lambda: "wxfile://usr/notes.txt" in names(), "the file again")
    page.expect_text("made", within="#told")
