"""Choosing pictures: in order, at most so many, from the album or the computer."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.devices.album import Media
from miniapp_host.shell.sheets.picture_picker import PicturePicker
from miniapp_host.texts import Texts
from tests.shell.program_parts import click


@pytest.fixture
def album(tmp_path: Path) -> tuple[Path, ...]:
    files = tuple(tmp_path / f"{name}.png" for name in "abcd")
    for file in files[:3]:
        picture = QImage(40, 60, QImage.Format.Format_RGB32)
        picture.fill(QColor("#3366cc"))
        picture.save(str(file))
    files[3].write_bytes(b"no picture")
    return files


@pytest.fixture
def heard() -> list[Any]:
    return []


def make(
    screen: QWidget, texts: Texts, album: tuple[Path, ...], count: int, heard: list[Any]
) -> PicturePicker:
    picker = PicturePicker(screen, texts, album, count, heard.append)
    picker.open()
    return picker


def test_pictures_come_in_the_order_they_were_chosen(
    screen: QWidget, texts: Texts, album: tuple[Path, ...], heard: list[Any]
) -> None:
    picker = make(screen, texts, album, 9, heard)
    for index in (2, 0, 1, 0):
        click(picker, f"picture_{index}")
    assert picker.chosen == (album[2], album[1])
    click(picker, "pictureDone")
    assert heard == [(album[2], album[1])]


def test_no_more_than_asked_for_can_be_chosen(
    screen: QWidget, texts: Texts, album: tuple[Path, ...], heard: list[Any]
) -> None:
    picker = make(screen, texts, album, 2, heard)
    for index in (0, 1, 2):
        click(picker, f"picture_{index}")
    assert picker.chosen == album[:2]


def test_where_one_is_wanted_another_takes_its_place(
    screen: QWidget, texts: Texts, album: tuple[Path, ...], heard: list[Any]
) -> None:
    picker = make(screen, texts, album, 1, heard)
    click(picker, "picture_0")
    click(picker, "picture_1")
    assert picker.chosen == (album[1],)


def test_done_takes_no_click_while_nothing_is_chosen(
    screen: QWidget, texts: Texts, album: tuple[Path, ...], heard: list[Any]
) -> None:
    picker = make(screen, texts, album, 9, heard)
    assert not picker.findChild(QWidget, "pictureDone").isEnabled()


def test_going_back_chooses_nothing(
    screen: QWidget, texts: Texts, album: tuple[Path, ...], heard: list[Any]
) -> None:
    picker = make(screen, texts, album, 9, heard)
    click(picker, "picture_0")
    click(picker, "back")
    assert heard == [()]


def test_files_of_the_computer_are_taken_up_to_the_count(
    screen: QWidget, texts: Texts, album: tuple[Path, ...], heard: list[Any]
) -> None:
    picker = make(screen, texts, album, 3, heard)
    click(picker, "picture_0")
    click(picker, "pictureFromComputer")
    dialog = picker.findChild(QFileDialog, "pictureFiles")
    dialog.filesSelected.emit(["/home/x.png", "/home/y.png", "/home/z.png"])
    dialog.close()
    assert heard == [(album[0], Path("/home/x.png"), Path("/home/y.png"))]


def test_pictures_are_read_once_they_are_seen(
    screen: QWidget, texts: Texts, album: tuple[Path, ...], heard: list[Any], qtbot: QtBot
) -> None:
    picker = make(screen, texts, album, 9, heard)
    thumb = picker.findChild(QWidget, "picture_0")

    def is_drawn() -> bool:
        return thumb.grab().toImage().pixelColor(10, 60).name() == "#3366cc"

    qtbot.waitUntil(is_drawn)


def test_an_empty_album_says_so(screen: QWidget, chinese: Texts, heard: list[Any]) -> None:
    picker = make(screen, chinese, (), 9, heard)
    assert not picker.grab().isNull()
    click(picker, "back")
    assert heard == [()]


def test_videos_are_offered_where_they_are_wanted(
    screen: QWidget, texts: Texts, tmp_path: Path, heard: list[Any]
) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(bytes(40))
    picker = PicturePicker(screen, texts, (film,), 1, heard.append, Media.VIDEOS)
    picker.open()
    picker.grab()
    click(picker, "picture_0")
    click(picker, "pictureDone")
    assert heard == [(film,)]


def test_the_computers_files_are_those_of_the_wanted_kind(
    screen: QWidget, texts: Texts, heard: list[Any], qtbot: QtBot
) -> None:
    picker = PicturePicker(screen, texts, (), 9, heard.append, Media.BOTH)
    picker.open()
    click(picker, "pictureFromComputer")
    dialog = picker.findChild(QFileDialog, "pictureFiles")
    assert "*.mp4" in dialog.nameFilters()[0]
    assert "*.png" in dialog.nameFilters()[0]
    dialog.reject()


def test_any_file_of_the_computer_is_offered_where_files_are_wanted(
    screen: QWidget, chinese: Texts, album: tuple[Path, ...], heard: list[Any]
) -> None:
    picker = PicturePicker(screen, chinese, album, 2, heard.append, Media.FILES)
    picker.open()
    assert picker.accessibleName() == "文件"
    click(picker, "pictureFromComputer")
    dialog = picker.findChild(QFileDialog, "pictureFiles")
    assert dialog.nameFilters() == ["文件 (*)"]
    dialog.filesSelected.emit(["/home/plan.pdf"])
    dialog.close()
    assert heard == [(Path("/home/plan.pdf"),)]


def test_an_album_without_videos_says_so(screen: QWidget, texts: Texts, heard: list[Any]) -> None:
    picker = PicturePicker(screen, texts, (), 1, heard.append, Media.VIDEOS)
    picker.open()
    assert "No videos yet" in [label.text() for label in picker.findChildren(QLabel)]
