"""The browser of a <web-view> alone: where it goes, and where it does not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from miniapp_host import paths
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
    "/cookie": "<title>Cookie</title><script>document.cookie = 'seen=yes'</script>",
}


@pytest.fixture
def web() -> Iterator[Web]:
    with serving(PAGES) as running:
        yield running


@pytest.fixture
def conditions(tmp_path: Path) -> NetworkConditions:
    return NetworkConditions(Preferences(tmp_path / "preferences.json"))


MakeView = Callable[[], WebView]


@pytest.fixture
def make_view(qtbot: QtBot, conditions: NetworkConditions) -> Iterator[MakeView]:
    """Views of one program: nothing that has `forbidden` in its address is allowed."""
    prepare_engine()
    owner = QObject()
    web = PlayedWeb(FakeNetwork(), conditions, whole=False)
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
