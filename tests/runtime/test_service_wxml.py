"""WXML as the service reads it: what either of the phone's compilers takes, and what is wrong told once, in its place."""

from pathlib import Path

from miniapp_host.shell.console.console_model import Level
from tests.conftest import MakePhone, OpenProgram
from tests.driver import PageDriver
from tests.program_folder import write_program
from tests.runtime.hearing import inner
from tests.runtime.notes import NOTE, noted, notes

SAID = r"""
  "\"test\"" -> "test"
  'it\'s' -> it's
  "a\\b" -> a\b
  "a\nb" -> a⏎b
  "\d\w" -> \d\w
  'say "hi"' -> say "hi"
  "&quot;&lt;&#39;&amp;&nosuch" -> "<'&&nosuch
  "{{ s === \"x\" }}" -> true
  "{{ s == \"x\" ? \"on\" : \"off\" }}" -> on
  "{{ \"a\\\"b\" }}" -> a"b
  '{{ \'a\' + \'\\\\\' }}' -> a\
  "{{ s === "x" }}" -> true
  "{{ 'a\'b\\' + '\u0041\ud83d\ude00' }}" -> a'b\A😀
  "{ {{s}} }" -> { x }
  {{s}} -> x
  /a/{{s}}.png -> /a/x.png
  "{{ 12345678901234567890 > 1E19 }}" -> true
  "{{/* a comment */ s }}" -> x
  "{{}}" ->
"""
"""Values of attributes as they are written, and what a program is given."""


def errors_at(page: PageDriver, level: Level = Level.ERROR) -> list[tuple[str | None, int | None]]:
    """Where what is wrong stands, once for each time it was told."""
    found = [one for one in page.log() if one.level is level]
    assert all(one.text.startswith(f"{one.file}:{one.line}:") for one in found), page.errors()
    return [(one.file, one.line) for one in found]


def test_values_of_attributes_mean_what_they_mean_on_a_phone(run_program: OpenProgram) -> None:
    rows = [row.strip().rpartition("->") for row in SAID.strip().splitlines()]
    views = "".join(
        f'<view class="v" data-said={written.strip()}></view>\n' for written, _, _ in rows
    )
    page = run_program(
        {
            "index.wxml": views,
            "index.js": NOTE
            + """Page({ data: { s: 'x' }, onReady() { this.createSelectorQuery().selectAll('.v').fields({ dataset: true },
              (found) => note('said', found.map(({ dataset }) => String(dataset.said)))).exec() } })""",
        }
    )
    assert noted(page, "said")[0] == [said.strip().replace("⏎", "\n") for _, _, said in rows]
    assert page.errors() == []


def test_escapes_in_texts_mean_what_they_mean_on_a_phone(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": r"""<view id="a">{{ "he said \"hi\"" }}</view><view id="b">{{ 'a\\b' }}</view>"""
            r"""<text id="c">a\nb</text><view id="d">a<text>\n</text>b</view><view id="e">\d {x} 1 < 2 &lt;</view>"""
        }
    )
    page.wait_text("#a", 'he said "hi"')
    assert [page.text(f"#{each}") for each in "bcde"] == [r"a\b", "a\nb", "a\nb", r"\d {x} 1 < 2 <"]
    assert page.errors() == []


def test_an_include_stands_in_the_scope_it_is_written_in(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": """<wxs module="m">module.exports = { of: function (x) { return '<' + x + '>' } }</wxs>
              <view id="plain" wx:for="{{list}}" wx:key="*this"><include src="/parts/row.wxml"/></view>
              <view id="named"><block wx:for="{{list}}" wx:for-item="fruit" wx:for-index="n" wx:key="*this">
                <include wx:if="{{n}}" src="../../parts/outer"/><text wx:else>first</text></block></view>
              <view id="go" bindtap="go">go</view>""",
            "parts/row.wxml": "<wxs module='m'>module.exports = {}</wxs><template name='x'>no</template>"
            "<text bindtap='go'>{{index}}:{{m.of(item)}}</text>",
            "parts/outer.wxml": '<text wx:for="{{[1, 2]}}" wx:key="*this"><include src="deep/inner.wxml"/></text>',
            "parts/deep/inner.wxml": "[{{n}}{{fruit}}{{item}}{{own}}]",
            "index.js": """Page({ data: { list: ['apple', 'pear'], own: '!' },
              go() { this.setData({ 'list[1]': 'plum', own: '?' }) } })""",
        }
    )
    page.wait_text("#named", "first[1pear1!][1pear2!]")
    assert page.in_page("[...page.querySelectorAll('#plain')].map((each) => each.innerText)") == [
        "0:<apple>",
        "1:<pear>",
    ]
    page.tap("#go")
    page.wait_text("#named", "first[1plum1?][1plum2?]")
    assert page.errors() == []


def test_an_included_file_uses_its_own_templates_and_imports(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<template name="own">page {{x}}</template><template name="mine">mine</template>'
            '<view id="at"><include src="/parts/a.wxml"/>,<template is="own" data="{{x}}"/></view>',
            "parts/a.wxml": '<import src="b.wxml"/><wxs module="m">module.exports = function (x) { return x + 1 }</wxs>'
            '<template name="own">own {{m(x)}}</template><template name="mine">included {{x}}<include src="c.wxml"/></template>'
            '<template is="own" data="{{x}}"/>,<template is="{{b}}" data="{{x}}"/>,<template is="mine" data="{{x}}"/>',
            "parts/b.wxml": '<template name="other">other {{x}}</template>',
            "parts/c.wxml": '<template name="own">deep {{x}}</template>-<template is="own" data="{{x}}"/>',
            "index.js": "Page({ data: { x: 1, b: 'other' } })",
        }
    )
    page.wait_text("#at", "own 2,other 1,included 1-deep 1,page 1")
    assert page.errors() == []


def test_an_include_that_leads_back_to_itself_ends_and_is_told(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="at">page <include src="/parts/a.wxml"/></view>',
            "parts/a.wxml": 'a\n<include src="b.wxml"/>',
            "parts/b.wxml": 'b\n\n<include src="a.wxml"/>',
        }
    )
    page.wait_text("#at", "page a b")
    assert sorted(errors_at(page)) == [("parts/a.wxml", 2), ("parts/b.wxml", 3)]


def test_names_of_events_may_have_colons(run_program: OpenProgram) -> None:
    names = ["update:plan", "a:b", "plain-name", "camelName", "Upper", "dot.name", "x:y:z"]
    page = run_program(
        {
            "index.json": '{"usingComponents": {"k": "/parts/k"}}',
            "index.wxml": '<view bind:x:y:z="outer" capture-bind:a:b="caught"><k id="k" bind:update:plan="heard" binda:b="heard"'
            ' bind:plain-name="heard" bindcamelName="heard" bindUpper="heard" bind:dot.name="heard" catch:x:y:z="heard"/></view>',
            "index.js": NOTE
            + "Page({ heard({ type, detail }) { note(type, detail) }, outer() { note('outer') }, caught() { note('caught') } })",
            "parts/k.json": '{"component": true}',
            "parts/k.wxml": '<view id="fire" bindtap="fire">fire</view>',
            "parts/k.js": f"""Component({{ methods: {{ fire() {{
              {names}.forEach((name, n) => this.triggerEvent(name, n, {{ bubbles: true, composed: true, capturePhase: true }})) }} }} }})""",
        }
    )
    page.tap("#fire")
    page.wait(lambda: ["x:y:z", 6] in notes(page), "the last event")
    heard = [
        ["update:plan", 0],
        ["caught"],
        ["a:b", 1],
        *([name, n] for n, name in enumerate(names) if n > 1),
    ]
    assert notes(page) == heard
    assert page.errors() == []


def test_of_two_modules_or_templates_of_one_name_the_later_counts_everywhere(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": """<wxs module="tool">module.exports = { word: 'from the first' }</wxs>
              <template name="t">first</template>
              <view id="one">[{{tool.word}}]</view><view id="t"><template is="t"/></view>
              <wxs module="tool">module.exports = { largest: function (list) { return Math.max.apply(null, list) } }</wxs>
              <view id="two">[{{tool.largest(list)}}]</view><template name="t">second</template>""",
            "index.js": "Page({ data: { list: [3, 9, 4] } })",
        }
    )
    page.wait_text("#two", "[9]")
    assert (page.text("#one"), page.text("#t")) == ("[]", "second")
    assert page.errors() == []


def test_calls_of_what_is_no_wxs_function_are_undefined_and_told_as_wxml(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": """<wxs module="m">module.exports = { up: function (x) { return x.toUpperCase() } }</wxs>
              <view id="one">[{{text.trim()}}]</view>
              <view id="two" class="{{text.split(',')[0]}} c">[{{m.up(text)}}{{m.up(text).trim()}}]</view>
              <view id="three">{{m.up(list.join('') || 'rest')}}</view>""",
            "index.js": "Page({ data: { text: 'word', list: [1] } })",
        }
    )
    page.wait_text("#two", "[WORD]")
    assert (page.text("#one"), page.attribute("#two", "class")) == ("[]", "c")
    assert [line for _, line in errors_at(page, Level.WARN)] == [2, 3, 3, 4]
    assert errors_at(page) == []
    page.wait_log("text.trim() is undefined: WXML calls only functions of its <wxs> modules")


def test_what_cannot_be_read_is_told_once_and_the_rest_of_the_page_is_drawn(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": """<view id="first" class="{{a ? }} c" hidden="{{no}}">first</view>
<view id="second">{{ a ? }} {{b}}</view>
<view id="third" class="{{b}" data-x="{{b}}">third</view>
<view id="fourth" @tap="go" {{b}}>fourth</view>
<view id="fifth"><text>fifth</view></text>
<view wx:else id="sixth">sixth</view>
<wxs module="a-b"></wxs><include src="{{b}}"/><template>none</template>
<view id="last" title="{{b + }}">{{b}}</view>
<view id="open""",
            "index.js": "Page({ data: { a: 1, b: 'x', no: false } })",
        }
    )
    page.wait_text("#last", "x")
    texts = [
        page.text(f"#{each}") for each in ("first", "second", "third", "fourth", "fifth", "sixth")
    ]
    assert texts == ["first", "{{ a ? }} x", "third", "fourth", "fifth", "sixth"]
    assert page.attribute("#first", "class") is None
    lines = [1, 2, 3, 4, 4, 5, 5, 6, 7, 7, 7, 8, 9, 9]
    assert sorted(errors_at(page)) == [("pages/index/index.wxml", line) for line in lines]


def test_what_is_wrong_is_told_again_when_templates_come_from_the_cache(
    make_phone: MakePhone, open_folder: OpenProgram, tmp_path: Path
) -> None:
    folder = write_program(
        tmp_path / "program", {"index.wxml": '<view id="at">\n{{ a ? }}\n</view>'}
    )
    for _ in range(2):
        phone = make_phone()
        page = open_folder(phone, folder)
        page.wait_text("#at", "{{ a ? }}")
        assert errors_at(page) == [("pages/index/index.wxml", 2)]
        phone.close()


def scrolled(page: PageDriver) -> float:
    return float(inner(page, ".s", "part('port').scrollTop"))


def test_ids_and_classes_may_begin_with_a_digit_in_every_selector(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.json": '{"usingComponents": {"k": "/parts/k"}}',
            "index.wxml": """<scroll-view id="0s" class="s" scroll-y scroll-into-view="{{into}}" enhanced style="height: 40px">
                <view wx:for="{{3}}" wx:key="*this" id="{{index}}" class="{{index}}st" style="height: {{30 + index}}px">{{index}}</view>
              </scroll-view><k id="9k"/>
              <label id="for" for="4c">label</label><switch id="4c" bindchange="back"/><view id="go" bindtap="go">go</view>""",
            "index.wxss": "#go { color: red } .1st, .9 { margin-left: 7.5rpx } #2 { color: rgb(1, 2, 3); opacity: .5 }",
            "parts/k.json": '{"component": true}',
            "parts/k.wxml": '<view id="7" class="8c">k</view>',
            "parts/k.wxss": ".8c { color: rgb(4, 5, 6) }",
            "parts/k.js": "Component({ methods: { who() { return 'k' } } })",
            "index.js": NOTE
            + """Page({ data: { into: '' }, onReady() {
              const query = this.createSelectorQuery()
              query.select('#1').boundingClientRect().selectAll('.2st, .1st').boundingClientRect().exec(([a, b]) => note('query', a.height, b.length))
              note('component', this.selectComponent('#9k').who())
              this.createIntersectionObserver().relativeTo('#0s').observe('.1st', () => note('seen'))
            }, go() { this.setData({ into: '2' }) }, back() {
              this.createSelectorQuery().select('.s').node().exec(([{ node }]) => node.scrollIntoView('.1st', { animated: false })) } })""",
        }
    )
    assert noted(page, "query") == [31, 2]
    assert noted(page, "component") == ["k"]
    assert noted(page, "seen") == []
    assert page.style(r"#\32 ", "color") == "rgb(1, 2, 3)"
    assert page.style(r"#\37 ", "color") == "rgb(4, 5, 6)"
    assert page.style(".\\31 st", "margin-left") == "3.9px"
    page.tap("#go")
    page.wait(lambda: scrolled(page) == 53, "scrolled to what the attribute names")
    page.tap("#for")
    page.wait(lambda: scrolled(page) == 30, "scrolled to what the context names")
    assert page.errors() == []
