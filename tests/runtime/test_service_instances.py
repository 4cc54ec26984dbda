"""What `this` of a page or component is: a value that can be kept in data, a way to other pages, an export."""

import json

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, noted
from tests.runtime.test_service_components import part, using

TABS = part(
    "parts/tabs",
    '<view id="names">{{names}}</view><slot/>',
    """Component({ relations: { './tab': { type: 'child', linked() { this.refresh() } } }, data: { names: '' },
      methods: { refresh() { this.setData({ names: this.getRelationNodes('./tab').map((tab) => tab.data.name).join(',') }) } } })""",
) | part(
    "parts/tab",
    '<text>{{parent ? "has parent" : "no parent"}}</text><last parent="{{parent}}"/>',
    """Component({ properties: { name: String }, data: { parent: null },
      relations: { './tabs': { type: 'parent', linked(target) { this.setData({ parent: target }) } } },
      methods: { names() { return this.data.parent.data.names } } })""",
    usingComponents={"last": "/parts/last"},
)
LAST = part(
    "parts/last",
    '<text>{{parent ? "told" : "not told"}}</text>',
    "Component({ properties: { parent: Object } })",
)


def test_a_component_keeps_its_parent_in_its_data(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": using(tabs="/parts/tabs", tab="/parts/tab"),
            "index.wxml": '<tabs id="tabs"><tab id="one" name="one"/><tab id="two" name="two"/></tabs>',
            "index.js": NOTE
            + "Page({ onReady() { note('through the parent', this.selectComponent('#two').names()) } })",
        }
        | TABS
        | LAST
    )
    page.wait_text("#names", "one,two")
    assert page.text("#one") == "has parenttold"
    assert page.text("#two") == "has parenttold"
    assert noted(page, "through the parent") == ["one,two"]
    assert page.errors() == []


def test_a_page_keeps_itself_and_what_holds_itself_in_its_data(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "app.js": "App({ onLaunch() { this.self = this }, word: 'of the app' })",
            "index.wxml": '<view id="said">{{app.word}} {{app.self.self.word}} {{ring.next.next.name}} {{page ? page.mine : "none"}}</view>'
            '<view id="other" data-page="{{page}}" bindtap="look">look</view>',
            "index.js": NOTE
            + """Page({ data: { app: getApp(), page: null }, mine: 'own field',
              onLoad() {
                const ring = { name: 'first' }
                ring.next = { name: 'second', next: ring }
                this.setData({ ring, page: this, all: getCurrentPages() })
                note('kept', this.data.page === this, this.data.all[0] === this, this.data.ring === ring)
                this.setData({ 'app.word': 'changed', 'ring.next.name': 'third' })
                note('its own copy', getApp().word, this.data.ring.next.name)
              },
              look(event) { note('in an event', event.currentTarget.dataset.page.mine) } })""",
        }
    )
    page.wait_text("#said", "changed changed first own field")
    page.tap("#other")
    assert noted(page, "kept") == [True, True, True]
    assert noted(page, "its own copy") == ["of the app", "third"]
    assert noted(page, "in an event") == ["own field"]
    assert page.errors() == []


def test_the_fields_of_an_instance_are_the_programs_own(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": using(part="/parts/part"),
            "index.wxml": '<part id="part"/>',
            "index.js": NOTE
            + "Page({ onReady() { note('fields', Object.keys(this.selectComponent('#part'))) } })",
        }
        | part("parts/part", "<view/>", "Component({ attached() { this.mine = 1 } })")
    )
    assert noted(page, "fields") == [["mine"]]


WAYS = {
    "app.json": json.dumps(
        {"pages": ["pages/a/a", "pages/a/b", "pages/deep/b", "parts/b", "pages/deep/c"]}
    ),
    "pages/a/a.json": using(part="/parts/part"),
    "pages/a/a.wxml": '<view id="go" bindtap="go">go</view><part/>',
    "pages/a/b.wxml": '<view id="page-a-b">beside the page</view>',
    "parts/b.wxml": '<view id="parts-b">beside the component</view>',
    "pages/deep/b.wxml": '<view id="deep-b">beside another page</view>',
    "pages/deep/c.wxml": '<view id="deep-c">{{here}}</view>',
}


def test_a_pages_router_starts_from_the_page_whoever_is_in_front(run_program: OpenProgram) -> None:
    page = run_program(
        WAYS
        | part("parts/part", "<view/>")
        | {
            "pages/a/a.js": NOTE
            + """Page({ go() {
              note('routers', typeof this.router, this.router === this.pageRouter, Object.keys(this.pageRouter))
              wx.navigateTo({ url: '/pages/deep/c', success: () => {
                this.pageRouter.redirectTo({ url: '../deep/../a/b?x=1', success: ({ errMsg }) => note('there', errMsg, getCurrentPages().at(-1).options.x) })
              } })
            } })""",
        },
        "pages/a/a",
    )
    page.tap("#go")
    page.wait_text("#page-a-b", "beside the page")
    assert noted(page, "routers") == [
        "object",
        True,
        ["navigateTo", "redirectTo", "reLaunch", "switchTab", "navigateBack"],
    ]
    assert noted(page, "there") == ["redirectTo:ok", "1"]


def test_a_components_router_starts_from_the_component(run_program: OpenProgram) -> None:
    page = run_program(
        WAYS
        | part(
            "parts/part",
            '<view id="own" bindtap="own">own</view><view id="its-page" bindtap="page">page</view>',
            """Component({ methods: {
              own() { this.router.navigateTo({ url: 'b' }) },
              page() { this.pageRouter.navigateTo({ url: 'b' }) },
            } })""",
        ),
        "pages/a/a",
    )
    page.tap("#own")
    page.wait_text("#parts-b", "beside the component")
    page.program.view.link.tell("back")
    page.tap("#its-page")
    page.wait_text("#page-a-b", "beside the page")


def test_a_router_says_what_it_cannot_find_and_gives_way_to_a_programs_own(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": NOTE
            + """Page({ router: 'mine',
              onLoad() {
                note('own', this.router)
                this.pageRouter.navigateTo({ url: './nowhere' }).catch(({ errMsg }) => note('failed', errMsg))
                wx.restartMiniProgram({ path: '/nowhere' }).catch(({ errMsg }) => note('no restart', errMsg))
              } })""",
        }
    )
    assert noted(page, "own") == ["mine"]
    assert noted(page, "failed") == ['navigateTo:fail page "pages/index/nowhere" is not found']
    assert noted(page, "no restart") == ['restartMiniProgram:fail page "nowhere" is not found']


def test_export_counts_only_with_the_behavior_for_it(run_program: OpenProgram) -> None:
    exporting = "methods: { hi() { return 'method' } }, export() { return { only: 'exported' } }"
    page = run_program(
        {
            "index.json": using(a="/parts/a", b="/parts/b", c="/parts/c"),
            "index.wxml": '<a id="a" class="x"/><b id="b" class="x"/><c id="c" class="x"/>',
            "index.js": NOTE
            + """const said = (component) => (component.hi ? component.hi() : component.only)
            Page({ onReady() {
              note('single', ...['#a', '#b', '#c'].map((each) => said(this.selectComponent(each))))
              note('all', ...this.selectAllComponents('.x').map(said))
            } })""",
            "shared.js": "module.exports = Behavior({ behaviors: ['wx://component-export'] })",
        }
        | part("parts/a", "<view/>", f"Component({{ {exporting} }})")
        | part(
            "parts/b",
            "<view/>",
            f"Component({{ behaviors: ['wx://component-export'], {exporting} }})",
        )
        | part(
            "parts/c", "<view/>", f"Component({{ behaviors: [require('../shared')], {exporting} }})"
        )
    )
    assert noted(page, "single") == ["method", "exported", "exported"]
    assert noted(page, "all") == ["method", "exported", "exported"]
