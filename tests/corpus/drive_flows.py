"""Walks the flows of `flows.py` by real clicks; not collected by a plain pytest run.

Of each: the first call asks, a refusal is final until the settings change it, a dismissal decides
nothing, the panel lists what was decided and nothing else, and a restart remembers.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from miniapp_host.phone.phone import Phone
from tests.conftest import MakePhone, OpenProgram
from tests.corpus.flows import FLOWS, Flow, checkout
from tests.driver import PageDriver
from tests.stories.conftest import at_phone, make_phone  # noqa: F401 - the stories' phone
from tests.stories.person import PROMPT, Person

MARK = "[data-next-tap]"
SETTING = "packageAPI/pages/api/setting/setting"
TICK = "wx-icon"


@dataclass
class Visit:
    """A person with a program's page open before them."""

    page: PageDriver
    person: Person
    phone: Phone
    begun: bool = False

    def taps(self, label: str, tag: str = "wx-button") -> None:
        """Clicks the element of that label."""
        self.page.wait(lambda: self._mark(label, tag), f"{tag} {label!r} on the page")
        self.person.miniapp.tap(MARK)

    def starts(self, flow: Flow) -> None:
        """Everything a person does until the scope is asked for, or not."""
        if not flow.taps and self.begun:
            self.person.miniapp.menu("Restart")
        self.begun = True
        for label in flow.taps:
            self.taps(label)
        for widget in flow.on_the_way:
            self.person.clicks(widget)

    def is_told(self, text: str, before: int = 0) -> None:
        """The page, or its console since `before`, comes to say `text`."""
        said = lambda: any(text in one.text for one in self.page.log()[before:])  # noqa: E731
        self.page.wait(lambda: said() or text in self.shown, f"{text!r} said")

    @property
    def shown(self) -> str:
        return str(self.page.in_page("page.body.innerText"))

    def said(self, flow: Flow) -> int:
        """How many lines the console has; a program that restarts begins with none."""
        return len(self.page.log()) if flow.taps else 0

    def is_allowed(self, flow: Flow, before: int) -> None:
        """What happens once it is allowed."""
        self._clicks(flow.then)
        self.is_told(flow.allowed, before)

    def is_refused(self, flow: Flow, before: int) -> None:
        """What happens when it is not."""
        self.is_told(flow.refused, before)
        self._clicks(flow.then_refused)

    def _clicks(self, widget: str) -> None:
        if widget:
            self.person.clicks(widget)
            self.person.waits_until_gone(widget)

    def switches(self) -> dict[str, bool]:
        """What the settings list, looked at by hand."""
        self.person.settings.open()
        listed = self.person.settings.listed
        self.person.settings.leave()
        return listed

    def _mark(self, label: str, tag: str) -> bool:
        script = (
            f"(() => {{ const old = page.querySelector('{MARK}')\n"
            "if (old) delete old.dataset.nextTap\n"
            f"const found = [...page.querySelectorAll('{tag}')]"
            f".find((one) => one.innerText.trim() === {json.dumps(label)})\n"
            "if (found) found.dataset.nextTap = ''\n return !!found })()"
        )
        return bool(self.page.in_page(script))


Visits = Callable[[str, str], Visit]


@pytest.fixture
def visit(
    make_phone: MakePhone,  # noqa: F811
    open_folder: OpenProgram,
    at_phone: Callable[[Phone], Person],  # noqa: F811
) -> Visits:
    """Opens a page on a phone that remembers; called again, the phone was restarted."""
    phones: list[Phone] = []

    def go(program: str, path: str) -> Visit:
        folder = checkout(program)
        if folder is None:
            pytest.skip(f"no checkout of {program} was named")
        for old in phones:
            old.close()
            old.window.hide()
        phone = make_phone()
        phones[:] = [phone]
        return Visit(open_folder(phone, folder, path), at_phone(phone), phone)

    return go


each_flow = pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)


@each_flow
def test_allowing_works_at_once_and_after_a_restart(flow: Flow, visit: Visits) -> None:
    for restarted in (False, True):
        here = visit(flow.program, flow.page)
        before = here.said(flow)
        here.starts(flow)
        if not restarted:
            here.person.prompt.allow()
        here.is_allowed(flow, before)
        assert not here.person.sees(PROMPT)
        assert here.switches() == {flow.scope: True}
        assert here.page.errors() == []


@each_flow
def test_refusing_is_final_until_the_settings_allow_it(flow: Flow, visit: Visits) -> None:
    here = visit(flow.program, flow.page)
    before = here.said(flow)
    here.starts(flow)
    here.person.prompt.deny()
    here.is_refused(flow, before)
    before = here.said(flow)
    here.starts(flow)
    here.is_refused(flow, before)
    assert not here.person.sees(PROMPT)
    here.person.settings.open()
    assert here.person.settings.listed == {flow.scope: False}
    here.person.settings.toggle(flow.scope)
    here.person.settings.leave()
    before = here.said(flow)
    here.starts(flow)
    here.is_allowed(flow, before)
    assert visit(flow.program, flow.page).switches() == {flow.scope: True}


@each_flow
def test_dismissing_decides_nothing(flow: Flow, visit: Visits) -> None:
    for _ in range(2):
        here = visit(flow.program, flow.page)
        before = here.said(flow)
        here.starts(flow)
        here.person.waits_for(PROMPT)
        here.person.miniapp.press(Qt.Key.Key_Escape)
        here.person.waits_until_gone(PROMPT)
        here.is_refused(flow, before)
        assert here.switches() == {}


# What only single pages have

PICKED = [
    "userLocation",
    "record",
    "camera",
    "bluetooth",
    "writePhotosAlbum",
    "addPhoneContact",
    "addPhoneCalendar",
    "werun",
    "address",
    "invoiceTitle",
    "invoice",
    "userInfo",
]
TICKED = {
    "userInfo": "User information",
    "userLocation": "Location",
    "address": "Mailing address",
    "invoiceTitle": "Invoice header",
    "record": "Recording function",
    "writePhotosAlbum": "Save to album",
    "camera": "Camera",
}
SHEET = "page.documentElement.lastElementChild.shadowRoot"


def choose(here: Visit, row: int) -> None:
    """Turns the page's one picker to a row by clicks on the rows, one below the other."""
    page = here.page
    here.person.miniapp.tap("css=wx-picker", nth=0)
    page.wait(lambda: bool(page.in_page(f"!!{SHEET}?.getElementById('sheet')")), "the sheet")
    for _ in range(row):
        at_rest(page)
        press(here, f"{SHEET}.querySelector('.column')", rows_below=1)
        page.wait(lambda: not page.in_page(f"{SHEET}.getAnimations().length"), "a turn")
    at_rest(page)
    press(here, f"{SHEET}.getElementById('confirm')")
    page.wait(lambda: bool(page.in_page(f"!{SHEET}")), "the sheet gone")


def at_rest(page: PageDriver) -> None:
    page.wait(lambda: not page.in_page(f"{SHEET}.getAnimations().length"), "the sheet at rest")


def press(here: Visit, element: str, rows_below: int = 0) -> None:
    place = here.page.in_page(
        "(({left, top, width, height}) => [left + width / 2, top + height / 2])"
        f"({element}.getBoundingClientRect())"
    )
    where = QPoint(round(place[0]), round(place[1]) + rows_below * 56)
    here.person.clicks_at(here.page.surface.mapTo(here.phone.window, where))


def ticks(here: Visit) -> list[str]:
    """Labels of the rows that have a tick."""
    return list(
        here.page.in_page(
            f"[...page.querySelectorAll('{TICK}')].map((icon) => "
            "icon.closest('.weui-cell').querySelector('.weui-label').innerText.trim())"
        )
    )


def test_every_scope_of_the_picker_is_asked_for_and_ticked(visit: Visits) -> None:
    here = visit("tcmpp", SETTING)
    for row, scope in enumerate(PICKED):
        if row:
            choose(here, 1)
        here.page.wait(lambda scope=scope: scope in here.shown, f"{scope} chosen")
        here.taps("wx.authorize")
        here.person.prompt.allow()
        here.page.wait(lambda: here.person.sees("toast"), "the toast")
        if scope in TICKED:
            here.page.wait(lambda scope=scope: TICKED[scope] in ticks(here), f"a tick for {scope}")
    asked = {f"scope.{scope}": True for scope in PICKED}
    assert here.switches() == asked
    assert set(ticks(here)) == set(TICKED.values())
    again = visit("tcmpp", SETTING)
    again.page.wait(lambda: set(ticks(again)) == set(TICKED.values()), "the ticks after a restart")
    assert again.switches() == asked


def test_the_button_opens_the_panel_and_get_setting_tells_the_change(visit: Visits) -> None:
    here = visit("tcmpp", SETTING)
    here.taps("wx.authorize")
    here.person.prompt.allow()
    here.page.wait(lambda: ticks(here) == ["Location"], "the tick")
    here.taps("Open mini program settings")
    here.person.waits_for("settingsPanel")
    here.person.settings.turn_off("scope.userLocation")
    here.person.settings.leave()
    here.taps("wx.getSetting")
    here.page.wait(lambda: ticks(here) == [], "the tick gone")
    here.taps("wx.authorize")
    here.is_told("authorize:fail auth deny")
    assert not here.person.sees(PROMPT)


def test_a_saved_picture_lands_in_the_album(visit: Visits) -> None:
    here = visit("tcmpp", SETTING)
    album = here.phone.memory.folder / "album"
    here.taps("wx.saveImageToPhotosAlbum")
    here.person.waits_for("picturePicker")
    before: set[Path] = set(album.iterdir())
    here.person.clicks("picture_0")
    here.person.clicks("pictureDone")
    here.person.prompt.allow()
    here.is_told("==wxSaveImageToPhotosAlbum success==")
    assert len(set(album.iterdir()) - before) == 1


@pytest.mark.parametrize(
    ("program", "path", "label"),
    [
        ("tcmpp", SETTING, "wx.getUserProfile"),
        (
            "demo",
            "packageAPI/pages/api/get-user-info/get-user-info",
            "获取用户信息GetUserProfile",
        ),
    ],
)
def test_the_profile_is_asked_for_every_time_and_nothing_is_kept(
    visit: Visits, program: str, path: str, label: str
) -> None:
    here = visit(program, path)
    here.taps(label)
    here.person.prompt.deny()
    here.taps(label)
    here.person.prompt.allow()
    here.page.wait(lambda: here.phone.programs.devices.profile.profile.nickname in told(here), "it")
    assert here.switches() == {}


def told(here: Visit) -> str:
    return here.shown + "".join(one.text for one in here.page.log())


def test_the_official_page_ticks_what_its_program_may(visit: Visits) -> None:
    here = visit("demo", "packageAPI/pages/location/get-location/get-location")
    here.taps("获取位置")
    here.person.prompt.allow()
    here.is_told("getLocation:ok")
    here = visit("demo", SETTING)
    assert ticks(here) == []
    here.taps("获取小程序设置")
    here.page.wait(lambda: ticks(here) == ["地理位置"], "the tick")
    here.taps("打开小程序设置")
    here.person.waits_for("settingsPanel")
    here.person.settings.turn_off("scope.userLocation")
    here.person.settings.leave()
    here.taps("获取小程序设置")
    here.page.wait(lambda: ticks(here) == [], "no tick")


def test_the_shop_leads_who_refused_to_the_settings(visit: Visits) -> None:
    here = visit("shop", "pages/usercenter/address/edit/index")
    import_address = "Get WeChat shipping address"
    here.taps(import_address, "wx-view")
    here.person.prompt.deny()
    here.is_told("chooseAddress:fail auth deny")
    here.taps(import_address, "wx-view")
    here.person.clicks("modalConfirm")
    here.person.waits_for("settingsPanel")
    here.person.settings.toggle("scope.address")
    here.person.settings.leave()
    here.person.clicks("entry_0")
    here.person.waits_until_gone("entry_0")
    assert here.switches() == {"scope.address": True}
