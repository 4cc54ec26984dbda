"""A book of the phone: chosen from, and kept in order."""

from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.devices.book import Book
from miniapp_host.devices.books import ADDRESSES, CONTACTS, EVENTS, INVOICE_TITLES
from miniapp_host.devices.preferences import Preferences, PreferencesError
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.sheets.book_page import BookPage
from miniapp_host.shell.sheets.entry_form import EntryForm
from miniapp_host.texts import Texts
from tests.shell.program_parts import click, shown


@pytest.fixture
def addresses(tmp_path: Path) -> Book:
    return Book(Preferences(tmp_path / "p.json"), ADDRESSES)


@pytest.fixture
def heard() -> list[Any]:
    return []


@pytest.fixture
def picker(screen: QWidget, texts: Texts, addresses: Book, heard: list[Any]) -> BookPage:
    made = BookPage(screen, texts, addresses, heard.append)
    made.open()
    return made


def form(screen: QWidget) -> EntryForm:
    (found,) = [one for one in screen.findChildren(EntryForm) if one.isVisible()]
    return found


def write(screen: QWidget, name: str, text: str) -> None:
    line = form(screen).findChild(QLineEdit, name)
    line.selectAll()
    line.insert(text)


def test_a_click_chooses(picker: BookPage, heard: list[Any], addresses: Book) -> None:
    click(picker, "entry_1")
    assert heard == [addresses.entries[1]]


def test_going_back_chooses_nothing(picker: BookPage, heard: list[Any]) -> None:
    click(picker, "back")
    assert heard == [None]


def test_the_pen_edits_and_the_page_shows_the_change(
    picker: BookPage, screen: QWidget, addresses: Book, heard: list[Any]
) -> None:
    click(picker, "edit_0")
    write(screen, "userName", "Wang")
    click(form(screen), "entrySave")
    assert addresses.entries[0]["userName"] == "Wang"
    assert any("Wang" in label.text() for label in picker.findChildren(QLabel))
    assert heard == []


def test_a_new_entry_is_written_and_can_be_chosen(
    picker: BookPage, screen: QWidget, heard: list[Any], qtbot: QtBot
) -> None:
    click(picker, "newEntry")
    save = form(screen).findChild(QWidget, "entrySave")
    assert not save.isEnabled()
    assert not shown(form(screen), "entryDelete")
    for name in ("userName", "telNumber", "provinceName", "cityName", "detailInfo"):
        write(screen, name, f" {name} ")
    assert save.isEnabled()
    click(form(screen), "entrySave")
    qtbot.waitUntil(lambda: shown(picker, "entry_2"))
    click(picker, "entry_2")
    assert heard[0]["userName"] == "userName"
    assert heard[0]["postalCode"] == ""


def test_an_entry_is_deleted(picker: BookPage, screen: QWidget, addresses: Book) -> None:
    click(picker, "edit_1")
    click(form(screen), "entryDelete")
    assert len(addresses.entries) == 1
    assert not shown(picker, "entry_1")


def test_a_form_that_is_left_changes_nothing(
    picker: BookPage, screen: QWidget, addresses: Book
) -> None:
    click(picker, "edit_0")
    write(screen, "userName", "Wang")
    click(form(screen), "back")
    assert addresses.entries == ADDRESSES.starters


def test_without_a_program_a_click_edits(screen: QWidget, texts: Texts, addresses: Book) -> None:
    made = BookPage(screen, texts, addresses)
    made.open()
    click(made, "entry_0")
    assert form(screen).isVisible()
    assert made.isVisible()


def test_an_empty_book_says_so(screen: QWidget, texts: Texts, tmp_path: Path) -> None:
    made = BookPage(screen, texts, Book(Preferences(tmp_path / "p.json"), CONTACTS))
    made.open()
    assert shown(made, "bookEmpty")


def test_a_choice_is_offered_as_a_sheet(screen: QWidget, texts: Texts, tmp_path: Path) -> None:
    titles = Book(Preferences(tmp_path / "p.json"), INVOICE_TITLES)
    made = EntryForm(screen, texts, titles, 0)
    made.open()
    click(made, "type")
    click(screen, "actionSheetItem_1")
    click(made, "entrySave")
    assert titles.entries[0]["type"] == "1"


def test_a_full_disk_is_told_and_the_form_stays(
    screen: QWidget, texts: Texts, tmp_path: Path
) -> None:
    class FullDisk(Preferences):
        def set(self, key: str, value: object) -> None:
            raise PreferencesError("no space left")

    made = EntryForm(screen, texts, Book(FullDisk(tmp_path / "p.json"), ADDRESSES), 0)
    made.open()
    click(made, "entrySave")
    assert shown(screen, "modal")
    assert made.isVisible()


def test_a_page_that_was_left_watches_no_more(
    picker: BookPage, addresses: Book, heard: list[Any]
) -> None:
    click(picker, "back")
    addresses.remove(0)
    assert heard == [None]


def test_a_page_that_is_dropped_without_an_answer_watches_no_more(
    picker: BookPage, addresses: Book, heard: list[Any], qtbot: QtBot
) -> None:
    picker.blockSignals(True)
    picker.hide()
    picker.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(picker))
    addresses.remove(0)
    assert heard == []


def test_it_speaks_chinese(screen: QWidget, chinese: Texts, addresses: Book) -> None:
    made = BookPage(screen, chinese, addresses)
    made.open()
    assert "收货地址" in [label.text() for label in made.findChildren(QLabel)]


def test_a_new_entry_says_what_is_still_needed_and_shows_examples(
    screen: QWidget, texts: Texts, tmp_path: Path
) -> None:
    made = EntryForm(screen, texts, Book(Preferences(tmp_path / "p.json"), EVENTS))
    made.open()
    reason = made.findChild(PlainLabel, "entryReason")
    begins = made.findChild(QLineEdit, "startTime")
    assert reason.text() == "Still needed: Title, Begins"
    assert begins.placeholderText() == "2026-12-01 09:00"
    location = made.findChild(QLineEdit, "location")
    assert location.placeholderText() == "Tea house"
    assert location.accessibleDescription() == "Optional"
    optional = [label for label in made.findChildren(PlainLabel) if label.text() == "Optional"]
    assert len(optional) == len(EVENTS.lines) - 2
    begins.setText("tomorrow")
    assert reason.text() == "Still needed: Title"
    made.findChild(QLineEdit, "title").setText("Tea")
    assert reason.isHidden()
