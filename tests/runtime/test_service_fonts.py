"""wx.loadFontFace(): a font of the program, for one page or for all."""

import base64
from pathlib import Path

import pytest

from miniapp_host.phone.phone import Phone
from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.program_folder import write_program
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


@pytest.mark.parametrize("options", ["global: false", "global: true", "scopes: ['native']"])
def test_success_means_that_pages_and_canvases_have_it(
    run_program: OpenProgram, options: str
) -> None:
    page = run_program(
        {
            "index.wxml": f'{TEXT}<canvas canvas-id="old" style="width: 90px; height: 20px"/>',
            "index.js": NOTE
            + f"""Page({{ onReady() {{
              const draw = wx.createCanvasContext('old', this)
              draw.font = '20px Square'
              const square = wx.createOffscreenCanvas({{ type: '2d', width: 90, height: 20 }}).getContext('2d')
              square.font = '20px Square'
              wx.loadFontFace({{ family: 'Square', source: {SOURCE!r}, {options}, success: () => {{
                note('canvases', Math.round(square.measureText('AAAA').width), Math.round(draw.measureText('AAAA').width))
                this.createSelectorQuery().select('#word').boundingClientRect(({{ width }}) => note('page', width)).exec()
              }} }})
            }} }})""",
        }
    )
    assert noted(page, "canvases") == [80, 80]
    assert noted(page, "page") == [80]


@pytest.mark.parametrize(
    "source", ["/Square.ttf", "./Square.ttf", "../../Square.ttf", "wxfile://usr/Square.ttf"]
)
def test_a_font_that_lies_in_the_package_or_was_kept_serves_pages_and_canvases(
    phone: Phone, tmp_path: Path, open_folder: OpenProgram, source: str
) -> None:
    folder = write_program(
        tmp_path / "program",
        {
            "index.wxml": TEXT,
            "index.js": NOTE
            + f"""const bytes = wx.base64ToArrayBuffer('{base64.b64encode(square_font()).decode()}')
            wx.getFileSystemManager().writeFileSync(`${{wx.env.USER_DATA_PATH}}/Square.ttf`, bytes)
            Page({{ onReady() {{
              wx.loadFontFace({{ family: 'Square', source: 'url("{source}")', complete: ({{ errMsg }}) => {{
                const context = wx.createOffscreenCanvas({{ type: '2d', width: 90, height: 20 }}).getContext('2d')
                context.font = '20px Square'
                note('wide', errMsg, Math.round(context.measureText('AAAA').width))
              }} }})
            }} }})""",
        },
    )
    for place in ("Square.ttf", "pages/index/Square.ttf"):
        (folder / place).write_bytes(square_font())
    page = open_folder(phone, folder)
    assert noted(page, "wide") == ["loadFontFace:ok", 80]
    page.wait(lambda: wide(page) == 80, "four squares of 20 px")


@pytest.mark.parametrize("source", ["url(/gone.ttf)", "no font at all"])
def test_what_is_no_font_fails(run_program: OpenProgram, source: str) -> None:
    page = run_program(program(f"{{ source: '{source}' }}"))
    assert noted(page, "failed") == ["error"]
