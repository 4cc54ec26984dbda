"""The reader of WXML by itself: where things are, that nothing stops it, and that it goes through a file once."""

import json
import random
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.runtime.wxml_reader import WxmlReader

CASES = json.loads((Path(__file__).parents[1] / "programs/wxml_cases.json").read_text("utf-8"))

FOUND = """(({ lines, nodes, templates, imports, includes, modules }) => {
  const at = (start) => lines.place(start).line
  const within = (list) => list.flatMap((node) => node.kind === 'text' ? [] : [[node.start, node.name], ...within(node.children)])
  const tags = within([...nodes, ...[...templates.values()].flatMap((template) => template.children)])
  const named = [...imports, ...includes, ...modules.values()].filter(({ src }) => src)
  const sorted = (list) => list.sort(([one], [other]) => one - other)
  return { tags: sorted(tags).map(([start, name]) => [name, at(start)]),
    references: sorted(named.map(({ start, src }) => [start, src])).map(([start, src]) => [src, at(start)]) }
})"""

LANGUAGE = r"""
<view <text> </view> </text> /> > <wxs_module="m"> </wxs> <wxs_module="m"/> <template_name="t"> </template> <slot> <block> </block>
<template_is="t"_data="{{...a,b}}"/> <include_src="b"/> <include_src="c.wxml"> <import_src="b"/> <!-- --> <! </ < {{ }} { }
{{a}} {{a.b[c]}} {{m.f(a)}} {{a.f()}} {{a?b:c}} {{'x'}} {{"y"}} {{\"z\"}} {{!a}} {{a:1}} {{[a,...b]}} {{/*c*/}} {{}}
_wx:if="{{a}}" _wx:else _wx:elif="{{b}}" _wx:for="{{a}}" _class="a_{{b}}" _class='{{c}}' _bind:a:b="x" _bindtap=y _a=" _b='
\" \' \\ \n " ' = / & &amp; &#; &x; + - * ? : , . ... ( ) [ ] ?? ?. ** 1e9 0x1f 1..2 é 中 😀 @x :y 1 -- => `t` /* */ // typeof void
"""
PIECES = [piece.replace("_", " ") for piece in LANGUAGE.split()] + [" ", "\n", "\t", "\ud83d"]
"""What WXML is made of, and what is near it."""


@pytest.fixture(scope="module")
def seed() -> random.Random:
    return random.Random(7)


@pytest.fixture
def reader(qtbot: QtBot) -> WxmlReader:
    return WxmlReader(qtbot)


def test_tags_and_references_are_where_the_host_finds_them(reader: WxmlReader) -> None:
    texts = [case["wxml"] for case in CASES]
    found = reader.run(f"{json.dumps(texts)}.map((text) => {FOUND}(readFile('a', text)))")
    left_out = ("import", "template", "wxs")
    for case, of_reader in zip(CASES, found, strict=True):
        tags = [tag for tag in case["tags"] if tag[0] not in left_out]
        assert (case["what"], of_reader["tags"]) == (case["what"], tags)
        assert (case["what"], of_reader["references"]) == (case["what"], case["references"])


def test_whatever_is_written_the_compiler_makes_a_program_of_what_was_read(
    reader: WxmlReader, seed: random.Random
) -> None:
    reader.start_compiler()
    programs = [
        {path: "".join(seed.choices(PIECES, k=seed.randrange(60))) for path in ("a", "b", "c")}
        for _ in range(1500)
    ]
    problems = reader.run(f"{json.dumps(programs)}.flatMap((wxml) => made(wxml).problems)")
    assert {problem["message"] for problem in problems} <= {"illegal entity"}


SHAPES = {
    "elements": "<view>",
    "closed elements": "<view/>",
    "ends": "</view>",
    "starts": "<",
    "unclosed tags": "<view ",
    "attributes": '<view a="b" c',
    "unclosed values": '<view a="',
    "one value": "<view a='x\" ",
    "expressions": "{{a}} ",
    "unclosed expressions": "{{a ",
    "strings that end nowhere": "{{ ' ",
    "strings of both kinds": "{{ ' {{ \" ",
    "escaped strings": '<view a="{{ \\" ',
    "comments in expressions": "{{ /* ",
    "comments": "<!-- ",
    "comments that end": "<!-- -->",
    "scripts": '<wxs module="m">',
    "scripts that end": '<wxs module="m"></wxs>',
    "templates": '<template name="t"><a>',
    "parentheses": "{{((((",
    "operators": "{{a+b+",
    "backslashes": "\\",
    "backslashes in a value": '<a b="\\',
    "lines": "\n<a>{{ a }\n",
    "closing what is not open": "<a></b>",
    "slashes": "<a / / /",
    "calls": "{{a.b(c.d(",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_twice_as_much_takes_twice_as_many_steps(reader: WxmlReader, shape: str) -> None:
    reader.run("0", "count()")
    counts = [
        reader.run(f"(steps = 0, translate({{ a: {json.dumps(shape)}.repeat({size}) }}), steps)")
        for size in (2_000, 4_000)
    ]
    assert counts[1] <= 2.3 * counts[0]
    assert counts[1] < 4_000 * len(shape) * 60
