"""<movable-area> and <movable-view>: dragged within bounds, or moved by the program."""

from PySide6.QtCore import QPoint

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import drag, heard, hearing_page, point_in, wait_heard

AREA = """
<movable-area id="area" style="width: 200px; height: 200px">
  <movable-view id="m" style="width: 50px; height: 50px" bindchange="hear" {}>m</movable-view>
</movable-area>"""


def place(page: PageDriver) -> tuple[int, int]:
    """Where the view stands in its area."""
    area, view = page.box("#area"), page.box("#m")
    return round(view["left"] - area["left"]), round(view["top"] - area["top"])


def test_a_drag_takes_it_along_and_tells_where(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(AREA.format('direction="all" x="10" y="20"')))
    assert place(page) == (10, 20)
    start = point_in(page, "#m")
    drag(page, start, start + QPoint(40, 30))
    there = {"x": 50, "y": 50, "source": "touch"}
    page.wait(lambda: heard(page, "change")[-1:] == [there], "the last place told")
    assert place(page) == (50, 50)


def test_it_stays_inside_the_area(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(AREA.format('direction="all"')))
    start = point_in(page, "#m")
    drag(page, start, start + QPoint(400, 400))
    page.wait(lambda: place(page) == (150, 150), "the far corner")


def test_out_of_bounds_stretches_and_springs_back(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(AREA.format('direction="all" out-of-bounds')))
    start = point_in(page, "#m")
    drag(page, start, start + QPoint(300, 0))
    page.wait(lambda: place(page) == (150, 0), "back inside")
    page.wait(lambda: heard(page, "change")[-1]["source"] == "out-of-bounds", "its source")
    assert "touch-out-of-bounds" in {detail["source"] for detail in heard(page, "change")}


def test_horizontal_ones_move_only_that_way(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(AREA.format('direction="horizontal"')))
    start = point_in(page, "#m")
    drag(page, start, start + QPoint(60, 60))
    wait_heard(page, "change")
    assert place(page) == (60, 0)


def test_without_a_direction_it_does_not_follow(run_program: OpenProgram) -> None:
    page = run_program(hearing_page(AREA.format("")))
    start = point_in(page, "#m")
    drag(page, start, start + QPoint(60, 60))
    assert place(page) == (0, 0)


def test_the_program_moves_it_and_its_style_changes_nothing_about_that(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        hearing_page(
            '<movable-area id="area" style="width: 200px; height: 200px"><movable-view id="m" '
            'x="{{x}}" direction="all" style="width: 50px; height: 50px; color: {{color}}" '
            'bindchange="hear">m</movable-view></movable-area>'
            '<view id="go" bindtap="go">go</view>',
            data="{x: 0, color: 'red'}",
            methods="go() { this.setData({x: 80, color: 'blue'}) },",
        )
    )
    page.tap("#go")
    page.wait(lambda: place(page) == (80, 0), "the new place")
    page.wait(lambda: heard(page, "change")[-1] == {"x": 80, "y": 0, "source": ""}, "told")


def test_a_large_view_moves_around_a_small_area(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<movable-area id="area" style="width: 100px; height: 100px"><movable-view id="m" '
            'direction="all" style="width: 200px; height: 200px">m</movable-view></movable-area>'
        )
    )
    start = point_in(page, "#area")
    drag(page, start, start - QPoint(360, 360))
    page.wait(lambda: place(page) == (-100, -100), "the far corner")


def test_what_is_inside_can_still_be_tapped(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<movable-area id="area" style="width: 200px; height: 200px"><movable-view id="m" '
            'direction="all" style="width: 100px; height: 100px">'
            '<view id="inside" bindtap="hear">tap me</view></movable-view></movable-area>'
        )
    )
    page.tap("#inside")
    wait_heard(page, "tap")
