"""What a program asks of its page: places, looks, crossings, scrolling, motion, WXS."""

import json

from tests.conftest import OpenProgram
from tests.runtime.hearing import drag, point_in
from tests.runtime.notes import NOTE, noted, notes


def test_selector_queries_tell_places_looks_and_properties(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": '{"usingComponents": {"part": "part"}}',
            "index.wxml": '<view id="box" class="box" data-n="{{1}}" style="height:40px;width:100px;margin:10px;color:red">'
            '</view><view class="box" style="height:20px"/><image id="picture" mode="aspectFit"/><part id="part" own="mine"/>',
            "index.js": NOTE
            + """Page({ onReady() {
              const query = wx.createSelectorQuery()
              query.select('#box').boundingClientRect((rect) => note('single', rect))
              query.selectAll('.box').boundingClientRect()
              query.select('#none').boundingClientRect()
              query.selectViewport().scrollOffset()
              query.select('#box').fields({ size: true, computedStyle: ['color'], dataset: true })
              query.select('#picture').fields({ properties: ['mode'] })
              query.select('#part').fields({ properties: ['own'], id: true })
              query.exec((all) => note('all', all))
              wx.createSelectorQuery().in(this.selectComponent('#part')).select('#inner').boundingClientRect(({ height }) => note('in', height)).exec()
            } })""",
            "pages/index/part.json": '{"component": true}',
            "pages/index/part.wxml": '<view id="inner" style="height:7px"/>',
            "pages/index/part.js": NOTE
            + """Component({ properties: { own: String }, ready() {
              this.createSelectorQuery().select('#inner').boundingClientRect(({ height }) => note('own', height)).exec() } })""",
        }
    )
    rect = noted(page, "single")[0]
    assert rect == {
        "id": "box",
        "dataset": {"n": 1},
        "left": 10,
        "top": 10,
        "right": 110,
        "bottom": 50,
        "width": 100,
        "height": 40,
    }
    first, boxes, none, viewport, fields, picture, part = noted(page, "all")[0]
    assert (first, [box["height"] for box in boxes], none) == (rect, [40, 20], None)
    assert (viewport["scrollTop"], viewport["id"]) == (0, "")
    assert fields == {"width": 100, "height": 40, "color": "rgb(255, 0, 0)", "dataset": {"n": 1}}
    assert (picture, part) == ({"mode": "aspectFit"}, {"own": "mine", "id": "part"})
    assert noted(page, "in") == noted(page, "own") == [7]


def test_observers_tell_when_something_comes_into_view(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="top" style="height:2000px">top</view><view class="late" id="late" data-a="b">late</view>',
            "index.js": NOTE
            + """Page({ onReady() {
              this.observer = this.createIntersectionObserver()
              this.observer.relativeToViewport({ bottom: 10 }).observe('.late', (entry) => {
                note('seen', entry.id, entry.dataset, entry.intersectionRatio > 0)
                this.observer.disconnect()
              })
              const media = this.createMediaQueryObserver()
              media.observe({ minWidth: 100 }, ({ matches }) => note('wide', matches))
              media.observe({ minWidth: 9999 }, ({ matches }) => note('huge', matches))
              wx.pageScrollTo({ selector: '#late', duration: 0, success: () => note('scrolled') })
            }, onPageScroll({ scrollTop }) { note('scroll', scrollTop > 0) }, onReachBottom() { note('bottom') } })""",
        }
    )
    assert noted(page, "seen") == ["late", {"a": "b"}, True]
    assert noted(page, "scroll") == [True]
    assert (noted(page, "wide"), noted(page, "huge")) == ([True], [False])
    noted(page, "scrolled")
    noted(page, "bottom")


def test_set_data_calls_back_after_the_view_has_drawn(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="box" style="height:{{height}}px"/>',
            "index.js": NOTE
            + """Page({ data: { height: 1, list: [{ a: 1 }] }, onReady() {
              this.setData({ height: 30, 'list[0].a': 2, 'deep.er': 3 }, () => {
                note('data', this.data.list, this.data.deep)
                wx.createSelectorQuery().select('#box').boundingClientRect(({ height }) => note('height', height)).exec()
              })
            } })""",
        }
    )
    assert noted(page, "data") == [[{"a": 2}], {"er": 3}]
    assert noted(page, "height") == [30]


def test_animations_move_what_they_are_bound_to(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="a" animation="{{animation}}" style="width:10px;height:10px"/><view id="b" style="height:5px"/>',
            "index.js": NOTE
            + """Page({ onReady() {
              const animation = wx.createAnimation({ duration: 10 })
              animation.translateX(50).backgroundColor('#00ff00').step().width(30).step({ duration: 1 })
              const exported = animation.export()
              note('steps', exported.actions.map((step) => step.animates.map(({ type, args }) => [type, ...args])), exported.actions[1].option.transition.duration)
              this.setData({ animation: exported })
              this.animate('#b', [{ opacity: 1 }, { opacity: 0.5 }], 10, () => {
                note('animated')
                this.clearAnimation('#b', { opacity: true }, () => note('cleared'))
              })
            } })""",
        }
    )
    moves = [["translateX", 50], ["style", "background-color", "#00ff00"]]
    assert noted(page, "steps") == [[moves, [*moves, ["style", "width", 30]]], 1]
    page.wait(lambda: page.style("#a", "width") == "30px", "the last step")
    page.wait(
        lambda: page.style("#a", "transform") == "matrix(1, 0, 0, 1, 50, 0)", "the first step kept"
    )
    noted(page, "animated")
    noted(page, "cleared")


def test_wxs_computes_and_handles_events(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": """<wxs module="tool" src="../../tool.wxs"/>
            <wxs module="inline">
              var kinds = function (value) { return value.constructor + (getRegExp('^a').test('ab') ? '!' : '') + typeof wx }
              module.exports = { kinds: kinds, year: function () { return getDate(2020, 1, 1).getFullYear() } }
            </wxs>
            <view id="text">{{tool.twice(n)}} {{inline.kinds([])}} {{inline.kinds('s')}} {{inline.year()}}</view>
            <view id="box" style="height:60px;color:blue" bindtouchmove="{{tool.move}}" change:n="{{tool.changed}}" n="{{n}}" data-own="kept">drag</view>
            <view id="go" bindtap="go">go</view>""",
            "tool.wxs": """var other = require('./other.wxs')
            function move(event, owner) {
              var state = event.instance.getState()
              state.count = (state.count || 0) + 1
              event.instance.setStyle({ marginLeft: other.three + 'px' })
              event.instance.addClass('moved')
              owner.callMethod('told', { count: state.count, own: event.instance.getDataset().own, has: owner.selectComponent('#box').hasClass('moved') })
              return false
            }
            module.exports = { twice: function (n) { return n * 2 }, move: move,
              changed: function (now, before, owner, instance) { if (now > 1) owner.callMethod('changed', [now, before]) } }""",
            "other.wxs": "module.exports = { three: 3 }",
            "index.js": NOTE
            + "Page({ data: { n: 1 }, told(detail) { note('told', detail) }, changed(detail) { note('changed', detail) },"
            " go() { this.setData({ n: 2 }) } })",
        }
    )
    page.wait_text("#text", "2 Array!undefined String!undefined 2020")
    drag(page, point_in(page, "#box", 0.2), point_in(page, "#box", 0.6))
    assert noted(page, "told") == [{"count": 1, "own": "kept", "has": True}]
    page.wait(lambda: page.style("#box", "margin-left") == "3px", "the style set by WXS")
    assert page.style("#box", "color") == "rgb(0, 0, 255)"
    page.tap("#go")
    assert noted(page, "changed") == [[2, 1]]
    assert page.errors() == []


def test_targets_of_a_tap_say_where_they_stand(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view style="position:relative;margin-left:20px" bindtap="say">'
            '<view id="go" style="margin-left:30px;width:50px">go</view></view>',
            "index.js": NOTE
            + "Page({ say({ target, currentTarget }) { note(target.offsetLeft, target.offsetTop, currentTarget.offsetLeft) } })",
        }
    )
    page.tap("#go")
    page.wait(lambda: notes(page) == [[30, 0, 20]], "the offsets")


def test_broken_wxs_hurts_only_what_uses_it(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": """<wxs module="fails" src="../../fails.wxs"/><wxs module="throws" src="../../throws.wxs"/>
            <wxs module="syntax" src="../../syntax.wxs"/><wxs module="gone" src="../../gone.wxs"/>
            <wxs module="inline">module.exports = {</wxs>
            <wxs module="late">
              module.exports = function (n) {
                return n.none.none
              }
            </wxs>
            <view id="text">{{fails.run(n)}}{{late(n)}}{{fails.gone(n)}}|{{throws.value}}|{{syntax.value}}|{{gone.value}}|{{inline.value}}|{{n}}</view>""",
            "fails.wxs": "// a line\nmodule.exports = {\n  run: function (n) { return n.first.none }\n}",
            "throws.wxs": "missing()",
            "syntax.wxs": "var a = 1\nvar = 2",
            "index.js": "Page({ data: { n: 1 } })",
        }
    )
    page.wait_text("#text", "|||||1")
    entry = page.wait_log("(reading 'none')")
    assert (entry.file, entry.line) in (("fails.wxs", 3), ("pages/index/index.wxml", 6))
    places = {(one.file, one.line) for one in page.log() if "(reading 'none')" in one.text}
    assert places == {("fails.wxs", 3), ("pages/index/index.wxml", 6)}
    page.wait_log("missing is not defined")
    page.wait_log("WXS module gone.wxs is not found")
    entry = page.wait_log("syntax.wxs")
    assert (entry.file, entry.line) == ("syntax.wxs", 2)
    assert page.wait_log("index.wxml:").file == "pages/index/index.wxml"


def test_catch_stops_an_event_and_capture_comes_first(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view bindtap="say" data-n="outer" capture-bind:tap="say"><view catchtap="say" data-n="middle">'
            '<view id="go" bindtap="say" data-n="inner">go</view></view></view>'
            '<view mut-bind:tap="say" data-n="mut outer"><view id="mut" mut-bind:tap="say" data-n="mut inner">mut</view></view>',
            "index.js": NOTE
            + "Page({ say({ currentTarget, target }) { note(currentTarget.dataset.n, target.dataset.n) } })",
        }
    )
    page.tap("#go")
    page.tap("#mut")
    page.wait(lambda: ["mut inner", "mut inner"] in notes(page), "the last tap")
    assert notes(page) == [
        ["outer", "inner"],
        ["inner", "inner"],
        ["middle", "inner"],
        ["mut inner", "mut inner"],
    ]


def test_pull_down_reaches_the_page_and_stops(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": '{"enablePullDownRefresh": true}',
            "index.wxml": "<view>page</view>",
            "index.js": NOTE
            + """Page({ onReady() { wx.startPullDownRefresh({ success: () => note('started') }) },
              onPullDownRefresh() { note('pulled'); wx.stopPullDownRefresh({ success: () => note('stopped') }) } })""",
        }
    )
    noted(page, "started")
    noted(page, "pulled")
    noted(page, "stopped")


def test_what_cannot_be_sent_to_the_view_stops_nothing(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="text">{{text}}</view><picker range="{{odd}}"/>',
            "index.js": "Page({ data: { text: 'a', odd: [] }, onReady() { this.setData({ odd: [() => 1, { f() {} }], text: 'b' }) } })",
        }
    )
    page.wait_text("#text", "b")
    assert json.dumps(page.errors()) == "[]"
