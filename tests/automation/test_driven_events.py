"""What a script hears over the wire without asking, and when the program is gone."""

import json
import socket
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from miniapp_host.phone.phone import Phone
from tests.automation.conftest import TOKEN
from tests.automation.test_wire import ASKING
from tests.automation.wire_client import WireClient

Serve = Callable[[Mapping[str, str]], int]
Connect = Callable[..., WireClient]

PROGRAM = {
    "app.json": json.dumps({"pages": ["pages/index/index", "pages/other/other"], "style": "v2"}),
    "index.wxml": "<view>Here</view>",
    "index.js": """
Page({
  log() { console.warn('said', {a: [1]}, () => 1) },
  flood() { console.log('x'.repeat(1e6), {a: 1}) },
  fail() { setTimeout(() => { throw new Error('broken inside') }) },
  give() { answer(1, {b: 2}) },
  wait() { return new Promise(() => {}) },
})
""",
    "pages/other/other.wxml": "<view>Other</view>",
}


@pytest.fixture
def client(served: Serve, connect: Connect) -> WireClient:
    return connect(served(PROGRAM))


def call(client: WireClient, method: str) -> None:
    page = client.ask("App.getCurrentPage")["pageId"]
    client.ask("Page.callMethod", pageId=page, method=method, args=[])


def event(qtbot: QtBot, client: WireClient, name: str) -> dict[str, Any]:
    """The parameters of the one event of this name, once it has come."""

    def of_name() -> list[Any]:
        return [one["params"] for one in client.events if one["method"] == name]

    qtbot.waitUntil(lambda: len(of_name()) == 1)
    return dict(of_name()[0])


def test_lines_of_the_console_are_told_to_whoever_asked(client: WireClient, qtbot: QtBot) -> None:
    call(client, "log")
    assert client.events == []
    client.ask("App.enableLog")
    client.ask("App.enableLog")
    call(client, "log")
    assert event(qtbot, client, "App.logAdded") == {
        "type": "warn",
        "args": ["said", {"a": [1]}, "[Function () => 1]"],
    }


def test_a_line_without_end_is_cut(client: WireClient, qtbot: QtBot) -> None:
    client.ask("App.enableLog")
    call(client, "flood")
    _text, record = event(qtbot, client, "App.logAdded")["args"]
    assert record == "{a: 1}"


def test_a_function_of_the_script_is_called_by_the_program(
    client: WireClient, qtbot: QtBot
) -> None:
    client.ask("App.addBinding", name="answer")
    call(client, "give")
    assert event(qtbot, client, "App.bindingCalled") == {"name": "answer", "args": [1, {"b": 2}]}
    assert client.refusal("App.addBinding", name="wx") == "wx exists already"


def test_errors_that_nobody_caught_are_told(client: WireClient, qtbot: QtBot) -> None:
    call(client, "fail")
    told = event(qtbot, client, "App.exceptionThrown")
    assert "broken inside" in told["message"]
    assert isinstance(told["stack"], str)


def test_a_script_in_the_program_hears_of_every_way_between_pages(
    client: WireClient, qtbot: QtBot
) -> None:
    client.ask("App.addBinding", name="routed")
    hears = "() => wx.onAppRouteDone(({path, openType, query}) => routed(path, openType, query))"
    client.ask("App.callFunction", functionDeclaration=hears, args=[])
    other = "/pages/other/other?a=1"
    for method, url in (
        ("navigateTo", other),
        ("navigateBack", None),
        ("redirectTo", other),
        ("reLaunch", "/pages/index/index"),
    ):
        client.ask("App.callWxMethod", method=method, args=[{"url": url}])
    qtbot.waitUntil(lambda: len(client.events) == 4)
    assert [one["params"]["args"][:2] for one in client.events] == [
        ["pages/other/other", "navigateTo"],
        ["pages/index/index", "navigateBack"],
        ["pages/other/other", "redirectTo"],
        ["pages/index/index", "redirectTo"],
    ]
    assert client.events[0]["params"]["args"][2] == {"a": "1"}


def test_what_was_asked_for_outlives_a_restart(
    client: WireClient, qtbot: QtBot, phone: Phone
) -> None:
    client.ask("App.addBinding", name="answer")
    client.ask("App.enableLog")
    (program,) = phone.running.values()
    program.restart_requested.emit(program.id)
    assert event(qtbot, client, "App.initialized") == {"from": "devtools"}
    call(client, "give")
    call(client, "log")
    assert event(qtbot, client, "App.bindingCalled")["args"] == [1, {"b": 2}]
    assert event(qtbot, client, "App.logAdded")["type"] == "warn"


def test_a_prompt_is_told_when_it_opens_and_closes(
    served: Serve, connect: Connect, qtbot: QtBot
) -> None:
    port = served(PROGRAM | {"app.json": ASKING["app.json"]})
    client, other = connect(port), connect(port)
    asks = "() => void wx.authorize({scope: 'scope.userLocation'})"
    client.ask("App.callFunction", functionDeclaration=asks, args=[])
    for each in (client, other):
        assert event(qtbot, each, "Host.promptOpened")["scope"] == "scope.userLocation"
    client.ask("Host.answerPrompt", token=TOKEN, answer="deny")
    assert event(qtbot, other, "Host.promptClosed")["scope"] == "scope.userLocation"


def test_a_dialog_and_a_sheet_are_told_by_their_kind(
    served: Serve, connect: Connect, qtbot: QtBot
) -> None:
    client = connect(served(PROGRAM))
    asks = "() => void wx.makePhoneCall({phoneNumber: '10086'})"
    client.ask("App.callFunction", functionDeclaration=asks, args=[])
    assert event(qtbot, client, "Host.promptOpened")["kind"] == "call"
    client.ask("Host.answerPrompt", token=TOKEN, answer="deny", kind="call")
    assert event(qtbot, client, "Host.promptClosed")["facts"] == {"Number": "10086"}


def test_a_page_that_crashes_leaves_no_request_unanswered(
    client: WireClient, qtbot: QtBot, phone: Phone
) -> None:
    page = client.ask("App.getCurrentPage")["pageId"]
    waits = client.send("Page.callMethod", pageId=page, method="wait", args=[])
    (program,) = phone.running.values()
    with qtbot.waitSignal(program.view.crashed):
        program.view.load(QUrl("chrome://crash"))
    assert client.answer(waits)["error"]["message"] == "the page crashed"
    assert client.refusal("Page.getData", pageId=page) == "the page crashed"
    assert client.ask("Tool.getInfo")


def test_a_restart_leaves_no_request_unanswered(client: WireClient, phone: Phone) -> None:
    page = client.ask("App.getCurrentPage")["pageId"]
    waits = client.send("Page.callMethod", pageId=page, method="wait", args=[])
    client.ask("Tool.getInfo")
    (program,) = phone.running.values()
    program.restart_requested.emit(program.id)
    assert client.answer(waits)["error"]["message"] == "page destroyed"
    assert client.ask("App.getCurrentPage")["path"] == "pages/index/index"


def test_a_closed_phone_leaves_its_port_at_once(
    served: Serve, connect: Connect, phone: Phone
) -> None:
    port = served(PROGRAM)
    connect(port).ask("Tool.close")
    with socket.create_server(("127.0.0.1", port)):
        assert phone.running
