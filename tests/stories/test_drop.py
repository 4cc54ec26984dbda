"""A program's folder is dropped on the phone: it opens, whatever is in front."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.phone.phone import Phone
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.sheets.modal import ModalDialog
from tests.folder_drag import COPY, MOVE, FolderDrag
from tests.program_folder import write_program
from tests.stories.conftest import OpenProgram


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_program(tmp_path / "dropped", {"index.wxml": "<view>dropped</view>"})


def veil(phone: Phone) -> QWidget | None:
    return phone.window.findChild(QWidget, "dropVeil")


def front_folder(phone: Phone) -> Path | None:
    front = phone.window.front
    known = front and phone.memory.library.program(front.program_id)
    return known.folder if known else None


def test_a_folder_that_hovers_is_named_and_opens_when_it_is_dropped(
    phone: Phone, folder: Path, qtbot: QtBot
) -> None:
    drag = FolderDrag(phone.window, [folder])
    assert drag.enter()
    shown = veil(phone)
    assert shown is not None
    assert shown.isVisible()
    assert shown.geometry() == phone.window.screen_widget.rect()
    assert shown.findChild(PlainLabel, "dropNames").text() == "dropped"
    drag.drop()
    assert not shown.isVisible()
    qtbot.waitUntil(lambda: front_folder(phone) == folder)


def test_a_running_program_neither_keeps_nor_sees_what_is_dropped_on_it(
    phone: Phone, folder: Path, run_program: OpenProgram, qtbot: QtBot
) -> None:
    page = run_program({"index.wxml": "<input/>"})
    drag = FolderDrag(phone.window, [folder])
    assert drag.enter()
    assert veil(phone) is not None
    drag.drop()
    qtbot.waitUntil(lambda: front_folder(phone) == folder)
    assert page.program.id in phone.running


def test_a_folder_is_no_text_for_the_field_below_it(
    phone: Phone, folder: Path, qtbot: QtBot
) -> None:
    search = phone.launcher.findChild(QLineEdit)
    place = search.mapTo(phone.window, search.rect().center())
    drag = FolderDrag(phone.window, [folder])
    drag.enter(place)
    assert drag.move(place)
    drag.drop(place)
    qtbot.waitUntil(lambda: front_folder(phone) == folder)
    assert search.text() == ""


def test_a_drag_that_leaves_changes_nothing(phone: Phone, folder: Path) -> None:
    drag = FolderDrag(phone.window, [folder])
    drag.enter()
    drag.leave()
    QCoreApplication.processEvents()
    shown = veil(phone)
    assert shown is None or not shown.isVisible()
    assert phone.running == {}


def test_whoever_dragged_keeps_the_folder(phone: Phone, folder: Path, qtbot: QtBot) -> None:
    assert FolderDrag(phone.window, [folder], COPY | MOVE).drop() is COPY
    qtbot.waitUntil(lambda: front_folder(phone) == folder)
    assert not FolderDrag(phone.window, [folder], MOVE).enter()


def test_several_folders_open_and_the_last_is_in_front(
    phone: Phone, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = write_program(tmp_path / "other", {"index.wxml": "<view/>"})
    drag = FolderDrag(phone.window, [folder, other])
    drag.enter()
    shown = veil(phone)
    assert shown is not None
    assert shown.findChild(PlainLabel, "dropNames").text() == "dropped, other"
    drag.drop()
    qtbot.waitUntil(lambda: front_folder(phone) == other)
    assert len(phone.running) == 2


def test_a_folder_without_a_program_is_told(phone: Phone, tmp_path: Path, qtbot: QtBot) -> None:
    drag = FolderDrag(phone.window, [tmp_path])
    assert drag.enter()
    drag.drop()

    def told() -> bool:
        notices = phone.window.findChildren(ModalDialog)
        return any(
            "app.json" in label.text()
            for notice in notices
            for label in notice.findChildren(PlainLabel)
        )

    qtbot.waitUntil(told)
    assert phone.running == {}


def test_what_can_not_be_opened_is_not_taken(phone: Phone, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("")
    assert not FolderDrag(phone.window, [file]).enter(QPoint(195, 700))
    assert not FolderDrag(phone.window, [tmp_path / "gone"]).enter(QPoint(195, 700))
    assert veil(phone) is None


def test_a_folder_that_the_dock_hands_over_opens(phone: Phone, folder: Path, qtbot: QtBot) -> None:
    event = QFileOpenEvent(QUrl.fromLocalFile(str(folder)))
    QCoreApplication.sendEvent(phone.window, event)
    qtbot.waitUntil(lambda: front_folder(phone) == folder)


def test_a_window_that_is_made_anew_takes_drops_still(phone: Phone, folder: Path) -> None:
    phone.window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
    phone.window.show()
    assert FolderDrag(phone.window, [folder]).enter()
