"""<textarea>: many lines, a fixed height or one that grows."""

from PySide6.QtCore import Qt

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import heard, hearing_page, inner, wait_heard


def wait_focus(page: PageDriver) -> None:
    page.wait(lambda: bool(page.in_page("page.activeElement === find('#t')")), "focus")


def test_enter_makes_a_new_line_and_the_number_of_lines_is_told(
    run_program: OpenProgram,
) -> None:
    page = run_program(hearing_page('<textarea id="t" bindinput="hear" bindlinechange="hear" />'))
    assert wait_heard(page, "linechange")["lineCount"] == 1
    page.tap("#t")
    wait_focus(page)
    page.type("a")
    page.press(Qt.Key.Key_Return)
    page.type("b")
    assert wait_heard(page, "input", count=3)["value"] == "a\nb"
    page.wait(lambda: heard(page, "linechange")[-1]["lineCount"] == 2, "a second line told")


def test_with_auto_height_it_grows_with_its_text(run_program: OpenProgram) -> None:
    page = run_program({"index.wxml": '<textarea id="t" auto-height value="one" />'})
    single = page.box("#t")["height"]
    page.tap("#t")
    wait_focus(page)
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Return)
    page.wait(lambda: abs(page.box("#t")["height"] - single * 3) < 2, "three lines high")


def test_without_it_is_150_high(run_program: OpenProgram) -> None:
    page = run_program({"index.wxml": '<textarea id="t" />'})
    assert (page.box("#t")["width"], page.box("#t")["height"]) == (300, 150)


def test_with_a_confirm_type_enter_confirms(run_program: OpenProgram) -> None:
    page = run_program(hearing_page('<textarea id="t" confirm-type="send" bindconfirm="hear" />'))
    page.tap("#t")
    wait_focus(page)
    page.type("hi")
    page.press(Qt.Key.Key_Return)
    assert wait_heard(page, "confirm") == {"value": "hi"}


def test_blur_tells_text_and_cursor(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page('<textarea id="t" value="hi" bindblur="hear" /><view id="off">off</view>')
    )
    page.tap("#t")
    wait_focus(page)
    page.tap("#off")
    assert wait_heard(page, "blur") == {"value": "hi", "cursor": 2}


def test_more_than_140_letters_only_if_the_program_allows(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<textarea id="t" value="{{long}}" />'
            '<textarea id="u" value="{{long}}" maxlength="-1" />',
            "index.js": "Page({data: {long: 'x'.repeat(200)}})",
        }
    )
    assert inner(page, "#t", "part('control').value.length") == 140
    assert inner(page, "#u", "part('control').value.length") == 200


def test_growing_does_not_move_the_page(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<view style="height: 2000px"></view><textarea id="t" auto-height bindinput="hear" />'
        )
    )
    page.tap("#t")
    wait_focus(page)
    page.in_page("(page.documentElement.scrollTop = 9999, 1)")
    before = page.in_page("page.documentElement.scrollTop")
    page.type("abc")
    wait_heard(page, "input", count=3)
    assert page.in_page("page.documentElement.scrollTop") == before
