"""What is done on a page is written down, however it is found again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.phone.studio import Studio

ICONS = {
    "index.wxml": """<view class="row" wx:for="{{3}}" wx:key="*this">
  <view class="icon" data-at="{{item}}" bindtap="tap"></view></view>
<view class="card" bindtap="open"><view class="cart" catchtap="buy"></view></view>
<view class="tall"></view><image id="logo" class="picture" bindlongpress="hold"></image>
<canvas class="drawing" bindtap="tap"></canvas><view>{{said}}</view>""",
    "index.js": """Page({data: {said: 'nothing'}, tap({currentTarget: {dataset}, detail}) {
  this.setData({said: dataset.at === undefined ? `${detail.x} across` : `icon ${dataset.at}`}) },
  open() { this.setData({said: 'opened'}) }, buy() { this.setData({said: 'bought'}) },
  hold() { this.setData({said: 'held'}) }})""",
    "index.wxss": """.icon { width: 40px; height: 40px } .card { width: 200px; height: 80px }
.cart { position: relative; left: 75px; top: 20px; width: 50px; height: 40px }
#logo { width: 60px; height: 60px }
.tall { height: 900px } .drawing { width: 200px; height: 100px }""",
}


def test_what_has_no_text_is_named_by_its_class_or_id_and_where_it_was_touched(
    record: Callable[..., Studio],
) -> None:
    studio = record(ICONS)
    studio.miniapp.tap(".icon", nth=1)
    studio.miniapp.expect_text("icon 1")
    studio.miniapp.tap(".card", at=(5, 5))
    studio.miniapp.expect_text("opened")
    studio.miniapp.hold("#logo")
    studio.miniapp.expect_text("held")
    studio.miniapp.tap(".drawing", at=(20, 30))
    studio.miniapp.expect_text("20 across")
    assert studio.lines() == [
        'miniapp.tap(".icon", nth=1)',
        'miniapp.tap(".card", at=(5, 5))',
        'miniapp.hold("#logo")',
        'miniapp.tap(".drawing", at=(20, 30))',
    ]


LIBRARY = {
    "index.wxml": """<x-picture wx:for="{{2}}" wx:key="*this" bind:tap="tap"/>
<view class="goods"><view>¥ 1299</view><view>In stock <text>today</text></view>
<view>A plate for every day, which no oven and no hammer will ever break</view></view>
<view>{{said}}</view>""",
    "index.json": '{"usingComponents": {"x-picture": "/parts/picture"}}',
    "index.js": "Page({data: {said: '-'}, tap() { this.setData({said: 'tapped'}) }})",
    "parts/picture.wxml": """<view
  class="x-image__mask x-image__mask--failed x-image--failed x-image"></view>""",
    "parts/picture.js": "Component({})",
    "parts/picture.json": '{"component": true}',
    "parts/picture.wxss": ".x-image { width: 60px; height: 60px }",
    "index.wxss": ".goods { padding-bottom: 300px }",
}


def test_what_a_library_draws_is_named_by_one_lasting_class(
    record: Callable[..., Studio],
) -> None:
    studio = record(LIBRARY)
    studio.miniapp.tap(".x-image", nth=1)
    studio.miniapp.expect_text("tapped")
    assert studio.lines() == ['miniapp.tap(".x-image__mask", nth=1)']


LABELLED = {
    "index.wxml": """<view class="card" bindtap="open"><view bindtap="buy">Buy</view></view>
<view class="row" bindtap="open"><view>Open</view></view><view class="said">{{said}}</view>""",
    "index.js": """Page({data: {said: 0}, open() { this.setData({said: this.data.said + 1}) },
  buy() { this.setData({said: -100}) }})""",
    "index.wxss": ".card, .row { padding-bottom: 80px }",
}


def test_a_card_is_not_its_only_text_if_that_does_something_else(
    record: Callable[..., Studio],
) -> None:
    studio = record(LABELLED)
    studio.miniapp.tap(".card", at=(20, 90))
    studio.miniapp.expect_text("1", within=".said")
    studio.miniapp.tap(".row", at=(20, 90))
    studio.miniapp.expect_text("2", within=".said")
    assert studio.lines() == ['miniapp.tap(".card")', 'miniapp.tap("Open")']


CONTROLS = {
    "index.wxml": """<form><view><switch bindchange="hear"/></view><view><switch bindchange="hear"/>
</view><view class="said">{{said}}</view></form>""",
    "index.js": "Page({data: {said: '-'}, hear() { this.setData({said: 'heard'}) }})",
}


def test_a_control_without_a_name_is_named_by_its_tag(record: Callable[..., Studio]) -> None:
    studio = record(CONTROLS)
    studio.miniapp.tap("css=switch", nth=1)
    studio.miniapp.expect_text("heard")
    assert studio.lines() == ['miniapp.tap("css=switch", nth=1)']


PULLED = {
    "index.wxml": """<view wx:for="{{9}}" wx:key="*this" class="row" data-at="{{item}}"
bindtap="tap">Row {{item}}</view><view>{{said}}</view>""",
    "index.json": '{"enablePullDownRefresh": true}',
    "index.js": """Page({data: {said: '-'}, onPullDownRefresh() { this.setData({said: 'pulled'}) },
  tap({currentTarget: {dataset}}) { this.setData({said: `tapped ${dataset.at}`}) }})""",
    "index.wxss": ".row { height: 30px }",
}


def test_a_page_that_was_pulled_down_is_found_where_it_lies(record: Callable[..., Studio]) -> None:
    studio = record(PULLED)
    studio.miniapp.swipe("down", over="Row 2")
    studio.miniapp.expect_text("pulled")
    studio.miniapp.tap("Row 5")
    studio.miniapp.expect_text("tapped 5")
    assert studio.lines()[1:] == ['miniapp.tap("Row 5")']


def test_the_line_that_is_pointed_at_is_expected(record: Callable[..., Studio]) -> None:
    """The test reads line by line, so that it could not find the words of several as one text."""
    studio = record(LIBRARY)
    studio.point_at("In stock today")
    studio.point_at(".goods")
    assert studio.lines() == [
        'miniapp.expect_text("In stock today")',
        'miniapp.expect_text("A plate for every day, which no oven and no hammer will")',
    ]


def test_a_quick_hand_loses_no_tap(record: Callable[..., Studio]) -> None:
    """The second press comes before the page has said what the first one was on."""
    studio = record(ICONS)
    place = studio.place_of(".icon", nth=2)
    for _ in range(3):
        studio.tested.click_at(place)
    studio.miniapp.expect_text("icon 2")
    assert studio.lines() == ['miniapp.tap(".icon", nth=2)'] * 3


def test_a_press_that_the_page_does_not_answer_is_said_and_holds_nothing_up(
    record: Callable[..., Studio],
) -> None:
    studio = record(ICONS)
    studio.tested.click_at(studio.place_of(".icon", nth=0))
    studio.miniapp.restart()
    studio.miniapp.tap(".icon", nth=1)
    lines = studio.lines()
    assert lines[0] in (
        'miniapp.tap(".icon", nth=0)',
        "# Something was tapped here, and the page did not say what.",
    )
    assert lines[1:] == ["miniapp.restart()", 'miniapp.tap(".icon", nth=1)']


MODAL = {
    "index.wxml": "<view bindtap='ask'>Ask</view><view>{{said}}</view>",
    "index.js": """Page({data: {said: '-'}, ask() { wx.showModal({title: 'Who?', editable: true,
  success: ({content}) => this.setData({said: 'Hello ' + content})}) }})""",
}


def test_what_is_typed_into_the_phone_s_own_fields_is_a_step(record: Callable[..., Studio]) -> None:
    studio = record(MODAL)
    studio.miniapp.tap("Ask")
    studio.miniapp.type("widget=modalField", "Ada")
    studio.tested.click("modalConfirm")
    studio.miniapp.expect_text("Hello Ada")
    lines = studio.lines()
    assert lines[:2] == ['miniapp.tap("Ask")', 'miniapp.type("widget=modalField", "Ada")']
    assert len(lines) == 3


FOCUSED = {
    "index.wxml": """<view bindtap="name">Name it</view>
<input class="name" focus="{{focus}}" bindinput="typed"/><view>{{said}}</view>""",
    "index.js": """Page({data: {said: '-', focus: false}, name() { this.setData({focus: true}) },
  typed({detail}) { this.setData({said: detail.value}) }})""",
}


def test_keys_that_go_into_a_field_by_themselves_are_a_step(
    record: Callable[..., Studio],
) -> None:
    studio = record(FOCUSED)
    studio.miniapp.tap("Name it")
    studio.tested.wait(studio.field_has_the_keys, "the focus")
    for character in "Ada":
        QTest.keyClick(studio.tested.phone.window.windowHandle(), character)
    studio.miniapp.expect_text("Ada")
    studio.miniapp.tap("Name it")
    assert studio.lines() == [
        'miniapp.tap("Name it")',
        'miniapp.type(".name", "Ada")',
        'miniapp.tap("Name it")',
    ]


def test_a_tap_brings_the_keys_to_the_page_though_it_was_kept_back(
    record: Callable[..., Studio],
) -> None:
    studio = record(SENT)
    (button,) = studio.tested.visible("capsuleMenu")
    button.setFocus()
    studio.type_slowly("Say", "Hello")
    studio.tested.press(Qt.Key.Key_Return)
    studio.miniapp.expect_text("sent Hello")


SENT = {
    "index.wxml": """<input placeholder="Say" value="{{value}}" bindconfirm="sent"/>
<view>{{said}}</view>""",
    "index.js": """Page({data: {said: '-', value: ''},
  sent({detail}) { this.setData({said: 'sent ' + detail.value, value: ''}) }})""",
}


def test_a_field_that_its_program_empties_is_written_as_it_was_sent(
    record: Callable[..., Studio],
) -> None:
    studio = record(SENT)
    studio.type_slowly("Say", "Hello")
    studio.miniapp.press("Return")
    studio.miniapp.expect_text("sent Hello")
    assert studio.lines() == ['miniapp.type("Say", "Hello")', 'miniapp.press("Return")']


SCROLLS = {
    "index.wxml": """<scroll-view scroll-y class="list" bindscroll="scrolled"><view wx:for="{{40}}"
  wx:key="*this" class="row">Row {{item}}</view></scroll-view><view>{{said}}</view>
<view class="pad" bindtouchmove="moved"></view><view class="tall"></view>""",
    "index.js": """Page({data: {said: '-'}, scrolled() { this.setData({said: 'scrolled'}) },
  moved() { this.setData({said: 'dragged'}) }})""",
    "index.wxss": """.list { height: 200px } .row { height: 40px }
.pad { width: 200px; height: 200px }
.tall { height: 2000px }""",
}


def test_the_wheel_and_the_finger_are_written_over_what_they_move(
    record: Callable[..., Studio],
) -> None:
    studio = record(SCROLLS)
    studio.miniapp.scroll(120, over=".list")
    studio.miniapp.expect_text("scrolled")
    studio.miniapp.scroll(60, over=".list")
    studio.miniapp.swipe("up", over=".pad", pixels=80)
    studio.miniapp.expect_text("dragged")
    studio.miniapp.drag(".pad", (60, 50))
    studio.miniapp.scroll(90)
    assert studio.lines() == [
        'miniapp.scroll(180, over=".list")',
        'miniapp.swipe("up", over=".pad", pixels=80)',
        'miniapp.drag(".pad", (60, 50))',
        "miniapp.scroll(90)",
    ]


PICKS = {
    "index.wxml": """<picker mode="multiSelector" range="{{range}}" bindchange="chose">
Choose</picker>
<view>{{said}}</view>""",
    "index.js": """Page({data: {said: '-', range: [['a', 'b', 'c', 'd'], ['1', '2', '3']]},
  chose({detail}) { this.setData({said: 'chose ' + detail.value.join()}) }})""",
}


def test_a_picker_is_one_step_however_its_columns_were_turned(
    record: Callable[..., Studio],
) -> None:
    studio = record(PICKS)
    studio.miniapp.tap("Choose")
    studio.miniapp.tap("b")
    studio.miniapp.pick("d", "2")
    studio.miniapp.expect_text("chose 3,1")
    assert studio.lines() == ['miniapp.tap("Choose")', 'miniapp.pick("d", "2")']
