"""What is done on a phone is written down: prompts, settings, the phone itself, its parts."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from miniapp_host.permissions.decisions import Actor, Decision
from tests.phone.studio import Studio

ASKS = {
    "index.wxml": """<view wx:for="{{2}}" wx:key="*this"><button bindtap="ask">Ask</button></view>
<input placeholder="Name" bindinput="typed"/><view class="icon" style="width: 40px; height: 40px"
 bindtap="go"></view><button open-type="openSetting">Settings</button><view>{{said}}</view>""",
    "index.js": """Page({data: {said: 'nothing yet'}, ask() { wx.getLocation({
  success: () => this.setData({said: 'here'}), fail: () => this.setData({said: 'refused'})}) },
  typed({detail}) { this.setData({said: 'Hello ' + detail.value}) },
  go() { wx.navigateTo({url: '/pages/more/more'}) }})""",
    "pages/more/more.wxml": "<view bindtap='sure'>More of it</view><view>{{said}}</view>",
    "pages/more/more.js": """Page({sure() { wx.showModal({title: 'Sure?', confirmText: 'Yes',
  success: ({confirm}) => this.setData({said: confirm ? 'confirmed' : 'not'})}) }})""",
    "app.json": """{"pages": ["pages/index/index", "pages/more/more"],
  "requiredPrivateInfos": ["getLocation"],
  "permission": {"scope.userLocation": {"desc": "?"}}}""",
}


def test_taps_prompts_and_settings_are_written_in_the_terms_of_a_test(
    record: Callable[..., Studio],
) -> None:
    studio = record(ASKS)
    studio.miniapp.tap("Ask", nth=1)
    studio.prompt.deny()
    studio.miniapp.expect_text("refused")
    studio.settings.enable("userLocation")
    studio.miniapp.tap("Settings")
    studio.settings.expect()
    studio.settings.disable("userLocation")
    assert studio.lines() == [
        'miniapp.tap("Ask", nth=1)',
        'prompt.deny("scope.userLocation")',
        'assert permissions.state("scope.userLocation") == "denied"',
        'settings.enable("scope.userLocation")',
        'miniapp.tap("Settings")',
        "settings.expect()",
        'settings.disable("scope.userLocation")',
    ]


def test_what_is_typed_is_one_step_and_an_icon_is_named_by_its_place(
    record: Callable[..., Studio],
) -> None:
    studio = record(ASKS)
    studio.type_slowly("Name", "Ada")
    studio.miniapp.expect_text("Hello Ada")
    studio.miniapp.tap(".icon")
    studio.miniapp.expect_page("pages/more/more")
    studio.miniapp.tap("More of it")
    studio.miniapp.tap("Yes")
    studio.miniapp.expect_text("confirmed")
    studio.miniapp.back()
    studio.miniapp.expect_page("pages/index/index")
    lines = studio.lines()
    assert lines[0] == 'miniapp.type("Name", "Ada")'
    assert lines[1] == 'miniapp.tap(".icon")'
    assert lines[2:] == [
        'miniapp.expect_page("pages/more/more")',
        'miniapp.tap("More of it")',
        'miniapp.tap("Yes")',
        "miniapp.back()",
        'miniapp.expect_page("pages/index/index")',
    ]


def test_a_new_page_is_waited_for_before_the_wheel_and_the_keys(
    record: Callable[..., Studio],
) -> None:
    studio = record({**ASKS, "pages/more/more.wxss": "page { height: 3000px }"})
    studio.miniapp.tap(".icon")
    studio.miniapp.expect_page("pages/more/more")
    studio.miniapp.scroll(60)
    assert studio.lines() == [
        'miniapp.tap(".icon")',
        'miniapp.expect_page("pages/more/more")',
        "miniapp.scroll(60)",
    ]
    studio.recordings.begin()
    studio.miniapp.back()
    studio.miniapp.expect_page("pages/index/index")
    studio.tested.press(Qt.Key.Key_Return)
    assert studio.lines() == [
        "miniapp.back()",
        'miniapp.expect_page("pages/index/index")',
        'miniapp.press("Return")',
    ]


def test_a_program_is_deleted_from_its_menu(record: Callable[..., Studio]) -> None:
    studio = record(ASKS)
    studio.miniapp.menu("About")
    studio.miniapp.back()
    studio.miniapp.delete()
    studio.recordings.end()
    assert [line.line for line in studio.recordings.recording.lines] == [
        'miniapp.menu("About")',
        "miniapp.back()",
        'miniapp.menu("Delete")',
        'miniapp.tap("Delete")',
    ]


def test_what_is_set_without_a_switch_is_set_in_the_test(record: Callable[..., Studio]) -> None:
    studio = record(ASKS)
    store, subject = studio.tested.phone.store, studio.tested.subject
    store.decide(subject, "scope.record", Decision.GRANTED, Actor.SETTINGS)
    store.decide(subject, "scope.camera", Decision.DENIED, Actor.COMMAND)
    studio.settings.disable("record")
    store.decide(subject, "scope.camera", Decision.UNDECIDED, Actor.SETTINGS)
    assert studio.lines() == [
        'permissions.grant("scope.record")',
        'permissions.deny("scope.camera")',
        'settings.disable("scope.record")',
        'permissions.reset("scope.camera")',
    ]


def test_a_text_that_is_pointed_at_is_expected_and_not_tapped(
    record: Callable[..., Studio],
) -> None:
    studio = record(ASKS)
    studio.point_at("nothing yet")
    studio.miniapp.tap("Ask", nth=0)
    studio.prompt.dismiss()
    assert studio.lines() == [
        'miniapp.expect_text("nothing yet")',
        'miniapp.tap("Ask", nth=0)',
        'prompt.dismiss("scope.userLocation")',
        'assert permissions.state("scope.userLocation") == "undecided"',
    ]


def test_what_is_changed_of_the_phone_is_a_step(record: Callable[..., Studio]) -> None:
    studio = record(ASKS)
    device = studio.device
    device.move(31.0, 121.0)
    device.place("The Bund")
    device.switch("location", on=False)
    device.switch("album", on=False)
    device.network("2g", latency_ms=800)
    device.battery(20, charging=True)
    device.dark(True)
    device.font_size(20)
    device.identity(platform="android", brand="Made")
    device.form("large")
    device.turn(True)
    device.tilt(0, 45, 0)
    device.owner(nickname="Ada")
    device.steps(123)
    studio.miniapp.tap("Ask", nth=0)
    assert studio.lines() == [
        "device.move(31.0, 121.0)",
        'device.place("The Bund")',
        'device.switch("location", on=False)',
        'device.switch("album", on=False)',
        'device.network("2g", latency_ms=800)',
        "device.battery(20, charging=True, low_power=False)",
        "device.dark(True)",
        "device.font_size(20)",
        'device.identity(platform="android", brand="Made")',
        'device.form("large")',
        "device.turn(True)",
        "device.tilt(0, 45, 0)",
        'device.owner(nickname="Ada")',
        "device.steps(123)",
        'miniapp.tap("Ask", nth=0)',
    ]


def test_what_is_done_beside_the_program_is_no_step(record: Callable[..., Studio]) -> None:
    studio = record(ASKS)
    studio.miniapp.home()
    studio.tested.click("hostSettings")
    studio.tested.click("back")
    studio.device.devices.books.contacts.add({"firstName": "Ada"})
    studio.miniapp.come_back()
    assert studio.lines() == [
        "miniapp.home()",
        "# Contacts were changed; a test sets them by device.devices.books.",
        "miniapp.come_back()",
    ]


def test_a_recording_begins_with_the_phone_as_it_is(record: Callable[..., Studio]) -> None:
    studio = record(ASKS)
    studio.miniapp.tap("Ask", nth=0)
    studio.prompt.deny()
    studio.device.dark(True)
    studio.miniapp.open("pages/more/more")
    studio.recordings.begin()
    studio.miniapp.tap("More of it")
    studio.lines()
    assert studio.recordings.source.endswith(
        """
@pytest.mark.recorded
@pytest.mark.permissions({
    "scope.userLocation": "denied",
})
def test_recorded(miniapp, device):
    device.language("en")
    device.dark(True)
    miniapp.open("pages/more/more")
    miniapp.tap("More of it")
"""
    )
