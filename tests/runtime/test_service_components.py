"""Custom components: registered when needed, styled as isolated as they ask, alive even when broken."""

import json

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, noted, notes


def using(**components: str) -> str:
    return json.dumps({"usingComponents": components})


def part(
    path: str, wxml: str, js: str | None = "Component({})", wxss: str = "", **config: object
) -> dict[str, str]:
    """The files of a component."""
    files = {
        f"{path}.json": json.dumps({"component": True, **config}),
        f"{path}.wxml": wxml,
        f"{path}.wxss": wxss,
    }
    return files if js is None else files | {f"{path}.js": js}


def test_properties_events_slots_and_observers_work_together(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": using(counter="/parts/counter"),
            "index.wxml": '<counter id="part" start="{{start}}" bind:more="more"><text>slotted</text></counter>'
            '<view id="told">{{told}}</view><view id="start" bindtap="begin">start</view>',
            "index.js": "Page({ data: { start: 1, told: '' }, begin() { this.setData({ start: 10 }) },"
            " more({ detail, type }) { this.setData({ told: type + detail.count }) } })",
        }
        | part(
            "parts/counter",
            '<view id="inner" bindtap="add">{{count}}<slot/></view>',
            """Component({ properties: { start: { type: Number, value: 0 } }, data: { count: 0 },
              observers: { start(value) { this.setData({ count: value }) } },
              methods: { add() { this.setData({ count: this.data.count + 1 }); this.triggerEvent('more', { count: this.data.count }) } } })""",
        )
    )
    page.wait_text("#inner", "1slotted")
    page.tap("#inner")
    page.wait_text("#told", "more2")
    page.tap("#start")
    page.wait_text("#inner", "10slotted")


def test_a_component_without_script_or_with_a_broken_one_still_renders(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.json": using(none="/parts/none", broken="/parts/broken", absent="/parts/absent"),
            "index.wxml": '<none id="none"/><broken id="broken"/><absent id="absent">child</absent>',
        }
        | part("parts/none", "<text>without script</text>", None)
        | part("parts/broken", "<text>with a broken one</text>", "\nmissing()\nComponent({})")
    )
    page.wait_text("#none", "without script")
    assert page.text("#broken") == "with a broken one"
    assert page.text("#absent") == "child"
    entry = page.wait_log("missing is not defined")
    assert (entry.file, entry.line) == ("parts/broken.js", 2)
    assert page.wait_log("/parts/absent").file == "pages/index/index.json"


def test_a_property_of_no_known_type_takes_anything(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": using(part="/parts/part"),
            "index.wxml": '<part id="part" format="{{none}}" other="{{none}}" double="{{double}}" text="x"/>',
            "index.js": "Page({ data: { none: undefined, double: (n) => n * 2 } })",
        }
        | part(
            "parts/part",
            '<view id="said">{{said}}</view>',
            """Component({ properties: {
              format: { type: Function, optionalTypes: [null] }, other: Function, double: Function,
              absent: { type: Function, value: null }, text: { type: 'Words' } },
              lifetimes: { ready() {
                const { format, other, double, absent, text } = this.data
                this.setData({ said: JSON.stringify([format, other, double(2), absent, text]) }) } } })""",
        )
    )
    page.wait_text("#said", '[null,null,4,null,"x"]')
    assert page.errors() == []


def test_the_one_slot_of_a_component_is_the_one_without_a_name(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": using(two="/parts/two", named="/parts/named"),
            "index.wxml": '<two on="{{on}}"><text id="a">a</text></two><named><text id="b">b</text></named>'
            '<view id="turn" bindtap="turn">turn</view>',
            "index.js": "Page({ data: { on: true }, turn() { this.setData({ on: !this.data.on }) } })",
        }
        | part(
            "parts/two",
            '<view id="first"><slot name="first"/></view><view id="in" wx:if="{{on}}"><slot/></view>'
            '<view id="last"><slot wx:if="{{!on}}"/></view>',
            "Component({ properties: { on: Boolean } })",
        )
        | part("parts/named", '<view id="only"><slot name="only"/></view>')
    )
    page.wait_text("#in", "a")
    assert (page.text("#first"), page.text("#last"), page.text("#only")) == ("", "", "")
    page.tap("#turn")
    page.wait_text("#last", "a")
    assert (page.exists("#in"), page.text("#first")) == (False, "")
    page.tap("#turn")
    page.wait_text("#in", "a")
    assert page.errors() == []


def test_style_isolation_follows_json_and_script(run_program: OpenProgram) -> None:
    wxml = '<view class="mark" id="{name}">{name}</view>'
    own = ".mark { padding-left: 3px }"
    page = run_program(
        {
            "index.json": using(
                **{name: f"/parts/{name}" for name in ("isolated", "applied", "global", "shared")}
            ),
            "index.wxml": '<isolated/><applied/><global/><shared/><view id="page" class="mark">page</view>',
            "index.wxss": ".mark { margin-left: 5px }",
        }
        | part("parts/isolated", wxml.format(name="in-isolated"), wxss=own)
        | part(
            "parts/applied", wxml.format(name="in-applied"), wxss=own, styleIsolation="apply-shared"
        )
        | part(
            "parts/global",
            wxml.format(name="in-global"),
            "Component({ options: { addGlobalClass: true } })",
            own,
        )
        | part(
            "parts/shared",
            wxml.format(name="in-shared"),
            "Component({ options: { styleIsolation: 'shared' } })",
            own,
        )
    )
    margins = {
        name: page.style(f"#{name}", "margin-left")
        for name in ("in-isolated", "in-applied", "in-global", "in-shared")
    }
    assert margins == {
        "in-isolated": "0px",
        "in-applied": "5px",
        "in-global": "5px",
        "in-shared": "5px",
    }
    assert page.style("#in-isolated", "padding-left") == "3px"
    assert page.style("#page", "padding-left") == "3px", (
        "a shared component's style reaches the page"
    )


def test_styles_may_go_by_data_attributes_and_names_of_tags(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": using(part="/parts/part"),
            "index.wxml": '<view id="dark" data-weui-theme="{{theme}}">x</view><part id="part"/><span id="span">s</span>',
            "index.wxss": "[data-weui-theme=dark] { margin-left: 4px } part { margin-left: 6px } span { margin-left: 8px }"
            " #dark { margin-right: 2px }",
            "index.js": "Page({ data: { theme: 'light' }, onReady() { this.setData({ theme: 'dark' }) } })",
        }
        | part("parts/part", "<text>part</text>")
    )
    page.wait(lambda: page.style("#dark", "margin-left") == "4px", "the dark style")
    assert page.style("#part", "margin-left") == "6px"
    assert page.style("#span", "margin-left") == "8px"
    assert page.style("#dark", "margin-right") == "2px"


def test_external_classes_and_host_styles_reach_a_component(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": using(part="/parts/part"),
            "index.wxml": '<part id="host" my-class="wide" class="out"/>',
            "index.wxss": ".wide { padding-left: 7px } .out { margin-left: 9px }",
        }
        | part(
            "parts/part",
            '<view id="inner" class="my-class">inner</view>',
            "Component({ externalClasses: ['my-class'] })",
            ":host { display: block; color: rgb(1, 2, 3) }",
        )
    )
    page.wait_for("#inner")
    assert page.style("#inner", "padding-left") == "7px"
    assert page.style("#host", "margin-left") == "9px"
    assert page.style("#inner", "color") == "rgb(1, 2, 3)"


def test_behaviors_relations_and_generics_work(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": using(list="/parts/list", item="/parts/item", chosen="/parts/chosen"),
            "index.wxml": '<list id="list" generic:cell="chosen"><item/><item/></list>',
        }
        | part(
            "parts/list",
            '<view id="count">{{count}} {{common}}</view><cell/><slot/>',
            NOTE
            + """const common = Behavior({ data: { common: 'shared' }, methods: { say() { note('behavior', this.data.common) } } })
            Component({ behaviors: [common], data: { count: 0 },
              relations: { './item': { type: 'child', linked() { this.setData({ count: this.data.count + 1 }) } } },
              ready() { this.say(); note('nodes', this.getRelationNodes('./item').length) } })""",
            componentGenerics={"cell": {"default": "/parts/plain"}},
        )
        | part(
            "parts/item",
            "<text>item</text>",
            "Component({ relations: { './list': { type: 'parent' } } })",
        )
        | part("parts/chosen", '<text id="chosen">chosen cell</text>')
        | part("parts/plain", "<text>plain cell</text>")
    )
    page.wait_text("#count", "2 shared")
    assert page.text("#chosen") == "chosen cell"
    assert noted(page, "behavior") == ["shared"]
    assert noted(page, "nodes") == [2]


def test_rows_of_a_list_go_into_the_slots_that_they_name(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": using(box="/parts/box"),
            "index.wxml": '<box id="box">x<view wx:for="{{rows}}" wx:key="*this" slot="{{item}}">{{item}}</view></box>'
            '<view id="turn" bindtap="turn">turn</view>',
            "index.js": "Page({ data: { rows: ['a', 'b', 'none', 'c'] }, turn() { this.setData({ rows: ['c', 'b'] }) } })",
        }
        | part(
            "parts/box",
            '<view id="a"><slot name="a"/></view><view id="b">b:<slot name="b"/></view>'
            '<view id="c"><slot name="c"/></view><view id="rest"><slot/></view>',
            "Component({ options: { multipleSlots: true } })",
        )
    )
    slots = ("#a", "#b", "#c", "#rest")
    page.wait_text("#rest", "x")
    assert [page.text(one) for one in slots] == ["a", "b:\nb", "c", "x"]
    page.tap("#turn")
    page.wait(lambda: page.text("#a") == "", "the row of a gone")
    assert [page.text(one) for one in slots] == ["", "b:\nb", "c", "x"]


def test_behaviors_by_name_are_known_and_forms_collect_their_values(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.json": using(field="/parts/field"),
            "index.wxml": '<form bindsubmit="sent"><field name="mine" value="{{value}}"/><input name="other" value="typed"/>'
            '<button id="send" form-type="submit">send</button></form>',
            "index.js": NOTE
            + "Page({ data: { value: 'kept' }, sent({ detail }) { note('sent', detail.value) } })",
        }
        | part(
            "parts/field",
            "<text>{{name}} {{value}}</text>",
            "Component({ behaviors: ['wx://form-field'] })",
        )
    )
    page.tap("#send")
    assert noted(page, "sent") == [{"mine": "kept", "other": "typed"}]


def test_properties_may_have_the_names_of_an_elements_own(run_program: OpenProgram) -> None:
    names = (
        "dataset",
        "id",
        "class",
        "style",
        "slot",
        "is",
        "data",
        "parentNode",
        "childNodes",
        "shadowRoot",
    )
    properties = ", ".join(f"{name}: null" for name in names)
    page = run_program(
        {
            "index.json": using(part="/parts/part"),
            "index.wxml": '<part id="part" data-n="1" dataset="{{own}}" parent-node="up" bindtap="tap"/>',
            "index.js": NOTE
            + "Page({ data: { own: { mine: 1 } }, tap({ currentTarget }) { note('tap', currentTarget.dataset) } })",
        }
        | part(
            "parts/part",
            "<text>{{dataset.mine}} {{parentNode}}</text>",
            f"Component({{ properties: {{ {properties} }} }})",
        )
    )
    page.wait_text("#part", "1 up")
    page.tap("#part")
    assert noted(page, "tap") == [{"n": "1"}]


def test_select_component_gives_instances_and_exports(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": using(open="/parts/open", closed="/parts/closed"),
            "index.wxml": '<open id="open" class="part"/><closed id="closed" class="part"/>',
            "index.js": NOTE
            + """Page({ onReady() {
              note('open', this.selectComponent('#open').value(), this.selectComponent('#none'))
              note('closed', this.selectComponent('#closed'))
              note('all', this.selectAllComponents('.part').length, this.selectComponent('#open').selectOwnerComponent() === this)
            } })""",
        }
        | part("parts/open", "<text/>", "Component({ methods: { value: () => 42 } })")
        | part(
            "parts/closed",
            "<text/>",
            "Component({ behaviors: ['wx://component-export'], export: () => ({ only: 'this' }) })",
        )
    )
    assert noted(page, "open") == [42, None]
    assert noted(page, "closed") == [{"only": "this"}]
    assert noted(page, "all") == [2, True]


def test_a_placeholder_stands_in_until_the_other_package_is_there(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "app.json": json.dumps(
                {
                    "pages": ["pages/index/index"],
                    "subpackages": [{"root": "more", "pages": ["p/p"]}],
                }
            ),
            "index.json": json.dumps(
                {
                    "usingComponents": {"far": "/more/far", "near": "/parts/near"},
                    "componentPlaceholder": {"far": "near"},
                }
            ),
            "index.wxml": '<far id="far"/>',
            "more/p/p.wxml": "<view/>",
            "more/p/p.js": "Page({})",
        }
        | part("parts/near", "<text>standing in</text>")
        | part(
            "more/far", '<text class="far">the real one</text>', wxss=".far { color: rgb(4, 5, 6) }"
        )
    )
    page.wait_text("#far", "the real one")
    assert page.style("wx-text", "color") == "rgb(4, 5, 6)"


def test_a_list_that_changes_calls_lifetimes_and_keeps_what_stays(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": using(row="/parts/row"),
            "index.wxml": '<view id="list"><row wx:for="{{rows}}" wx:key="id" name="{{item.name}}"/></view><view id="go" bindtap="go">go</view>',
            "index.js": "Page({ data: { rows: [{ id: 1, name: 'one' }, { id: 2, name: 'two' }] },"
            " go() { this.setData({ rows: [{ id: 3, name: 'three' }, { id: 1, name: 'uno' }] }) } })",
        }
        | part(
            "parts/row",
            "<text>{{name}},</text>",
            NOTE
            + "Component({ properties: { name: String }, attached() { note('in', this.data.name) },"
            " detached() { note('out', this.data.name) }, ready() { note('ready', this.data.name) } })",
        )
    )
    page.wait_text("#list", "one,two,")
    page.tap("#go")
    page.wait_text("#list", "three,uno,")
    page.wait(lambda: ["ready", "three"] in notes(page), "the new row ready")
    assert ["out", "two"] in notes(page)
    assert ["out", "one"] not in notes(page)
    assert ["out", "uno"] not in notes(page)


def test_an_expression_that_cannot_be_read_is_told_and_shown_as_it_stands(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.json": using(part="/parts/part"),
            "index.wxml": '<view id="fine">fine</view>\n<part/>',
        }
        | part("parts/part", "<view>\n  <text>{{ a ? }}</text>\n</view>")
    )
    page.wait_text("#fine", "fine")
    entry = page.wait_log("parts/part.wxml:2:16: ")
    assert (entry.file, entry.line) == ("parts/part.wxml", 2)
    assert "{{ a ? }}" in (page.text("body") or "")


def test_old_wxml_forms_are_understood(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="list"><text wx-for="{{[1, 2]}}" wx-key="*this">{{item}},</text></view>'
            '<view id="items"><text wx:for-items="{{[3, 4]}}" wx:for-item="n">{{n}},</text></view>'
            '<text wx-if="{{no}}" id="no">no</text><text id="quoted" class="{{yes ? \\"on\\" : \\"off\\"}}">q</text>'
            '<text id="slash">{{ "a" + \'b\' }}</text>',
            "index.js": "Page({ data: { yes: true, no: false } })",
        }
    )
    page.wait_text("#list", "1,2,")
    page.wait_text("#items", "3,4,")
    assert not page.exists("#no")
    assert page.attribute("#quoted", "class") == "on"


def test_the_last_counts_of_an_attribute_that_is_given_twice(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<wxs module="m">module.exports = { text: "<a b=1 b=2>" }</wxs><!-- <a b=1 b=2> -->'
            '<view id="a" class="first"\n hidden class="{{a<b ? \'yes\' : \'no\'}}" hidden="{{false}}"'
            ' bindtap="one" bindtap="two">{{a<b}} x x {{m.text}}</view>',
            "index.js": NOTE
            + "Page({ data: { a: 1, b: 2 }, one() { note('one') }, two() { note('two') } })",
        }
    )
    page.wait_text("#a", "true x x <a b=1 b=2>")
    assert page.attribute("#a", "class") == "yes"
    page.tap("#a")
    assert noted(page, "two") == []
    assert ["one"] not in notes(page)


def test_two_way_binding_dataset_and_marks_reach_the_script(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<input id="in" model:value="{{text}}"/><view id="out">{{text}}</view>'
            '<view mark:outer="o" data-all="1"><view id="go" bindtap="go" data-user-name="{{name}}" mark:inner="{{2}}">go</view></view>',
            "index.js": NOTE
            + "Page({ data: { text: 'a', name: { deep: 1 } }, go(event) { note('tap', event.currentTarget.dataset, event.mark,"
            " event.target.id, JSON.parse(JSON.stringify(event)).type) } })",
        }
    )
    page.tap("#go")
    assert noted(page, "tap") == [
        {"userName": {"deep": 1}},
        {"outer": "o", "inner": 2},
        "go",
        "tap",
    ]
    page.tap("#in")
    page.type("b")
    page.wait_text("#out", "ab")


def test_a_component_that_is_not_there_is_told_once_where_it_is_named(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.json": using(lost="/parts/lost"),
            "index.wxml": '<lost/><lost/><view id="rest">rest</view>',
        }
    )
    page.wait_text("#rest", "rest")
    (told,) = [one for one in page.log() if "lost" in one.text]
    assert told.text == "usingComponents.lost: /parts/lost is not in the package"
    assert told.file == "pages/index/index.json"
    assert told.line == 1
