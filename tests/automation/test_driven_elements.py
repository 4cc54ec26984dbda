"""How a script finds elements over the wire, reads them, and does what a hand does."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.phone.phone import Phone
from tests.automation.wire_client import WireClient

Serve = Callable[[Mapping[str, str]], int]
Connect = Callable[..., WireClient]

PROGRAM = {
    "app.json": json.dumps({"pages": ["pages/index/index", "pages/other/other"], "style": "v2"}),
    "index.json": json.dumps({"usingComponents": {"my-card": "/card", "my-frame": "/frame"}}),
    "card.json": json.dumps({"component": True}),
    "card.wxml": "<view class='inside'><text class='name' id='own'>{{title}}</text></view>",
    "card.js": "Component({properties: {title: String, on: Boolean}, data: {mood: 'red'}})",
    "frame.json": json.dumps({"component": True, "usingComponents": {"my-card": "/card"}}),
    "frame.wxml": "<view class='edge'><my-card title='deep'/><slot/></view>",
    "frame.js": "Component({})",
    "index.wxml": """
<view class="list" wx:if="{{there}}">
  <view class="row" data-big-kind="a" wx:for="{{names}}" wx:key="*this"><text>{{item}}</text></view>
</view>
<my-card class="card" title="A &amp; B"/>
<my-frame id="frame"><text class="slotted">In the slot</text></my-frame>
<button id="setting" open-type="openSetting" bindopensetting="note">Settings</button>
<view id="pad" bindtouchstart="note" bindtouchmove="note" bindtouchend="note" bindtap="note"
  bindlongpress="note" bindcustom="note" style="height: 50px"/>
<input id="field" model:value="{{typed}}" maxlength="5"
  bindinput="note" bindconfirm="note" bindblur="note"/>
<textarea id="area" bindinput="note"/>
<switch id="switch" bindchange="note"/>
<slider id="slider" max="50" step="5" bindchange="note"/>
<picker id="picker" range="{{names}}" bindchange="note"><view>Pick</view></picker>
<swiper id="swiper" bindchange="note" duration="0">
  <swiper-item>1</swiper-item><swiper-item>2</swiper-item>
</swiper>
<scroll-view id="scroll" scroll-y style="height: 40px"><view style="height: 400px"/></scroll-view>
<movable-area style="width: 200px; height: 100px">
  <movable-view id="movable" direction="all" animation="{{false}}">M</movable-view>
  <movable-view id="sliding" direction="horizontal" animation="{{false}}">S</movable-view>
</movable-area>
<video id="film" src="/none.mp4"/>
<view style="height: 2000px"/>
""",
    "index.js": """
Page({
  data: {there: true, names: ['Ann', 'Bob', 'Cid'], typed: '', heard: []},
  note({type, detail, currentTarget}) {
    this.data.heard.push([type, currentTarget.id, detail.value ?? detail.current ?? null])
  },
})
""",
    "pages/other/other.wxml": "<view>Other</view>",
}

BUILT_IN = (
    *("audio", "button", "camera", "canvas", "checkbox", "checkbox-group", "cover-image"),
    *("cover-view", "editor", "form", "icon", "image", "input", "label", "live-player"),
    *("live-pusher", "map", "match-media", "movable-area", "movable-view", "navigator"),
    *("open-data", "picker", "picker-view", "picker-view-column", "progress", "radio"),
    *("radio-group", "rich-text", "root-portal", "scroll-view", "slider", "swiper"),
    *("swiper-item", "switch", "text", "textarea", "video", "view"),
)
READS: tuple[tuple[str, list[str]], ...] = (
    ("getProperties", ["__propPublic", "value", "current"]),
    ("getAttributes", ["id", "class"]),
    ("getStyles", ["color"]),
    ("getDOMProperties", ["innerText", "offsetWidth"]),
    ("getOffset", []),
    ("getWXML", []),
)


class Page:
    """The page in front, as a client sees it."""

    def __init__(self, client: WireClient) -> None:
        self.client = client
        self.id = client.ask("App.getCurrentPage")["pageId"]

    def find(self, selector: str) -> dict[str, Any]:
        found = self.client.ask("Page.getElement", pageId=self.id, selector=selector)
        return {"pageId": self.id, "elementId": found["elementId"]}

    def tags(self, selector: str, method: str = "Page.getElements", **at: Any) -> list[str]:
        where = at or {"pageId": self.id}
        found = self.client.ask(method, **where, selector=selector)["elements"]
        return [str(one["tagName"]) for one in found]

    def text(self, **at: Any) -> str:
        (text,) = self.client.ask("Element.getDOMProperties", **at, names=["innerText"])[
            "properties"
        ]
        return str(text).strip()

    def do(self, selector: str, name: str, *args: object) -> Any:
        at = self.find(selector)
        return self.client.ask("Element.callFunction", **at, functionName=name, args=list(args))[
            "result"
        ]

    @property
    def data(self) -> dict[str, Any]:
        return dict(self.client.ask("Page.getData", pageId=self.id)["data"])

    @property
    def heard(self) -> list[Any]:
        return list(self.data["heard"])


@pytest.fixture
def client(served: Serve, connect: Connect) -> WireClient:
    return connect(served(PROGRAM))


@pytest.fixture
def page(client: WireClient) -> Page:
    return Page(client)


def test_selectors_have_parts_tags_and_attributes(page: Page) -> None:
    assert page.tags(".list > view") == ["view"] * 3
    assert page.tags("view.row text") == ["text"] * 3
    assert page.tags(".row:nth-child(2), #frame") == ["view", "my-frame"]
    assert page.tags("[data-big-kind=a]") == ["view"] * 3
    assert page.tags("page") == ["page"]
    assert page.tags(".no") == []
    assert page.client.refusal("Page.getElements", pageId=page.id, selector="..no")


def test_names_inside_of_components_are_their_own(page: Page) -> None:
    assert page.tags(".name") == []
    assert page.tags(".my-card--name") == ["text", "text"]
    assert page.tags(".card >>> .name") == ["text"]
    assert page.tags("#frame>>>.inside #own") == ["text"]
    assert page.tags(".slotted") == ["text"]
    frame = page.find("#frame")
    assert page.tags(".edge", "Element.getElements", **frame) == ["view"]
    assert page.tags("my-card", "Element.getElements", **frame) == ["my-card"]


def test_elements_are_found_by_xpath(page: Page) -> None:
    def found(path: str) -> list[str]:
        return page.tags(path, "Page.getElementsByXpath")

    assert found("//view[@class='row']") == ["view"] * 3
    assert found("/page/view/view[2]/text") == ["text"]
    assert found("/view[1]/view") == ["view"] * 3
    assert found("//text[contains(text(), 'Bob')]") == ["text"]
    assert found("//my-card//text") == ["text", "text"]
    assert page.client.ask("Page.getElementByXpath", pageId=page.id, selector="//switch")[
        "tagName"
    ] == ("switch")
    missing = {"pageId": page.id, "selector": "//nothing"}
    assert page.client.refusal("Page.getElementByXpath", **missing) == "no such element"
    assert page.client.refusal("Page.getElementsByXpath", pageId=page.id, selector="///")


def test_an_element_is_told_as_wxml(page: Page) -> None:
    def wxml(selector: str, kind: str) -> str:
        return str(page.client.ask("Element.getWXML", **page.find(selector), type=kind)["wxml"])

    assert wxml(".row", "outer") == '<view class="row" data-big-kind="a"><text>Ann</text></view>'
    assert wxml(".row", "inner") == "<text>Ann</text>"
    assert "A &amp; B" in wxml(".card", "inner")
    assert "<text>Bob</text>" in wxml("page", "inner")


def test_texts_include_what_components_draw(page: Page) -> None:
    assert page.text(**page.find(".card")) == "A & B"
    assert "In the slot" in page.text(**page.find("#frame"))


def test_properties_are_told_as_they_are_now(page: Page) -> None:
    def told(selector: str, *names: str) -> list[Any]:
        at = page.find(selector)
        return list(page.client.ask("Element.getProperties", **at, names=names)["properties"])

    (public,) = told(".card", "__propPublic")
    assert {"on", "title"} <= set(public)
    assert told(".card", "title", "on") == ["A & B", False]
    (public,) = told("#field", "__propPublic")
    assert {"value", "maxlength"} <= set(public)
    assert told("#field", "value", "maxlength", "type", "disabled") == ["", 5, "text", False]
    page.do("#field", "input.input", "Ann")
    assert told("#field", "value", "maxlength") == ["Ann", 5]
    page.do("#slider", "slider.slideTo", 20)
    assert told("#slider", "value") == [20]
    page.do("#movable", "movable-view.moveTo", 30, 20)
    assert told("#movable", "_translateX", "_translateY") == [30, 20]
    page.do("#sliding", "movable-view.moveTo", 30, 20)
    assert told("#sliding", "_translateX", "_translateY") == [30, 0]


def test_what_has_a_documented_value_is_public_before_the_program_sets_it(page: Page) -> None:
    at = page.find("#switch")
    (public, kind) = page.client.ask("Element.getProperties", **at, names=["__propPublic", "type"])[
        "properties"
    ]
    assert {"checked", "color", "type"} <= set(public)
    assert kind == "switch"


def test_an_attribute_is_a_text_whatever_the_program_has_set(page: Page) -> None:
    at = page.find("#movable")
    names = ["direction", "animation", "id", "data-nothing"]
    told = page.client.ask("Element.getAttributes", **at, names=names)["attributes"]
    assert told == ["all", "false", "movable", None]


def test_every_built_in_component_can_be_read(served: Serve, connect: Connect) -> None:
    wxml = "".join(f"<{tag} id='{tag}'/>" for tag in BUILT_IN)
    page = Page(connect(served({"index.wxml": wxml})))
    for tag in BUILT_IN:
        at = page.find(f"#{tag}")
        for method, names in READS:
            page.client.ask(f"Element.{method}", **at, names=names)


def test_an_element_that_is_gone_is_said_to_be(page: Page) -> None:
    row = page.find(".row")
    page.client.ask("Page.setData", pageId=page.id, data={"there": False})
    for method in ("Element.tap", "Element.getOffset", "Element.getWXML"):
        assert page.client.refusal(method, **row) == "element destroyed"


def test_window_properties_are_told_in_order(page: Page) -> None:
    names = [
        "innerWidth",
        "document.documentElement.scrollHeight",
        "scrollY",
        "no.such",
        "document",
    ]
    asked = {"pageId": page.id, "names": names}
    width, height, scrolled, *others = page.client.ask("Page.getWindowProperties", **asked)[
        "properties"
    ]
    assert width > 300
    assert height > 2000
    assert (scrolled, others) == (0, [None, None])


def test_an_offset_is_that_in_the_page(page: Page) -> None:
    before = page.client.ask("Element.getOffset", **page.find("#pad"))
    scrolling = {"scrollTop": 300, "duration": 0}
    page.client.ask("App.callWxMethod", method="pageScrollTo", args=[scrolling])
    assert page.client.ask("Element.getOffset", **page.find("#pad")) == before


def test_a_text_is_typed_into_fields(page: Page) -> None:
    page.do("#field", "input.input", "Ann and Bob", True)
    assert page.heard == [[name, "field", "Ann a"] for name in ("input", "confirm", "blur")]
    assert page.data["typed"] == "Ann a"
    page.do("#area", "textarea.input", "Two\nlines")
    assert page.heard[-1] == ["input", "area", "Two\nlines"]


def test_switch_slider_and_swiper_are_moved(page: Page, qtbot: QtBot) -> None:
    page.do("#switch", "switch.tap")
    page.do("#slider", "slider.slideTo", 22)
    page.do("#swiper", "swiper.swipeTo", 1)
    assert page.heard == [
        ["change", "switch", True],
        ["change", "slider", 20],
        ["change", "swiper", 1],
    ]
    page.client.ask("Element.tap", **page.find("#switch"))
    assert page.heard[-1] == ["change", "switch", False]
    told = page.client.refusal(
        "Element.callFunction", **page.find("#pad"), functionName="switch.tap", args=[]
    )
    assert told == "switch.tap not exists"


def test_a_scroll_view_is_scrolled_and_measured(page: Page) -> None:
    page.do("#scroll", "scroll-view.scrollTo", 0, 120)
    assert page.do("#scroll", "scroll-view.scrollTop") == 120
    assert page.do("#scroll", "scroll-view.scrollHeight") == 400
    where = {"scrollDetail": {"scrollTop": 30, "scrollLeft": 0}}
    at = page.find("#scroll")
    page.client.ask("Element.dispatchEvent", **at, eventName="scroll", eventData=where)
    assert page.do("#scroll", "scroll-view.scrollTop") == 30


def test_a_tap_is_heard_with_its_touches(page: Page) -> None:
    page.client.ask("Element.tap", **page.find("#pad"))
    assert [name for name, *_ in page.heard] == ["touchstart", "touchend", "tap"]


def test_touches_make_a_long_press_or_a_drag(page: Page, qtbot: QtBot) -> None:
    pad = page.find("#pad")
    page.client.ask("Element.touchstart", **pad)
    qtbot.waitUntil(lambda: [one[0] for one in page.heard] == ["touchstart", "longpress"])
    page.client.ask("Element.touchend", **pad)
    assert [one[0] for one in page.heard] == ["touchstart", "longpress", "touchend"]
    finger = {"identifier": 0, "pageX": 5, "pageY": 5, "clientX": 5, "clientY": 5}
    for name, moved in (("touchstart", 0), ("touchmove", 40), ("touchend", 40)):
        touches = [finger | {"clientX": 5 + moved, "pageX": 5 + moved}]
        page.client.ask(f"Element.{name}", **pad, touches=touches, changedTouches=touches)
    assert [one[0] for one in page.heard][3:] == ["touchstart", "touchmove", "touchend"]


def test_events_are_triggered_with_their_detail(page: Page) -> None:
    pad = page.find("#pad")
    page.client.ask("Element.triggerEvent", **pad, type="custom", detail={"value": 7})
    page.client.ask("Element.dispatchEvent", **pad, eventName="custom", detail={"value": 8})
    page.client.ask(
        "Element.triggerEvent", **page.find("#picker"), type="change", detail={"value": 2}
    )
    assert page.heard == [["custom", "pad", 7], ["custom", "pad", 8], ["change", "picker", 2]]


def test_a_tap_does_what_an_open_type_asks_for(page: Page, phone: Phone, qtbot: QtBot) -> None:
    page.client.ask("Element.tap", **page.find("#setting"))
    (program,) = phone.running.values()
    qtbot.waitUntil(lambda: program.screen.settings_open)


def test_a_video_is_commanded(page: Page) -> None:
    at = page.find("#film")
    page.client.ask("Element.callContextMethod", **at, method="pause", args=[])
    told = page.client.refusal("Element.callContextMethod", **at, method="explode", args=[])
    assert told == "explode not exists"
