"""Habits of real programs that break where a runtime is stricter than the phone."""

from pathlib import Path

from PySide6.QtGui import QImage

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, noted, notes


def test_a_pages_method_knows_its_page_wherever_it_is_called_from(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": NOTE
            + """Page({ data: { word: 'mine' },
              onLoad() { const { tick } = this; note('same', tick === this.tick); setTimeout(tick, 0); [1].forEach(this.each) },
              tick() { note('tick', this.data.word) }, each(item) { note('each', this.data.word, item) } })""",
        }
    )
    assert noted(page, "same") == [True]
    assert noted(page, "each") == ["mine", 1]
    assert noted(page, "tick") == ["mine"]
    assert page.errors() == []


def test_two_pages_of_one_path_have_methods_of_their_own(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="go" bindtap="go">go</view>',
            "index.js": NOTE
            + """let first
            Page({ onLoad({ n = 0 }) { this.n = n; first ??= this.tell; first(); this.tell() }, tell() { note('page', this.n) },
              go() { wx.navigateTo({ url: '/pages/index/index?n=1' }) } })""",
        }
    )
    page.tap("#go")
    assert noted(page, "page", "1") == []
    page.wait_log("page")
    assert page.errors() == []


def test_a_wxs_change_listener_finds_nodes_that_come_after_its_own(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": """<wxs module="tool">
              module.exports = { changed: function (now, before, owner) { owner.selectComponent('#later').setStyle({ marginLeft: now + 'px' }) } }
            </wxs>
            <view change:n="{{tool.changed}}" n="{{n}}"/><view id="later" bindtap="go">later</view>""",
            "index.js": "Page({ data: { n: 3 }, go() { this.setData({ n: 5 }) } })",
        }
    )
    page.wait(lambda: page.style("#later", "margin-left") == "3px", "the first value")
    page.tap("#later")
    page.wait(lambda: page.style("#later", "margin-left") == "5px", "the second value")
    assert page.errors() == []


def test_a_cloud_transfer_gives_a_task_to_who_gives_callbacks(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": NOTE
            + """for (const name of ['downloadFile', 'uploadFile']) {
              const task = wx.cloud[name]({ fileID: 'x', fail({ errMsg }) { note(name, errMsg) } })
              task.onProgressUpdate(() => {}); task.abort()
            }
            Page({})""",
        }
    )
    assert noted(page, "downloadFile") == ["cloud.downloadFile:fail not supported"]
    assert noted(page, "uploadFile") == ["cloud.uploadFile:fail not supported"]
    assert page.errors() == []


def test_programs_made_for_skyline_find_its_curves_and_routes(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": NOTE
            + """const { Easing, timing } = wx.worklet
            note('curve', typeof Easing.bezier(0.4, 0, 0.2, 1).factory(), Easing.in(Easing.ease)(0.5), timing(1, { easing: Easing.linear }))
            Page({ onLoad() { wx.router.addRouteBuilder('fade', () => {}); note('route', wx.router.getRouteContext(this) || 'none') } })""",
        }
    )
    assert noted(page, "curve")[0] == "function"
    assert noted(page, "route") == ["none"]
    assert page.errors() == []


def test_a_page_may_set_its_bar_while_it_is_left(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="go" bindtap="go">go</view>',
            "index.js": NOTE
            + """Page({ go() { wx.reLaunch({ url: '/pages/next/next' }) },
              onUnload() { wx.setNavigationBarColor({ frontColor: '#000000', backgroundColor: '#ffffff' }).then(({ errMsg }) => note(errMsg)) } })""",
            "pages/next/next.wxml": '<view id="next">next</view>',
        }
    )
    page.tap("#go")
    assert noted(page, "setNavigationBarColor:ok") == []
    page.wait_for("#next")
    assert page.errors() == []


def test_components_know_what_draws_them(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<box/>",
            "index.json": '{"usingComponents": {"box": "/box/box"}}',
            "box/box.wxml": """<view wx:if="{{renderer === 'webview'}}" id="drawn">{{renderer}}</view>""",
            "box/box.json": '{"component": true}',
            "box/box.js": "Component({ data: { renderer: '' }, created() { this.setData({ renderer: this.renderer }) } })",
        }
    )
    page.wait_for("wx-view")
    assert page.in_page("find('wx-view').innerText") == "webview"
    assert page.errors() == []


def test_a_file_may_be_named_from_where_its_page_lies(
    run_program: OpenProgram, tmp_path: Path
) -> None:
    picture = QImage(7, 5, QImage.Format.Format_RGB32)
    folder = tmp_path / "program"
    (folder / "images").mkdir(parents=True)
    picture.save(str(folder / "images" / "a.png"))
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": NOTE
            + """Page({ onLoad() { for (const src of ['../../images/a.png', '/images/a.png', './none.png'])
              wx.getImageInfo({ src, complete: ({ width, errMsg }) => note(src, width ?? 0, errMsg) }) } })""",
        }
    )
    assert noted(page, "../../images/a.png") == [7, "getImageInfo:ok"]
    assert noted(page, "/images/a.png") == [7, "getImageInfo:ok"]
    assert noted(page, "./none.png")[0] == 0


def test_a_plugin_that_is_not_here_gives_nothing_and_stops_nothing(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": NOTE
            + """const chooser = requirePlugin('chooseLocation'), speech = requirePlugin('WechatSI')
            const recorder = speech.getRecordRecognitionManager()
            recorder.onStop = () => {}; recorder.start({ lang: 'zh_CN' })
            speech.translate({ content: 'x', fail({ errMsg }) { note('translate', errMsg) } })
            requirePlugin.async('other').catch(({ errMsg }) => note('async', errMsg))
            Page({ onShow() { note('chosen', chooser.getLocation()) } })""",
        }
    )
    assert noted(page, "chosen") == [None]
    assert noted(page, "translate") == ["translate:fail not supported"]
    assert noted(page, "async") == ["requirePlugin:fail not supported"]
    assert page.errors() == []


def test_an_odd_definition_of_a_property_is_a_warning(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<odd both="{{3}}"/>',
            "index.json": '{"usingComponents": {"odd": "./odd"}}',
            "index.js": NOTE + "wx.onError((text) => note('error', text)); Page({})",
            "pages/index/odd.wxml": '<view id="odd">{{both}}</view>',
            "pages/index/odd.json": '{"component": true}',
            "pages/index/odd.js": """Component({ properties: {
              both: { type: [Number, String], value: 1 }, wide: { type: Number, observer: 'gone' } } })""",
        }
    )
    page.wait(lambda: page.text("#odd") == "3", "the value")
    warned = [entry for entry in page.log() if "property" in entry.text]
    assert [entry.file for entry in warned] == ["pages/index/odd.js"] * 2
    assert notes(page) == []
    assert page.errors() == []


def test_a_page_and_its_components_find_what_the_app_was_answered_at_launch(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "app.js": """App({ bar: 0, onLaunch() { wx.getSystemInfo({ success: ({ statusBarHeight, errMsg }) => {
              this.bar = statusBarHeight; this.told = errMsg } })
              wx.getSystemInfo().then(async ({ platform }) => { await null; this.platform = platform }) }, platform: '' })""",
            "index.wxml": "<bar/>",
            "index.json": '{"usingComponents": {"bar": "./bar"}}',
            "index.js": NOTE
            + "wx.getSystemInfo().then(({ platform }) => note('then', platform)); Page({})",
            "pages/index/bar.wxml": '<view id="bar">{{told}} {{bar}} {{platform}}</view>',
            "pages/index/bar.json": '{"component": true}',
            "pages/index/bar.js": "const { bar, told, platform } = getApp(); Component({ data: { bar, told, platform } })",
        }
    )
    page.wait(lambda: page.text("#bar") == "getSystemInfo:ok 44 ios", "the height")
    assert noted(page, "then") == ["ios"]


def test_a_generic_component_that_nobody_names_is_nothing(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<list/><view id="after">after</view>',
            "index.json": '{"usingComponents": {"list": "./list"}}',
            "pages/index/list.wxml": '<view id="list">list<item/></view>',
            "pages/index/list.json": '{"component": true, "componentGenerics": {"item": true}}',
            "pages/index/list.js": "Component({})",
        }
    )
    page.wait(lambda: page.text("#after") == "after", "the page")
    assert page.text("#list") == "list"
    assert page.errors() == []


def test_what_a_map_can_not_do_fails_and_stops_nothing(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<map id="m"/>',
            "index.js": NOTE
            + """Page({ onReady() { const map = wx.createMapContext('m')
              map.initMarkerCluster({ enableDefaultStyle: true }); map.on('markerClusterClick', () => {})
              map.addMarkers({ markers: [], fail: ({ errMsg }) => note('added', errMsg) })
              map.getRotate({ success: ({ rotate }) => note('rotate', rotate) }) } })""",
        }
    )
    assert noted(page, "added") == ["MapContext.addMarkers:fail not supported"]
    assert noted(page, "rotate") == [0]
    assert page.errors() == []


def test_a_listener_that_is_no_method_is_told_once(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view bindtap="hear"><box id="box" catchtap="misspelt" bindtouchend="misspelt"/></view>',
            "index.json": '{"usingComponents": {"box": "/box/box"}}',
            "index.js": NOTE + "Page({ hear() { note('heard') } })",
            "box/box.wxml": '<view id="in" bind:tap="lost">in</view>',
            "box/box.json": '{"component": true}',
            "box/box.js": "Component({})",
        }
    )
    page.tap("#in")
    page.wait_log('Component "box/box" does not have a method "lost" to handle event "tap".')
    page.wait_log('Component "pages/index/index" does not have a method "misspelt" to')
    page.tap("#in")
    told = [one.text for one in page.log() if "does not have a method" in one.text]
    assert sorted(told) == [
        'Component "box/box" does not have a method "lost" to handle event "tap".',
        'Component "pages/index/index" does not have a method "misspelt" to handle event "tap".',
        'Component "pages/index/index" does not have a method "misspelt" to handle event "touchend".',
    ]
    assert notes(page) == []
    assert page.errors() == []


def test_undefined_in_data_is_told_once_with_its_line(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="n">{{n}}</view>',
            "index.js": """Page({ onLoad() {
              for (const n of [1, 2]) this.setData({ n, 'user.name': undefined }, () => 0)
            } })""",
        }
    )
    page.wait_text("#n", "2")
    entry = page.wait_log('Setting data field "user.name" to undefined is invalid.')
    assert (entry.file, entry.line) == ("pages/index/index.js", 2)
    assert len([one for one in page.log() if "is invalid" in one.text]) == 1
