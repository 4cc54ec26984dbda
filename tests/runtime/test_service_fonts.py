"""wx.loadFontFace(): a font of the program, for one page or for all."""

import base64

import pytest

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.font import square_font
from tests.runtime.notes import NOTE, noted

SOURCE = f'url("data:font/ttf;base64,{base64.b64encode(square_font()).decode()}")'
TEXT = """<text id="word" style="font-family: Square, serif; font-size: 20px">AAAA</text>"""


def program(options: str) -> dict[str, str]:
    return {
        "index.wxml": f'{TEXT}<button id="go" bindtap="go">go</button>',
        "pages/two/two.wxml": TEXT,
        "index.js": NOTE
        + f"""const load = (options) => wx.loadFontFace({{ family: 'Square', source: {SOURCE!r}, ...options,
          success: ({{ status, errMsg }}) => note('done', status, errMsg), fail: ({{ status }}) => note('failed', status) }})
        Page({{ onReady() {{ load({options}) }}, go() {{ wx.navigateTo({{ url: '/pages/two/two' }}) }} }})""",
    }


def wide(page: PageDriver) -> float:
    return page.box("#word")["width"]


def test_words_are_drawn_in_it_once_it_is_there(run_program: OpenProgram) -> None:
    page = run_program(program("{}"))
    assert noted(page, "done") == ["loaded", "loadFontFace:ok"]
    page.wait(lambda: wide(page) == 80, "four squares of 20 px")


@pytest.mark.parametrize("everywhere", [True, False])
def test_a_later_page_has_it_if_it_is_for_all(run_program: OpenProgram, everywhere: bool) -> None:
    page = run_program(program("{ global: true }" if everywhere else "{}"))
    noted(page, "done")
    page.tap("#go")
    page.wait(lambda: page.program.page.startswith("pages/two"), "the second page")
    page.wait_for("#word")
    if everywhere:
        page.wait(lambda: wide(page) == 80, "four squares")
    else:
        assert wide(page) != 80


def test_a_canvas_measures_in_it_too(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": NOTE
            + f"""wx.loadFontFace({{ family: 'Square', source: {SOURCE!r}, global: true, scopes: ['native'], success: () => {{
              const context = wx.createOffscreenCanvas({{ type: '2d', width: 90, height: 20 }}).getContext('2d')
              context.font = '20px Square'
              note('wide', Math.round(context.measureText('AAAA').width))
            }} }})
            Page({{}})""",
        }
    )
    assert noted(page, "wide") == [80]


@pytest.mark.parametrize("source", ["url(/gone.ttf)", "no font at all"])
def test_what_is_no_font_fails(run_program: OpenProgram, source: str) -> None:
    page = run_program(program(f"{{ source: '{source}' }}"))
    assert noted(page, "failed") == ["error"]
