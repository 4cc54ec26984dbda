"""What SelectorQuery tells of an element: its properties by their documented names, its context."""

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, noted


def test_properties_have_their_values_by_the_names_of_the_documentation(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": '<scroll-view id="port" scroll-x upper-threshold="{{7}}" style="width:100px"><view style="width:300px">x</view></scroll-view>'
            '<input id="field" value="typed" maxlength="{{9}}"/><switch id="switch" checked/><view id="box"/>'
            '<button id="button" form-type="submit">b</button>',
            "index.js": NOTE
            + """const names = { '#port': ['scrollX', 'scrollY', 'scroll-x', 'upperThreshold', 'lowerThreshold', 'scrollTop'], '#field': ['value', 'maxlength', 'type', 'confirmType'],
              '#switch': ['checked', 'disabled'], '#button': ['formType', 'size', 'openType'], '#box': ['hoverClass', 'own'] }
            Page({ onReady() {
              const query = wx.createSelectorQuery()
              for (const [selector, properties] of Object.entries(names)) query.select(selector).fields({ properties })
              query.exec((results) => results.forEach((result, at) => note(Object.keys(names)[at], result)))
            } })""",
        }
    )
    assert noted(page, "#port") == [
        {
            "scrollX": True,
            "scrollY": False,
            "scroll-x": True,
            "upperThreshold": 7,
            "lowerThreshold": 50,
            "scrollTop": None,
        }
    ]
    assert noted(page, "#field") == [
        {"value": "typed", "maxlength": 9, "type": "text", "confirmType": "done"}
    ]
    assert noted(page, "#switch") == [{"checked": True, "disabled": False}]
    assert noted(page, "#button") == [{"formType": "submit", "size": "default", "openType": None}]
    assert noted(page, "#box") == [{"hoverClass": "none", "own": None}]


def test_a_property_is_of_its_documented_type_however_it_was_written(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": '<input id="field" value="{{5}}" maxlength="9" disabled="false"/><slider id="slider" value="4" max="9.5" show-value="{{0}}"/>'
            '<swiper id="swiper" current="1" interval="slow"/><icon id="icon" size="20" type="info"/>'
            '<picker id="picker" mode="date" fields="year" value="2020"><view>p</view></picker>',
            "index.js": NOTE
            + """const names = { '#field': ['value', 'maxlength', 'disabled'], '#slider': ['value', 'max', 'show-value', 'showValue'],
              '#swiper': ['current', 'interval'], '#icon': ['size', 'type'], '#picker': ['value'] }
            Page({ onReady() {
              const query = wx.createSelectorQuery()
              for (const [selector, properties] of Object.entries(names)) query.select(selector).fields({ properties })
              query.exec((results) => note('typed', results))
            } })""",
        }
    )
    assert noted(page, "typed") == [
        [
            {"value": "5", "maxlength": 9, "disabled": True},
            {"value": 4, "max": 9.5, "show-value": False, "showValue": False},
            {"current": 1, "interval": "slow"},
            {"size": "20", "type": "info"},
            {"value": "2020"},
        ]
    ]


def test_a_property_tells_what_the_person_made_of_it(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<switch id="switch" bindchange="ask"/>',
            "index.js": NOTE
            + """Page({ ask() {
              this.createSelectorQuery().select('#switch').fields({ properties: ['checked'] }, (result) => note('now', result)).exec()
            } })""",
        }
    )
    page.tap("#switch")
    assert noted(page, "now") == [{"checked": True}]


def test_an_element_gives_what_commands_it(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<video class="video" src="/none.mp4"/><map class="map" longitude="{{113}}" latitude="{{23}}" scale="{{9}}" style="height:50px"/>'
            '<canvas class="canvas" canvas-id="old" style="width:20px;height:20px"/><view class="none"/>',
            "index.js": NOTE
            + """Page({ onReady() {
              const query = this.createSelectorQuery()
              for (const name of ['video', 'map', 'canvas', 'none']) query.select('.' + name).context()
              query.exec(([video, map, canvas, none]) => {
                video.context.seek(1)
                note('none', none)
                map.context.getScale({ success: ({ scale }) => note('map', scale) })
                canvas.context.setFillStyle('#0a0')
                canvas.context.fillRect(0, 0, 20, 20)
                canvas.context.draw(false, () => wx.canvasGetImageData({ canvasId: 'old', x: 5, y: 5, width: 1, height: 1,
                  success: ({ data }) => note('canvas', [...data]) }, this))
              })
            } })""",
        }
    )
    assert noted(page, "none") == [{"context": None}]
    assert noted(page, "map") == [9]
    assert noted(page, "canvas") == [[0, 170, 0, 255]]
    assert page.errors() == []
