"""The browser of a <web-view> alone: where it goes, and where it does not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from miniapp_host import paths
from miniapp_host.devices.closed_port import OwnPorts
from miniapp_host.devices.conditions import NetworkConditions, Preset
from miniapp_host.devices.preferences import Preferences
from miniapp_host.web.engine import prepare_engine
from miniapp_host.web.played_web import PlayedWeb
from miniapp_host.web.web_view import Failure, WebView
from miniapp_host.web.web_view_profile import WebViewProfile
from tests.api.pretend_phone import FakeNetwork
from tests.driver import PATIENCE_MS
from tests.web_server import Web, serving

PAGES = {
    "/": "<title>Start</title>start",
    "/away": "-> /forbidden",
    "/framed": '<title>Framed</title><iframe src="/forbidden"></iframe><iframe src="/"></iframe>',
    "/forbidden": "forbidden",
    "/opens": "<title>Opens</title><script>const to = (url) => window.open(url)</script>",
    "/cookie": "<title>Cookie</title><script>document.cookie = 'seen=yes'</script>",
}


@pytest.fixture
def web() -> Iterator[Web]:
    with serving(PAGES) as running:
        yield running


@pytest.fixture
def conditions(tmp_path: Path) -> NetworkConditions:
    return NetworkConditions(Preferences(tmp_path / "preferences.json"))


@pytest.fixture
def ours() -> Iterator[Web]:
    """A server that stands for one of the phone's own."""
    with serving({"/": "<title>Ours</title>", "/json": "secret"}) as running:
        yield running


MakeView = Callable[[], WebView]


@pytest.fixture
def make_view(qtbot: QtBot, conditions: NetworkConditions, ours: Web) -> Iterator[MakeView]:
    """Views of one program: nothing that has `forbidden` in its address is allowed."""
    prepare_engine()
    owner = QObject()
    own_ports = OwnPorts([int(ours.url.rpartition(":")[2])])
    web = PlayedWeb(FakeNetwork(), conditions, whole=False, own_ports=own_ports)
    profile = WebViewProfile("Phone/1", "en", owner, web)
    views: list[WebView] = []

    def make() -> WebView:
        scripts = paths.runtime_dir() / "web-view"
        view = WebView(profile, lambda url: "forbidden" not in url, scripts)
        qtbot.addWidget(view)
        views.append(view)
        return view

    yield make
    for view in views:
        view.dispose()
    profile.deleteLater()
    owner.deleteLater()


def test_a_redirection_leads_nowhere_that_is_not_allowed(
    qtbot: QtBot, make_view: MakeView, web: Web
) -> None:
    view = make_view()
    with qtbot.waitSignal(view.refused, timeout=PATIENCE_MS) as refused:
        assert view.open(f"{web.url}/away")
    assert refused.args == [f"{web.url}/forbidden"]
    assert "/forbidden" not in web.asked


def test_a_frame_shows_nothing_that_is_not_allowed(
    qtbot: QtBot, make_view: MakeView, web: Web
) -> None:
    view = make_view()
    with qtbot.waitSignals([view.complained, view.loaded], timeout=PATIENCE_MS):
        view.open(f"{web.url}/framed")
    assert "/forbidden" not in web.asked
    assert "/" in web.asked


def test_only_addresses_of_the_web_are_opened(make_view: MakeView) -> None:
    view = make_view()
    for address in ("", "https:", "www.example.com", "file:///etc/passwd", "javascript:alert(1)"):
        assert not view.open(address)


def run(qtbot: QtBot, view: WebView, script: str) -> object:
    """The value of an expression in the page."""
    with qtbot.waitCallback(timeout=PATIENCE_MS) as answered:
        view.page().runJavaScript(script, answered)
    return answered.args[0]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "any.example"])
def test_a_port_of_the_phones_own_is_no_address_of_the_web(
    make_view: MakeView, ours: Web, host: str
) -> None:
    port = ours.url.rpartition(":")[2]
    assert not make_view().open(f"http://{host}:{port}/json")
    assert ours.asked == []


@pytest.mark.parametrize("way", ["location.href = '{}'", "window.open('{}')"])
@pytest.mark.parametrize(
    "address",
    [
        "OURS/json",
        "mp://program/app.json",
        "file:///etc/passwd",
        "qrc:/",
        "chrome://version/",
        "chrome://gpu",
        "data:text/html,<title>data</title>",
        "view-source:OURS",
    ],
)
def test_a_page_leads_to_no_address_of_ours_in_a_new_window_either(
    qtbot: QtBot, make_view: MakeView, web: Web, ours: Web, way: str, address: str
) -> None:
    view = make_view()
    said: list[str] = []
    view.complained.connect(said.append)
    with qtbot.waitSignal(view.loaded, timeout=PATIENCE_MS):
        view.open(f"{web.url}/opens")
    script = way.format(address.replace("OURS", ours.url))
    run(qtbot, view, f"{script}; 1")
    qtbot.waitUntil(lambda: said != [], timeout=PATIENCE_MS)
    assert run(qtbot, view, "document.title") == "Opens"
    assert view.url().toString() == f"{web.url}/opens"
    assert ours.asked == []


def test_a_script_for_a_new_window_is_not_run(qtbot: QtBot, make_view: MakeView, web: Web) -> None:
    view = make_view()
    with qtbot.waitSignal(view.loaded, timeout=PATIENCE_MS):
        view.open(f"{web.url}/opens")
    run(qtbot, view, "window.open('javascript:document.title=1'); 1")
    assert run(qtbot, view, "document.title") == "Opens"


def test_what_is_not_allowed_is_not_allowed_in_a_new_window(
    qtbot: QtBot, make_view: MakeView, web: Web
) -> None:
    view = make_view()
    with qtbot.waitSignal(view.loaded, timeout=PATIENCE_MS):
        view.open(f"{web.url}/opens")
    with qtbot.waitSignal(view.refused, timeout=PATIENCE_MS) as refused:
        run(qtbot, view, f"window.open('{web.url}/forbidden'); 1")
    assert refused.args == [f"{web.url}/forbidden"]
    with qtbot.waitSignal(view.refused, timeout=PATIENCE_MS):
        run(qtbot, view, "window.open('/away'); 1")
    assert "/forbidden" not in web.asked


def test_a_redirection_to_a_port_of_ours_leads_nowhere(
    qtbot: QtBot, make_view: MakeView, ours: Web
) -> None:
    view = make_view()
    with (
        serving({"/": f"-> {ours.url}/json"}) as other,
        qtbot.waitSignal(view.complained, timeout=PATIENCE_MS) as said,
    ):
        view.open(f"{other.url}/")
    assert f"{ours.url}/json" in said.args[0]
    assert ours.asked == []


def test_what_a_page_loads_comes_from_no_port_of_ours(
    qtbot: QtBot, make_view: MakeView, web: Web, ours: Web
) -> None:
    view = make_view()
    with qtbot.waitSignal(view.loaded, timeout=PATIENCE_MS):
        view.open(f"{web.url}/opens")
    run(
        qtbot,
        view,
        f"""window.ended = 0; const end = () => {{ window.ended++ }}
        fetch('{ours.url}/json', {{ mode: 'no-cors' }}).then(end, end)
        const picture = new Image(); picture.onload = picture.onerror = end
        picture.src = '{ours.url}/json'
        const socket = new WebSocket('{ours.url.replace("http", "ws")}/json')
        socket.onopen = socket.onerror = end
        const frame = document.createElement('iframe'); frame.src = '{ours.url}/json'
        document.body.append(frame); 1""",
    )
    qtbot.waitUntil(lambda: run(qtbot, view, "window.ended") == 3, timeout=PATIENCE_MS)
    assert ours.asked == []


def test_what_cannot_be_loaded_is_told_with_its_reason(qtbot: QtBot, make_view: MakeView) -> None:
    with serving({}) as gone:
        address = f"{gone.url}/x"
    view = make_view()
    with qtbot.waitSignal(view.failed, timeout=PATIENCE_MS) as failed:
        view.open(address)
    assert failed.args == [Failure(address, "ERR_CONNECTION_REFUSED")]
    assert not view.has_page


def test_views_of_a_program_share_cookies(qtbot: QtBot, make_view: MakeView, web: Web) -> None:
    first, second = make_view(), make_view()
    for view, path in ((first, "/cookie"), (second, "/")):
        with qtbot.waitSignal(view.loaded, timeout=PATIENCE_MS):
            view.open(web.url + path)
    with qtbot.waitCallback(timeout=PATIENCE_MS) as answered:
        second.page().runJavaScript("document.cookie", answered)
    assert answered.args == ["seen=yes"]


def test_nothing_comes_from_the_web_while_the_phone_is_offline(
    qtbot: QtBot, make_view: MakeView, web: Web, conditions: NetworkConditions
) -> None:
    view = make_view()
    conditions.set(Preset.OFFLINE.value)
    with qtbot.waitSignal(view.failed, timeout=PATIENCE_MS):
        view.open(f"{web.url}/")
    assert web.asked == []
    conditions.set(Preset.ONLINE.value)
    with qtbot.waitSignal(view.loaded, timeout=PATIENCE_MS):
        view.open(f"{web.url}/")
