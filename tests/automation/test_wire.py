"""Clients of the automator's protocol drive a program, and nobody else does."""

import json
import os
import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtWebSockets import QWebSocketServer
from pytestqt.qtbot import QtBot

from miniapp_host.automation.requests import Requests
from miniapp_host.automation.verb_error import VerbError
from miniapp_host.automation.wire_server import WireServer
from miniapp_host.permissions.decisions import Actor
from miniapp_host.phone.phone import Phone
from tests.automation.conftest import TOKEN
from tests.automation.wire_client import WireClient
from tests.program_folder import write_program

Serve = Callable[[Mapping[str, str]], int]
Connect = Callable[..., WireClient]
Program = Mapping[str, str]

ASKING = {
    "app.json": json.dumps(
        {
            "pages": ["pages/index/index"],
            "style": "v2",
            "permission": {"scope.userLocation": {"desc": "To find you"}},
            "requiredPrivateInfos": ["getLocation"],
        }
    ),
    "index.wxml": "<view>{{outcome}}</view>",
    "index.js": """
Page({
  data: {outcome: ''},
  onLoad() {
    wx.authorize({
      scope: 'scope.userLocation',
      complete: ({errMsg}) => this.setData({outcome: errMsg}),
    })
  },
})
""",
}
MODAL = {
    "index.wxml": "<view>{{outcome}}</view>",
    "index.js": """
Page({
  data: {outcome: ''},
  onLoad() {
    wx.showModal({title: 'Sure?', success: ({confirm}) => this.setData({outcome: confirm})})
  },
})
""",
}
PAYING = {
    "index.wxml": "<view>{{outcome}}</view>",
    "index.js": """
Page({
  data: {outcome: ''},
  onLoad() {
    wx.requestPayment({
      timeStamp: '1', nonceStr: 'a', package: 'prepay_id=1', signType: 'MD5', paySign: 'b',
      complete: ({errMsg}) => this.setData({outcome: errMsg}),
    })
  },
})
""",
}
CONTRACT = {
    "app.json": json.dumps({"pages": ["pages/index/index"], "__usePrivacyCheck__": True}),
    "index.wxml": "<view>{{outcome}}</view>",
    "index.js": """
Page({
  data: {outcome: ''},
  onLoad() {
    wx.requirePrivacyAuthorize({complete: ({errMsg}) => this.setData({outcome: errMsg})})
  },
})
""",
}
SUBSCRIBING = {
    "index.wxml": """<button id="b" bindtap="ask">{{outcome}}</button>""",
    "index.js": """
Page({
  data: {outcome: ''},
  ask() {
    wx.requestSubscribeMessage({tmplIds: ['t'], success: ({t}) => this.setData({outcome: t})})
  },
})
""",
}
NUMBER = {
    "index.wxml": """
<button id="b" open-type="getPhoneNumber" bindgetphonenumber="told">{{outcome}}</button>
""",
    "index.js": """
Page({data: {outcome: ''}, told({detail}) { this.setData({outcome: detail.errMsg}) }})
""",
}
SENDING = {
    "index.wxml": """<button id="b" bindtap="ask">{{outcome}}</button>""",
    "index.js": """
Page({
  data: {outcome: ''},
  ask() {
    const filePath = `${wx.env.USER_DATA_PATH}/a.txt`
    wx.getFileSystemManager().writeFileSync(filePath, 'a')
    wx.shareFileMessage({filePath, complete: ({errMsg}) => this.setData({outcome: errMsg})})
  },
})
""",
}
LEAVING = {
    "app.json": json.dumps({"pages": ["pages/index/index", "pages/other/other"]}),
    "index.wxml": "<view/>",
    "pages/other/other.wxml": "<view/>",
    "pages/other/other.js": """
Page({onLoad() { wx.enableAlertBeforeUnload({message: 'Leave?'}) }})
""",
}
PLAIN = {"index.wxml": "<view/>"}
FRAMES = int(os.environ.get("MINIAPP_FUZZED_FRAMES", "500"))


def opened(qtbot: QtBot, client: WireClient) -> str:
    """The scope of the prompt, once one is open."""
    qtbot.waitUntil(lambda: bool(client.ask("Host.getPrompts", token=TOKEN)))
    return str(client.ask("Host.getPrompts", token=TOKEN)[0]["scope"])


def state(client: WireClient) -> str:
    scopes = client.ask("Host.getPermissions", token=TOKEN)["scopes"]
    return str(scopes["scope.userLocation"]["state"])


def test_a_client_hears_which_library_it_drives(served: Serve, connect: Connect) -> None:
    info = connect(served(PLAIN)).ask("Tool.getInfo")
    assert info["SDKVersion"].split(".") >= ["2", "7", "3"]
    assert info["version"] >= "1.06.2301160"


@pytest.mark.parametrize(
    ("pressed", "state_after"), [("authorizeAllow", "granted"), ("authorizeCancel", "denied")]
)
def test_a_client_answers_the_prompt(
    served: Serve, connect: Connect, qtbot: QtBot, phone: Phone, pressed: str, state_after: str
) -> None:
    client = connect(served(ASKING))
    assert opened(qtbot, client) == "scope.userLocation"
    assert client.ask("Tool.native", method=pressed) == {}
    assert state(client) == state_after
    (program,) = phone.running
    (entry,) = phone.store.history.entries(program)
    assert entry.actor is Actor.SCRIPT
    again = client.ask("Tool.native", method=pressed)
    assert again == {"error": {"message": "No prompt is open."}}


def test_decisions_are_taken_back(served: Serve, connect: Connect, qtbot: QtBot) -> None:
    client = connect(served(ASKING))
    opened(qtbot, client)
    client.ask("Tool.native", method="authorizeCancel")
    assert client.ask("Tool.clearAuth") == {}
    assert state(client) == "undecided"


def test_another_program_s_prompt_is_out_of_reach(
    served: Serve, connect: Connect, qtbot: QtBot, phone: Phone, tmp_path: Path
) -> None:
    port = served(PLAIN)
    phone.open_folder(write_program(tmp_path / "other", ASKING))
    client = connect(port)
    assert opened(qtbot, client) == "scope.userLocation"
    answer = client.ask("Tool.native", method="authorizeAllow")
    assert answer == {"error": {"message": "No prompt is open."}}
    assert opened(qtbot, client) == "scope.userLocation"


def test_who_has_no_token_can_t_use_the_phone_s_own_verbs(
    served: Serve, connect: Connect, qtbot: QtBot
) -> None:
    client = connect(served(ASKING))
    opened(qtbot, client)
    for token in ({}, {"token": "another"}, {"token": "\udcff"}):
        told = client.refusal("Host.answerPrompt", answer="allow", **token)
        assert "token" in told
    assert "token" in client.refusal("Host.setPermissions", states={"all": "granted"})
    assert state(client) == "undecided"
    client.ask("Host.answerPrompt", token=TOKEN, answer="deny", scope="userLocation")
    assert state(client) == "denied"


@pytest.mark.parametrize("pressed", ["confirmModal", "cancelModal"])
def test_a_client_answers_a_modal(
    served: Serve, connect: Connect, qtbot: QtBot, pressed: str
) -> None:
    client = connect(served(MODAL))
    qtbot.waitUntil(lambda: client.ask("Tool.native", method=pressed) == {})
    again = client.ask("Tool.native", method=pressed)
    assert again == {"error": {"message": "No modal is open."}}


@pytest.mark.parametrize(
    ("pressed", "outcome"),
    [
        ({"method": "clickCoverView", "data": {"nodetype": "text", "text": "同意"}}, "ok"),
        ({"method": "clickCoverView", "data": {"nodetype": "text", "text": "拒绝"}}, "fail cancel"),
        ({"method": "closePaymentDialog"}, "fail cancel"),
    ],
)
def test_a_client_answers_a_sheet_of_the_phone(
    served: Serve, connect: Connect, qtbot: QtBot, pressed: dict[str, object], outcome: str
) -> None:
    client = connect(served(PAYING))
    page = client.ask("App.getCurrentPage")["pageId"]
    qtbot.waitUntil(lambda: client.ask("Tool.native", **pressed) == {})
    told = f"requestPayment:{outcome}"
    qtbot.waitUntil(lambda: client.ask("Page.getData", pageId=page)["data"]["outcome"] == told)
    again = client.ask("Tool.native", **pressed)
    assert again == {"error": {"message": "No sheet is open."}}


@pytest.mark.parametrize(
    ("program", "pressed", "outcome"),
    [
        (SUBSCRIBING, "confirmModal", "accept"),
        (SUBSCRIBING, "cancelModal", "reject"),
        (NUMBER, "authorizeAllow", "getPhoneNumber:ok"),
        (NUMBER, "authorizeCancel", "getPhoneNumber:fail user deny"),
        (SENDING, "shareConfirm", "shareFileMessage:ok"),
        (SENDING, "shareCancel", "shareFileMessage:fail cancel"),
    ],
)
def test_a_client_answers_a_sheet_by_the_name_that_devtools_has_for_it(
    served: Serve, connect: Connect, qtbot: QtBot, program: Program, pressed: str, outcome: str
) -> None:
    client = connect(served(program))
    page = client.ask("App.getCurrentPage")["pageId"]
    button = client.ask("Page.getElement", pageId=page, selector="#b")["elementId"]
    client.ask("Element.tap", pageId=page, elementId=button)
    assert "error" in client.ask("Tool.native", method="closePaymentDialog")
    qtbot.waitUntil(lambda: client.ask("Tool.native", method=pressed) == {})

    def told() -> str:
        return str(client.ask("Page.getData", pageId=page)["data"]["outcome"])

    qtbot.waitUntil(lambda: told() != "")
    assert told().startswith(outcome)


@pytest.mark.parametrize(("pressed", "left"), [("confirmConfirm", True), ("confirmCancel", False)])
def test_a_client_answers_a_page_that_asks_before_it_is_left(
    served: Serve, connect: Connect, qtbot: QtBot, pressed: str, left: bool
) -> None:
    client = connect(served(LEAVING))
    client.ask("App.callWxMethod", method="navigateTo", args=[{"url": "/pages/other/other"}])
    client.ask("Tool.native", method="navigateLeft")
    qtbot.waitUntil(lambda: client.ask("Tool.native", method=pressed) == {})
    count = 1 if left else 2
    qtbot.waitUntil(lambda: len(client.ask("App.getPageStack")["pageStack"]) == count)


@pytest.mark.parametrize(("text", "outcome"), [("同意", ":ok"), ("拒绝", ":fail")])
def test_a_client_answers_the_privacy_contract(
    served: Serve, connect: Connect, qtbot: QtBot, text: str, outcome: str
) -> None:
    client = connect(served(CONTRACT))
    page = client.ask("App.getCurrentPage")["pageId"]
    pressed = {"method": "clickCoverView", "data": {"data": {"nodetype": "text", "text": text}}}
    qtbot.waitUntil(lambda: client.ask("Tool.native", **pressed) == {})

    def told() -> str:
        return str(client.ask("Page.getData", pageId=page)["data"]["outcome"])

    qtbot.waitUntil(lambda: told() != "")
    assert told().startswith(f"requirePrivacyAuthorize{outcome}")


def test_what_is_not_there_is_said_at_once(served: Serve, connect: Connect) -> None:
    client = connect(served(PLAIN))
    assert client.refusal("Tool.nothing") == "Tool.nothing unimplemented"
    told = client.ask("Tool.native", method="nothing")["error"]["message"]
    assert told == "can not find in protocol: nothing"
    for method in ("shareConfirm", "shareCancel"):
        told = client.ask("Tool.native", method=method)["error"]["message"]
        assert told.startswith("No sheet for sharing is open")


def test_what_a_phone_without_accounts_has_none_of_is_answered_as_clients_read_it(
    served: Serve, connect: Connect
) -> None:
    client = connect(served(PLAIN))
    assert client.ask("Tool.getTestAccounts")["accounts"] == []
    audits = client.ask("Tool.stopAudits")
    assert (json.loads(audits["data"]), audits["report"]) == ({}, "")
    for method in ("getTicket", "setTicket", "refreshTicket"):
        assert "no tickets" in client.refusal(f"Tool.{method}", ticket="t")
    assert "no other to debug" in client.refusal("Tool.enableRemoteDebug", auto=True)


def test_a_request_that_waits_lets_others_pass(served: Serve, connect: Connect) -> None:
    client = connect(served(PLAIN))
    waits = client.send("Host.answerPrompt", token=TOKEN, answer="allow", timeout=60)
    assert client.ask("Tool.getInfo")
    assert waits not in client.answers


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:1", "file://"])
def test_a_page_of_a_browser_is_refused(served: Serve, connect: Connect, origin: str) -> None:
    client = connect(served(PLAIN), origin)
    assert not client.is_connected


def test_nobody_listens_but_to_this_machine(served: Serve, phone: Phone) -> None:
    served(PLAIN)
    servers = phone.findChildren(QWebSocketServer)
    assert servers
    assert all(one.serverAddress().isLoopback() for one in servers if one.isListening())


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_minium_is_welcome(served: Serve, connect: Connect, host: str) -> None:
    port = served(PLAIN)
    client = connect(port, f"http://{host}:{port}")
    assert client.ask("Tool.getInfo")


def test_fuzzed_frames_are_answered_and_leave_the_phone_unharmed(
    served: Serve, connect: Connect, phone: Phone, qtbot: QtBot
) -> None:
    port = served(PLAIN)
    client, chance = connect(port), random.Random(9420)
    client.ask("Page.getElement", pageId=1, selector="view")
    for _ in range(FRAMES):
        text = fuzzed(chance)
        if chance.random() < 0.5:
            client.socket.sendTextMessage(text)
        else:
            client.socket.sendBinaryMessage(text.encode("utf-8", "surrogatepass"))
    qtbot.waitUntil(lambda: client.answered == FRAMES + 1, timeout=60_000)
    assert connect(port).ask("App.getCurrentPage")["pageId"] == 1
    assert connect(port).ask("Page.getElements", pageId=1, selector="view")["elements"]
    assert phone.running
    (program,) = phone.running
    assert phone.store.history.entries(program) == ()


METHODS = (
    "Tool.native",
    "Tool.clearAuth",
    "Host.setPermissions",
    "App.callFunction",
    "App.callWxMethod",
    "App.mockWxMethod",
    "App.addBinding",
    "App.enableLog",
    "Page.getElements",
    "Page.getElementsByXpath",
    "Page.getWindowProperties",
    "Page.setData",
    "Element.tap",
    "Element.callFunction",
    "Element.touchstart",
    "Page.no",
    "",
)
KEYS = (
    *("method", "data", "args", "token", "states", "selector", "pageId", "elementId"),
    *("name", "names", "functionName", "functionDeclaration", "touches", "result"),
)
VALUES: tuple[object, ...] = (
    None, True, -1, 1e300, float("nan"), "", "\udcff", "x" * 3000, [], {}, [[[{}]]], {"a": {"b": 1}}
)  # fmt: skip


def fuzzed(chance: random.Random) -> str:
    """A frame that is almost a request, or nothing like one."""
    params = {key: chance.choice(VALUES) for key in chance.sample(KEYS, 4)}
    params |= chance.choice([{}, {"pageId": 1}, {"pageId": 1, "elementId": "element-1"}])
    frame: dict[str, object] = {
        "id": chance.choice(VALUES),
        "method": chance.choice([*METHODS, *VALUES]),
        "params": chance.choice([params, *VALUES]),
    }
    if chance.random() < 0.2:
        del frame[chance.choice([*frame])]
    text = json.dumps(frame)
    if chance.random() < 0.3:
        text = text[: chance.randrange(len(text))]
    return "[" * 5000 if chance.random() < 0.01 else text


def test_a_taken_port_is_named_with_a_remedy(served: Serve, phone: Phone) -> None:
    port = served(PLAIN)
    with pytest.raises(VerbError, match=f"{port}.*--auto-port"):
        WireServer(Requests(dict), phone).listen(port)
