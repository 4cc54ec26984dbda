"""When a program hears an answer: after its call has returned, always, and the first page after the launch."""

import json
from pathlib import Path

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, noted, notes
from tests.runtime.test_service_components import part

VIEW = {"index.wxml": "<view/>"}
RUNTIME = Path(__file__).parents[2] / "miniapp_host/_runtime"
LEAVES = ["exitMiniProgram", "restartMiniProgram", "reLaunch"]


def test_no_function_answers_before_its_call_returns(run_program: OpenProgram) -> None:
    names = json.loads((RUNTIME / "api-names.json").read_text("utf-8"))["documented"]
    page = run_program(
        VIEW
        | {
            "index.js": NOTE
            + f"""const names = {json.dumps([name for name in names if name not in LEAVES])}
            Page({{ onReady() {{
              const early = []
              for (const name of names) {{
                if (typeof wx[name] !== 'function' || /^(on|off|create)[A-Z]|Sync$/.test(name)) continue
                let returned = false
                const heard = () => {{ if (!returned) early.push(name) }}
                try {{ wx[name]({{ success: heard, fail: heard, complete: heard }}) }} catch {{}}
                returned = true
              }}
              note('early', early)
            }} }})""",
        }
    )
    assert noted(page, "early") == [[]]


def test_a_function_can_be_called_again_by_its_own_answer_without_end(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        VIEW
        | {
            "index.js": NOTE
            + """const chain = (name, options, times) => new Promise((done) => {
              const next = () => (times-- ? wx[name]({ ...options, complete: next }) : done())
              next()
            })
            Page({ async onReady() {
              await chain('getSystemInfo', {}, 20000)
              await chain('setNavigationBarTitle', { title: 'x' }, 20000)
              await chain('createLivePusherContext', {}, 0)
              note('done')
            } })""",
        }
    )
    assert noted(page, "done") == []
    assert page.errors() == []


def test_callbacks_of_objects_come_after_their_calls_too(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="box"/>',
            "index.js": NOTE
            + """const order = []
            const after = (name, run) => { run(() => order.push(name + ' heard')); order.push(name + ' returned') }
            Page({ onReady() {
              after('media', (hear) => this.createMediaQueryObserver().observe({ minWidth: 1 }, hear))
              after('clear', (hear) => this.clearAnimation('#box', hear))
              after('require', (hear) => require('./other', hear))
              const advertisement = wx.createInterstitialAd()
              after('advertisement', (hear) => { advertisement.onError(hear); advertisement.load().catch(() => {}) })
              setTimeout(() => note('order', order.slice(0, 4), new Set(order.slice(4)).size), 50)
            } })""",
            "pages/index/other.js": "module.exports = 1",
        }
    )
    returned = ["media returned", "clear returned", "require returned", "advertisement returned"]
    assert noted(page, "order") == [returned, 4]


def test_a_media_query_that_is_given_up_at_once_is_not_heard(run_program: OpenProgram) -> None:
    page = run_program(
        VIEW
        | {
            "index.js": NOTE
            + """const observer = wx.createMediaQueryObserver()
            observer.observe({ minWidth: 1 }, () => note('heard'))
            observer.disconnect()
            setTimeout(() => note('later'), 20)
            Page({})""",
        }
    )
    assert noted(page, "later") == []
    assert notes(page) == [["later"]]


def test_the_app_may_lead_on_from_its_launch(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "app.js": "App({ onLaunch() { wx.navigateTo({ url: '/pages/two/two' }) } })",
            "index.wxml": "<view/>",
            "index.js": NOTE + "Page({ onLoad() { note('first', getCurrentPages().length) } })",
            "pages/two/two.wxml": '<view id="two">two</view>',
            "pages/two/two.js": NOTE
            + "Page({ onLoad() { note('second', getCurrentPages().map((page) => page.route)) } })",
        }
    )
    page.wait_text("#two", "two")
    assert noted(page, "first") == [1]
    assert noted(page, "second") == [["pages/index/index", "pages/two/two"]]


def test_a_required_modules_error_is_its_own_and_a_listeners_is_the_listeners(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": NOTE
            + """require('./none', () => note('never'), ({ errMsg }) => note('failed', errMsg.includes('./none')))
            require('./other', () => { throw new Error('of the listener') }, () => note('never'))
            Page({})""",
            "pages/index/other.js": "module.exports = 1",
        }
    )
    assert noted(page, "failed") == [True]
    page.wait_log("of the listener")
    assert notes(page) == [["failed", True]]


def test_what_a_component_of_the_first_page_reads_is_what_the_launch_left(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "app.js": "App({ async onLaunch() { await null; await null; this.word = 'left' } })",
            "index.json": '{"usingComponents": {"part": "/parts/part"}}',
            "index.wxml": '<part id="part"/>',
        }
        | part("parts/part", "{{word}}", "const { word } = getApp(); Component({ data: { word } })")
    )
    page.wait_text("#part", "left")
