"""<web-view>: a page of the web over the program's page, and what passes between the two."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.devices.avatars import avatar_url
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone, build
from miniapp_host.shell.program.navigation_bar import NavigationBar
from miniapp_host.shell.program.web_view_frame import WebViewFrame
from miniapp_host.testing.miniapp import MiniApp
from miniapp_host.web.web_view import WebView
from tests.driver import PATIENCE_MS
from tests.program_folder import write_program
from tests.stories.conftest import OpenProgram
from tests.stories.person import Person
from tests.web_server import Web, serving

ASK = """<script>
const ask = (name, arg) => new Promise((done) =>
  WeixinJSBridge.invoke('invokeMiniProgramAPI', { name, arg }, done))
</script>"""
ONE = f"<title>First of the web</title>{ASK}<body>one <a id='on' href='/two'>on</a></body>"
TWO = "<title>Second of the web</title><body>two</body>"
WEB_PAGE = (
    "const app = getApp(); app.heard = []\n"
    "Page({ data: { src: SRC, shown: true }, NEXT,\n"
    "hear(event) { app.heard.push([event.type, event.detail]) } })"
)
WEB_WXML = '<web-view wx:if="{{shown}}" src="{{src}}" bindload="hear" binderror="hear" bindmessage="hear"/>'
FIRST = (
    "const app = getApp()\n"
    "Page({ data: { heard: '' }, onShow() { this.setData({ heard: JSON.stringify(app.heard ?? []) }) },\n"
    "go() { wx.navigateTo({ url: '/pages/web/web' }) } })"
)


class Browser:
    """The one <web-view> on the screen, seen from inside."""

    def __init__(self, qtbot: QtBot, phone: Phone) -> None:
        self.qtbot = qtbot
        self.phone = phone

    @property
    def views(self) -> list[WebView]:
        return self.phone.window.findChildren(WebView)

    @property
    def shown(self) -> list[WebView]:
        return [one for one in self.views if one.isVisible()]

    @property
    def view(self) -> WebView:
        self.qtbot.waitUntil(lambda: len(self.shown) == 1, timeout=PATIENCE_MS)
        return self.shown[0]

    def run(self, script: str) -> Any:
        """The value of an expression in the page of the web."""
        with self.qtbot.waitCallback(timeout=PATIENCE_MS) as answered:
            self.view.page().runJavaScript(f"JSON.stringify({script})", answered)
        text = answered.args[0]
        return json.loads(text) if text else None

    def clicks(self, selector: str) -> None:
        found = f"document.querySelector({json.dumps(selector)})"
        self.wait(f"!!{found}", True)
        self.run(f"({found}.click(), 1)")

    def wait(self, script: str, expected: object) -> None:
        def holds() -> None:
            found = self.run(script)
            assert found == expected, f"{script} is {found!r}"

        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def waits_for_title(self, title: str) -> None:
        bar = self.phone.window.findChild(NavigationBar)
        self.qtbot.waitUntil(lambda: bar.title == title, timeout=PATIENCE_MS)

    def words(self) -> list[str]:
        """What stands where the page should be."""
        trouble = self.phone.window.findChild(QWidget, "webTrouble")
        return [one.text() for one in trouble.findChildren(QLabel)] if trouble else []


@pytest.fixture
def web() -> Iterator[Web]:
    with serving({"/one": ONE, "/two": TWO, "/file.zip": "PK"}) as running:
        yield running


@pytest.fixture
def person(qtbot: QtBot, phone: Phone) -> Person:
    return Person(qtbot, phone)


@pytest.fixture
def browser(qtbot: QtBot, phone: Phone) -> Browser:
    return Browser(qtbot, phone)


def web_page(src: str, on_load: str = "") -> str:
    return WEB_PAGE.replace("SRC", json.dumps(src)).replace("NEXT", f"onLoad() {{ {on_load} }}")


def program(src: str, **more: str) -> dict[str, str]:
    """A first page that leads to one with a <web-view>, and tells what that one has heard."""
    return {
        "index.wxml": '<button id="go" bindtap="go">go</button><view id="heard">{{heard}}</view>',
        "index.js": FIRST,
        "pages/web/web.wxml": WEB_WXML,
        "pages/web/web.js": web_page(src),
        **more,
    }


OpenWeb = Callable[..., MiniApp]


@pytest.fixture
def open_web(run_program: OpenProgram, web: Web) -> OpenWeb:
    """Opens the page with the <web-view>, from the page before it."""

    def open_it(**more: str) -> MiniApp:
        page = run_program(program(f"{web.url}/one?from=program", **more))
        page.tap("#go")
        return page

    return open_it


def heard(page: MiniApp) -> list[list[Any]]:
    """What the first page tells of the events, once it is in front."""
    page.wait(lambda: page.shows("#heard"), "the first page")
    return list(json.loads(page.text_of("#heard") or "[]"))


def test_it_fills_the_page_under_a_bar_with_its_title(
    open_web: OpenWeb, browser: Browser, phone: Phone, web: Web
) -> None:
    page = open_web()
    browser.waits_for_title("First of the web")
    assert browser.view.mapTo(phone.window, browser.view.rect().topLeft()) == (
        page.program.view.mapTo(phone.window, page.program.view.rect().topLeft())
    )
    assert browser.view.size() == page.program.view.size()
    assert web.asked[0] == "/one?from=program"
    assert "MicroMessenger/" in web.user_agents[0]
    assert "miniProgram/" in web.user_agents[0]


def test_a_page_with_a_bar_of_its_own_gets_the_phones(open_web: OpenWeb, browser: Browser) -> None:
    open_web(**{"pages/web/web.json": '{"navigationStyle": "custom"}'})
    browser.waits_for_title("First of the web")
    bar = browser.phone.window.findChild(NavigationBar)
    assert bar.isVisible()


def test_back_goes_through_the_webs_history_first(
    open_web: OpenWeb, browser: Browser, person: Person, web: Web
) -> None:
    page = open_web()
    browser.waits_for_title("First of the web")
    browser.clicks("#on")
    browser.waits_for_title("Second of the web")
    person.clicks("navigationBack")
    browser.waits_for_title("First of the web")
    person.clicks("navigationBack")
    person.wait(lambda: not browser.views, "the web-view gone")
    loads = [detail["src"] for name, detail in heard(page) if name == "load"]
    assert loads[:2] == [f"{web.url}/one?from=program", f"{web.url}/two"]


def test_what_it_posts_is_heard_when_its_page_is_left(
    open_web: OpenWeb, browser: Browser, person: Person
) -> None:
    page = open_web()
    browser.waits_for_title("First of the web")
    browser.run("(ask('postMessage', { foo: 'bar' }), ask('postMessage', 'two'), 1)")
    browser.run("(ask('postMessage', 3).then((result) => { window.said = result }), 1)")
    browser.wait("window.said", {"errMsg": "invokeMiniProgramAPI:ok"})
    person.clicks("navigationBack")
    page.wait(lambda: page.shows("#heard"), "the first page")
    messages = [detail for name, detail in heard(page) if name == "message"]
    assert messages == [{"data": [{"foo": "bar"}, "two", 3]}]


def test_it_leads_to_pages_of_the_program_and_waits_behind_them(
    open_web: OpenWeb, browser: Browser, person: Person
) -> None:
    page = open_web(**{"pages/more/more.wxml": '<view id="more">more</view>'})
    browser.waits_for_title("First of the web")
    browser.run("(ask('navigateTo', { url: '/pages/more/more' }), window.kept = 7)")
    page.expect_text("more", within="#more")
    person.wait(lambda: not browser.shown, "nothing of the web")
    person.clicks("navigationBack")
    browser.wait("window.kept", 7)
    browser.run("(ask('navigateBack', { delta: 1 }), 1)")
    page.wait(lambda: page.shows("#go"), "the first page")


def test_nothing_else_passes_the_bridge(
    open_web: OpenWeb, browser: Browser, person: Person
) -> None:
    page = open_web()
    browser.waits_for_title("First of the web")
    browser.run("(ask('exitMiniProgram', {}).then((result) => { window.said = result }), 1)")
    browser.wait("window.said", {"err_msg": "system:function_not_exist"})
    for text in (
        "not json",
        '["getLocation",{}]',
        '["navigateTo",{"url":5}]',
        '["postMessage",NaN]',
        '["postMessage",1e999]',
        "[" * 5000,
    ):
        browser.run(
            f"document.dispatchEvent(new CustomEvent('weixin', {{detail: {json.dumps(text)}}}))"
        )
    page.expect_log("nothing comes of [[[[")
    assert sum("nothing comes of" in line for line in page.console) == 6
    assert browser.run("[typeof qt, typeof QWebChannel, typeof host]") == ["undefined"] * 3
    assert len(browser.shown) == 1
    person.clicks("navigationBack")
    assert [name for name, _ in heard(page)] == ["load"]


def test_another_src_leads_on_and_without_the_element_it_goes(
    open_web: OpenWeb, browser: Browser, person: Person, web: Web
) -> None:
    changes = json.dumps([{"src": f"{web.url}/two"}, {"shown": False}])
    script = (
        f"const changes = {changes}\n"
        f"Page({{ data: {{ src: '{web.url}/one', shown: true }},\n"
        "hear({ type }) { if (type === 'load') this.setData(changes.shift()) } })"
    )
    open_web(**{"pages/web/web.js": script})
    person.wait(lambda: "/two" in web.asked, "the second address")
    person.wait(lambda: not browser.views, "the web-view gone")


def test_a_dead_server_is_told_and_tried_again(
    run_program: OpenProgram, browser: Browser, person: Person
) -> None:
    with serving({}) as gone:
        port = gone.server.server_port
    page = run_program(program(f"http://127.0.0.1:{port}/one?a=b"))
    page.tap("#go")
    person.waits_for("webRetry")
    assert "ERR_CONNECTION_REFUSED" in browser.words()
    with serving({"/one": ONE}, port):
        person.clicks("webRetry")
        browser.waits_for_title("First of the web")
        assert not browser.words()
    person.clicks("navigationBack")
    page.wait(lambda: page.shows("#heard"), "the first page")
    [_, error], *_ = heard(page)
    address = f"http://127.0.0.1:{port}/one"
    assert error == {"url": address, "fullUrl": f"{address}?a=b"}


@pytest.mark.parametrize("src", ["www.example.com", "file:///etc/passwd", "mp://program/app.json"])
def test_what_is_no_address_of_the_web_is_not_opened(
    src: str, run_program: OpenProgram, browser: Browser
) -> None:
    run_program(program(src)).tap("#go")
    browser.qtbot.waitUntil(lambda: "Nothing to open" in browser.words(), timeout=PATIENCE_MS)


def test_a_page_of_the_web_gets_nothing_of_the_phone(open_web: OpenWeb, browser: Browser) -> None:
    page = open_web()
    browser.waits_for_title("First of the web")
    browser.run("(window.results = {}, 1)")
    browser.run(
        "(navigator.geolocation.getCurrentPosition(() => { results.place = 'given' },"
        " (error) => { results.place = error.code }), 1)"
    )
    browser.wait("results.place", 1)
    for address in ("mp://program/app.json", "file:///etc/passwd"):
        browser.run(
            f"(fetch('{address}').then(() => 'read', () => 'no').then((r) => {{ results.file = r }}), 1)"
        )
        browser.wait("results.file", "no")
        browser.run("(results.file = '', 1)")
    browser.run("(location.href = 'mp://program/app.json', 1)")
    page.expect_log("can't go to mp://program/app.json")
    browser.wait("document.title", "First of the web")


def test_a_page_of_the_web_shows_the_owners_avatar(
    open_web: OpenWeb, browser: Browser, phone: Phone
) -> None:
    avatar = phone.programs.devices.profile.profile.avatar
    assert avatar is not None
    open_web()
    browser.waits_for_title("First of the web")
    browser.run(
        "(window.picture = new Image(), picture.onload = () => { picture.told = picture.width },"
        f" picture.src = '{avatar_url(avatar)}', 1)"
    )
    browser.wait("picture.told", 132)


def test_there_is_one_window(open_web: OpenWeb, browser: Browser, person: Person) -> None:
    open_web()
    browser.waits_for_title("First of the web")
    browser.run("(window.open('/two'), 1)")
    browser.waits_for_title("Second of the web")
    assert len(browser.views) == 1
    person.clicks("navigationBack")
    browser.waits_for_title("First of the web")


def test_its_alerts_are_the_phones_and_its_questions_are_cancelled(
    open_web: OpenWeb, browser: Browser, person: Person, web: Web
) -> None:
    open_web()
    browser.waits_for_title("First of the web")
    browser.run("(alert('Hello'), alert('Again'), window.sure = confirm('Sure?'), 1)")
    browser.wait("window.sure", False)
    assert person.words("modal")[:2] == [web.url.removeprefix("http://"), "Hello"]
    person.clicks("modalConfirm")
    person.waits_until_gone("modal")


def test_the_phones_prompt_lies_over_it(
    open_web: OpenWeb, browser: Browser, person: Person, web: Web
) -> None:
    script = web_page(f"{web.url}/one", "wx.authorize({ scope: 'scope.record' })")
    open_web(**{"pages/web/web.js": script})
    browser.waits_for_title("First of the web")
    person.prompt.deny()
    assert browser.view.isVisible()


def test_it_downloads_nothing(open_web: OpenWeb, browser: Browser) -> None:
    page = open_web()
    browser.waits_for_title("First of the web")
    browser.run("(location.href = '/file.zip', 1)")
    page.expect_log("A <web-view> downloads nothing")
    assert browser.run("document.title") == "First of the web"


def test_a_page_that_a_server_sends_with_an_error_is_shown(
    open_web: OpenWeb, browser: Browser, person: Person
) -> None:
    page = open_web()
    browser.waits_for_title("First of the web")
    browser.run("(location.href = '/nowhere', 1)")
    browser.wait("document.body.innerText", "nothing here")
    assert not browser.words()
    person.clicks("navigationBack")
    browser.wait("document.title", "First of the web")
    person.miniapp.press(Qt.Key.Key_Escape)
    assert [name for name, _ in heard(page)][:2] == ["load", "load"]


def test_back_leaves_the_first_page_though_its_history_was_told_late(
    open_web: OpenWeb, browser: Browser, person: Person
) -> None:
    page = open_web()
    browser.waits_for_title("First of the web")
    frame = browser.view.parentWidget()
    assert isinstance(frame, WebViewFrame)
    frame.set_can_go_back(True)
    person.clicks("navigationBack")
    assert [name for name, _ in heard(page)] == ["load"]


def test_a_page_that_crashes_is_told_and_loaded_again(
    open_web: OpenWeb, browser: Browser, person: Person
) -> None:
    open_web()
    browser.waits_for_title("First of the web")
    os.kill(browser.view.page().renderProcessPid(), signal.SIGKILL)
    person.clicks("webRetry")
    browser.wait("document.title", "First of the web")
    assert not browser.words()


def test_sharing_hands_over_its_messages_and_its_address(
    open_web: OpenWeb, browser: Browser, web: Web
) -> None:
    script = (
        f"Page({{ data: {{ src: '{web.url}/one', shown: true }},\n"
        "hear(event) { console.log('heard', event.type, JSON.stringify(event.detail)) },\n"
        "onShareAppMessage({ webViewUrl }) { console.log('shared', webViewUrl) } })"
    )
    page = open_web(**{"pages/web/web.js": script})
    page.expect_log("heard load")
    browser.run("(ask('postMessage', { foo: 'bar' }).then(() => { window.posted = true }), 1)")
    browser.wait("window.posted", True)
    page.program.view.link.tell("share")
    page.expect_log(f"shared {web.url}/one")
    page.expect_log('heard message {"data":[{"foo":"bar"}]}')


def test_a_restart_begins_with_none(
    open_web: OpenWeb, browser: Browser, person: Person, qtbot: QtBot
) -> None:
    page = open_web()
    browser.waits_for_title("First of the web")
    with qtbot.waitSignal(page.program.page_shown, timeout=PATIENCE_MS):
        person.miniapp.menu("Restart")
    assert not browser.views


def test_closing_the_program_ends_it(
    open_web: OpenWeb, browser: Browser, person: Person, phone: Phone
) -> None:
    open_web()
    browser.waits_for_title("First of the web")
    person.clicks("capsuleClose")
    person.waits_for("launcher")
    person.wait(lambda: not phone.window.findChildren(WebView), "the web-view gone")


def test_one_may_take_the_place_of_another(open_web: OpenWeb, browser: Browser, web: Web) -> None:
    wxml = (
        '<web-view wx:if="{{shown}}" src="{{src}}" bindload="other"/>'
        f'<web-view wx:else src="{web.url}/two"/>'
    )
    script = web_page(f"{web.url}/one").replace(
        "hear(", "other() { this.setData({ shown: false }) }, hear("
    )
    page = open_web(**{"pages/web/web.wxml": wxml, "pages/web/web.js": script})
    browser.waits_for_title("Second of the web")
    page.wait(lambda: len(browser.views) == 1, "one web-view")
    assert "WARN" not in "".join(page.console)


def test_a_second_one_on_a_page_is_told(open_web: OpenWeb, browser: Browser) -> None:
    page = open_web(**{"pages/web/web.wxml": WEB_WXML + '<web-view src="{{src}}"/>'})
    page.expect_log("a page has only one <web-view>")
    assert len(browser.shown) == 1


# Where the web is played, and the rule of domains

PLAYED = """<title>Played</title><script src="/script.js"></script>
<a id="on" href="/next">on</a><a id="off" href="https://other.example/">off</a>"""


@pytest.fixture
def played(qtbot: QtBot, data_dir: Path, tmp_path: Path) -> Iterator[Phone]:
    rules = [
        {"url": "https://h5.example/", "data": PLAYED, "header": {"Content-Type": "text/html"}},
        {"url": "https://h5.example/next", "data": TWO, "header": {"Content-Type": "text/html"}},
        {"url": "https://h5.example/script.js", "data": "window.ran = location.href"},
    ]
    fixtures, domains = tmp_path / "fixtures.json", tmp_path / "domains.json"
    fixtures.write_text(json.dumps(rules), "utf-8")
    domains.write_text('{"web-view": ["https://h5.example"]}', "utf-8")
    options = Options(data_dir=data_dir, version="release", fixtures=fixtures, domains=domains)
    phone = build(options, None, 0)
    qtbot.addWidget(phone.window)
    phone.window.show()
    yield phone
    phone.close()


def test_fixtures_answer_for_it(
    played: Phone, qtbot: QtBot, open_folder: OpenProgram, tmp_path: Path
) -> None:
    browser = Browser(qtbot, played)
    page = open_folder(played, write_program(tmp_path / "p", program("https://h5.example/")))
    page.tap("#go")
    browser.waits_for_title("Played")
    browser.wait("window.ran", "https://h5.example/")
    browser.clicks("#on")
    browser.waits_for_title("Second of the web")
    Person(qtbot, played).clicks("navigationBack")
    browser.waits_for_title("Played")


def test_a_domain_that_is_not_listed_is_refused_by_name(
    played: Phone, qtbot: QtBot, open_folder: OpenProgram, tmp_path: Path
) -> None:
    browser = Browser(qtbot, played)
    page = open_folder(played, write_program(tmp_path / "p", program("https://h5.example/")))
    page.tap("#go")
    browser.waits_for_title("Played")
    browser.clicks("#off")
    page.expect_log("https://other.example/ is not among the business domains")
    qtbot.waitUntil(
        lambda: "Can’t open https://other.example" in browser.words(), timeout=PATIENCE_MS
    )
    Person(qtbot, played).clicks("navigationBack")
    qtbot.waitUntil(lambda: not browser.words(), timeout=PATIENCE_MS)
    assert browser.run("document.title") == "Played"
