"""What is done on a phone is written down, and what was written down can be done again."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from miniapp_host.phone.recordings import Recordings
from miniapp_host.testing.looking import Target, look_at
from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.testing.prompt import PromptDriver
from miniapp_host.testing.settings import SettingsDriver
from miniapp_host.testing.tested_phone import TestedPhone
from tests.conftest import MakePhone
from tests.program_folder import write_program

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
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


class Studio:
    """A phone under test whose person is recorded."""

    def __init__(self, tested: TestedPhone) -> None:
        self.miniapp = MiniApp(tested)
        self.prompt = PromptDriver(tested)
        self.settings = SettingsDriver(tested)
        self.tested = tested
        self.recordings: Recordings = tested.phone.tools.workbench.context.recordings
        self.recordings.begin()

    def point_at(self, text: str) -> None:
        view = self.tested.program.view
        (seen,) = look_at(view, Target.of(text)).found
        place = self.tested.place_of(view.focusProxy(), seen.middle)
        QTest.mouseClick(self.tested.phone.window.windowHandle(), LEFT, CONTROL, place)

    def type_slowly(self, target: str, text: str) -> None:
        """As a person: the keys come when the page has seen the tap."""
        self.miniapp.tap(target)
        assert self.miniapp.texts
        for character in text:
            QTest.keyClick(self.tested.phone.window.windowHandle(), character)

    def lines(self) -> list[str]:
        self.recordings.end()
        self.tested.wait(lambda: bool(self.recordings.recording.steps), "steps")
        return [step.line for step in self.recordings.recording.steps]


@pytest.fixture
def record(make_phone: MakePhone, tmp_path: Path) -> Callable[[Mapping[str, str]], Studio]:
    def begin(files: Mapping[str, str]) -> Studio:
        tested = TestedPhone(make_phone(), tmp_path / "pictures")
        tested.open(write_program(tmp_path / "program", files))
        return Studio(tested)

    return begin


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
    assert lines[1].startswith('miniapp.tap("css=')
    assert lines[2:] == [
        'miniapp.expect_page("pages/more/more")',
        'miniapp.tap("More of it")',
        'miniapp.tap("Yes")',
        "miniapp.back()",
        'miniapp.expect_page("pages/index/index")',
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
