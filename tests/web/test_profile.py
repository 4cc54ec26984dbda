"""The wall around a program's page: what leaves it, asked of a server on this machine."""

import gc
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage
from pytestqt.qtbot import QtBot

from miniapp_host.web.engine import prepare_engine
from miniapp_host.web.profile import ProgramProfile
from tests.web_server import running

PAGE = """<link rel="stylesheet" href="{0}/sheet"><script src="{0}/script"></script>
<iframe src="{0}/frame"></iframe><img src="{0}/picture"><script>fetch("{0}/fetch").catch(() => 0)
navigator.sendBeacon("{0}/beacon", "x")</script><img src="{0}/last">"""


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.seen.append(self.path)  # type: ignore[attr-defined]
        self.send_error(404)

    do_POST = do_GET

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    made.daemon_threads = True
    made.seen = []  # type: ignore[attr-defined]
    with running(made):
        yield made


Show = Callable[..., None]


@pytest.fixture
def show(qtbot: QtBot, server: ThreadingHTTPServer) -> Iterator[Show]:
    """Loads a page that asks the server for everything, in a profile of a program."""
    prepare_engine()
    owner = QObject()
    pages: list[QWebEnginePage] = []

    def load(*, played: bool = False) -> None:
        page = QWebEnginePage(
            ProgramProfile(owner, lambda _: played, lambda url: "own" in url), owner
        )
        gc.collect()
        pages.append(page)
        with qtbot.waitSignal(page.loadFinished, timeout=15_000):
            page.setHtml(
                PAGE.replace("{0}", f"http://127.0.0.1:{server.server_port}"), QUrl("mp://program/")
            )

    yield load
    for page in pages:
        page.deleteLater()
    qtbot.waitUntil(lambda: not owner.findChildren(QWebEnginePage))
    owner.deleteLater()


def test_only_pictures_media_and_fonts_leave_the_page(
    show: Show, server: ThreadingHTTPServer
) -> None:
    show()
    assert sorted(server.seen) == ["/last", "/picture"]  # type: ignore[attr-defined]


def test_nothing_leaves_where_the_host_plays_the_web(
    show: Show, server: ThreadingHTTPServer
) -> None:
    show(played=True)
    assert server.seen == []  # type: ignore[attr-defined]
