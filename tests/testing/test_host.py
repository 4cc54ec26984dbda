"""Phones of one run of tests: what they share, and what no program may see of another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from miniapp_host.testing.host import MiniAppHost, Wishes
from miniapp_host.testing.miniapp import MiniApp
from tests.conftest import MakePhone
from tests.program_folder import write_program

FILES = {
    "app.js": "App({ globalData: { left: 'nothing' } }); globalThis.mark = globalThis.mark || 'none'",
    "index.wxml": "<view>{{left}} {{kept}} {{mark}}</view><button bindtap='leave'>leave</button>",
    "index.js": """
        Page({
          data: { left: '', kept: '', mark: '' },
          onLoad() {
            const mark = globalThis.mark
            this.setData({ left: getApp().globalData.left, kept: wx.getStorageSync('kept') || 'empty', mark })
          },
          leave() {
            getApp().globalData.left = wx.getSystemInfoSync().platform
            globalThis.mark = 'marked'
            wx.setStorageSync('kept', 'something')
            this.onLoad()
          },
        })""",
}


@pytest.fixture
def host(tmp_path: Path) -> Iterator[MiniAppHost]:
    folder = write_program(tmp_path / "program", FILES)
    made = MiniAppHost(Wishes(folder=folder), tmp_path / "run" / "pictures")
    yield made
    made.close()


def test_a_program_finds_nothing_that_the_test_before_has_left(
    host: MiniAppHost, tmp_path: Path
) -> None:
    processes = set()
    for phone in ("one", "two", "three"):
        person = host.person(tmp_path / phone)
        miniapp = person.miniapp
        miniapp.expect_text("nothing empty none")
        processes.add(process_of(miniapp))
        miniapp.tap("leave")
        miniapp.expect_text("something marked")
        person.leave()
    assert len(processes) == 3


def test_a_restart_begins_in_a_process_of_its_own(host: MiniAppHost, tmp_path: Path) -> None:
    miniapp = host.person(tmp_path / "phone").miniapp
    before = process_of(miniapp)
    miniapp.restart()
    miniapp.expect_text("nothing empty none")
    assert process_of(miniapp) != before


def test_a_tested_phone_does_not_wait_for_the_disk_as_others_do(
    host: MiniAppHost, tmp_path: Path, make_phone: MakePhone
) -> None:
    tested = host.phone(tmp_path / "phone")
    asked = "PRAGMA synchronous"
    assert tested.phone.memory.database.execute(asked) == [(0,)]
    assert make_phone().memory.database.execute(asked) == [(3,)]
    tested.close()


def test_what_is_saved_is_on_the_next_phone_too(host: MiniAppHost, tmp_path: Path) -> None:
    page = host.folder / "pages" / "index" / "index.wxml"
    for phone, saved in (("one", "saved once"), ("two", "saved twice")):
        person = host.person(tmp_path / phone)
        page.write_text(f"<view>{saved}</view>", "utf-8")
        person.miniapp.expect_text(saved)
        person.leave()


def test_templates_are_compiled_once_for_all_phones(host: MiniAppHost, tmp_path: Path) -> None:
    host.person(tmp_path / "one").leave()
    compiled = {file: file.stat().st_mtime_ns for file in (tmp_path / "run").rglob("*.js")}
    host.person(tmp_path / "two").leave()
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "run").rglob("*.js")} == compiled
    assert len(compiled) == 1


def process_of(miniapp: MiniApp) -> int:
    """The id of the process that runs the program."""
    return miniapp.program.view.page().renderProcessPid()
