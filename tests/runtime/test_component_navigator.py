"""<navigator>: a tap goes where it says."""

from PySide6.QtCore import Qt

from tests.conftest import OpenProgram

PAGES = {
    "index.wxml": '<navigator id="go" url="../b/b?x=1">go</navigator>'
    '<navigator id="replace" url="/pages/b/b" open-type="redirect">replace</navigator>',
    "pages/b/b.wxml": '<view id="b">b {{x}}</view><navigator id="back" open-type="navigateBack">'
    "back</navigator>",
    "pages/b/b.js": "Page({data: {x: 0}, onLoad({x}) { this.setData({x}) }})",
}


def test_it_opens_a_page_beside_its_own_and_another_goes_back(run_program: OpenProgram) -> None:
    page = run_program(PAGES)
    page.tap("#go")
    page.wait_for("#b")
    page.wait_text("#b", "b 1")
    page.tap("#back")
    page.wait_for("#go")


def test_enter_follows_the_focused_one(run_program: OpenProgram) -> None:
    page = run_program(PAGES)
    page.press(Qt.Key.Key_Tab)
    page.wait(lambda: bool(page.in_page("page.activeElement?.id === 'go'")), "focus")
    page.press(Qt.Key.Key_Return)
    page.wait_for("#b")


def test_redirect_leaves_no_way_back(run_program: OpenProgram) -> None:
    page = run_program(PAGES)
    page.tap("#replace")
    page.wait_for("#b")
    assert page.run("document.querySelectorAll('.sheet:not([data-state=leaving])').length") == 1
