"""What a hand reaches, a test reaches, and nothing else: what moves, is swiped in or lies beneath."""

from collections.abc import Callable, Mapping

import pytest

from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.testing.wait_error import WaitError

RunMiniApp = Callable[[Mapping[str, str]], MiniApp]

TELLS = """Page({data: {open: false, said: '', at: 0}, show() { this.setData({open: true}) },
  say({currentTarget}) { this.setData({said: currentTarget.dataset.what}) },
  turned({detail}) { this.setData({at: detail.current}) }})"""
POPUP = {
    "index.wxml": """<button bindtap="show">Show</button><view>chosen: {{said}}</view>
<view class="popup {{open ? 'open' : ''}}"><button wx:for="{{['one', 'two', 'three']}}"
  wx:key="*this" data-what="{{item}}" bindtap="say">Take {{item}}</button></view>
<view class="beats"><button data-what="heart" bindtap="say">Heart</button></view>""",
    "index.wxss": """.popup { position: fixed; left: 0; right: 0; bottom: 0; height: 400px;
  transform: translateY(100%); transition: transform .3s } .popup.open { transform: none }
@keyframes beat { from { transform: scale(1) } to { transform: scale(1.1) } }
.beats { animation: beat .4s infinite alternate }""",
    "index.js": TELLS,
}
CELL = {
    "index.wxml": """<view style="overflow: hidden; width: 300px">
<view style="display: flex; width: 400px"><view style="width: 300px">Cell</view>
<view bindtap="say" data-what="deleted">Delete</view></view></view><view>{{said}}</view>
<swiper bindchange="turned" class="leaves"><swiper-item wx:for="{{['A', 'B']}}" wx:key="*this">
<view bindtap="say" data-what="{{item}}">Leaf {{item}}</view></swiper-item></swiper>
<view>at {{at}}, said {{said}}</view>""",
    "index.js": TELLS,
}
COVERED = {
    "index.wxml": """<button bindtap="say" data-what="pressed">Beneath</button>
<view class="mask" style="position: fixed; inset: 0" id="m">A mask</view>
<view hidden class="kept">Kept back</view>""",
    "index.js": TELLS,
}


def test_what_slides_in_is_pressed_where_it_comes_to_rest(run_miniapp: RunMiniApp) -> None:
    miniapp = run_miniapp(POPUP)
    miniapp.tap("Show")
    miniapp.tap("Take one")
    miniapp.expect_text("chosen: one", seconds=1)


def test_what_moves_without_end_is_pressed_all_the_same(run_miniapp: RunMiniApp) -> None:
    miniapp = run_miniapp(POPUP)
    miniapp.tap("Heart")
    miniapp.expect_text("chosen: heart")


def test_what_has_to_be_swiped_in_is_not_pressed_before(run_miniapp: RunMiniApp) -> None:
    miniapp = run_miniapp(CELL)
    with pytest.raises(WaitError, match=r"'Delete' is out of reach: <view> .*\(out of view\)"):
        miniapp.tap("Delete", seconds=0.2)


def test_a_leaf_is_pressed_once_it_is_swiped_in(run_miniapp: RunMiniApp) -> None:
    miniapp = run_miniapp(CELL)
    with pytest.raises(WaitError, match=r"'Leaf B' is out of reach"):
        miniapp.tap("Leaf B", seconds=0.2)
    miniapp.swipe("left", over=".leaves")
    miniapp.tap("Leaf B")
    miniapp.expect_text("at 1, said B")


def test_what_glides_after_a_swipe_is_pressed_where_it_comes_to_rest(
    run_miniapp: RunMiniApp,
) -> None:
    rows = """<view wx:for="{{60}}" wx:key="*this" bindtap="say" data-what="{{item}}"
  style="height: 30px">Row {{item}}</view><view>chosen: {{said}}.</view>"""
    miniapp = run_miniapp({"index.wxml": rows, "index.js": TELLS})
    miniapp.swipe("up", pixels=300)
    miniapp.tap("Row 25")
    miniapp.expect_text("chosen: 25.", seconds=1)


def test_what_the_wheel_moves_is_pressed_where_it_is_then(run_miniapp: RunMiniApp) -> None:
    rows = """<view wx:for="{{60}}" wx:key="*this" bindtap="say" data-what="{{item}}"
  style="height: 30px">Row {{item}}</view><view>chosen: {{said}}.</view>"""
    miniapp = run_miniapp({"index.wxml": rows, "index.js": TELLS})
    miniapp.scroll(400)
    miniapp.tap("Row 20")
    miniapp.expect_text("chosen: 20.", seconds=1)


def test_a_failure_says_what_lies_over_it_and_what_is_hidden(run_miniapp: RunMiniApp) -> None:
    miniapp = run_miniapp(COVERED)
    with pytest.raises(WaitError, match=r"'Beneath' is out of reach: .*\(under <view#m.mask>\)"):
        miniapp.tap("Beneath", seconds=0.1)
    for target in ("Kept back", ".kept"):
        with pytest.raises(WaitError, match=r"not in sight; the page has it, but hidden: <view.k"):
            miniapp.tap(target, seconds=0.1)
