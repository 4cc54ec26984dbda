"""<map>: places where they belong on a chart that can be moved and zoomed."""

import pytest
from PySide6.QtCore import QPoint

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import click_at, drag, heard, hearing_page, inner, point_in, wait_heard
from tests.runtime.test_view_scrolling import wheel

HERE = {"longitude": 113.32, "latitude": 23.1}
MARKERS = (
    "[{id: 7, longitude: 113.32, latitude: 23.1, title: 'Here'},"
    " {id: 8, longitude: 113.321, latitude: 23.1, callout: {content: 'Always', display: 'ALWAYS'}}]"
)
LISTENS = " ".join(
    f'bind{name}="hear"' for name in ("tap", "markertap", "callouttap", "regionchange")
)


def chart(attributes: str = "") -> str:
    return (
        f'<map id="m" longitude="113.32" latitude="23.1" markers="{{{{markers}}}}" {LISTENS} {attributes}>'
        '<cover-view id="over" bindtap="hear" style="width: 40px; height: 20px">over</cover-view></map>'
    )


def run(run_program: OpenProgram, attributes: str = "") -> PageDriver:
    page = run_program(hearing_page(chart(attributes), data=f"{{markers: {MARKERS}}}"))
    page.wait(lambda: len(marks(page)) == 2 and marks(page)[0] != "", "markers in place")
    return page


def marks(page: PageDriver) -> list[str]:
    return list(inner(page, "#m", "[...part('marks').children].map((one) => one.style.transform)"))


def test_markers_stand_where_they_belong(run_program: OpenProgram) -> None:
    page = run(run_program)
    assert marks(page)[0] == "translate(150px, 112.5px)"
    assert marks(page)[1].startswith("translate(196.6")


def test_a_tap_beside_the_markers_is_a_place(run_program: OpenProgram) -> None:
    page = run(run_program)
    click_at(page, page.middle_of("#m") + QPoint(0, 30))
    detail = wait_heard(page, "tap")
    assert detail["longitude"] == pytest.approx(113.32, abs=1e-4)
    assert detail["latitude"] == pytest.approx(23.0994, abs=1e-4)


def test_a_tap_on_a_marker_is_the_markers_and_opens_its_callout(run_program: OpenProgram) -> None:
    page = run(run_program)
    click_at(page, page.middle_of("#m") - QPoint(0, 10))
    assert wait_heard(page, "markertap") == {"markerId": 7}
    assert heard(page, "tap") == []
    shown = "[...part('marks').children].map((one) => one.hasAttribute('data-open'))"
    assert inner(page, "#m", shown) == [True, True]


def test_a_drag_moves_the_map_and_not_the_page(run_program: OpenProgram) -> None:
    page = run(run_program)
    drag(page, point_in(page, "#m", 0.2, 0.8), point_in(page, "#m", 0.5, 0.8))
    wait_heard(page, "regionchange", count=2)
    ends = heard(page, "regionchange")
    assert [one["type"] for one in ends] == ["begin", "end"]
    assert ends[-1]["centerLocation"]["longitude"] < HERE["longitude"]


def test_the_wheel_zooms_around_the_pointer(run_program: OpenProgram) -> None:
    page = run(run_program)
    wheel(page, page.middle_of("#m"), 120)
    detail = wait_heard(page, "regionchange")
    assert detail["scale"] < 16
    assert detail["centerLocation"]["longitude"] == pytest.approx(HERE["longitude"], abs=1e-6)


def test_a_map_may_be_held_still(run_program: OpenProgram) -> None:
    page = run(run_program, 'enable-scroll="{{false}}" enable-zoom="{{false}}"')
    drag(page, point_in(page, "#m", 0.2, 0.8), point_in(page, "#m", 0.5, 0.8))
    wheel(page, page.middle_of("#m"), 120)
    assert heard(page, "regionchange") == []


def test_what_stands_on_a_map_is_drawn_on_it(run_program: OpenProgram) -> None:
    page = run(run_program)
    page.tap("#over")
    wait_heard(page, "tap")


def test_all_places_asked_for_are_seen(run_program: OpenProgram) -> None:
    page = run_program(
        hearing_page(
            '<map id="m" markers="{{points}}" include-points="{{points}}" />',
            data="{points: [{id: 1, longitude: 100, latitude: 20}, {id: 2, longitude: 120, latitude: 40}]}",
        )
    )
    page.wait(lambda: len(marks(page)) == 2 and marks(page)[1] != "", "markers in place")
    inside = "[...part('marks').children].every((one) => { const m = new DOMMatrix(getComputedStyle(one).transform);"
    assert inner(page, "#m", inside + " return m.e > 0 && m.e < 300 && m.f > 0 && m.f < 225 })")


def test_the_program_asks_where_it_is_and_moves_it(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<map id="m" longitude="113.32" latitude="23.1" /><view id="go" bindtap="go">{{told}}</view>',
            "index.js": "Page({data: {told: 'go'}, async go() { const map = wx.createMapContext('m');"
            " await map.moveToLocation({longitude: 100, latitude: 20}); const {longitude, latitude} ="
            " await map.getCenterLocation(); const {scale} = await map.getScale();"
            " this.setData({told: [longitude, latitude, scale].join()}) }})",
        }
    )
    page.tap("#go")
    page.wait_text("#go", "100,20,16")
