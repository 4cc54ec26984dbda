"""A selector means what WXML says, though the page has other tags and no attributes of its own."""

from collections.abc import Callable, Mapping

import pytest

from miniapp_host.testing.miniapp import MiniApp

RunMiniApp = Callable[[Mapping[str, str]], MiniApp]

FIELDS = {
    "index.wxml": """<input name="who" placeholder="Your name" type="number" bindinput="typed"/>
<input disabled value="locked"/><view>{{who}}</view>
<my-card bind:pressed="pressed" label="L"><view class="in">{{times}} times</view></my-card>
<button open-type="getUserInfo">Log in</button>""",
    "index.json": '{"usingComponents": {"my-card": "/card"}}',
    "index.js": """Page({data: {who: '', times: 0}, typed({detail}) { this.setData({who: detail.value}) },
  pressed() { this.setData({times: this.data.times + 1}) }})""",
    "card.json": '{"component": true}',
    "card.wxml": '<button class="b" bindtap="go">Card</button><slot/>',
    "card.js": "Component({methods: {go() { this.triggerEvent('pressed') }}})",
}


@pytest.mark.parametrize(
    ("selector", "number"),
    [
        ("[name=who]", 1),
        ("[placeholder='Your name']", 1),
        ("css=input[type=number]:not([disabled])", 1),
        ("[disabled]", 1),
        ("[value^=lock]", 1),
        ("[open-type=getUserInfo]", 1),
        ("[name=nobody]", 0),
        ("css=my-card", 1),
        ("css=my-card .b", 1),
        ("css=my-card >>> .b", 1),
        ("css=my-card > view.in", 1),
    ],
)
def test_attributes_and_components_are_found(
    run_miniapp: RunMiniApp, selector: str, number: int
) -> None:
    assert len(run_miniapp(FIELDS).texts_of(selector)) == number


def test_what_is_found_so_is_used(run_miniapp: RunMiniApp) -> None:
    miniapp = run_miniapp(FIELDS)
    miniapp.type("[name=who]", "42")
    miniapp.expect_text("42", within="css=view")
    miniapp.tap("css=my-card >>> .b")
    miniapp.expect_text("1 times")
