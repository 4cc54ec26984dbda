"""What takes a tap on a page can be reached and pressed by keys, and has a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from miniapp_host.paths import resources
from miniapp_host.phone.phone import Phone
from miniapp_host.shell.settings.appearance import LanguageChoice
from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import heard, hearing_page, wait_heard

FOCUSED = "(page.activeElement?.id ?? '')"


def tabs_to(page: PageDriver, name: str) -> None:
    """Presses Tab until the element of that id has the focus."""
    page.surface.setFocus(Qt.FocusReason.OtherFocusReason)
    for _ in range(12):
        if page.in_page(FOCUSED) == name:
            return
        before = page.in_page(FOCUSED)
        page.press(Qt.Key.Key_Tab)
        page.wait(lambda before=before: page.in_page(FOCUSED) != before, "the focus moved")
    raise AssertionError(f"Tab does not reach {name}")


def said(page: PageDriver, selector: str) -> tuple[str | None, str | None]:
    """Role and given name of an element; of a field, the name of what is typed into."""
    found = page.in_page(
        f"((one) => [one.role, (one.control ?? one).ariaLabel])(find('{selector}'))"
    )
    return found[0], found[1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_view_with_a_tap_listener_is_reached_by_tab_and_tapped_by_keys(
    run_program: OpenProgram, key: Qt.Key
) -> None:
    page = run_program(hearing_page('<view id="row" data-n="1" bindtap="hear">Tea</view>'))
    tabs_to(page, "row")
    assert said(page, "#row") == ("button", None)
    page.press(key)
    box, detail = page.box("#row"), wait_heard(page, "tap")
    assert detail["x"] == pytest.approx(box["left"] + box["width"] / 2, abs=1)
    assert detail["y"] == pytest.approx(box["top"] + box["height"] / 2, abs=1)
    assert len(heard(page, "tap")) == 1


def test_a_tap_by_key_counts_as_the_persons_wish(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="row" catchtap="open">Open</view><text id="said">{{said}}</text>',
            "index.js": "Page({ data: { said: '' }, open() { wx.openSetting({"
            " success: () => this.setData({ said: 'opened' }),"
            " fail: ({ errMsg }) => this.setData({ said: errMsg }) }) } })",
        }
    )
    tabs_to(page, "row")
    page.press(Qt.Key.Key_Return)
    screen = page.program.screen
    page.wait(lambda: screen.settings_open, "the settings, which only a tap may open")


ROLES = """
<view id="role" aria-role="tab" aria-selected="{{true}}" aria-label="First">1</view>
<view id="heading" aria-role="heading">Read only</view>
<view id="hidden" aria-hidden="true" bindtap="hear">Hidden</view>
<view id="plain">Plain</view>
"""


def test_a_role_that_is_pressed_is_reached_and_what_is_only_read_or_hidden_is_not(
    run_program: OpenProgram,
) -> None:
    page = run_program(hearing_page(ROLES))
    stops = page.in_page("[...page.querySelectorAll('[tabindex]')].map((one) => one.id)")
    assert stops == ["role"]
    assert said(page, "#role") == ("tab", "First")
    assert page.attribute("#role", "aria-selected") == "true"
    assert page.attribute("#heading", "role") == "heading"


NESTED = """
<view id="card" bindtap="hear">Card <button id="like" catchtap="hear">Like</button></view>
"""


def test_what_holds_other_controls_is_no_button_but_is_pressed_all_the_same(
    run_program: OpenProgram,
) -> None:
    page = run_program(hearing_page(NESTED))
    page.wait(lambda: said(page, "#card")[0] is None, "no role of a button around a button")
    tabs_to(page, "card")
    assert said(page, "#card") == (None, "Card Like")
    page.press(Qt.Key.Key_Return)
    wait_heard(page, "tap")
    tabs_to(page, "like")
    page.press(Qt.Key.Key_Return)
    wait_heard(page, "tap", 2)


NAMES = """
<label for="one">Nickname</label><input id="one" />
<label>Telephone <input id="two" placeholder="11 digits" /></label>
<input id="three" placeholder="Write something" />
<view><text>Remember me</text><switch id="four" /></view>
<view><slider id="five" aria-label="Volume" /></view>
<textarea id="six" /><image id="seven" bindtap="hear" src="/none.png" />
<checkbox id="eight">I agree</checkbox>
<view id="nine" bindtap="hear"><image aria-label="Cat" src="/none.png" /></view>
"""


def test_every_control_has_a_name(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(NAMES))
    ids = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    expected = ["Nickname", "Telephone", "Write something", "Remember me", "Volume"]
    expected += ["Text field", "Picture", None, "Cat"]
    page.wait(
        lambda: [said(page, f"#{one}")[1] for one in ids] == expected,
        f"names, they are {[said(page, f'#{one}')[1] for one in ids]}",
    )


def test_a_name_follows_what_the_page_shows(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<view><text>{{word}}</text><switch id='on' /></view>",
            "index.js": "Page({ data: { word: 'Old' }, onLoad() { getApp().page = this } })",
            "app.js": "App({})",
        }
    )
    page.wait(lambda: said(page, "#on")[1] == "Old", "the first name")
    page.program.console_line.evaluate("getCurrentPages()[0].setData({ word: 'New' })")
    page.wait_text("wx-text", "New")
    tabs_to(page, "on")
    assert said(page, "#on")[1] == "New"


def test_the_focus_shows_for_keys_and_not_for_the_mouse(run_program: OpenProgram) -> None:
    wxml = '<view id="row" bindtap="hear">Tea</view><input id="field" placeholder="Name" />'
    page = run_program(hearing_page(wxml))
    page.tap("#row")
    wait_heard(page, "tap")
    assert page.style("#row", "outline-style") == "none"
    tabs_to(page, "field")
    assert page.style("#field", "outline-style") == "solid"
    QTest.keyClick(page.surface, Qt.Key.Key_Backtab)
    page.wait(lambda: page.in_page(FOCUSED) == "row", "back on the row")
    assert page.style("#row", "outline-style") == "solid"
    page.tap("#field")
    page.wait(lambda: page.in_page(FOCUSED) == "field", "the field has the focus")
    assert page.style("#field", "outline-style") == "none"


LEAVES = """
<swiper id="swiper" style="height: 100px">
  <swiper-item><view id="a" bindtap="hear">A</view></swiper-item>
  <swiper-item><view id="b" bindtap="hear">B</view></swiper-item>
</swiper>
"""


def test_a_swiper_turns_to_the_leaf_that_the_focus_reaches(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(LEAVES))
    tabs_to(page, "b")
    page.wait(lambda: abs(page.box("#b")["left"]) < 1, "the second leaf in front")
    assert page.in_page("find('#swiper').scrollLeft") == 0


def test_a_page_has_a_title_and_a_language(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": '{"navigationBarTitleText": "Tea"}',
            "index.js": "Page({ rename() { wx.setNavigationBarTitle({ title: 'Coffee' }) } })",
            "index.wxml": '<view id="go" bindtap="rename">Go</view>',
        }
    )
    assert page.in_page("[page.title, page.documentElement.lang]") == ["Tea", "en"]
    assert page.run("document.documentElement.lang") == "en"
    page.tap("#go")
    page.wait(lambda: page.in_page("page.title") == "Coffee", "the new title")
    assert page.run("document.querySelector('iframe').ariaLabel") == "Coffee"


PICKER = '<picker id="pick" range="{{[\'Tea\', \'Milk\']}}" value="1"><view>Drink</view></picker>'
SHEET = "page.querySelector('[wx-sheet]')?.shadowRoot"


def test_a_pickers_sheet_says_what_it_is_and_where_it_stands(run_program: OpenProgram) -> None:
    page = run_program({"index.wxml": PICKER})
    tabs_to(page, "pick")
    page.press(Qt.Key.Key_Return)
    page.wait(lambda: page.in_page(f"!!({SHEET})"), "the sheet")
    column = f"{SHEET}.querySelector('.column')"
    read = f"(({{role, ariaLabel, ariaValueText}}) => [role, ariaLabel, ariaValueText])({column})"
    assert page.in_page(read) == ["spinbutton", "Choose", "Milk"]
    assert page.in_page(f"{SHEET}.getElementById('sheet').ariaLabel") == "Choose"
    page.press(Qt.Key.Key_Up)
    page.wait(lambda: page.in_page(read)[2] == "Tea", "the row that it has turned to")


NAMELESS = """(() => {
  const found = []
  const look = (root) => {
    for (const one of root.querySelectorAll('*')) {
      if (one.shadowRoot) look(one.shadowRoot)
      const reached = one.matches('input, textarea, button, [tabindex]') && one.tabIndex >= 0
      const text = one.matches('input, textarea') ? '' : one.textContent.trim()
      if (reached && !one.ariaLabel && !text) found.push(one.outerHTML.slice(0, 120))
    }
  }
  look(page)
  return found
})()"""
SAMPLES = sorted(folder.name for folder in (resources() / "programs").iterdir())


@pytest.mark.parametrize("language", [LanguageChoice.EN, LanguageChoice.ZH])
@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_that_is_reached_on_a_sample_is_without_a_name(
    phone: Phone, open_folder: OpenProgram, sample: str, language: LanguageChoice
) -> None:
    phone.appearance.choose_language(language)
    page = open_folder(phone, resources() / "programs" / sample)
    page.wait(lambda: page.in_page(NAMELESS) == [], f"names: {page.in_page(NAMELESS)}")


@pytest.mark.parametrize(("language", "name"), [("en", "Switch"), ("zh", "开关")])
def test_a_control_without_any_words_is_called_by_its_kind(
    phone: Phone, run_program: OpenProgram, language: str, name: str
) -> None:
    phone.appearance.choose_language(LanguageChoice(language))
    page = run_program({"index.wxml": '<switch id="on" />'})
    page.wait(lambda: said(page, "#on") == ("switch", name), f"{said(page, '#on')}")
