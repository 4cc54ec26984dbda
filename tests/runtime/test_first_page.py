"""The smallest whole: a page is drawn, a tap reaches its script, its script changes the page."""

from tests.conftest import OpenProgram


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
