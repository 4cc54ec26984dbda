"""What the person's hand becomes: taps, touches, long presses; and when it does not become one."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import drag, heard, hearing_page, point_in, wait_heard

LISTENS = " ".join(
    f'bind{name}="hear"'
    for name in ("tap", "touchstart", "touchmove", "touchend", "longpress", "longtap")
)
BOX = f'<view id="box" style="height:100px" {LISTENS}>box</view>'


def press(page: PageDriver, place: QPoint) -> None:
    QTest.mousePress(page.surface, Qt.MouseButton.LeftButton, pos=place)


def release(page: PageDriver, place: QPoint) -> None:
    QTest.mouseRelease(page.surface, Qt.MouseButton.LeftButton, pos=place)


def test_a_click_is_a_touch_and_a_tap_where_it_happened(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(BOX))
    page.tap("#box")
    place = page.middle_of("#box")
    assert wait_heard(page, "tap") == {"x": place.x(), "y": place.y()}
    assert len(heard(page, "touchstart")) == len(heard(page, "touchend")) == 1


def test_a_drag_is_moves_and_no_tap(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(BOX))
    drag(page, point_in(page, "#box", 0.2), point_in(page, "#box", 0.8))
    wait_heard(page, "touchend")
    assert heard(page, "touchmove")
    assert heard(page, "tap") == []


def test_a_hand_that_rests_presses_long_and_then_taps_no_more(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(BOX))
    place = point_in(page, "#box")
    press(page, place)
    wait_heard(page, "longtap")
    release(page, place)
    wait_heard(page, "touchend")
    assert len(heard(page, "longpress")) == 1
    assert heard(page, "tap") == []


def test_a_long_press_nobody_waits_for_is_still_a_tap(run_program: OpenProgram) -> None:
    page = run_program(hearing_page('<view id="box" bindtap="hear" bindlongtap="hear">box</view>'))
    place = point_in(page, "#box")
    press(page, place)
    wait_heard(page, "longtap")
    release(page, place)
    wait_heard(page, "tap")


def test_touches_say_which_fingers_and_where(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="box" bindtouchstart="start" style="height:90px">{{told}}</view>',
            "index.js": "Page({data: {told: ''}, start(event) { this.setData({told:"
            " JSON.stringify([event.touches, event.changedTouches]) }) }})",
        }
    )
    page.tap("#box")
    place = page.middle_of("#box")
    page.wait_text("#box", f'"clientX":{place.x()},"clientY":{place.y()}')
    assert '"identifier":0' in (page.text("#box") or "")


def test_a_tap_bubbles_to_the_listeners_around_but_a_catch_keeps_it(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": '<view bindtap="add"><view id="in" bindtap="add">a</view>'
            '<view id="caught" catchtap="add">b</view></view><text id="n">{{n}}</text>',
            "index.js": "Page({data: {n: 0}, add() { this.setData({n: this.data.n + 1}) }})",
        }
    )
    page.tap("#in")
    page.wait_text("#n", "2")
    page.tap("#caught")
    page.wait_text("#n", "3")


def test_a_tap_on_what_the_program_just_removes_is_heard_around_it(
    run_program: OpenProgram,
) -> None:
    """A picture that has loaded takes the place of what waited for it, at the very moment."""
    page = run_program(
        {
            "index.wxml": '<view bindtap="add"><view id="out"><view wx:if="{{there}}" id="in" '
            'bindtouchstart="leave">in</view></view></view><text id="n">{{n}}</text>',
            "index.js": """Page({data: {there: true, n: 0}, add({target}) {
  this.setData({n: `tapped ${target.id}`}) }, leave() {
  for (const begun = Date.now(); Date.now() < begun + 300; );  // the tap is on its way meanwhile
  this.setData({there: false}) }})""",
        }
    )
    page.tap("#in")
    page.wait_text("#n", "tapped out")


def test_a_disabled_button_keeps_the_tap_from_everyone(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<view bindtap="hear"><button id="off" disabled bindtap="hear">off</button></view>'
            '<view id="on" bindtap="hear">on</view>'
        )
    )
    page.tap("#off")
    page.tap("#on")
    wait_heard(page, "tap")
    assert len(heard(page, "tap")) == 1


def test_a_script_cannot_tap(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(BOX + '<view id="other" bindtouchstart="hear">x</view>'))
    page.in_page("(find('#box').click(), 1)")
    page.tap("#other")
    wait_heard(page, "touchstart")
    assert heard(page, "tap") == []


def test_what_is_pressed_looks_pressed_for_a_moment(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="box" hover-class="on" hover-start-time="0" hover-stay-time="50">box</view>',
            "index.wxss": ".on { color: rgb(1, 2, 3) }",
        }
    )
    place = point_in(page, "#box")
    press(page, place)
    page.wait(lambda: page.style("#box", "color") == "rgb(1, 2, 3)", "pressed look")
    release(page, place)
    page.wait(lambda: page.style("#box", "color") != "rgb(1, 2, 3)", "usual look")


def test_an_inner_press_may_keep_the_look_from_what_is_around(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="out" hover-class="on" hover-start-time="0"><view id="in" '
            'hover-class="on" hover-start-time="0" hover-stop-propagation>in</view></view>',
        }
    )
    press(page, point_in(page, "#in"))
    page.wait(lambda: "on" in (page.attribute("#in", "class") or ""), "pressed look")
    assert "on" not in (page.attribute("#out", "class") or "")


def test_the_end_of_a_transition_is_told(run_program: OpenProgram) -> None:
    page = run_program(
        {
            **hearing_page(
                '<view id="box" class="{{on}}" bindtap="go" bindtransitionend="hear">x</view>',
                methods="go() { this.setData({on: 'on'}) },",
            ),
            "index.wxss": "#box { transition: opacity 50ms } .on { opacity: .5 }",
        }
    )
    page.tap("#box")
    assert wait_heard(page, "transitionend")["propertyName"] == "opacity"
