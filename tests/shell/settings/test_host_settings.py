"""The phone's own settings: each row reads and writes its device."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.devices.devices import Devices
from miniapp_host.devices.places import PLACES
from miniapp_host.devices.preferences import Preferences
from miniapp_host.devices.switches import Switch
from miniapp_host.shell.settings.appearance import Appearance, LanguageChoice, ThemeChoice
from miniapp_host.shell.settings.editor_choice import EditorChoice
from miniapp_host.shell.settings.host_settings import HostSettings
from miniapp_host.texts import Language, Texts
from tests.shell.devices import FullDisk, devices_over
from tests.shell.program_parts import click, shown


@pytest.fixture
def editor(preferences: Preferences) -> EditorChoice:
    """On a computer that has nothing but zed."""
    return EditorChoice(preferences, {"zed": "/usr/bin/zed"}.get)


@pytest.fixture
def page(
    screen: QWidget, devices: Devices, appearance: Appearance, editor: EditorChoice, texts: Texts
) -> HostSettings:
    made = HostSettings(screen, devices, appearance, editor, texts)
    made.open()
    return made


def words_of(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if not label.isHidden()]


def test_it_shows_what_the_devices_say(page: HostSettings, devices: Devices) -> None:
    words = words_of(page)
    assert devices.profile.profile.nickname in words
    assert "Tiananmen" in words
    assert str(devices.album.place) in words


def test_no_picture_is_drawn_for_it(
    screen: QWidget, devices: Devices, appearance: Appearance, editor: EditorChoice, texts: Texts
) -> None:
    shutil.rmtree(devices.album.place)
    HostSettings(screen, devices, appearance, editor, texts).open()
    assert not devices.album.place.exists()  # its first pictures take half a second


@pytest.mark.parametrize("switch", list(Switch))
def test_a_switch_turns_the_phones_own_permission(
    page: HostSettings, devices: Devices, switch: Switch
) -> None:
    before = devices.switches.is_on(switch)
    click(page, f"hostSwitch_{switch.name.lower()}")
    assert devices.switches.is_on(switch) is not before
    click(page, f"hostSwitch_{switch.name.lower()}")
    assert devices.switches.is_on(switch) is before


def test_a_switch_follows_a_change_made_elsewhere(page: HostSettings, devices: Devices) -> None:
    control = page.findChild(QWidget, "hostSwitch_location")
    devices.switches.turn(Switch.LOCATION, False)
    assert not control.isChecked()


def test_the_phone_moves_where_the_person_says(
    page: HostSettings, devices: Devices, screen: QWidget
) -> None:
    click(page, "hostLocation")
    click(screen, "place_1")
    click(screen, "placeDone")
    assert devices.location.place == PLACES[1]
    assert "The Bund" in words_of(page)


@pytest.mark.parametrize(
    ("row", "key", "written", "kept"),
    [
        ("hostNickname", "nickname", "  Lin   Xia ", "Lin Xia"),
        ("hostPhoneNumber", "phone_number", " 13900139000", "13900139000"),
    ],
)
def test_what_programs_see_of_the_owner_is_written_in_a_dialog(
    page: HostSettings,
    devices: Devices,
    screen: QWidget,
    row: str,
    key: str,
    written: str,
    kept: str,
) -> None:
    click(page, row)
    field = screen.findChild(QLineEdit, "modalField")
    field.selectAll()
    QTest.keyClicks(field, written)
    click(screen, "modalConfirm")
    assert getattr(devices.profile.profile, key) == kept
    assert kept in words_of(page)


@pytest.mark.parametrize("row", ["hostNickname", "hostPhoneNumber"])
def test_an_empty_text_changes_nothing(
    page: HostSettings, devices: Devices, screen: QWidget, row: str
) -> None:
    before = devices.profile.profile
    click(page, row)
    screen.findChild(QLineEdit, "modalField").clear()
    click(screen, "modalConfirm")
    assert devices.profile.profile == before


def test_the_avatar_comes_from_the_album(
    page: HostSettings, devices: Devices, screen: QWidget
) -> None:
    click(page, "hostAvatar")
    click(screen, "picture_0")
    click(screen, "pictureDone")
    avatar = devices.profile.profile.avatar
    assert avatar is not None
    assert avatar.read_bytes() == devices.album.pictures()[0].read_bytes()


def test_theme_and_language_are_chosen_from_a_sheet(
    page: HostSettings, appearance: Appearance, screen: QWidget, qtbot: QtBot
) -> None:
    click(page, "hostTheme")
    click(screen, "actionSheetItem_2")
    assert appearance.theme_choice is ThemeChoice.DARK
    qtbot.waitUntil(lambda: shown(page, "hostLanguage"))
    click(page, "hostLanguage")
    click(screen, "actionSheetItem_1")
    assert appearance.language_choice is LanguageChoice.EN


def test_a_new_language_is_spoken_at_once(
    page: HostSettings, appearance: Appearance, texts: Texts
) -> None:
    texts.language = Language.ZH
    appearance.choose_language(LanguageChoice.ZH)
    assert "手机所在的位置" in words_of(page)
    assert page.title.text() == "手机设置"


def test_what_the_disk_refuses_is_said_and_not_shown_as_done(
    screen: QWidget, texts: Texts, tmp_path: Path
) -> None:
    full = FullDisk(tmp_path / "p.json")
    page = HostSettings(
        screen, devices_over(full, tmp_path), Appearance(full), EditorChoice(full), texts
    )
    page.open()
    click(page, "hostSwitch_album")
    assert shown(screen, "modalConfirm")
    assert "free some space" in screen.findChild(QLabel, "modalContent").text()
    assert page.findChild(QWidget, "hostSwitch_album").isChecked()


def test_a_closed_page_hears_no_device(page: HostSettings, devices: Devices, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.finished):
        click(page, "back")
    devices.location.move(PLACES[5])
    devices.switches.turn(Switch.ALBUM, False)


def test_the_licences_are_one_click_away(page: HostSettings, screen: QWidget) -> None:
    click(page, "hostLicences")
    assert shown(screen, "licencesPage")


def test_the_owners_books_are_opened_and_counted(
    page: HostSettings, screen: QWidget, devices: Devices, qtbot: QtBot
) -> None:
    click(page, "host_contacts")
    assert shown(screen, "bookPage")
    click(screen.findChild(QWidget, "bookPage"), "back")
    devices.books.contacts.add({"firstName": "Wang"})
    qtbot.waitUntil(lambda: shown(page, "host_contacts"))
    (cell,) = [one for one in page.findChildren(QWidget, "host_contacts") if one.isVisible()]
    assert "1" in [label.text() for label in cell.findChildren(QLabel)]


@pytest.mark.parametrize(
    ("written", "steps"), [("5", 5), ("999999", 98_800), ("many", None), ("", None)]
)
def test_todays_steps_are_written(
    page: HostSettings, screen: QWidget, devices: Devices, written: str, steps: int | None
) -> None:
    before = devices.steps.today
    click(page, "hostSteps")
    line = screen.findChild(QLineEdit, "modalField")
    line.selectAll()
    line.insert(written) if written else line.clear()
    click(screen, "modalConfirm")
    assert devices.steps.today == (before if steps is None else steps)


def write_editor(screen: QWidget, command: str) -> None:
    field = screen.findChild(QLineEdit, "modalField")
    field.selectAll()
    QTest.keyClicks(field, command)
    click(screen, "modalConfirm")


def test_what_opens_files_is_written_in_a_dialog_and_taken_back(
    page: HostSettings, screen: QWidget, preferences: Preferences, qtbot: QtBot
) -> None:
    assert "The usual editor of this computer" in words_of(page)
    for command in ("zed {file}:{line}", ""):
        click(page, "hostEditor")
        if not command:
            screen.findChild(QLineEdit, "modalField").clear()
        write_editor(screen, command)
        qtbot.waitUntil(lambda: screen.findChild(QLineEdit, "modalField") is None)
        assert preferences.get("editor") == command
        assert (command or "The usual editor of this computer") in words_of(page)


@pytest.mark.parametrize(
    ("command", "problem"),
    [
        ("gone {file}", "This computer has no program gone. Write a command as"),
        ('zed "{file}', "A quotation mark is not closed in"),
    ],
)
def test_a_command_that_cannot_be_started_is_told_and_not_kept(
    page: HostSettings, screen: QWidget, preferences: Preferences, command: str, problem: str
) -> None:
    click(page, "hostEditor")
    write_editor(screen, command)
    assert any(problem in words for words in words_of(screen))
    assert preferences.get("editor") is None


def test_the_editors_command_is_written_in_the_font_of_code(
    page: HostSettings, screen: QWidget
) -> None:
    click(page, "hostEditor")
    assert screen.findChild(QLineEdit, "modalField").font().fixedPitch()
