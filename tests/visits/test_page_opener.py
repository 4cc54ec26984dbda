"""Pages opened one after the other in a real program, whatever they do."""

import os
import signal
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from miniapp_host.automation.scripted_prompter import ScriptedPrompter
from miniapp_host.permissions.prompts import Answer
from miniapp_host.phone.phone import Phone
from miniapp_host.visits.page_opener import Outcome, PageOpener, PageVisit, errors_of
from tests.conftest import MakePhone
from tests.program_folder import write_program

GOOD = "pages/index/index"
LIMIT = 5.0
PATIENCE_MS = 60_000

Visits = Callable[..., list[PageVisit]]


@pytest.fixture
def visits(qtbot: QtBot, phone: Phone, tmp_path: Path) -> Visits:
    """Opens every page of a program that is written from `files`, in order of their names."""

    def visit(files: Mapping[str, str], on_opener: Callable[[PageOpener], None] = id) -> list:
        return visit_on(qtbot, phone, write_program(tmp_path / "program", files), on_opener)

    return visit


def visit_on(
    qtbot: QtBot, phone: Phone, folder: Path, on_opener: Callable[[PageOpener], None] = id
) -> list[PageVisit]:
    pages = sorted(str(file.relative_to(folder))[:-5] for file in folder.glob("pages/*/*.wxml"))
    opener = PageOpener(phone, folder, pages, LIMIT, phone)
    found: list[PageVisit] = []
    opener.page_visited.connect(found.append)
    on_opener(opener)
    with qtbot.waitSignal(opener.finished, timeout=PATIENCE_MS):
        opener.start()
    return found


def outcomes(found: list[PageVisit]) -> list[tuple[str, Outcome]]:
    return [(visit.page.rpartition("/")[2], visit.outcome) for visit in found]


def test_a_web_view_without_a_server_is_no_error_of_the_page(visits: Visits) -> None:
    web = '<web-view src="http://127.0.0.1:9/nobody" binderror="fail"/>'
    found = visits({"index.wxml": web, "pages/web/web.wxml": web, "pages/x/x.wxml": "<view/>"})
    assert [visit.outcome for visit in found] == [Outcome.OPENED] * 3
    assert not any(errors_of(visit) for visit in found)


def test_every_page_is_opened_and_its_errors_are_its_own(visits: Visits) -> None:
    found = visits(
        {
            "index.wxml": "<view/>",
            "pages/worse/worse.wxml": "<view/>",
            "pages/worse/worse.js": "Page({\n onLoad() { throw new Error('oh no') } })",
        }
    )
    assert outcomes(found) == [("index", Outcome.OPENED), ("worse", Outcome.OPENED)]
    good, worse = found
    assert errors_of(good) == ()
    (error,) = errors_of(worse)
    assert (error.file, error.line) == ("pages/worse/worse.js", 2)


def test_a_page_that_hangs_is_told_and_the_next_one_opens(visits: Visits) -> None:
    found = visits(
        {
            "pages/a/a.wxml": "<view/>",
            "pages/b/b.wxml": "<view/>",
            "pages/b/b.js": "Page({ onLoad() { for (;;); } })",
            "pages/c/c.wxml": "<view/>",
        }
    )
    expected = [("a", Outcome.OPENED), ("b", Outcome.HUNG), ("c", Outcome.OPENED)]
    assert outcomes(found) == expected


def test_a_page_that_stops_the_program_later_is_found_out_by_the_next(visits: Visits) -> None:
    stopped: list[str] = []
    found = visits(
        {
            "pages/a/a.wxml": "<view/>",
            "pages/a/a.js": "Page({ onReady() { setTimeout(() => { for (;;); }) } })",
            "pages/b/b.wxml": "<view/>",
        },
        lambda opener: opener.program_stopped.connect(stopped.append),
    )
    assert outcomes(found) == [("a", Outcome.OPENED), ("b", Outcome.OPENED)]
    assert stopped == ["pages/a/a"]


class Killer(QTimer):
    """Kills what draws the program as soon as `page` is being opened, however often."""

    def __init__(self, opener: PageOpener, page: str) -> None:
        super().__init__(opener)
        self._opener, self._page = opener, page
        self.timeout.connect(self._on_timeout)
        opener.page_opening.connect(self._on_page_opening)

    def _on_page_opening(self, page: str) -> None:
        if page == self._page:
            self.start(20)
        else:
            self.stop()

    def _on_timeout(self) -> None:
        program = self._opener.program
        process = program.view.page().renderProcessPid() if program else 0
        if process:
            os.kill(process, signal.SIGKILL)


def test_a_page_that_crashes_its_renderer_is_told_and_the_next_one_opens(visits: Visits) -> None:
    found = visits(
        {f"pages/{name}/{name}.wxml": "<view/>" for name in "abc"},
        lambda opener: Killer(opener, "pages/b/b"),
    )
    expected = [("a", Outcome.OPENED), ("b", Outcome.CRASHED), ("c", Outcome.OPENED)]
    assert outcomes(found) == expected
    assert found[1].how


def test_a_page_that_leads_on_tells_where_it_led(visits: Visits) -> None:
    found = visits(
        {
            "pages/a/a.wxml": "<view/>",
            "pages/b/b.wxml": "<view/>",
            "pages/b/b.js": "Page({ onLoad() { wx.redirectTo({ url: '/pages/a/a' }) } })",
        }
    )
    assert outcomes(found)[1] == ("b", Outcome.LED_ON)
    assert found[1].front == "pages/a/a"


def test_a_prompt_is_dismissed_and_the_page_goes_on(
    qtbot: QtBot, make_phone: MakePhone, tmp_path: Path
) -> None:
    prompter = ScriptedPrompter(usual=Answer.DISMISS)
    phone = make_phone(prompter)
    script = "Page({ onLoad() { wx.getLocation({ fail: (e) => console.log(e.errMsg) }) } })"
    folder = write_program(tmp_path / "program", {"index.wxml": "<view/>", "index.js": script})
    (visit,) = visit_on(qtbot, phone, folder)
    assert visit.outcome is Outcome.OPENED
    assert [prompt.scope.id for prompt in prompter.asked] == ["scope.userLocation"]
    assert "getLocation:fail auth deny" in [entry.text for entry in visit.entries]
