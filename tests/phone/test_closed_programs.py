"""Whoever closes a program sees the launcher at once; what Chromium keeps of it goes afterwards."""

from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWebEngineCore import QWebEnginePage
from pytestqt.qtbot import QtBot

from miniapp_host.phone.phone import Phone
from miniapp_host.web.web_view import WebView
from tests.conftest import OpenProgram
from tests.driver import PATIENCE_MS, PageDriver
from tests.program_folder import write_program
from tests.shell.program_parts import click
from tests.web_server import serving

COUNTS = """Page({
  onReady() {
    let count = 0
    setInterval(() => wx.setStorage({key: 'count', data: ++count}), 1)
    setInterval(() => console.log('line'), 1)
  },
})"""


class AtFirstPaint(QObject):
    """Asks a question when the launcher is first painted, and keeps the answer."""

    def __init__(self, phone: Phone, ask: Callable[[], object]) -> None:
        super().__init__()
        self.answers: list[object] = []
        self._ask = ask
        launcher = phone.window.screen_widget.launcher
        assert launcher is not None
        launcher.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.answers:
            self.answers.append(self._ask())
        return False


@pytest.fixture
def open_web(
    phone: Phone, open_folder: OpenProgram, tmp_path: Path, qtbot: QtBot
) -> Callable[[str], tuple[PageDriver, QWebEnginePage]]:
    """Opens a program that shows a page of the web, and waits for that."""

    def open_it(url: str) -> tuple[PageDriver, QWebEnginePage]:
        files = {"index.wxml": f'<web-view src="{url}"/>'}
        page = open_folder(phone, write_program(tmp_path / "web", files))
        qtbot.waitUntil(lambda: any(one.has_page for one in views(page)), timeout=PATIENCE_MS)
        return page, views(page)[0].page()

    return open_it


def views(page: PageDriver) -> list[WebView]:
    return page.program.screen.findChildren(WebView)


def test_the_launcher_is_painted_before_anything_is_ended(
    phone: Phone, open_web: Callable[[str], tuple[PageDriver, QWebEnginePage]], qtbot: QtBot
) -> None:
    with serving({"/": "<body>web"}) as web:
        page, of_web = open_web(web.url)
        pages = (page.program.view.page(), of_web)
        there = AtFirstPaint(phone, lambda: all(map(shiboken6.isValid, pages)))
        click(page.program.screen, "capsuleClose")
        assert phone.running == {}
        qtbot.waitUntil(lambda: bool(there.answers), timeout=PATIENCE_MS)
        assert there.answers == [True]
        qtbot.waitUntil(lambda: not any(map(shiboken6.isValid, pages)), timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: not shiboken6.isValid(page.program), timeout=PATIENCE_MS)


def test_a_program_that_can_still_be_seen_does_nothing_more(
    phone: Phone, open_folder: OpenProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = write_program(tmp_path / "counts", {"index.wxml": "<view/>", "index.js": COUNTS})
    page = open_folder(phone, folder)
    program, console = page.program, page.program.screen.console
    storage = phone.memory.storage
    qtbot.waitUntil(lambda: storage.get(program.id, "count") is not None, timeout=PATIENCE_MS)
    click(program.screen, "capsuleClose")
    program_id, heard = program.id, []

    def is_gone() -> bool:
        if shiboken6.isValid(console):
            heard.append((storage.get(program_id, "count"), len(console.entries)))
        return not shiboken6.isValid(program)

    qtbot.waitUntil(is_gone, timeout=PATIENCE_MS)
    assert len(heard) > 1
    assert all(one == heard[0] for one in heard)


def test_a_page_of_frames_is_left_before_it_is_deleted(
    phone: Phone, open_web: Callable[[str], tuple[PageDriver, QWebEnginePage]], qtbot: QtBot
) -> None:
    """Chromium deletes its frames in one piece, for which the phone would stand still."""
    left = "<script>onpagehide = () => fetch('/left', {keepalive: true})</script>"
    with serving({"/": left + "<iframe src='/frame'></iframe>" * 20, "/frame": "frame"}) as web:
        page, of_web = open_web(web.url)
        phone.close_program(page.program.id)
        qtbot.waitUntil(lambda: "/left" in web.asked, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: not shiboken6.isValid(of_web), timeout=PATIENCE_MS)


def test_a_page_that_works_without_end_is_deleted_all_the_same(
    phone: Phone, open_web: Callable[[str], tuple[PageDriver, QWebEnginePage]], qtbot: QtBot
) -> None:
    loop = "<script>onload = () => setTimeout(() => { fetch('/begins'); for (;;); }, 50)</script>"
    with serving({"/": loop, "/begins": "yes"}) as web:
        page, of_web = open_web(web.url)
        qtbot.waitUntil(lambda: "/begins" in web.asked, timeout=PATIENCE_MS)
        phone.close_program(page.program.id)
        qtbot.waitUntil(lambda: not shiboken6.isValid(of_web), timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: not shiboken6.isValid(page.program), timeout=PATIENCE_MS)


def test_a_phone_that_closes_ends_what_is_still_to_be_seen(
    phone: Phone, open_web: Callable[[str], tuple[PageDriver, QWebEnginePage]]
) -> None:
    with serving({"/": "<body>web"}) as web:
        page, of_web = open_web(web.url)
        pages = (page.program.view.page(), of_web)
        phone.close_program(page.program.id)
        phone.close()
        assert not any(map(shiboken6.isValid, pages))


def test_a_program_may_be_opened_while_its_last_run_is_still_to_be_seen(
    phone: Phone, open_folder: OpenProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = write_program(tmp_path / "again", {"index.wxml": "<view id='a'>here</view>"})
    first = open_folder(phone, folder).program
    phone.close_program(first.id)
    again = open_folder(phone, folder)
    qtbot.waitUntil(lambda: not shiboken6.isValid(first), timeout=PATIENCE_MS)
    assert again.text("#a") == "here"
    assert phone.running == {again.program.id: again.program}
