"""What a script does to the program itself over the wire: pages, `wx`, elements."""

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.automation.wire_client import WireClient

Serve = Callable[[Mapping[str, str]], int]
Connect = Callable[..., WireClient]

PROGRAM = {
    "app.json": json.dumps({"pages": ["pages/index/index", "pages/other/other"], "style": "v2"}),
    "index.json": json.dumps({"usingComponents": {"my-card": "/card"}}),
    "card.json": json.dumps({"component": True}),
    "card.wxml": "<view class='inside'>{{title}} in {{mood}}</view>",
    "card.js": """
Component({
  properties: {title: String},
  data: {mood: 'red'},
  methods: {paint(mood) { this.setData({mood}); return `now ${mood}` }},
})
""",
    "index.wxml": """
<button id="press" class="big one" data-kind="loud" bindtap="press"
  style="color: rgb(1, 2, 3)">Press {{count}}</button>
<view class="row"><text class="name">Ann</text></view>
<view class="row"><text class="name">Bob</text></view>
<my-card class="card" title="A card"/>
""",
    "index.js": """
Page({
  data: {count: 0, list: [{name: 'first'}]},
  press() { this.setData({count: this.data.count + 1}) },
  add(a, b) { return a + b },
})
""",
    "pages/other/other.wxml": "<view>Other</view>",
}


@pytest.fixture
def client(served: Serve, connect: Connect) -> WireClient:
    return connect(served(PROGRAM))


@pytest.fixture
def page(client: WireClient) -> int:
    return int(client.ask("App.getCurrentPage")["pageId"])


def test_the_page_stack_is_told_bottom_to_top(client: WireClient, page: int) -> None:
    client.ask("App.callWxMethod", method="navigateTo", args=[{"url": "/pages/other/other?a=1"}])
    stack = client.ask("App.getPageStack")["pageStack"]
    assert [one["path"] for one in stack] == ["pages/index/index", "pages/other/other"]
    assert client.ask("App.getCurrentPage") == stack[-1]
    assert stack[-1]["query"] == {"a": "1"}
    client.ask("App.callWxMethod", method="navigateBack", args=[{"url": None}])
    assert client.ask("App.getCurrentPage")["pageId"] == page
    assert client.refusal("Page.getData", pageId=stack[-1]["pageId"]) == "page destroyed"


def test_functions_of_wx_are_called_and_their_failures_told(client: WireClient) -> None:
    info = client.ask("App.callWxMethod", method="getSystemInfoSync", args=[])["result"]
    assert info["SDKVersion"]
    client.ask("App.callWxMethod", method="setStorageSync", args=["key", {"a": 1}])
    kept = client.ask("App.callWxMethod", method="getStorage", args=[{"key": "key"}])
    assert kept["result"]["data"] == {"a": 1}
    assert client.refusal("App.callWxMethod", method="getStorage", args=[{"key": "no"}]) == (
        "data not found"
    )
    assert client.refusal("App.callWxMethod", method="nothing", args=[]) == "wx.nothing not exists"


def test_functions_of_the_script_run_in_the_program(client: WireClient) -> None:
    def evaluated(code: str, *args: object) -> Any:
        return client.ask("App.callFunction", functionDeclaration=code, args=list(args))["result"]

    assert evaluated("(a, b) => a + b", 1, 2) == 3
    assert evaluated("async function () { return getCurrentPages().length }") == 1
    assert evaluated("() => {}") is None
    assert evaluated("() => { const a = {}; a.me = a; a.f = () => 1; return a }") == {
        "me": "[Circular ~]",
        "f": "[Function () => 1]",
    }
    assert client.refusal("App.callFunction", functionDeclaration="() => { throw new Error('no') }")
    assert client.refusal("App.callFunction", functionDeclaration="() => {")


@pytest.mark.parametrize(
    ("thrown", "told"),
    [
        ("null", "null"),
        ("Object.create(null)", "an error that has no text"),
        ("Object.assign(new Error(), {message: 5n})", "5"),
        ("Object.assign(new Error(), {message: {}})", "[object Object]"),
    ],
)
def test_whatever_a_function_throws_is_answered(
    client: WireClient, page: int, thrown: str, told: str
) -> None:
    function = {"functionDeclaration": f"() => {{ throw {thrown} }}", "args": []}
    assert client.refusal("App.callFunction", **function) == told
    assert client.refusal("Page.callFunction", pageId=page, **function) == told


@pytest.mark.parametrize("method", ["getPerformance", "getApiCategory", "revokeBufferURL"])
def test_a_function_of_wx_that_knows_no_callbacks_is_answered(
    client: WireClient, method: str
) -> None:
    assert "errMsg" not in str(client.ask("App.callWxMethod", method=method, args=["blob:none"]))


def test_functions_of_the_script_run_in_a_page_s_frame(client: WireClient, page: int) -> None:
    def run(code: str, *args: object) -> Any:
        request = {"pageId": page, "functionDeclaration": code, "args": list(args)}
        return client.ask("Page.callFunction", **request)["result"]

    assert run("(id) => document.getElementById(id).textContent.trim()", "press") == "Press 0"
    assert run("async function () { await null; return window === self && typeof wx }") == (
        "undefined"
    )
    assert run("() => {}") is None
    refused = {"pageId": page, "args": []}
    for code in ("() => {", "3", "() => { throw new TypeError('no') }", "() => window"):
        assert client.refusal("Page.callFunction", functionDeclaration=code, **refused)
    gone = client.refusal("Page.callFunction", pageId=99, functionDeclaration="() => 1", args=[])
    assert gone == "page destroyed"


def test_what_is_meant_for_a_plugin_does_not_reach_the_program(client: WireClient) -> None:
    told = client.refusal("App.callWxMethod", method="getSetting", pluginId="wx1", args=[{}])
    assert told == "plugins do not run here: wx1"
    assert client.refusal("App.mockWxMethod", method="getSetting", pluginId="wx1", result={})
    assert (
        client.ask("App.callWxMethod", method="getSetting", args=[{}])["result"]["authSetting"]
        == {}
    )


def test_a_client_is_told_of_a_simulator_and_the_program_of_a_phone(client: WireClient) -> None:
    info = client.ask("App.callWxMethod", method="getSystemInfoSync", args=[])["result"]
    assert info["platform"] == "devtools"
    code = "() => [wx.getSystemInfoSync().platform, getCurrentPages()[0].__wxWebviewId__]"
    told = client.ask("App.callFunction", functionDeclaration=code, args=[])["result"]
    assert told == ["ios", client.ask("App.getCurrentPage")["pageId"]]


def test_a_function_of_wx_is_mocked_and_restored(client: WireClient) -> None:
    def network() -> Any:
        return client.ask("App.callWxMethod", method="getNetworkType", args=[{}])["result"]

    real = network()
    client.ask("App.mockWxMethod", method="getNetworkType", result={"networkType": "none"})
    assert network() == {"networkType": "none"}
    code = "function (options, more) { return {options, more, real: typeof this.origin} }"
    client.ask("App.mockWxMethod", method="getNetworkType", functionDeclaration=code, args=["more"])
    assert network() == {"options": {}, "more": "more", "real": "function"}
    failing = {"errMsg": "getNetworkType:fail broken"}
    client.ask("App.mockWxMethod", method="getNetworkType", result=failing)
    assert client.refusal("App.callWxMethod", method="getNetworkType", args=[{}]) == "broken"
    client.ask("App.mockWxMethod", method="getNetworkType")
    assert network() == real
    assert "can't mock" in client.refusal("App.mockWxMethod", method="onShow", result={})


def test_the_data_and_the_methods_of_a_page(client: WireClient, page: int) -> None:
    assert client.ask("Page.getData", pageId=page, path="list[0].name")["data"] == "first"
    client.ask("Page.setData", pageId=page, data={"count": 7})
    assert client.ask("Page.getData", pageId=page)["data"]["count"] == 7
    assert client.ask("Page.callMethod", pageId=page, method="add", args=[1, 2])["result"] == 3
    assert client.refusal("Page.callMethod", pageId=page, method="no") == "page.no not exists"


def test_an_element_is_found_read_and_tapped(client: WireClient, page: int, qtbot: QtBot) -> None:
    button = client.ask("Page.getElement", pageId=page, selector="button.big")
    assert button["tagName"] == "button"
    assert "nodeId" not in button
    at = {"pageId": page, "elementId": button["elementId"]}

    def text() -> str:
        (found,) = client.ask("Element.getDOMProperties", **at, names=["innerText"])["properties"]
        return str(found).strip()

    assert text() == "Press 0"
    client.ask("Element.tap", **at)
    qtbot.waitUntil(lambda: text() == "Press 1")
    assert client.ask("Page.getElement", pageId=page, selector="#press") == button
    names = ["class", "id", "data-kind"]
    attributes = client.ask("Element.getAttributes", **at, names=names)["attributes"]
    assert attributes == ["big one", "press", "loud"]
    assert client.ask("Element.getStyles", **at, names=["color"])["styles"] == ["rgb(1, 2, 3)"]
    assert set(client.ask("Element.getOffset", **at)) == {"left", "top"}
    (width,) = client.ask("Element.getDOMProperties", **at, names=["offsetWidth"])["properties"]
    assert width > 0


def test_several_elements_are_found_and_none(client: WireClient, page: int) -> None:
    found = client.ask("Page.getElements", pageId=page, selector=".name")["elements"]
    assert [one["tagName"] for one in found] == ["text", "text"]
    row = client.ask("Page.getElements", pageId=page, selector=".row")["elements"][1]
    inner = client.ask(
        "Element.getElement", pageId=page, elementId=row["elementId"], selector="text"
    )
    assert inner == found[1]
    assert client.ask("Page.getElements", pageId=page, selector=".no")["elements"] == []
    assert client.refusal("Page.getElement", pageId=page, selector=".no") == "no such element"


def test_a_component_is_read_and_called(client: WireClient, page: int) -> None:
    card = client.ask("Page.getElement", pageId=page, selector="my-card")
    at = {"pageId": page, "elementId": card["elementId"]}
    assert card["nodeId"]
    assert client.ask("Element.getData", **at, path="title")["data"] == "A card"
    painted = client.ask("Element.callMethod", **at, method="paint", args=["blue"])["result"]
    assert painted == "now blue"
    inside = client.ask("Element.getElement", **at, selector=".inside")
    text = client.ask(
        "Element.getDOMProperties", pageId=page, elementId=inside["elementId"], names=["innerText"]
    )
    assert text["properties"] == ["A card in blue"]
    (names,) = client.ask("Element.getProperties", **at, names=["__propPublic"])["properties"]
    assert "title" in names


def test_a_picture_of_the_phone_is_taken(client: WireClient) -> None:
    picture = base64.b64decode(client.ask("App.captureScreenshot")["data"])
    assert picture.startswith(b"\x89PNG")
