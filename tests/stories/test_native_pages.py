"""A page of the phone's own lies over the program: it is hidden, and shown again when it goes."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt

from miniapp_host import shell
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.phone.phone import Phone
from miniapp_host.shell.kit.layers import layered
from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.shell.kit.page import Page
from miniapp_host.testing.miniapp import MiniApp
from tests.stories.asking_program import asking_program, heard, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PANEL, PROMPT, Person

HIDDEN = ["page hide", "component hide", "app hide 2", "told hide 2"]
SHOWN = ["app show", "told show", "component show", "page show"]
SEEN = {
    "app.js": """App({
      onLaunch() {
        wx.onAppShow(() => say('told show'))
        wx.onAppHide(({ reason }) => say(`told hide ${reason}`))
      },
      onShow() { say('app show') },
      onHide({ reason }) { say(`app hide ${reason}`) },
    })""",
    "parts/seen.json": '{"component": true}',
    "parts/seen.wxml": "",
    "parts/seen.js": """const { say } = require('/telling')
    Component({ pageLifetimes: { show() { say('component show') }, hide() { say('component hide') } } })""",
    "index.json": '{"usingComponents": {"seen": "/parts/seen"}}',
    "p.png": "no picture",
}
AT_FIRST = ["app show", "told show", "component show", "page show"]
CALLS = {
    "settings": "wx.openSetting(told)",
    "place": "wx.chooseLocation(told)",
    "map": "wx.openLocation({ latitude: 31, longitude: 121, ...told })",
    "address": "wx.chooseAddress(told)",
    "invoice": "wx.chooseInvoiceTitle(told)",
    "album": "wx.chooseImage({ sourceType: ['album'], ...told })",
    "camera": "wx.chooseImage({ sourceType: ['camera'], ...told })",
    "video": "wx.chooseMedia({ mediaType: ['video'], sourceType: ['album'], ...told })",
    "file": "wx.chooseMessageFile({ count: 1, ...told })",
    "document": """wx.getFileSystemManager().writeFileSync(`${wx.env.USER_DATA_PATH}/a.pdf`, '%PDF')
      wx.openDocument({ filePath: `${wx.env.USER_DATA_PATH}/a.pdf`, ...told })""",
    "scan": "wx.scanCode(told)",
    "permissions": "wx.openAppAuthorizeSetting(told)",
    "bluetooth": "wx.openSystemBluetoothSetting(told)",
    "preview": "wx.previewImage({ urls: ['/p.png'], ...told })",
    "contract": "wx.openPrivacyContract(told)",
    "modal": "wx.showModal({ content: 'over it?', ...told })",
    "sheet": "wx.showActionSheet({ itemList: ['one'], ...told })",
    "locate": "wx.getLocation(told)",
    "settingsAndPlace": "wx.openSetting(told); wx.chooseLocation(told)",
    "modalWithSettings": "wx.openSetting(told); wx.showModal({ content: 'mine', ...told })",
    "toastWithSettings": "wx.openSetting(told); wx.showToast({ title: 'mine', duration: 60000 })",
    "twoMaps": "for (const latitude of [31, 32]) wx.openLocation({ latitude, longitude: 121, ...told })",
}


def life_program() -> dict[str, str]:
    """It says whenever it, its page or the component on it is shown or hidden."""
    files = {name: text for name, text in SEEN.items() if name != "app.js"}
    program = asking_program(CALLS, app=SEEN["app.js"], files=files)
    program["index.wxml"] += "<seen/>"
    program["index.js"] = program["index.js"].replace(
        "onLoad()", "onShow() { say('page show') }, onHide() { say('page hide') }, onLoad()"
    )
    return program


def by_call(name: str) -> Callable[[Person, MiniApp], None]:
    def open_it(person: Person, page: MiniApp) -> None:
        person.miniapp.tap(f"#{name}")

    return open_it


def by_menu(item: str) -> Callable[[Person, MiniApp], None]:
    def open_it(person: Person, _page: MiniApp) -> None:
        person.clicks("capsuleMenu")
        person.clicks(f"menu{item}")

    return open_it


def by_back(person: Person) -> None:
    person.clicks("back")


def by_escape(person: Person) -> None:
    person.miniapp.press(Qt.Key.Key_Escape)


@dataclass(frozen=True)
class Native:
    """How a native page is opened and left, and what its call says: at once, and at the end."""

    name: str
    opened: Callable[[Person, MiniApp], None]
    first: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)
    leave: Callable[[Person], None] = by_back


PICTURES = "picturePicker"
NATIVES = {
    "settings by the program": Native(PANEL, by_call("settings"), last=["openSetting:ok"]),
    "settings by the menu": Native(PANEL, by_menu("Settings")),
    "about": Native("aboutPage", by_menu("About")),
    "starting it as described": Native("startPage", by_menu("StartAs")),
    "choosing a place": Native(
        "placePicker", by_call("place"), last=["chooseLocation:fail cancel 1"]
    ),
    "a place": Native("placePage", by_call("map"), first=["openLocation:ok"]),
    "address": Native("bookPage", by_call("address"), last=["chooseAddress:fail cancel 1"]),
    "invoice title": Native(
        "bookPage", by_call("invoice"), last=["chooseInvoiceTitle:fail cancel 1"]
    ),
    "album": Native(PICTURES, by_call("album"), last=["chooseImage:fail cancel 1"]),
    "camera": Native(PICTURES, by_call("camera"), last=["chooseImage:fail cancel 1"]),
    "videos": Native(PICTURES, by_call("video"), last=["chooseMedia:fail cancel 1"]),
    "files": Native(PICTURES, by_call("file"), last=["chooseMessageFile:fail cancel 1"]),
    "document": Native("documentPage", by_call("document"), first=["openDocument:ok"]),
    "switches": Native("switchesPage", by_call("permissions"), last=["openAppAuthorizeSetting:ok"]),
    "switch of Bluetooth": Native(
        "switchesPage", by_call("bluetooth"), last=["openSystemBluetoothSetting:ok"]
    ),
    "code": Native("scanPage", by_call("scan"), last=["scanCode:fail cancel 1"]),
    "preview": Native(
        "picturePreview", by_call("preview"), first=["previewImage:ok"], leave=by_escape
    ),
    "privacy contract": Native(
        "privacyPage", by_call("contract"), first=["openPrivacyContract:ok"]
    ),
}
INSIDE_ANOTHER = {"LicencesPage", "EntryForm", "StatesPage", "SceneChooser"}
OF_THE_LAUNCHER = {"HostSettings", "PageChooser"}
"""Pages that no program can lie under."""


@pytest.fixture
def page(person: Person, run_program: OpenProgram) -> MiniApp:
    """The program runs, and may ask for the owner's address and invoice title."""
    driver = run_program(life_program())
    for scope in ("scope.address", "scope.invoiceTitle"):
        allow(person, driver, scope)
    wait_heard(driver, *AT_FIRST)
    return driver


def allow(person: Person, page: MiniApp, scope: str = "scope.userLocation") -> None:
    person.phone.store.decide(page.program.subject, scope, Decision.GRANTED, Actor.PROMPT)


def since(page: MiniApp) -> list[str]:
    """What the program said after its start."""
    return heard(page)[len(AT_FIRST) :]


def wait_since(page: MiniApp, *lines: str) -> None:
    wait_heard(page, *AT_FIRST, *lines)


def page_classes() -> set[str]:
    """Every class of the phone that fills the screen."""
    for module in pkgutil.walk_packages(shell.__path__, f"{shell.__name__}."):
        importlib.import_module(module.name)
    classes = set(_below(Overlay))
    return {
        one.__name__ for one in classes if issubclass(one, Page) or one.__name__ == "PicturePreview"
    } - {"Page"}


def _below(root: type) -> list[type]:
    return [one for child in root.__subclasses__() for one in (child, *_below(child))]


@pytest.mark.parametrize("native", NATIVES.values(), ids=NATIVES.keys())
def test_every_page_of_the_phone_hides_the_program_and_shows_it_before_its_call_succeeds(
    person: Person, page: MiniApp, native: Native
) -> None:
    allow(person, page)
    native.opened(person, page)
    person.waits_for(native.name)
    page.wait(lambda: set(since(page)) == {*HIDDEN, *native.first}, "the program is hidden")
    before = since(page)
    native.leave(person)
    person.waits_until_gone(native.name)
    wait_since(page, *before, *SHOWN, *native.last)
    assert [line for line in before if line in HIDDEN] == HIDDEN


def test_every_page_of_the_phone_is_among_those_above() -> None:
    ours = {name[0].upper() + name[1:] for name in (one.name for one in NATIVES.values())}
    assert page_classes() == ours | INSIDE_ANOTHER | OF_THE_LAUNCHER


def test_what_was_allowed_in_the_settings_is_seen_in_on_show(
    run_program: OpenProgram, person: Person
) -> None:
    """The program's own note that it may not locate goes when it looks again."""
    page = run_program(
        {
            "index.wxml": '<button id="open" bindtap="open">{{allowed}}</button>',
            "index.js": """Page({
              data: { allowed: 'not looked' },
              onShow() { wx.getSetting({ success: ({ authSetting }) =>
                this.setData({ allowed: String(authSetting['scope.userLocation']) }) }) },
              open() { wx.openSetting() },
            })""",
        }
    )
    store, subject = person.phone.store, page.program.subject
    store.decide(subject, "scope.userLocation", Decision.DENIED, Actor.PROMPT)
    person.miniapp.tap("#open")
    person.settings.toggle("scope.userLocation")
    person.settings.leave()
    page.expect_text("true", within="#open")


@pytest.mark.parametrize(
    ("call", "name", "answer"),
    [
        ("locate", PROMPT, "getLocation:fail auth deny 104"),
        ("modal", "modal", "showModal:ok"),
        ("sheet", "actionSheet", "showActionSheet:fail cancel"),
    ],
)
def test_what_the_program_or_the_prompt_asks_hides_nothing(
    person: Person, page: MiniApp, call: str, name: str, answer: str
) -> None:
    person.miniapp.tap(f"#{call}")
    person.waits_for(name)
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone(name)
    page.wait(lambda: len(since(page)) > 0, "an answer")
    (line,) = since(page)
    assert line.startswith(answer)


@pytest.mark.parametrize("item", ["Console"])
def test_a_sheet_of_the_menu_hides_nothing(person: Person, page: MiniApp, item: str) -> None:
    person.miniapp.menu(item)
    person.waits_for("consoleSheet")
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone("consoleSheet")
    assert since(page) == []


def test_a_page_that_leads_to_another_hides_once_and_shows_when_both_are_gone(
    person: Person, page: MiniApp
) -> None:
    person.miniapp.menu("About")
    person.clicks("aboutLicences")
    person.waits_for("licencesPage")
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone("licencesPage")
    wait_since(page, *HIDDEN)
    person.miniapp.press(Qt.Key.Key_Escape)
    wait_since(page, *HIDDEN, *SHOWN)


def test_an_address_is_written_while_the_program_is_hidden(person: Person, page: MiniApp) -> None:
    person.miniapp.tap("#address")
    person.clicks("newEntry")
    person.waits_for("entryForm")
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone("entryForm")
    person.clicks("entry_0")
    wait_since(page, *HIDDEN, *SHOWN, "chooseAddress:ok")


def test_two_pages_at_once_hide_once(person: Person, page: MiniApp) -> None:
    allow(person, page)
    person.miniapp.tap("#settingsAndPlace")
    person.waits_for("placePicker")
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone("placePicker")
    wait_since(page, *HIDDEN, "chooseLocation:fail cancel 1")
    person.settings.leave()
    wait_since(page, *HIDDEN, "chooseLocation:fail cancel 1", *SHOWN, "openSetting:ok")


def test_a_page_that_takes_the_place_of_another_shows_nothing_in_between(
    person: Person, page: MiniApp
) -> None:
    person.miniapp.tap("#twoMaps")
    page.wait(lambda: len(since(page)) == len(HIDDEN) + 2, "both calls answered")
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone("placePage")
    page.wait(lambda: since(page)[-len(SHOWN) :] == SHOWN, "the program is shown")
    assert [line for line in since(page) if line in HIDDEN] == HIDDEN


def test_left_for_home_with_a_page_open_it_is_hidden_once_and_shown_when_the_page_goes(
    person: Person, page: MiniApp
) -> None:
    person.miniapp.tap("#settings")
    person.waits_for(PANEL)
    person.miniapp.home()
    person.phone.open(page.program.id)
    person.waits_for(PANEL)
    wait_since(page, *HIDDEN)
    person.settings.leave()
    wait_since(page, *HIDDEN, *SHOWN, "openSetting:ok")


def test_home_alone_is_another_reason(person: Person, page: MiniApp) -> None:
    person.miniapp.home()
    person.phone.open(page.program.id)
    left = [line.replace("2", "0") for line in HIDDEN]
    wait_since(page, *left, *SHOWN)


def test_a_program_closed_under_a_page_hears_nothing_more(
    person: Person, phone: Phone, page: MiniApp
) -> None:
    person.miniapp.tap("#settings")
    person.waits_for(PANEL)
    wait_since(page, *HIDDEN)
    console = page.program.screen.console
    phone.close_program(page.program.id)
    person.waits_for("launcher")
    person.waits_until_gone(PANEL)
    assert list(console.entries) == []


def test_restarted_out_of_the_settings_it_starts_as_shown(person: Person, page: MiniApp) -> None:
    person.settings.open()
    person.clicks("restart")
    person.waits_until_gone(PANEL)
    person.waits_until_gone("splash")
    wait_heard(page, *AT_FIRST)
    person.settings.open()
    wait_since(page, *HIDDEN)
    person.settings.leave()
    wait_since(page, *HIDDEN, *SHOWN)


def test_a_prompt_over_a_page_changes_nothing(person: Person, page: MiniApp) -> None:
    person.settings.open()
    wait_since(page, *HIDDEN)
    page.program.view.link.tell("navigate", "getLocation", {})
    person.waits_for(PROMPT)
    person.prompt.deny()
    wait_since(page, *HIDDEN)
    person.settings.expect(person.settings.listed)
    person.settings.leave()
    wait_since(page, *HIDDEN, *SHOWN)


@pytest.mark.parametrize(
    ("call", "name"), [("modalWithSettings", "modal"), ("toastWithSettings", "toast")]
)
def test_what_the_program_brings_up_lies_under_the_page_and_is_there_when_it_goes(
    person: Person, page: MiniApp, call: str, name: str
) -> None:
    person.miniapp.tap(f"#{call}")
    panel = person.waits_for(PANEL)
    person.wait(lambda: person.sees(name), f"{name} is there")
    from_below = layered(page.program.screen)
    assert from_below.index(person.find(name)) < from_below.index(panel)
    person.miniapp.press(Qt.Key.Key_Escape)
    person.waits_until_gone(PANEL)
    assert person.sees(name)
