"""Nothing that is gone is told anything: what an open program or page held is let go with it."""

import gc
import os
import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from miniapp_host.api.calls.call import Call
from miniapp_host.api.calls.session import Session
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.permissions.prompts import Prompt
from miniapp_host.phone.phone import Phone
from miniapp_host.programs.package import Package
from miniapp_host.shell.asking.authorization_dialog import AuthorizationDialog
from miniapp_host.shell.console.console import ConsoleSheet
from miniapp_host.shell.kit.cell import Cell
from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.shell.program.about_page import AboutPage
from miniapp_host.shell.program.capsule_menu import CapsuleMenu
from miniapp_host.shell.program.privacy_page import PrivacyPage
from miniapp_host.shell.program.program_screen import ProgramScreen
from miniapp_host.shell.program.program_sheets import ProgramSheets
from miniapp_host.shell.settings.appearance import LanguageChoice
from miniapp_host.shell.settings.settings_panel import SettingsPanel
from miniapp_host.shell.sheets.action_sheet import ActionSheetDialog
from miniapp_host.shell.sheets.book_page import BookPage
from miniapp_host.shell.sheets.modal import ModalDialog
from miniapp_host.shell.sheets.picture_preview import PicturePreview
from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.watchers import Watchers
from tests.program_folder import write_program
from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PROMPT, Person

LOCATION = "scope.userLocation"
NAMED = '{"pages": ["pages/index/index"], "window": {"navigationBarTitleText": "Asker"}}'


@pytest.fixture
def asker(folder: Path) -> Path:
    """The folder of a program that asks for the location."""
    said = asking_program({"locate": "wx.getLocation(told)"}, files={"app.json": NAMED})
    return write_program(folder, said)


def closes_in_the_launcher(person: Person) -> None:
    person.miniapp.home()
    person.launcher.press_more("Asker")
    person.picks("Close")
    person.wait(lambda: not person.phone.running, "the program closed")


def test_settings_left_open_at_close_do_not_stand_in_the_way_of_the_next_decision(
    open_folder: OpenProgram, person: Person, asker: Path
) -> None:
    for decision in (Decision.GRANTED, Decision.DENIED):
        open_folder(person.phone, asker)
        person.settings.open()
        closes_in_the_launcher(person)
        page = open_folder(person.phone, asker)
        subject = page.program.subject
        person.miniapp.tap("#locate")
        if decision is Decision.GRANTED:
            person.prompt.allow()
            wait_heard(page, "getLocation:ok")
        else:
            person.prompt.deny()
            wait_heard(page, "getLocation:fail auth deny 103")
        person.settings.open()
        person.settings.expect({LOCATION: decision is Decision.GRANTED})
        assert person.phone.store.decision(subject, LOCATION) is decision
        person.settings.leave()
        person.phone.delete(page.program.id)


LIVING = (QObject, Session, Call, Prompt, Watchers, Package)
"""What must not outlive the program or the page that it was made for."""

BUSY = """
  const ignore = () => {}
  const quiet = { success: ignore, fail: ignore }
  wx.startLocationUpdate(quiet)
  wx.getRecorderManager().start({ duration: 60000 })
  wx.openBluetoothAdapter(quiet)
  wx.request({ url: 'http://127.0.0.1:9/', ...quiet })
  wx.connectSocket({ url: 'ws://127.0.0.1:9/', ...quiet })
  wx.showModal({ title: 'Well?', ...quiet })
  wx.showActionSheet({ itemList: ['one', 'two'], ...quiet })
  wx.showLoading({ title: 'Loading' })
  wx.chooseAddress(quiet)
  wx.openLocation({ latitude: 23, longitude: 113, ...quiet })
  wx.getUserInfo(quiet)
"""


def stays(person: Person) -> dict[str, int]:
    """What lives once nothing more goes."""
    seen: list[dict[str, int]] = []

    def nothing_goes() -> bool:
        seen.append(what_lives(person.phone))
        return seen[-1:] * 3 == seen[-3:]

    person.wait(nothing_goes, "the same things alive three times")
    return seen[-1]


def what_lives(phone: Phone) -> dict[str, int]:
    """Our objects by kind, who watches, and all that Qt has."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    ours = [one for one in gc.get_objects() if type(one).__module__.startswith("miniapp_host.")]
    found = Counter(type(one).__qualname__ for one in ours if isinstance(one, LIVING))
    found["watches"] = sum(len(one) for one in ours if isinstance(one, Watchers))
    found["below the phone"] = len(phone.findChildren(QObject))
    found["below the window"] = len(phone.window.findChildren(QObject))
    return dict(found)


def closes(person: Person, page: MiniApp) -> None:
    person.phone.close_program(page.program.id)


def leaves_and_closes(person: Person, page: MiniApp) -> None:
    person.phone.window.leave_program()
    person.phone.close_program(page.program.id)


def deletes(person: Person, page: MiniApp) -> None:
    person.phone.delete(page.program.id)


def restarts_in_the_background_and_closes(person: Person, page: MiniApp) -> None:
    person.phone.window.leave_program()
    with person.qtbot.waitSignal(page.program.page_shown, timeout=20_000):
        person.phone.programs.restart(page.program.id)
    person.phone.close_program(page.program.id)


def crashes_and_closes(person: Person, page: MiniApp) -> None:
    with person.qtbot.waitSignal(page.program.view.crashed):
        os.kill(page.program.view.page().renderProcessPid(), signal.SIGKILL)
    person.phone.close_program(page.program.id)


def changes_the_language_and_closes(person: Person, page: MiniApp) -> None:
    person.phone.appearance.choose_language(LanguageChoice.ZH)
    person.phone.close_program(page.program.id)
    person.phone.appearance.choose_language(LanguageChoice.EN)


@pytest.mark.parametrize(
    "end",
    [
        closes,
        leaves_and_closes,
        deletes,
        restarts_in_the_background_and_closes,
        crashes_and_closes,
        changes_the_language_and_closes,
    ],
)
def test_a_program_under_everything_that_can_lie_over_it_leaves_nothing_behind(
    open_folder: OpenProgram,
    person: Person,
    folder: Path,
    end: Callable[[Person, MiniApp], None],
) -> None:
    write_program(folder, asking_program({"begin": BUSY}))

    def lives() -> dict[str, int]:
        page = open_folder(person.phone, folder)
        for scope in ("scope.userLocation", "scope.record", "scope.bluetooth", "scope.address"):
            granted = Decision.GRANTED
            person.phone.store.decide(page.program.subject, scope, granted, Actor.COMMAND)
        person.miniapp.tap("#begin")
        person.wait(lambda: person.sees(PROMPT), "the prompt, last of all")
        assert brought_up(page.program.screen) == Counter((*PAGES, *OF_THE_PROGRAM))
        end(person, page)
        return stays(person)

    lives()  # what is made once and kept, as icons
    assert lives() == lives()


PAGES = (SettingsPanel, AboutPage, ConsoleSheet, PrivacyPage, CapsuleMenu)
"""What the phone brings up over a program."""
OF_THE_PROGRAM = (ModalDialog, ActionSheetDialog, BookPage, AuthorizationDialog)
"""What the busy program has brought up by then; its map has made room for the pictures."""


def lies_over(screen: QWidget) -> Counter[type]:
    return Counter(type(one) for one in screen.findChildren(Overlay))


def brought_up(screen: QWidget) -> Counter[type]:
    """What lies over the program once the capsule's menu has brought up all of it.

    The pictures, which the contract takes the place of, may still be on their way out.
    """
    sheets = screen.findChild(ProgramSheets)
    assert isinstance(sheets, ProgramSheets)
    sheets.open_settings()
    sheets.open_about()
    sheets.open_console()
    sheets.preview_pictures(("/nowhere.png", "http://127.0.0.1:9/a.png"), 0)
    QApplication.processEvents()
    assert lies_over(screen)[PicturePreview] == 1
    sheets.show_contract()
    QApplication.processEvents()
    sheets.open_menu()
    found = lies_over(screen)
    del found[PicturePreview]
    return found


def test_what_comes_and_goes_over_a_program_leaves_nothing_behind(
    open_folder: OpenProgram, person: Person, asker: Path
) -> None:
    page = open_folder(person.phone, asker)
    screen, subject = page.program.screen, page.program.subject

    def come_and_go() -> dict[str, int]:
        for answer in (person.prompt.allow, person.prompt.deny):
            person.miniapp.tap("#locate")
            answer()
            person.phone.store.decide(subject, LOCATION, Decision.UNDECIDED, Actor.COMMAND)
        assert brought_up(screen) == Counter(PAGES)
        person.wait(lambda: goes_back(screen), "nothing over the program")
        return stays(person)

    come_and_go()
    assert come_and_go() == come_and_go()


def goes_back(screen: ProgramScreen) -> bool:
    """A step back; whether there is nothing more to leave."""
    screen.go_back()
    return not screen.findChildren(Overlay)


def test_the_phone_s_own_settings_leave_nothing_behind(person: Person) -> None:
    def come_and_go() -> dict[str, int]:
        person.clicks("hostSettings")
        person.waits_for("hostSettingsPage")
        cell = person.find("hostSettingsPage").findChild(QWidget, "host_addresses")
        assert isinstance(cell, Cell)
        cell.clicked.emit()
        person.waits_for("bookPage")
        person.phone.appearance.choose_language(LanguageChoice.ZH)
        for name in ("bookPage", "hostSettingsPage"):
            person.miniapp.press(Qt.Key.Key_Escape)
            person.waits_until_gone(name)
        person.phone.appearance.choose_language(LanguageChoice.EN)
        return stays(person)

    come_and_go()
    assert come_and_go() == come_and_go()
