"""What a stranger's test does with a program: finds by text, taps, types, reads, and is told."""

from collections.abc import Callable, Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from miniapp_host.api.calls.journal import How
from miniapp_host.testing.launcher import LauncherDriver
from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.testing.permissions import Permissions
from miniapp_host.testing.prompt import PromptDriver
from miniapp_host.testing.settings import SettingsDriver
from miniapp_host.testing.tested_phone import TestedPhone
from miniapp_host.testing.wait_error import WaitError
from tests.testing.conftest import Opens

RunMiniApp = Callable[[Mapping[str, str]], MiniApp]

COUNTER = {
    "index.wxml": """<view class="row"><text>First</text><button id="a" bindtap="add">Add</button></view>
<view class="row"><text>Second</text><button id="b" bindtap="add">Add</button></view>
<view style="height: 2000px"></view><button bindtap="add">Far away</button>
<view>{{taps}} taps</view><view style="display: none">Secret</view>""",
    "index.js": "Page({data: {taps: 0}, add() { this.setData({taps: this.data.taps + 1}) }})",
}
FORM = {
    "index.wxml": """<input placeholder="Your name" value="{{was}}" bindinput="typed" bindconfirm="sent"/>
<view>Hello {{name}}</view><view wx:if="{{sent}}">Sent</view>""",
    "index.js": """Page({data: {name: '', was: 'Nobody'},
  typed({detail}) { this.setData({name: detail.value}) }, sent() { this.setData({sent: true}) }})""",
}
ASKS = {
    "index.wxml": "<button bindtap='ask'>Ask</button><view>{{said}}</view>",
    "index.js": """Page({data: {said: 'nothing yet'}, ask() { wx.getLocation({
  success: () => this.setData({said: 'here'}), fail: ({errMsg}) => this.setData({said: errMsg})}) }})""",
    "app.json": """{"pages": ["pages/index/index"], "requiredPrivateInfos": ["getLocation"],
  "permission": {"scope.userLocation": {"desc": "To sort the list"}}}""",
}


def test_a_text_is_tapped_wherever_it_stands(run_miniapp: RunMiniApp) -> None:
    miniapp = run_miniapp(COUNTER)
    miniapp.tap("Far away")
    miniapp.expect_text("1 taps")
    assert miniapp.data == {"taps": 1}


def test_several_of_a_kind_are_listed_and_chosen_by_number(run_miniapp: RunMiniApp) -> None:
    miniapp = run_miniapp(COUNTER)
    with pytest.raises(WaitError, match=r"(?s)there 2 times.*0: <.*#a>.*1: <.*#b>"):
        miniapp.tap("Add", seconds=0.2)
    miniapp.tap("Add", nth=1)
    miniapp.tap("#a")
    miniapp.expect_text("2 taps")


SLIDES = {
    "index.wxml": """<view bindtap="open">Open</view><view class="popup {{on}}" bindtransitionend="stop">
<button bindtap="agree">Agree</button></view><view>{{said}}</view>""",
    "index.js": """Page({data: {on: '', said: '-'}, open() { this.setData({on: 'on'}) },
  stop() { this.stopped = true },
  agree() { this.setData({said: this.stopped ? 'at rest' : 'on its way'}) }})""",
    "index.wxss": """.popup { transition: transform 0.4s linear; transform: translateX(-300px) }
.on { transform: none }""",
}


def test_what_slides_in_is_tapped_when_it_has_come(run_miniapp: RunMiniApp) -> None:
    miniapp = run_miniapp(SLIDES)
    miniapp.tap("Open")
    miniapp.tap("Agree")
    miniapp.expect_text("at rest")


def test_a_long_page_is_read_to_its_end(run_miniapp: RunMiniApp) -> None:
    rows = "<view wx:for='{{300}}' wx:key='*this'>Row {{item}}</view>"
    miniapp = run_miniapp({"index.wxml": rows, "index.js": "Page({})"})
    miniapp.expect_text("Row 299")


def test_what_is_hidden_is_not_in_sight(run_miniapp: RunMiniApp) -> None:
    miniapp = run_miniapp(COUNTER)
    with pytest.raises(WaitError, match=r"(?s)'Secret' is not in sight.*shown: First"):
        miniapp.tap("Secret", seconds=0.2)
    miniapp.expect_no_text("Secret")


def test_a_transparent_button_over_a_picture_is_tapped_by_selector_and_not_read(
    run_miniapp: RunMiniApp,
) -> None:
    page = {
        "index.wxml": "<button id='art' bindtap='add' style='opacity: 0'>Share</button>{{taps}}"
    }
    miniapp = run_miniapp({**COUNTER, **page})
    miniapp.tap("#art")
    miniapp.wait(lambda: miniapp.data == {"taps": 1}, "the tap")
    with pytest.raises(WaitError, match="'Share' is not in sight"):
        miniapp.tap("Share", seconds=0.2)


def test_a_text_that_is_nearly_there_is_named(run_miniapp: RunMiniApp) -> None:
    with pytest.raises(WaitError, match="'Fur away' is not in sight; is it 'Far away'"):
        run_miniapp(COUNTER).tap("Fur away", seconds=0.2)


def test_elements_are_read_and_waited_for_by_selector(run_miniapp: RunMiniApp) -> None:
    miniapp = run_miniapp(COUNTER)
    assert miniapp.texts_of(".row text") == ["First", "Second"]
    assert (miniapp.text_of(".row text", nth=1), miniapp.text_of("#none")) == ("Second", None)
    assert miniapp.texts_of("css=view.row > button") == ["Add", "Add"]
    assert "Add" in miniapp.texts_of('css=view:not(.row), button[id="b"]:nth-child(2)')
    assert miniapp.shows("#a")
    miniapp.expect("#b")
    miniapp.expect_gone("#none")
    miniapp.expect_text("First", within=".row")
    miniapp.expect_no_text("Far away", within=".row")
    with pytest.raises(WaitError, match=r"'Far away' within \.row"):
        miniapp.expect_text("Far away", within=".row", seconds=0.1)


CARDS = {
    "index.json": '{"usingComponents": {"card": "/parts/card/card"}}',
    "index.wxml": '<card wx:for="{{2}}" wx:key="*this" number="{{item}}"/><view class="row">page</view>',
    "parts/card/card.json": '{"component": true}',
    "parts/card/card.js": "Component({ properties: { number: Number }, data: { on: '' }, "
    "methods: { press() { this.setData({ on: 'on' }) } } })",
    "parts/card/card.wxml": '<view class="row">card {{number}}</view>'
    '<view class="dot {{on}}" bindtap="press" style="width: 40px; height: 40px"/>',
}


def test_a_class_inside_of_a_component_is_found_by_its_own_name(run_miniapp: RunMiniApp) -> None:
    miniapp = run_miniapp(CARDS)
    with pytest.raises(WaitError, match="there 2 times"):
        miniapp.tap(".dot", seconds=0.2)
    miniapp.tap(".dot", nth=1)
    miniapp.expect("css=view.dot.on:not([hidden])")
    miniapp.expect_gone(".dot-on")


def test_a_class_that_the_page_itself_has_is_not_looked_for_in_its_components(
    run_miniapp: RunMiniApp,
) -> None:
    assert run_miniapp(CARDS).texts_of(".row") == ["page"]


def test_the_console_and_conditions_of_a_test_s_own_are_waited_for(
    run_miniapp: RunMiniApp,
) -> None:
    program = {
        "index.wxml": "<button bindtap='say'>Say</button>",
        "index.js": "Page({say() { setTimeout(() => console.log('here', {I: 'am'}), 50) }})",
    }
    miniapp = run_miniapp(program)
    miniapp.tap("Say")
    assert "here" in miniapp.expect_log("here")
    miniapp.wait(lambda: len(miniapp.console) == 1, "one line")
    with pytest.raises(WaitError, match=r"(?s)in vain: nothing at all.*console: .*here"):
        miniapp.wait(lambda: False, "nothing at all", seconds=0.1)


def test_the_menu_restarts_and_deletes(open_tested: Opens) -> None:
    tested = open_tested(COUNTER)
    miniapp, launcher = MiniApp(tested), LauncherDriver(tested)
    miniapp.tap("#a")
    miniapp.expect_text("1 taps")
    miniapp.menu("Restart")
    miniapp.expect_text("0 taps")
    name = miniapp.program.screen.name
    miniapp.home()
    launcher.expect()
    assert name in launcher.names
    launcher.press(name)
    miniapp.expect_text("0 taps")
    miniapp.delete()
    assert name not in launcher.names


def test_nothing_is_read_of_a_program_behind_the_launcher(open_tested: Opens) -> None:
    tested = open_tested(COUNTER)
    miniapp = MiniApp(tested)
    miniapp.expect_text("0 taps")
    miniapp.home()
    miniapp.expect_no_text("0 taps")
    assert (miniapp.texts, miniapp.shows("#a")) == ((), False)
    with pytest.raises(WaitError, match="pages/index/index, which is not in front"):
        miniapp.expect_text("0 taps", seconds=0)
    miniapp.come_back()
    miniapp.expect_text("0 taps")


def test_a_bad_selector_is_told(run_miniapp: RunMiniApp) -> None:
    with pytest.raises(ValueError, match="is no selector"):
        run_miniapp(COUNTER).tap("css=view[")


def test_a_field_is_found_by_what_it_says_and_typed_into(run_miniapp: RunMiniApp) -> None:
    miniapp = run_miniapp(FORM)
    miniapp.type("Nobody", "Ада L")
    miniapp.expect_text("Hello Ада L")
    miniapp.press(Qt.Key.Key_Return)
    miniapp.expect_text("Sent")


def test_lines_are_typed_into_an_area(run_miniapp: RunMiniApp) -> None:
    miniapp = run_miniapp({"index.wxml": "<textarea placeholder='Say it' model:value='{{said}}'/>"})
    miniapp.type("Say it", "one\ntwo")
    miniapp.wait(lambda: miniapp.data.get("said") == "one\ntwo", "both lines")


def test_what_is_shown_is_told_as_far_as_it_fits(run_miniapp: RunMiniApp) -> None:
    program = {
        "index.wxml": """<view wx:for="{{400}}" wx:key="*this">Line {{index}}</view>
<view>The end</view><input value="a field"/>"""
    }
    miniapp = run_miniapp(program)
    miniapp.expect_text("The end", seconds=1)
    miniapp.expect_text("a field", seconds=1)
    with pytest.raises(WaitError, match=r"Line 29 · … and 372 more"):
        miniapp.expect_no_text("The end", seconds=0.1)


def test_a_page_is_scrolled_by_the_wheel(run_miniapp: RunMiniApp) -> None:
    program = {
        "index.wxml": "<view style='height: 3000px'></view><view>{{top}}</view>",
        "index.js": "Page({onPageScroll({scrollTop}) { if (scrollTop > 100) this.setData({top: 'far down'}) }})",
    }
    miniapp = run_miniapp(program)
    miniapp.scroll(600)
    miniapp.expect_text("far down")


def test_a_finger_drags(run_miniapp: RunMiniApp) -> None:
    program = {
        "index.wxml": """<swiper bindchange="changed"><swiper-item>One</swiper-item>
<swiper-item>Two</swiper-item></swiper><view>now {{at}}</view>""",
        "index.js": "Page({changed({detail}) { this.setData({at: detail.current}) }})",
    }
    miniapp = run_miniapp(program)
    miniapp.swipe("left", over="One")
    miniapp.expect_text("now 1")
    with pytest.raises(ValueError, match="no direction"):
        miniapp.swipe("sideways")


def test_pages_and_tabs_are_walked(run_miniapp: RunMiniApp) -> None:
    program = {
        "pages/index/index.wxml": "<button bindtap='go'>Details</button>",
        "pages/index/index.js": "Page({go() { wx.navigateTo({url: '/pages/more/more?id=7'}) }})",
        "pages/more/more.wxml": "<view>More of it</view>",
        "pages/you/you.wxml": "<view>About you</view>",
        "app.json": """{"pages": ["pages/index/index", "pages/more/more", "pages/you/you"], "tabBar": {"list": [
  {"pagePath": "pages/index/index", "text": "Home"}, {"pagePath": "pages/you/you", "text": "You"}]}}""",
    }
    miniapp = run_miniapp(program)
    miniapp.tap("Details")
    miniapp.expect_page("pages/more/more")
    assert (miniapp.path, miniapp.query) == ("pages/more/more", "id=7")
    miniapp.back()
    miniapp.expect_page("pages/index/index")
    miniapp.tab("You")
    miniapp.expect_text("About you")
    miniapp.tab(0)
    miniapp.expect_text("Details")
    miniapp.home()
    miniapp.come_back()
    miniapp.open("pages/more/more?id=8")
    miniapp.expect_page("pages/more/more?id=8")


def test_the_way_back_is_heard_though_no_window_is_in_front(open_tested: Opens) -> None:
    tested = open_tested(
        {
            "app.json": '{"pages": ["pages/index/index", "pages/more/more"]}',
            "index.wxml": "<navigator url='/pages/more/more'>More of it</navigator>",
            "pages/more/more.wxml": "<view>More</view>",
        }
    )
    miniapp, other = MiniApp(tested), QWindow()
    miniapp.tap("More of it")
    miniapp.expect_page("pages/more/more")
    other.show()
    other.requestActivate()
    tested.wait(other.isActive, "the other window")
    other.close()
    tested.wait(lambda: QApplication.focusWindow() is None, "no window in front")
    miniapp.back()
    miniapp.expect_page("pages/index/index")


def test_what_the_phone_lays_over_the_page_is_tapped_too(run_miniapp: RunMiniApp) -> None:
    program = {
        "index.wxml": "<button bindtap='ask'>Ask</button><view>{{said}}</view>",
        "index.js": """Page({ask() { wx.showModal({title: 'Sure?', confirmText: 'Yes',
  success: ({confirm}) => this.setData({said: confirm ? 'confirmed' : 'not'})}) }})""",
    }
    miniapp = run_miniapp(program)
    miniapp.tap("Ask")
    miniapp.expect_text("Sure?")
    miniapp.tap("Yes")
    miniapp.expect_text("confirmed")


def test_the_field_of_a_dialog_is_found_by_its_hint(run_miniapp: RunMiniApp) -> None:
    program = {
        "index.wxml": "<button bindtap='ask'>Ask</button><view>{{said}}</view>",
        "index.js": """Page({data: {said: ''}, ask() { wx.showModal({title: 'Name?', editable: true,
  placeholderText: 'A new name', success: ({content}) => this.setData({said: content}) }) }})""",
    }
    miniapp = run_miniapp(program)
    miniapp.tap("Ask")
    miniapp.type("A new name", "Ada")
    miniapp.tap("OK")
    miniapp.expect_text("Ada")


def test_a_button_of_the_phone_is_found_though_it_counts(run_miniapp: RunMiniApp) -> None:
    program = {
        "index.wxml": "<button bindtap='choose'>Choose</button><view>{{number}} chosen</view>",
        "index.js": """Page({data: {number: 0}, choose() { wx.chooseImage({count: 3,
  success: ({tempFilePaths}) => this.setData({number: tempFilePaths.length}) }) }})""",
    }
    miniapp = run_miniapp(program)
    miniapp.tap("Choose")
    miniapp.tap("dawn")
    miniapp.tap("Done")
    miniapp.expect_text("1 chosen")


def test_a_call_that_ends_later_is_expected_later(open_tested: Opens) -> None:
    asks_and_looks = {
        **ASKS,
        "index.js": """Page({data: {said: ''},
  ask() { wx.getLocation({complete: () => {}}); wx.getSetting({complete: () => {}}) }})""",
    }
    tested = open_tested(asks_and_looks)
    miniapp, prompt = MiniApp(tested), PromptDriver(tested)
    for _ in range(2):
        miniapp.tap("Ask")
        miniapp.expect_call("getSetting", result="ok")
        prompt.dismiss()
        miniapp.expect_call("getLocation", how=How.ASKED_DISMISSED)
    with pytest.raises(WaitError, match="a call getLocation"):
        miniapp.expect_call("getLocation", seconds=0.1)


def test_a_text_of_the_page_is_not_taken_for_a_button_of_the_phone(
    run_miniapp: RunMiniApp,
) -> None:
    program = {
        "index.wxml": "<view bindtap='more'>More</view><view>{{said}}</view>",
        "index.js": "Page({data: {said: '-'}, more() { this.setData({said: 'it is the page'}) }})",
    }
    miniapp = run_miniapp(program)
    miniapp.tap("More")
    miniapp.expect_text("it is the page")


def test_a_point_of_a_target_is_tapped_or_held(run_miniapp: RunMiniApp) -> None:
    program = {
        "index.wxml": """<view style="height: 1500px"></view>
<view id="pad" style="height: 300px" bindtap="tap" bindlongpress="hold"></view>
<view>{{said}}</view>""",
        "index.js": """Page({data: {said: '-'}, tap({detail, currentTarget}) {
  this.setData({said: `tapped at ${detail.x}`}) }, hold() { this.setData({said: 'held'}) }})""",
    }
    miniapp = run_miniapp(program)
    miniapp.tap("#pad", at=(30, 290))
    miniapp.expect_text("tapped at 30")
    miniapp.hold("#pad")
    miniapp.expect_text("held")


def test_a_picker_s_columns_are_turned_and_taken(run_miniapp: RunMiniApp) -> None:
    program = {
        "index.wxml": """<picker mode="date" value="2026-01-31" bindchange="chose">When</picker>
<view>{{said}}</view>""",
        "index.js": "Page({data: {said: '-'}, chose({detail}) { this.setData({said: detail.value}) }})",
    }
    miniapp = run_miniapp(program)
    miniapp.tap("When")
    miniapp.expect_text("Confirm")
    with pytest.raises(WaitError, match=r"'never' in column 0 of the picker, .* like .*2025, 2026"):
        miniapp.pick("never", seconds=0.2)
    miniapp.pick("2024", "02", "29")
    miniapp.expect_text("2024-02-29")


def test_a_prompt_is_answered_by_its_buttons(open_tested: Opens) -> None:
    tested = open_tested(ASKS)
    miniapp, prompt, permissions = MiniApp(tested), PromptDriver(tested), Permissions(tested)
    miniapp.tap("Ask")
    assert prompt.expect("userLocation", purpose="To sort the list").name
    prompt.dismiss()
    assert permissions.state("userLocation") == "undecided"
    miniapp.tap("Ask")
    prompt.deny("scope.userLocation")
    miniapp.expect_text("getLocation:fail auth deny")
    miniapp.tap("Ask")
    denied = miniapp.expect_call("getLocation", result="fail auth deny", how=How.DENIED_BEFORE)
    assert "you rejected" in miniapp.why(denied)
    prompt.none()


CONTRACT = {
    "index.wxml": """<button bindtap="ask">Ask</button><button bindtap="sure">Sure</button>
<view>{{said}}</view>""",
    "index.js": """Page({data: {said: ''}, say(said) { this.setData({said}) },
  ask() { wx.authorize({scope: 'scope.record', complete: ({errMsg}) => this.say(errMsg)}) },
  sure() { wx.showModal({title: 'Sure?', complete: ({confirm}) => this.say(`${confirm}`)}) } })""",
    "app.json": '{"pages": ["pages/index/index"], "__usePrivacyCheck__": true}',
}


def test_the_contract_is_answered_by_its_kind(open_tested: Opens) -> None:
    tested = open_tested(CONTRACT)
    miniapp, prompt = MiniApp(tested), PromptDriver(tested)
    miniapp.tap("Ask")
    assert prompt.expect(kind="privacy").scope is None
    with pytest.raises(AssertionError, match=r"(?s)nobody should be asked.*open, for privacy"):
        prompt.none()
    prompt.allow(kind="privacy")
    prompt.deny("record")
    miniapp.expect_text("authorize:fail auth deny")


def test_a_dialog_of_the_program_is_no_prompt_but_by_its_kind(open_tested: Opens) -> None:
    tested = open_tested(CONTRACT)
    miniapp, prompt = MiniApp(tested), PromptDriver(tested)
    miniapp.tap("Sure")
    prompt.expect(kind="modal")
    prompt.none()
    assert tested.left_open is None
    prompt.deny(kind="modal")
    miniapp.expect_text("false")


def test_the_settings_are_used_by_hand(open_tested: Opens) -> None:
    tested = open_tested(ASKS)
    miniapp, settings = MiniApp(tested), SettingsDriver(tested)
    Permissions(tested).deny("userLocation")
    assert settings.states == {"scope.userLocation": False}
    settings.enable("userLocation")
    miniapp.tap("Ask")
    miniapp.expect_text("here")
    settings.disable("userLocation")
    assert settings.states == {"scope.userLocation": False}
    settings.open()
    settings.toggle("userLocation")
    settings.expect({"scope.userLocation": True})
    settings.turn_off("userLocation")
    assert settings.listed == {"scope.userLocation": False}
    settings.leave()


def test_settings_that_a_tap_has_just_opened_are_used_without_waiting_for_them(
    open_tested: Opens,
) -> None:
    script = (
        "Page({ open() { wx.openSetting({ success: () => this.setData({ said: 'back' }) }) } })"
    )
    page = '<button bindtap="open">Open</button><view>{{said}}</view>'
    tested = open_tested({"index.wxml": page, "index.js": script})
    miniapp, settings = MiniApp(tested), SettingsDriver(tested)
    Permissions(tested).deny("userLocation")
    miniapp.tap("Open")
    settings.enable("userLocation")
    miniapp.expect_text("back")
    assert settings.states == {"scope.userLocation": True}


def test_the_settings_are_used_while_the_program_asks_something(open_tested: Opens) -> None:
    asks_twice = {
        **ASKS,
        "index.js": """Page({data: {said: ''}, ask() {
  wx.getLocation({fail: () => wx.showModal({title: 'Sure?', complete: () => {}})}) }})""",
    }
    tested = open_tested(asks_twice)
    miniapp, prompt, settings = MiniApp(tested), PromptDriver(tested), SettingsDriver(tested)
    miniapp.tap("Ask")
    prompt.deny()
    prompt.expect(kind="modal")
    settings.enable("userLocation")
    settings.disable("userLocation")
    prompt.deny(kind="modal")
    assert settings.states == {"scope.userLocation": False}


def test_a_failure_says_what_is_on_the_phone(open_tested: Opens) -> None:
    tested = open_tested(ASKS)
    miniapp, prompt = MiniApp(tested), PromptDriver(tested)
    miniapp.tap("Ask")
    prompt.expect()
    with pytest.raises(WaitError) as failure:
        miniapp.expect_text("here", seconds=0.1)
    told = str(failure.value)
    assert "prompt: open, for scope.userLocation" in told
    assert "page: pages/index/index" in told
    assert "shown: Ask · nothing yet" in told
    assert "getLocation({}) -> no answer yet" in told
    assert _picture_named_in(told, tested).startswith(b"\x89PNG")
    prompt.dismiss()


def _picture_named_in(told: str, tested: TestedPhone) -> bytes:
    name = told.rpartition("picture: ")[2]
    return tested.picture().with_name(name.rpartition("/")[2]).read_bytes()


def test_an_open_prompt_takes_the_state_that_a_script_sets(open_tested: Opens) -> None:
    tested = open_tested(ASKS)
    miniapp, prompt = MiniApp(tested), PromptDriver(tested)
    miniapp.tap("Ask")
    prompt.expect()
    Permissions(tested).grant("userLocation")
    miniapp.expect_text("here")
    prompt.none()


def test_what_comes_up_beneath_the_bar_that_leads_home_is_brought_away(
    run_miniapp: RunMiniApp,
) -> None:
    miniapp = run_miniapp(
        {
            "index.wxml": "<view style='height: 120vh'>Far down</view><slider bindchange='set'/>"
            "<view>{{set}}</view><view style='height: 120vh'/>",
            "index.js": "Page({data: {set: 'unset'}, set({detail}) {"
            " this.setData({set: 'set to ' + detail.value}) } })",
        }
    )
    miniapp.tap("css=slider")
    miniapp.expect_text("set to 50")
