"""The phone's keys and a page's menu: each does what its sheet says, also while a page is in use."""

import shutil
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.phone.phone import Phone
from miniapp_host.shell.window.keys import KEYS
from tests.driver import PageDriver
from tests.stories.asking_program import asking_program
from tests.stories.conftest import OpenProgram
from tests.stories.person import PROMPT, Person

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
TWO_PAGES = {
    "index.wxml": (
        '<input id="field" focus="{{focus}}" bindinput="typed"/><text id="said">{{said}}</text>'
        '<view id="go" bindtap="go">go to the other page</view><view>needle</view>'
    ),
    "index.js": (
        "Page({data: {said: ''}, typed({detail}) { this.setData({said: detail.value}) },"
        "go() { wx.navigateTo({url: '/pages/other/other?from=index'}) }})"
    ),
    "pages/other/other.wxml": (
        '<view id="here">the other page {{query}}</view><view>needle and needle</view>'
    ),
    "pages/other/other.js": (
        "Page({data: {query: ''}, onLoad(query) { this.setData({query: JSON.stringify(query)}) }})"
    ),
}


@pytest.fixture
def page(run_program: OpenProgram, person: Person) -> PageDriver:
    person.window.activateWindow()
    assert QTest.qWaitForWindowActive(person.window)
    return PageDriver(person.qtbot, run_program(TWO_PAGES).program)


@pytest.fixture
def menu(person: Person) -> Iterator[list[QMenu]]:
    """The menus that were opened; closed at the end."""
    opened: list[QMenu] = []
    yield opened
    for one in opened:
        if shiboken6.isValid(one):
            one.close()


def press(page: PageDriver, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """A key while the page has the focus."""
    QTest.keyClick(page.surface, key, modifier)


def go_to_other_page(page: PageDriver) -> None:
    page.tap("#go")
    page.wait_text("#here", "the other page")
    page.wait(lambda: page.program.page.startswith("pages/other"), "the phone to know of it")
    page.surface.setFocus()


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_Escape, PLAIN), (Qt.Key.Key_Left, ALT)])
def test_back_works_while_the_page_has_the_focus(
    page: PageDriver, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    go_to_other_page(page)
    press(page, key, modifier)
    page.wait_for("#go")


def test_home_works_while_the_page_has_the_focus(page: PageDriver, person: Person) -> None:
    go_to_other_page(page)
    press(page, Qt.Key.Key_Home, ALT)
    person.wait(lambda: person.window.front is None, "the launcher in front")


def test_a_field_of_the_page_gets_its_own_keys(page: PageDriver) -> None:
    page.tap("#field")
    page.wait(lambda: page.run("document.activeElement.tagName") == "IFRAME", "the field in use")
    page.type("hello")
    page.wait_text("#said", "hello")
    press(page, Qt.Key.Key_A, CONTROL)
    press(page, Qt.Key.Key_X)
    page.wait_text("#said", "x")
    assert page.text("#said") == "x"


def test_reload_starts_the_page_in_front_anew(page: PageDriver, person: Person) -> None:
    go_to_other_page(page)
    with page.qtbot.waitSignal(page.program.page_shown, timeout=20_000):
        press(page, Qt.Key.Key_R, CONTROL)
    page.wait_text("#here", "the other page")


def test_find_counts_and_goes_from_place_to_place(page: PageDriver, person: Person) -> None:
    go_to_other_page(page)
    page.bring_into_view("#here")  # once the page before has left
    press(page, Qt.Key.Key_F, CONTROL)
    person.waits_for("findBar")
    field = person.find("findField")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "needle")
    person.wait(lambda: person.reads("findCount") == "1/2", "the first of two places")
    QTest.keyClick(field, Qt.Key.Key_Return)
    person.wait(lambda: person.reads("findCount") == "2/2", "the second place")
    person.clicks("findPrevious")
    person.wait(lambda: person.reads("findCount") == "1/2", "the first place again")
    field.selectAll()
    QTest.keyClicks(field, "hay")
    person.wait(lambda: person.reads("findCount") == "none", "no place")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not person.sees("findBar")
    assert page.text("#here") is not None


def test_what_is_looked_for_is_found_anew_in_the_page_that_comes_to_the_front(
    page: PageDriver, person: Person
) -> None:
    page.surface.setFocus()
    press(page, Qt.Key.Key_F, CONTROL)
    person.waits_for("findBar")
    QTest.keyClicks(person.find("findField"), "needle")
    person.wait(lambda: person.reads("findCount") == "1/1", "the one place of the first page")
    page.tap("#go")  # its own place still slides away when the next page is searched
    person.wait(lambda: person.reads("findCount") == "1/2", "the two places of the second")
    person.phone.window.go_back()
    assert not person.sees("findBar"), "Escape means the bar first"


def test_a_picture_of_the_screen_is_in_the_album_and_on_the_clipboard(
    page: PageDriver, person: Person
) -> None:
    album = person.phone.programs.devices.album
    before = set(album.pictures())
    press(page, Qt.Key.Key_S, CONTROL | SHIFT)
    (picture,) = set(album.pictures()) - before
    glass = person.phone.window.screen_widget
    copied = QGuiApplication.clipboard().image()
    assert (copied.width(), copied.height()) == (glass.width(), glass.height())
    assert picture.stat().st_size > 1000
    assert "In the album" in said(person)


def test_a_picture_that_cannot_be_kept_says_so(page: PageDriver, person: Person) -> None:
    album = person.phone.programs.devices.album.folder
    shutil.rmtree(album)
    album.write_text("a file in the way")
    album.with_name(f".{album.name}-new").write_text("and another")
    press(page, Qt.Key.Key_S, CONTROL | SHIFT)
    page.wait(lambda: "could not be kept" in said(person), "why there is no picture")


def said(person: Person) -> str:
    """Everything that stands on the phone outside the page."""
    return " ".join(label.text() for label in person.window.findChildren(QLabel))


def test_every_permission_is_asked_for_again(run_program: OpenProgram, person: Person) -> None:
    person.window.activateWindow()
    program = run_program(asking_program({"ask": "wx.getLocation(told)"})).program
    page = PageDriver(person.qtbot, program)
    store, subject = person.phone.store, page.program.subject
    for scope in ("scope.userLocation", "scope.camera"):
        store.decide(subject, scope, Decision.DENIED, Actor.COMMAND)
    press(page, Qt.Key.Key_A, CONTROL | SHIFT)
    assert store.decisions(subject) == {}
    person.miniapp.tap("#ask")
    person.waits_for(PROMPT)


def test_a_page_is_opened_by_a_part_of_its_path(page: PageDriver, person: Person) -> None:
    press(page, Qt.Key.Key_P, CONTROL)
    person.waits_for("pageFinder")
    QTest.keyClicks(person.find("pageField"), "oth")
    QTest.keyClick(person.find("pageField"), Qt.Key.Key_Return)
    page.wait_text("#here", "the other page")


def test_a_page_is_opened_with_a_query(page: PageDriver, person: Person) -> None:
    press(page, Qt.Key.Key_P, CONTROL)
    person.waits_for("pageFinder")
    QTest.keyClicks(person.find("pageField"), "pages/other/other?id=7")
    QTest.keyClick(person.find("pageField"), Qt.Key.Key_Return)
    page.wait_text("#here", '{"id":"7"}')


def test_arrows_choose_among_the_pages(page: PageDriver, person: Person) -> None:
    press(page, Qt.Key.Key_P, CONTROL)
    person.waits_for("pageFinder")
    field = person.find("pageField")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    page.wait_text("#here", "the other page")


def test_the_sheet_of_keys_names_them_all(page: PageDriver, person: Person) -> None:
    press(page, Qt.Key.Key_F1)
    person.waits_for("keySheet")
    words = " ".join(person.words("keySheet"))
    assert all(key.title.en in words for key in KEYS)
    QTest.keyClick(person.find("keySheet"), Qt.Key.Key_F1)
    person.waits_until_gone("keySheet")


def test_at_the_launcher_the_programs_keys_do_nothing(person: Person) -> None:
    person.window.activateWindow()
    assert QTest.qWaitForWindowActive(person.window)
    for key in (Qt.Key.Key_R, Qt.Key.Key_P, Qt.Key.Key_F):
        QTest.keyClick(person.window, key, CONTROL)
    assert not person.sees("pageFinder")
    QTest.keyClick(person.window, Qt.Key.Key_F1)
    person.waits_for("keySheet")


def open_menu(page: PageDriver, person: Person, menus: list[QMenu]) -> QMenu:
    place = page.middle_of("#go")
    QTest.mouseClick(page.surface, Qt.MouseButton.RightButton, pos=place)
    person.wait(lambda: person.window.findChild(QMenu, "pageMenu") is not None, "the menu")
    found = person.window.findChild(QMenu, "pageMenu")
    menus.append(found)
    return found


def choose(found: QMenu, entry: str) -> None:
    action = next(one for one in found.actions() if one.objectName() == f"pageMenu_{entry}")
    QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=found.actionGeometry(action).center())


def test_the_right_button_opens_a_menu_that_reloads(
    page: PageDriver, person: Person, menu: list[QMenu]
) -> None:
    found = open_menu(page, person, menu)
    with page.qtbot.waitSignal(page.program.page_shown, timeout=20_000):
        choose(found, "reload")


def test_the_menu_opens_the_inspector(page: PageDriver, person: Person, menu: list[QMenu]) -> None:
    choose(open_menu(page, person, menu), "inspect")
    person.waits_for("inspector")


def test_keys_in_the_inspector_do_not_lead_the_phone_back(
    page: PageDriver, person: Person, qtbot: QtBot
) -> None:
    go_to_other_page(page)
    press(page, Qt.Key.Key_F12)
    inspector = person.waits_for("inspector")
    for key, modifier in (
        (Qt.Key.Key_Escape, PLAIN),
        (Qt.Key.Key_Left, ALT),
        (Qt.Key.Key_Home, ALT),
    ):
        inspector.setFocus()
        QTest.keyClick(inspector, key, modifier)
    assert person.window.front is page.program.screen
    assert page.exists("#here")


def focus_of(phone: Phone) -> QWidget | None:
    return phone.window.focusWidget()


def test_the_phone_takes_the_keys_again_when_it_is_clicked(
    page: PageDriver, person: Person
) -> None:
    go_to_other_page(page)
    press(page, Qt.Key.Key_F12)
    person.waits_for("inspector").setFocus()
    QTest.mouseClick(page.surface, Qt.MouseButton.LeftButton, pos=QPoint(200, 400))
    assert focus_of(person.phone) is page.surface
    press(page, Qt.Key.Key_Escape)
    page.wait_for("#go")
