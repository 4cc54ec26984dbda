"""What the pages know of the phone around them: its edges, its look, its scroll bars."""

import json

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, noted

PAGE = "pages/index/index"
EDGES = """.edge { padding-top: env(safe-area-inset-top); padding-bottom: calc(env(safe-area-inset-bottom, 1px) + 20rpx) }"""


def app(**settings: object) -> str:
    return json.dumps({"pages": [PAGE], **settings})


def test_a_page_keeps_clear_of_the_edges_the_phone_draws_on(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view class="edge"/><view id="in" style="height: env(safe-area-inset-bottom)"/>',
            "index.wxss": EDGES,
            "index.json": '{"navigationStyle": "custom"}',
            "index.js": NOTE + "note('area', wx.getWindowInfo().safeArea.top)\nPage({})",
        }
    )
    assert page.style(".edge", "padding-top") == f"{noted(page, 'area')[0]}px"
    assert page.style(".edge", "padding-bottom") == f"{34 + 390 * 20 / 750:g}px"
    assert page.box("#in")["height"] == 34


def test_under_the_bar_and_above_the_tabs_nothing_is_in_the_way(run_program: OpenProgram) -> None:
    tabs = [{"pagePath": PAGE, "text": "one"}, {"pagePath": "pages/two/two", "text": "two"}]
    page = run_program(
        {
            "app.json": app(pages=[PAGE, "pages/two/two"], tabBar={"list": tabs}),
            "index.wxml": '<view class="edge"/>',
            "index.wxss": EDGES,
            "pages/two/two.wxml": "<view/>",
        }
    )
    assert page.style(".edge", "padding-top") == "0px"
    assert page.style(".edge", "padding-bottom") == f"{390 * 20 / 750:g}px"


BUTTONS = """<button id="plain">one</button><button id="primary" type="primary">two</button>
<button id="off" type="primary" disabled>three</button><button id="mini" size="mini">four</button>"""


def test_buttons_are_as_wide_as_the_page_for_programs_of_the_old_look(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {"app.json": app(), "index.wxml": BUTTONS, "app.wxss": "#mini { color: red }"}
    )
    assert page.box("#plain")["width"] == 390
    assert page.box("#plain")["height"] == 46
    assert page.style("#plain", "background-color") == "rgb(248, 248, 248)"
    assert page.style("#primary", "background-color") == "rgb(26, 173, 25)"
    assert page.style("#off", "background-color") == "rgb(158, 217, 157)"
    assert page.box("#mini")["width"] < 100
    assert page.style("#mini", "color") == "rgb(255, 0, 0)"


def test_buttons_have_the_look_of_today_where_app_json_says_so(run_program: OpenProgram) -> None:
    page = run_program({"app.json": app(style="v2"), "index.wxml": BUTTONS})
    assert page.box("#plain")["width"] == 184
    assert page.style("#primary", "background-color") == "rgb(7, 193, 96)"


def test_what_overflows_has_no_bars_of_a_desktop(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="box" style="height: 50px; overflow: scroll"><view id="tall" style="height: 500px"/></view>'
        }
    )
    assert page.box("#tall")["width"] == page.box("#box")["width"]


def test_the_service_knows_how_wide_the_page_is_from_the_start(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": NOTE
            + """Page({ onLoad() { this.createMediaQueryObserver().observe({ minWidth: 300, maxWidth: 400 },
              ({ matches }) => note('fits', matches)) } })""",
        }
    )
    assert noted(page, "fits") == [True]
