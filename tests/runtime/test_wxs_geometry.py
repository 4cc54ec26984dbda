"""WXS measures what is drawn: where elements are and how they look, at once, wherever it runs."""

from tests.conftest import OpenProgram
from tests.runtime.hearing import drag, point_in
from tests.runtime.notes import NOTE, noted, notes

SAY = (
    NOTE
    + "Page({ data: { n: 0, rows: [1, 2] }, say(detail) { note('said', detail) }, go() { this.setData({ n: 1 }) } })"
)


def test_a_handler_measures_its_element_its_owner_and_others(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": """<wxs module="m">
            function tap(event, owner) {
              var box = event.instance.getBoundingClientRect()
              var style = event.instance.getComputedStyle(['width', 'marginTop', 'background-color', '--own'])
              var rows = owner.selectAllComponents('.row')
              owner.callMethod('say', [box.left, box.top, box.width, box.height, box.right - box.left, box.bottom - box.top,
                style.width, style.marginTop, style['background-color'], style['--own'],
                owner.selectComponent('#other').getBoundingClientRect().width,
                rows.map(function (row) { return row.getBoundingClientRect().top - rows[0].getBoundingClientRect().top })])
            }
            module.exports = { tap: tap };
            </wxs>
            <view id="box" bindtap="{{m.tap}}" style="width:120px;height:40px;margin:10px 0 0 5px;background:red;--own:7"/>
            <view id="other" style="width:33px"/><view class="row" wx:for="{{rows}}" wx:key="*this" style="height:20px">{{item}}</view>""",
            "index.js": SAY,
        }
    )
    page.tap("#box")
    said = [5, 10, 120, 40, 120, 40, "120px", "10px", "rgb(255, 0, 0)", "7", 33, [0, 20]]
    assert noted(page, "said") == [said]
    assert page.errors() == []


def test_what_a_handler_has_just_changed_is_measured(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": """<wxs module="m">
            module.exports.tap = function (event, owner) {
              var widths = []
              for (var i = 1; i < 4; i++) {
                event.instance.setStyle({ width: i * 100 + 'rpx' })
                widths.push(event.instance.getBoundingClientRect().width / event.instance.getComputedStyle(['width']).width.replace('px', ''))
                widths.push(event.instance.getBoundingClientRect().width)
              }
              owner.callMethod('say', [widths[0], widths[3] / widths[1], widths[5] / widths[1]])
            }
            </wxs><view id="box" bindtap="{{m.tap}}" style="height:40px">box</view>""",
            "index.js": SAY,
        }
    )
    page.tap("#box")
    one, two, three = noted(page, "said")[0]
    assert (round(one, 2), round(two, 2), round(three, 2)) == (1, 2, 3)


def test_a_finger_that_moves_and_a_change_are_measured_too(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": """<wxs module="m">
            module.exports.move = function (event, owner) {
              event.instance.setStyle({ 'margin-left': '30px' })
              owner.callMethod('say', event.instance.getBoundingClientRect().left)
              return false
            }
            module.exports.changed = function (now, before, owner, instance) {
              owner.callMethod('say', ['changed', now, instance.getBoundingClientRect().height, owner.getBoundingClientRect().width > 100])
            }
            </wxs><view id="box" bindtouchmove="{{m.move}}" style="height:60px">box</view>
            <view style="height:{{n ? 50 : 20}}px" n="{{n}}" change:n="{{m.changed}}"/><view id="go" bindtap="go">go</view>""",
            "index.js": SAY,
        }
    )
    page.wait(lambda: ["said", ["changed", 0, 20, True]] in notes(page), "the first change")
    page.tap("#go")
    page.wait(lambda: ["said", ["changed", 1, 50, True]] in notes(page), "the second change")
    drag(page, point_in(page, "#box", 0.2), point_in(page, "#box", 0.6))
    page.wait(lambda: ["said", 30] in notes(page), "the box of the moved view")
    assert page.errors() == []


def test_a_page_that_is_covered_and_a_later_time_are_measured(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": """<wxs module="m">
            module.exports.tap = function (event, owner) {
              var instance = event.instance
              owner.setTimeout(function () { owner.callMethod('say', instance.getBoundingClientRect().width) }, 900)
              owner.requestAnimationFrame(function () { owner.callMethod('say', instance.getComputedStyle(['height']).height) })
              owner.callMethod('leave')
            }
            </wxs><view id="box" bindtap="{{m.tap}}" style="width:77px;height:40px">box</view>""",
            "index.js": NOTE
            + "Page({ say(detail) { note('said', detail) }, leave() { wx.navigateTo({ url: '/pages/two/two' }) } })",
            "app.json": '{"pages": ["pages/index/index", "pages/two/two"]}',
            "pages/two/two.js": "Page({})",
            "pages/two/two.wxml": '<view id="two">two</view>',
        }
    )
    page.tap("#box")
    page.wait(lambda: ["said", "40px"] in notes(page) and ["said", 77] in notes(page), "both")


def test_what_is_not_drawn_itself_has_no_box_and_it_is_told_once(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": '{"usingComponents": {"part": "part"}}',
            "index.wxml": """<wxs module="m">
            module.exports.tap = function (event, owner) {
              var part = owner.selectComponent('#part')
              owner.callMethod('say', [part.getBoundingClientRect().width, part.getComputedStyle(['width']).width === undefined])
            }
            </wxs><part id="part"/><view id="box" bindtap="{{m.tap}}">box</view>""",
            "pages/index/part.json": '{"component": true}',
            "pages/index/part.wxml": "<view>part</view>",
            "pages/index/part.js": "Component({ options: { virtualHost: true } })",
            "index.js": SAY,
        }
    )
    page.tap("#box")
    assert noted(page, "said") == [[0, True]]
    (line,) = [entry for entry in page.log() if "can't measure" in entry.text]
    assert line.text == "<pages/index/part> is not drawn itself: WXS can't measure it"
    assert (line.file, line.line) == ("pages/index/index.wxml", 4)


def test_a_handler_gets_the_whole_event_and_false_stops_it(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": """<wxs module="m">
            module.exports.tap = function (event, owner) {
              owner.callMethod('say', JSON.parse(JSON.stringify([event.type, event.currentTarget.dataset.n, event.target.id,
                event.touches.length, event.detail.x > 0, event.instance.getDataset().n])))
              return event.currentTarget.dataset.n !== 2
            }
            </wxs><view bindtap="{{m.tap}}" data-n="{{3}}"><view bindtap="{{m.tap}}" data-n="{{2}}">
            <view id="box" bindtap="{{m.tap}}" data-n="{{1}}">box</view></view></view>""",
            "index.js": NOTE + "Page({ say(detail) { note(detail) } })",
        }
    )
    page.tap("#box")
    page.wait(lambda: len(notes(page)) >= 2, "the taps")
    assert notes(page) == [[["tap", 1, "box", 1, True, 1]], [["tap", 2, "box", 1, True, 2]]]


def test_an_expression_may_choose_the_handler(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": """<wxs module="m">
            module.exports = { tap: function (event, owner) {
              event.instance.setStyle({ width: '50px' })
              owner.callMethod('say', 'wxs ' + event.instance.getDataset().n)
            } }
            </wxs><view id="box" data-n="1" bindtap="{{off || m.tap}}">box</view>
            <view id="own" bindtap="{{off ? m.tap : 'own'}}">own</view>""",
            "index.js": NOTE
            + "Page({ data: { off: false }, say(text) { note(text) }, own() { note('own') } })",
        }
    )
    page.tap("#box")
    page.wait(lambda: notes(page) == [["wxs 1"]], "the handler in WXS")
    assert page.box("#box")["width"] == 50
    page.tap("#own")
    page.wait(lambda: notes(page)[1:] == [["own"]], "the page's own")
