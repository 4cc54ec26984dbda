"""The smallest whole: a page is drawn, a tap reaches its script, its script changes the page."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from miniapp_host.phone.phone import Phone
from miniapp_host.shell.console.console_model import Level
from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.program_folder import write_program


def test_a_page_shows_its_data_and_answers_a_tap(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="count" bindtap="more">count {{count}}</view>',
            "index.js": "Page({data: {count: 1}, more() { this.setData({count: 2}) }})",
        }
    )
    assert page.text("#count") == "count 1"
    page.tap("#count")
    page.wait_text("#count", "count 2")
    assert page.errors() == []


def test_an_error_names_file_and_line(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="go" bindtap="go">go</view>',
            "index.js": "Page({\n  go() {\n    missing()\n  }\n})",
        }
    )
    page.tap("#go")
    entry = page.wait_log("missing is not defined")
    assert (entry.file, entry.line) == ("pages/index/index.js", 3)


def test_a_program_whose_files_are_gone_before_it_starts_is_said_to_be_unreadable(
    phone: Phone, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = write_program(tmp_path / "program", {"index.wxml": "<view/>"})
    installed = phone.memory.library.install(folder)
    page = PageDriver(qtbot, phone.open(installed.id))
    (installed.folder / "pages/index/index.wxml").unlink()
    entry = page.wait_log("the boot record cannot be read")
    assert entry.level is Level.ERROR
