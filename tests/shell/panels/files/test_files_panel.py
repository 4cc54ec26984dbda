"""The panel Files over a list that the test changes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from miniapp_host.programs.file_list import ListedFile, Place
from miniapp_host.shell.inspector.newest_pill import NewestPill
from miniapp_host.shell.inspector.picture_box import PictureBox
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.panels.files.files_panel import MOST_PREVIEWED, Deed, FilesPanel
from miniapp_host.texts import Texts
from tests.shell.program_parts import click, shown


@pytest.fixture
def files(tmp_path: Path) -> list[ListedFile]:
    return [
        listed(tmp_path, Place.PACKAGE, "app.json", b'{"pages": ["index"]}'),
        listed(tmp_path, Place.USER, "wxfile://usr/notes.txt", b"first line"),
    ]


def listed(folder: Path, place: Place, name: str, content: bytes) -> ListedFile:
    file = folder / name.rpartition("/")[2]
    file.write_bytes(content)
    return ListedFile(place, name, file, len(content), file.stat().st_mtime)


@pytest.fixture
def panel(files: list[ListedFile], texts: Texts, qtbot: QtBot) -> FilesPanel:
    made = FilesPanel(lambda: tuple(files), texts)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    return made


def names(panel: FilesPanel) -> list[str]:
    model = panel.findChild(Table).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(qtbot: QtBot, panel: FilesPanel, row: int) -> None:
    panel.findChild(Table).choose_row(row)
    qtbot.waitUntil(lambda: shown(panel, "filesRemedy_open"), timeout=3000)


def words(panel: FilesPanel) -> str:
    texts = panel.findChildren(QPlainTextEdit)
    return "\n".join(one.toPlainText() for one in texts if one.isVisible())


def test_files_are_listed_with_place_and_size(panel: FilesPanel) -> None:
    model = panel.findChild(Table).model()
    rows = [[model.index(row, at).data() for at in (0, 1, 3)] for row in range(2)]
    assert rows == [
        ["app.json", "Package", "20 B"],
        ["wxfile://usr/notes.txt", "User files", "10 B"],
    ]


def test_places_and_words_filter_and_nothing_stale_is_left(
    panel: FilesPanel, files: list[ListedFile]
) -> None:
    click(panel, "files_user")
    assert names(panel) == ["wxfile://usr/notes.txt"]
    del files[0]
    panel.follow()
    click(panel, "files_all")
    assert names(panel) == ["wxfile://usr/notes.txt"]
    panel.tools.filter_changed.emit("")


def test_a_text_is_previewed_and_follows_the_file(
    qtbot: QtBot, panel: FilesPanel, files: list[ListedFile], tmp_path: Path
) -> None:
    choose(qtbot, panel, 1)
    assert "first line" in words(panel)
    files[1] = listed(tmp_path, Place.USER, "wxfile://usr/notes.txt", b"second, longer line")
    panel.follow()
    qtbot.waitUntil(lambda: "second, longer line" in words(panel), timeout=3000)


def test_a_picture_is_previewed(
    qtbot: QtBot, panel: FilesPanel, files: list[ListedFile], tmp_path: Path
) -> None:
    picture = Path("resources/programs/hello/icon.png").read_bytes()
    files.append(listed(tmp_path, Place.TEMPORARY, "wxfile://tmp_icon.png", picture))
    panel.follow()
    choose(qtbot, panel, 2)
    assert not panel.findChild(PictureBox).picture.isNull()


def test_a_very_long_file_is_not_read(
    qtbot: QtBot, panel: FilesPanel, files: list[ListedFile], tmp_path: Path
) -> None:
    one = listed(tmp_path, Place.USER, "wxfile://usr/long.txt", b"x")
    files.append(ListedFile(one.place, one.name, one.file, MOST_PREVIEWED + 1, one.changed))
    panel.follow()
    choose(qtbot, panel, 2)
    assert "Too long for a preview." in words(panel)


def test_what_is_gone_is_shown_no_more(
    qtbot: QtBot, panel: FilesPanel, files: list[ListedFile]
) -> None:
    choose(qtbot, panel, 1)
    del files[1]
    panel.follow()
    assert names(panel) == ["app.json"]
    assert not shown(panel, "filesRemedy_open")


def test_only_what_the_program_made_can_be_deleted(qtbot: QtBot, panel: FilesPanel) -> None:
    choose(qtbot, panel, 0)
    assert not shown(panel, "filesRemedy_delete")
    choose(qtbot, panel, 1)
    with qtbot.waitSignal(panel.wished) as wished:
        click(panel, "filesRemedy_delete")
    assert wished.args is not None
    assert wished.args[0] is Deed.DELETE


def test_delete_wants_what_the_program_made_gone_and_leaves_the_package(
    panel: FilesPanel, files: list[ListedFile], tmp_path: Path
) -> None:
    files.append(listed(tmp_path, Place.TEMPORARY, "wxfile://tmp/a.png", b"x"))
    panel.follow()
    wished: list[tuple[Deed, ListedFile]] = []
    panel.wished.connect(lambda deed, file: wished.append((deed, file)))
    panel.table.selectAll()
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    assert sorted(wished, key=lambda one: one[1].name) == [
        (Deed.DELETE, files[2]),
        (Deed.DELETE, files[1]),
    ]


def test_enter_opens_the_file(qtbot: QtBot, panel: FilesPanel, files: list[ListedFile]) -> None:
    choose(qtbot, panel, 0)
    with qtbot.waitSignal(panel.wished) as wished:
        QTest.keyClick(panel.findChild(Table), Qt.Key.Key_Return)
    assert wished.args == [Deed.OPEN, files[0]]


def test_the_list_stays_at_its_top_whatever_the_program_writes(
    panel: FilesPanel, files: list[ListedFile], tmp_path: Path
) -> None:
    for many in (40, 80):
        files += [
            listed(tmp_path, Place.USER, f"wxfile://usr/{many}-{at}.txt", b"") for at in range(many)
        ]
        panel.follow()
        assert panel.table.verticalScrollBar().value() == 0
        assert not panel.findChild(NewestPill).isVisible()
