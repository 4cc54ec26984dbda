"""The page stack: what opens and closes in which order, and what each page hears."""

import json

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, noted, notes, wait_notes

LIFE = (
    NOTE
    + """const life = (name) => Object.fromEntries(['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload']
  .map((event) => [event, () => note(name, event)]));
"""
)


def stack_program(**more: str) -> dict[str, str]:
    """Pages a (first), b and c that note their life; `more` are further files."""
    files = {f"pages/{name}/{name}.wxml": f'<view id="{name}">{name}</view>' for name in "abc"}
    files |= {f"pages/{name}/{name}.js": LIFE + f"Page(life('{name}'))" for name in "abc"}
    files["app.json"] = json.dumps({"pages": [f"pages/{name}/{name}" for name in "abc"]})
    return files | more


def go(page, script: str) -> None:  # type: ignore[no-untyped-def]
    """Opens a page by the address that the host would open."""
    page.program.view.link.tell("open", script)


def test_life_runs_in_the_documented_order(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "app.js": NOTE
            + "App({ onLaunch({ path, query, scene }) { note('app', 'onLaunch', path, query, scene) },"
            " onShow() { note('app', 'onShow') } })",
            "index.wxml": "<part/>",
            "index.json": '{"usingComponents": {"part": "/parts/part"}}',
            "index.js": LIFE + "Page(life('page'))",
            "parts/part.json": '{"component": true}',
            "parts/part.wxml": "<text>part</text>",
            "parts/part.js": NOTE
            + """const say = (name) => () => note('part', name)
            Component({
              lifetimes: { created: say('created'), attached: say('attached'), ready: say('ready'), detached: say('detached') },
              pageLifetimes: { show: say('show'), hide: say('hide') },
            })""",
        },
        "pages/index/index?a=1&name=%E5%90%8D",
    )
    assert wait_notes(page, 9) == [
        ["app", "onLaunch", "pages/index/index", {"a": "1", "name": "%E5%90%8D"}, 1001],
        ["app", "onShow"],
        ["part", "created"],
        ["part", "attached"],
        ["page", "onLoad"],
        ["part", "show"],
        ["page", "onShow"],
        ["part", "ready"],
        ["page", "onReady"],
    ]


def test_pages_hide_and_come_back(run_program: OpenProgram) -> None:
    files = stack_program()
    files["pages/a/a.js"] = (
        LIFE + "Page({...life('a'), onReady() { wx.navigateTo({url: '../b/b'}) }})"
    )
    files["pages/b/b.js"] = LIFE + (
        "Page({...life('b'), onReady() { note('stack', getCurrentPages().map((page) => page.route)); wx.navigateBack() }})"
    )
    page = run_program(files)
    assert wait_notes(page, 8) == [
        ["a", "onLoad"],
        ["a", "onShow"],
        ["a", "onHide"],
        ["b", "onLoad"],
        ["b", "onShow"],
        ["stack", ["pages/a/a", "pages/b/b"]],
        ["b", "onUnload"],
        ["a", "onShow"],
    ]
    page.wait(lambda: page.text("#a") == "a", "page a in front")


def test_redirect_and_relaunch_unload_what_they_leave(run_program: OpenProgram) -> None:
    files = stack_program()
    files["pages/a/a.js"] = (
        LIFE + "Page({...life('a'), onReady() { wx.navigateTo({url: '/pages/b/b'}) }})"
    )
    files["pages/b/b.js"] = (
        LIFE + "Page({...life('b'), onReady() { wx.redirectTo({url: '/pages/c/c?x=1'}) }})"
    )
    files["pages/c/c.js"] = LIFE + (
        "Page({...life('c'), onLoad(query) { note('c', query, this.options, this.route) },\n"
        "onReady() { if (!getApp().done) { getApp().done = true; wx.reLaunch({url: '/pages/c/c?x=2'}) } }})"
    )
    page = run_program(files)
    assert wait_notes(page, 12)[5:] == [
        ["b", "onUnload"],
        ["c", {"x": "1"}, {"x": "1"}, "pages/c/c"],
        ["c", "onShow"],
        ["c", "onUnload"],
        ["a", "onUnload"],
        ["c", {"x": "2"}, {"x": "2"}, "pages/c/c"],
        ["c", "onShow"],
    ]
    assert page.errors() == []


def test_routes_that_lead_nowhere_fail_with_the_phones_words(run_program: OpenProgram) -> None:
    page = run_program(
        stack_program(
            **{
                "app.json": json.dumps(
                    {
                        "pages": ["pages/a/a", "pages/b/b"],
                        "tabBar": {
                            "list": [{"pagePath": f"pages/{n}/{n}", "text": n} for n in "ab"]
                        },
                    }
                ),
                "pages/a/a.js": NOTE
                + """const say = ({ errMsg }) => note(errMsg)
                Page({ onLoad() {
                  wx.navigateTo({ url: '/pages/c/c', fail: say })
                  wx.redirectTo({ url: 'none', fail: say })
                  wx.navigateTo({ url: '/pages/b/b', fail: say })
                  wx.redirectTo({ url: '/pages/b/b', fail: say })
                  wx.navigateBack({ fail: say })
                  wx.switchTab({ url: '/pages/c/c', fail: say })
                  wx.navigateTo(undefined).catch(say)
                } })""",
            }
        )
    )
    assert [note for (note,) in wait_notes(page, 7)] == [
        'navigateTo:fail page "pages/c/c" is not found',
        'redirectTo:fail page "pages/a/none" is not found',
        "navigateTo:fail can not navigateTo a tabbar page",
        "redirectTo:fail can not redirectTo a tabbar page",
        "navigateBack:fail cannot navigate back at first page.",
        'switchTab:fail page "pages/c/c" is not found',
        "navigateTo:fail parameter error: parameter.url should be String instead of Undefined;",
    ]


def test_the_stack_is_ten_pages_deep(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<view>{{depth}}</view>",
            "index.js": NOTE
            + """Page({ onReady() {
              wx.navigateTo({ url: 'index', fail: ({ errMsg }) => {
                note(getCurrentPages().length, errMsg)
                wx.navigateBack({ delta: 99, success: () => note('back', getCurrentPages().length) })
              } })
            } })""",
        }
    )
    assert wait_notes(page, 2) == [[10, "navigateTo:fail webview count limit exceed"], ["back", 1]]


def test_pages_talk_through_the_event_channel(run_program: OpenProgram) -> None:
    files = stack_program()
    files["pages/a/a.js"] = (
        NOTE
        + """Page({ onReady() {
          wx.navigateTo({ url: '/pages/b/b', events: { answer: (data) => note('answer', data) },
            success: ({ eventChannel }) => eventChannel.emit('question', { life: 42 }) })
        } })"""
    )
    files["pages/b/b.js"] = (
        NOTE
        + """Page({ onLoad() {
          const channel = this.getOpenerEventChannel()
          channel.on('question', (data) => { note('question', data); channel.emit('answer', 'yes') })
        } })"""
    )
    page = run_program(files)
    assert noted(page, "question") == [{"life": 42}]
    assert noted(page, "answer") == ["yes"]


def test_tab_pages_are_kept_and_the_tab_bar_is_told(run_program: OpenProgram) -> None:
    tabs = [{"pagePath": f"pages/{name}/{name}", "text": name.upper()} for name in "ab"]
    files = stack_program(
        **{
            "app.json": json.dumps(
                {"pages": ["pages/a/a", "pages/b/b", "pages/c/c"], "tabBar": {"list": tabs}}
            )
        }
    )
    files["pages/a/a.js"] = (
        LIFE + "Page({...life('a'), onTabItemTap: (item) => note('tapped', item)})"
    )
    files["pages/b/b.js"] = LIFE + (
        "Page({...life('b'), onReady() { wx.navigateTo({url: '/pages/c/c'}) }, onTabItemTap: (item) => note('tapped', item)})"
    )
    page = run_program(files)
    page.program.view.link.tell("tab", 1)
    assert noted(page, "tapped") == [{"index": 1, "pagePath": "pages/b/b", "text": "B"}]
    page.wait_for("#c")
    page.program.view.link.tell("back")
    page.program.view.link.tell("tab", 0)
    assert wait_notes(page, 14) == [
        ["a", "onLoad"],
        ["a", "onShow"],
        ["a", "onReady"],
        ["a", "onHide"],
        ["b", "onLoad"],
        ["b", "onShow"],
        ["tapped", {"index": 1, "pagePath": "pages/b/b", "text": "B"}],
        ["b", "onHide"],
        ["c", "onLoad"],
        ["c", "onShow"],
        *notes(page)[10:],
    ]
    page.wait(
        lambda: ["tapped", {"index": 0, "pagePath": "pages/a/a", "text": "A"}] in notes(page),
        "tab 0",
    )
    assert [note for note in notes(page) if note == ["a", "onLoad"]] == [["a", "onLoad"]]
    assert notes(page).count(["c", "onUnload"]) == 1


def test_a_custom_tab_bar_is_in_every_tab_page(run_program: OpenProgram) -> None:
    tabs = [{"pagePath": f"pages/{name}/{name}", "text": name} for name in "ab"]
    files = stack_program(
        **{
            "app.json": json.dumps(
                {"pages": ["pages/a/a", "pages/b/b"], "tabBar": {"custom": True, "list": tabs}}
            ),
            "custom-tab-bar/index.json": '{"component": true}',
            "custom-tab-bar/index.wxml": '<view id="bar" bindtap="go">selected {{selected}}</view>',
            "custom-tab-bar/index.js": "Component({ data: { selected: 0 },"
            " methods: { init(selected) { this.setData({ selected }) }, go() { wx.switchTab({ url: '/pages/b/b' }) } } })",
            "pages/b/b.js": "Page({ onShow() { this.getTabBar().init(1) } })",
            "pages/a/a.js": "Page({ onShow() { this.getTabBar().init(0) } })",
        }
    )
    page = run_program(files)
    page.wait_text("#bar", "selected 0")
    page.tap("#bar")
    page.wait_for("#b")
    page.wait_text("#bar", "selected 1")
    assert page.errors() == []


def test_an_app_that_is_asked_for_early_gets_a_default(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "app.js": NOTE
            + """note('none', getApp() === undefined)
            getApp({ allowDefault: true }).early = 1
            note('wx', typeof wx.getSetting, wx.getAppBaseInfo().SDKVersion.length > 0)
            App({ globalData: { name: 'kept' }, onLaunch() { note('launch', this === getApp(), getApp().early) } })""",
            "index.wxml": "<view/>",
            "index.js": NOTE + "note('page', getApp().globalData.name)\nPage({})",
        }
    )
    assert noted(page, "none") == [True]
    assert noted(page, "wx") == ["function", True]
    assert noted(page, "launch") == [True, 1]
    assert noted(page, "page") == ["kept"]


def test_statistics_scripts_may_wrap_app_page_and_component(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "app.js": "require('./statistics')\n" + NOTE + "App({ onLaunch() { note('app') } })",
            "statistics.js": NOTE
            + """const wrap = (name, method) => {
              const real = globalThis[name]
              globalThis[name] = function (options) {
                const before = (options.methods || options)[method]
                ;(options.methods || options)[method] = function () {
                  note('before', name)
                  return before && before.apply(this, arguments)
                }
                return real(options)
              }
            }
            wrap('App', 'onLaunch'); wrap('Page', 'onLoad'); wrap('Component', 'tell')""",
            "index.wxml": "<part/>",
            "index.json": '{"usingComponents": {"part": "part"}}',
            "index.js": NOTE + "Page({ onLoad() { note('page') } })",
            "pages/index/part.json": '{"component": true}',
            "pages/index/part.wxml": "<text/>",
            "pages/index/part.js": "Component({ methods: {}, attached() { this.tell() } })",
        }
    )
    assert wait_notes(page, 5) == [
        ["before", "App"],
        ["app"],
        ["before", "Component"],
        ["before", "Page"],
        ["page"],
    ]


def test_a_page_that_registers_nothing_or_twice_still_shows(run_program: OpenProgram) -> None:
    page = run_program(
        {"index.wxml": '<view id="kept">kept</view>', "index.js": "const nothing = 1"}
    )
    assert page.text("#kept") == "kept"
    assert "has not been registered" in page.wait_log("has not been registered").text


def test_a_component_may_be_a_page_and_takes_the_query_as_properties(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="text">{{id}} {{typed}} {{seen}}</view>',
            "index.js": NOTE
            + """Component({ properties: { id: String, typed: Number }, data: { seen: '' },
              methods: { onLoad(query) { this.setData({ seen: query.id }); note('load', query, this.data.typed) }, onReady() { note('ready') } } })""",
        },
        "pages/index/index?id=a%20b&typed=7",
    )
    page.wait_text("#text", "a%20b 7 a%20b")
    assert noted(page, "load") == [{"id": "a%20b", "typed": "7"}, 7]
    noted(page, "ready")


def test_what_a_page_sets_at_run_time_is_its_handler(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="go" bindtap="later">{{n}}</view>',
            "index.js": """const shared = { list: [1] }
            Page({ data: { n: 0 }, shared, later() { this.setData({ n: 'first' }) }, later() { this.setData({ n: 'last' }) },
              onLoad() { const before = this.later; this.later = function () { before.call(this); this.setData({ n: this.data.n + '!' }) }
                this.shared.list.push(2) },
              onUnload() {} })""",
        }
    )
    page.tap("#go")
    page.wait_text("#go", "last!")
