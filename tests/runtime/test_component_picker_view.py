"""<picker-view>: wheels in the page with the program's own rows."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import click_at, drag, heard, hearing_page, point_in, wait_heard

WHEELS = """
<picker-view id="p" indicator-style="height: 50px" style="height: 250px" value="{{value}}"
  bindchange="hear" bindpickstart="hear" bindpickend="hear">
  <picker-view-column id="a">
    <view wx:for="{{[0, 1, 2, 3, 4]}}" wx:key="*this" class="row a{{item}}">{{item}}</view>
  </picker-view-column>
  <picker-view-column id="b">
    <view wx:for="{{['x', 'y']}}" wx:key="*this" class="row">{{item}}</view>
  </picker-view-column>
</picker-view>"""


def middle_row(page: PageDriver, wheel: str) -> str:
    """The text of the row in the middle of a wheel."""
    box = page.box(wheel)
    x, y = box["left"] + box["width"] / 2, box["top"] + box["height"] / 2
    return str(
        page.in_page(
            f"[...find('{wheel}').querySelectorAll('.row')].find((row) => "
            f"row.getBoundingClientRect().top <= {y} && row.getBoundingClientRect().bottom > {y})"
            f"?.innerText ?? '{x}'"
        )
    )


def test_wheels_stand_where_the_program_says(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(WHEELS, data="{value: [2, 1]}"))
    page.wait(lambda: middle_row(page, "#a") == "2", "2 in the middle")
    assert middle_row(page, "#b") == "y"
    assert page.box(".a2")["height"] == 50
    assert heard(page, "change") == []


def test_turning_one_tells_all_indexes(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(WHEELS, data="{value: [2, 1]}"))
    click_at(page, point_in(page, "#a") + QPoint(0, 50))
    assert wait_heard(page, "change") == {"value": [3, 1]}
    assert len(heard(page, "pickstart")) == 1
    wait_heard(page, "pickend")
    assert middle_row(page, "#a") == "3"


def test_a_drag_turns_by_as_many_rows(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(WHEELS, data="{value: [4, 0]}"))
    middle = point_in(page, "#a")
    drag(page, middle, middle + QPoint(0, 400), steps=20)
    assert wait_heard(page, "change") == {"value": [0, 0]}


def test_keys_turn_the_focused_wheel(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(WHEELS, data="{value: [0, 0]}"))
    page.press(Qt.Key.Key_Tab)
    page.wait(lambda: bool(page.in_page("page.activeElement?.id === 'a'")), "focus")
    QTest.keyClick(page.surface, Qt.Key.Key_End)
    assert wait_heard(page, "change") == {"value": [4, 0]}


def test_the_program_moves_a_wheel_later(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            WHEELS + '<view id="go" bindtap="go">go</view>',
            data="{value: [0, 0]}",
            methods="go() { this.setData({value: [3, 1]}) },",
        )
    )
    page.tap("#go")
    page.wait(lambda: middle_row(page, "#a") == "3", "3 in the middle")
    assert heard(page, "change") == []
