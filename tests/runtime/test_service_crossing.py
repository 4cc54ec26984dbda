"""What a program gives away may be anything: half characters, what has no end, what throws when it is read."""

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.program.navigation_bar import NavigationBar
from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.notes import NOTE, noted, notes, wait_notes

HALF = "\\ud800"
VIEW = {"index.wxml": "<view/>"}


def title(page: PageDriver) -> str:
    return page.program.screen.findChild(NavigationBar).title


def test_an_address_with_half_a_character_leads_to_its_page(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="go" bindtap="go">go</view>',
            "index.js": f"Page({{ go() {{ wx.navigateTo({{ url: '/pages/two/two?x={HALF}&{HALF}=1' }}) }} }})",
            "pages/two/two.wxml": '<view id="two">{{x}}</view>',
            "pages/two/two.js": NOTE
            + "Page({ data: { x: '' }, onLoad(query) { this.setData({ x: query.x }); note('query', query) } })",
        }
    )
    page.tap("#go")
    page.wait_for("#two")
    back = page.program.screen.findChild(QWidget, "navigationBack")
    page.wait(back.isVisible, "the back button")
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    page.wait_for("#go")
    assert page.errors() == []


@pytest.mark.parametrize("half", ["\\ud800", "\\udc00", "a\\ud83d", "\\ude00b"])
def test_half_a_character_goes_through_all_that_keeps_or_shows_text(
    run_program: OpenProgram, half: str
) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="said">{{said}}</view><image src="wxfile://usr/{{said}}.png"/>'
            "<canvas type='2d' id='canvas'/>",
            "index.js": NOTE
            + f"""const half = '{half}'
            const whole = half.toWellFormed()
            wx.setStorageSync('key' + half, {{ [half]: half }})
            note('kept', wx.getStorageSync('key' + half)[whole] === whole, wx.getStorageInfoSync().keys[0] === 'key' + whole)
            wx.setStorage({{ key: half, data: half, success() {{ wx.getStorage({{ key: half, success: ({{ data }}) => note('later', data === whole) }}) }} }})
            const files = wx.getFileSystemManager()
            const path = `${{wx.env.USER_DATA_PATH}}/${{half}}.txt`
            files.writeFileSync(path, half, 'utf8')
            note('file', files.readFileSync(path, 'utf8') === whole, files.readdirSync(wx.env.USER_DATA_PATH)[0] === whole + '.txt')
            wx.showToast({{ title: half }})
            wx.request({{ url: 'https://x/' + half, fail({{ errMsg }}) {{ note('asked', typeof errMsg) }} }})
            wx.getImageInfo({{ src: half, fail() {{ note('no picture') }} }})
            wx.createOffscreenCanvas({{ width: 1, height: 1 }}).createImage().src = 'wxfile://usr/' + half
            wx.setClipboardData({{ data: half }}); wx.createInnerAudioContext().src = half
            Page({{ data: {{ said: half }}, onReady() {{
              wx.setNavigationBarTitle({{ title: half }})
              console.warn(half)
              setTimeout(() => {{ throw new Error('thrown ' + half) }})
            }} }})""",
        }
    )
    assert noted(page, "kept") == [True, True]
    assert noted(page, "file") == [True, True]
    assert noted(page, "later") == [True]
    assert noted(page, "asked") == ["string"]
    assert noted(page, "no picture") == []
    whole = (
        json.loads(f'"{half}"').encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    )
    page.wait_log(f"thrown {whole}")
    page.wait(lambda: title(page) == whole, "the title")
    assert len(page.errors()) == 1


def test_a_manifest_with_half_a_character_opens(run_program: OpenProgram) -> None:
    app = {"pages": ["pages/index/index"], "window": {"navigationBarTitleText": "half \ud800"}}
    page = run_program({"app.json": json.dumps(app), "index.wxml": '<view id="there">there</view>'})
    page.wait_text("#there", "there")
    page.wait(lambda: title(page) == "half \ufffd", "the title")


DEEP = "const deep = (depth) => { let value = 1; for (let n = 0; n < depth; n++) value = n % 2 ? [value] : { value }; return value }\n"

ODD: list[tuple[str, Any]] = [
    ("deep(2000)", "parameter error: nested more than 200 deep"),
    ("deep(200000)", None),
    ("ring", "parameter error: Converting circular structure to JSON"),
    ("10n", "parameter error: Do not know how to serialize a BigInt"),
    ("{ get x() { throw new Error('not for you') } }", "parameter error: not for you"),
    ("{ toJSON() { throw 7 } }", "parameter error: it cannot be read"),
    ("new Proxy({}, { ownKeys() { throw new Error('no keys') } })", "parameter error: no keys"),
    ("revoked.proxy", None),
]


@pytest.mark.parametrize(("odd", "reason"), ODD)
def test_an_argument_that_cannot_be_sent_costs_its_own_call_alone(
    run_program: OpenProgram, odd: str, reason: str | None
) -> None:
    page = run_program(
        VIEW
        | {
            "index.js": NOTE
            + DEEP
            + f"""const ring = {{}}; ring.ring = ring
            const revoked = Proxy.revocable({{}}, {{}}); revoked.revoke()
            const odd = {odd}
            wx.setStorage({{ key: 'first', data: 1, complete: ({{ errMsg }}) => note('first', errMsg) }})
            wx.setStorage({{ key: 'odd', data: odd, complete: ({{ errMsg }}) => note('odd', errMsg) }})
            wx.setStorage({{ key: 'promised', data: odd }}).catch(({{ errMsg, errno }}) => note('promised', errMsg, errno))
            try {{ wx.setStorageSync('now', odd) }} catch (error) {{ note('now', error.errMsg, error instanceof Error) }}
            wx.request({{ url: 'https://a/', data: odd, method: 'POST', header: {{ odd }}, fail: ({{ errMsg }}) => note('request', errMsg) }})
            wx.getFileSystemManager().writeFile({{ filePath: 'wxfile://usr/x', data: odd, fail: ({{ errMsg }}) => note('file', errMsg) }})
            wx.getRecorderManager().start({{ odd }})
            wx.createCameraContext().takePhoto({{ quality: odd, fail() {{}} }})
            wx.connectSocket({{ url: 'wss://a/', header: odd, fail: ({{ errMsg }}) => note('socket', errMsg) }})
            wx.setStorage({{ key: 'last', data: 1, complete: ({{ errMsg }}) => note('last', errMsg) }})
            note('said in this turn')
            Page({{}})""",
        }
    )
    assert noted(page, "first") == ["setStorage:ok"]
    assert noted(page, "last") == ["setStorage:ok"]
    assert noted(page, "said in this turn") == []
    failed = noted(page, "odd")[0]
    assert failed.startswith("setStorage:fail parameter error: ")
    assert reason is None or failed == f"setStorage:fail {reason}"
    assert noted(page, "promised") == [failed, 1001]
    assert noted(page, "now") == [failed.replace("setStorage", "setStorageSync"), True]
    for name, call in {
        "request": "request",
        "file": "writeFile",
        "socket": "connectSocket",
    }.items():
        assert noted(page, name)[0].startswith(f"{call}:fail parameter error: ")


def test_options_that_cannot_be_read_fail_and_throw_nothing(run_program: OpenProgram) -> None:
    page = run_program(
        VIEW
        | {
            "index.js": NOTE
            + """const getter = { get title() { throw new Error('mine') }, fail: ({ errMsg }) => note('getter', errMsg) }
            wx.showToast(getter); wx.setNavigationBarTitle(getter)
            wx.showToast({ get success() { throw new Error('mine') }, complete: ({ errMsg }) => note('callback', errMsg) })
            wx.getSystemInfo(new Proxy({}, { get() { throw new Error('proxy') } })).catch(({ errMsg }) => note('proxy', errMsg))
            wx.getFileSystemManager().readFile({ get filePath() { throw new Error('mine') }, fail: ({ errMsg }) => note('file', errMsg) })
            wx.setNavigationBarColor({ frontColor: Object.create(null), fail: ({ errMsg }) => note('no text', errMsg) })
            wx.getSetting({ complete: ({ errMsg }) => note('after', errMsg) })
            Page({})""",
        }
    )
    assert noted(page, "after") == ["getSetting:ok"]
    failed = sorted(note[1] for note in wait_notes(page, 7) if note[0] == "getter")
    assert failed == [
        "setNavigationBarTitle:fail parameter error: mine",
        "showToast:fail parameter error: mine",
    ]
    assert noted(page, "callback") == ["showToast:fail parameter error: mine"]
    assert noted(page, "proxy") == ["getSystemInfo:fail parameter error: proxy"]
    assert noted(page, "file") == ["readFile:fail parameter error: mine"]
    assert noted(page, "no text")[0].startswith("setNavigationBarColor:fail")


def test_what_a_call_was_given_is_what_it_was_then(run_program: OpenProgram) -> None:
    page = run_program(
        VIEW
        | {
            "index.js": NOTE
            + """const data = { list: [1] }
            wx.setStorage({ key: 'then', data, success: () => note('kept', wx.getStorageSync('then')) })
            data.list.push(2)
            Page({})""",
        }
    )
    assert noted(page, "kept") == [{"list": [1]}]


def test_deep_data_of_a_built_in_component_costs_nobody_else(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<rich-text nodes="{{deep}}"/><rich-text nodes="{{odd}}"/><view id="said">{{said}}</view>',
            "index.js": NOTE
            + DEEP
            + """Page({ data: { said: '' }, onReady() {
              this.setData({ deep: deep(1500), odd: [deep(1500), () => {}], said: 'there' })
            } })""",
        }
    )
    page.wait_text("#said", "there")
    assert notes(page) == []
