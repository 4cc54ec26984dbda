"""WXS is a language of its own: its words, its strings, its values; what is no WXS costs one module."""

import pytest

from miniapp_host.shell.console.console_model import Level, LogEntry
from tests.conftest import OpenProgram
from tests.driver import PageDriver

RESERVED_BY_JAVASCRIPT_ALONE = [
    "class",
    "const",
    "let",
    "new",
    "in",
    "of",
    "instanceof",
    "try",
    "catch",
    "finally",
    "throw",
    "with",
    "enum",
    "export",
    "extends",
    "import",
    "super",
    "static",
    "yield",
    "await",
    "async",
    "debugger",
    "hooks",
    "eval",
]


def wxs(*expressions: str, before: str = "") -> dict[str, str]:
    """A program whose page shows the values of WXS expressions, parted by bars."""
    functions = ",".join(
        f"f{at}: function () {{ return '' + ({each}) }}" for at, each in enumerate(expressions)
    )
    calls = "|".join(f"{{{{m.f{at}()}}}}" for at in range(len(expressions)))
    return {
        "index.wxml": f'<wxs module="m" src="../../m.wxs"/><view id="r">{calls}</view>',
        "m.wxs": f"{before}\nmodule.exports = {{ {functions} }};",
        "index.js": "Page({})",
    }


def errors(page: PageDriver) -> list[LogEntry]:
    return [entry for entry in page.log() if entry.level is Level.ERROR]


def test_an_escape_that_wxs_does_not_know_keeps_its_backslash(run_program: OpenProgram) -> None:
    program = wxs(
        r"getRegExp('^-?\d+(\.\d+)?$').test('-1.5')",
        r'getRegExp("^\w+\s\w+$").test("ab cd")',
        r"getRegExp('(a)\1').test('aa')",
        r"'\d'.length",
        r"'\n\t\\'.length",
        r"'\'' + '\x41' + '\u4e2d'",
        r"'\u12'.length",
        "'one\\\ntwo'",
    )
    page = run_program(program)
    page.wait_text("#r", "true|true|true|2|3|'A中|4|onetwo")
    assert page.errors() == []


def test_only_words_that_wxs_reserves_are_reserved(run_program: OpenProgram) -> None:
    names = RESERVED_BY_JAVASCRIPT_ALONE
    declared = "".join(f"var {name} = '{name}';" for name in names)
    inside = f"function inside({', '.join(names)}) {{ return {names[0]} + {names[1]} }}"
    page = run_program(wxs(" + ".join(names), "inside(1, 2)", before=f"{declared}{inside}"))
    page.wait_text("#r", f"{''.join(names)}|3")
    assert page.errors() == []


def test_a_renamed_name_meets_no_other(run_program: OpenProgram) -> None:
    before = (
        "var class = 1, class_ = 2; function f(hooks) { return { class: class, hooks: hooks } }"
    )
    page = run_program(
        wxs("class + class_", "f(7).hooks", "f(7).class", "[].constructor", before=before)
    )
    page.wait_text("#r", "3|7|1|Array")


def test_constructor_is_the_name_of_the_type(run_program: OpenProgram) -> None:
    values = ["1", "'a'", "true", "{}", "[]", "(function () {})", "getDate()", "getRegExp('a')"]
    program = wxs(
        *(f"({value}).constructor" for value in values),
        "'a'.constructor.constructor",
        "[]['constructor']",
        "'.constructor'",
        "{ constructor: 'own' }.constructor",
        "changed.constructor",
        "[].constructor === 'Array' /* .constructor */",
        "arguments.constructor",
        before="var changed = {}; changed.constructor = 'set';",
    )
    page = run_program(program)
    page.wait_text(
        "#r",
        "Number|String|Boolean|Object|Array|Function|Date|RegExp|"
        "String|Array|.constructor|own|set|true|Object",
    )


def test_values_say_of_themselves_what_is_documented(run_program: OpenProgram) -> None:
    program = wxs(
        "f.toString()",
        "f.length",
        "({}).toString()",
        "(255).toString(16)",
        "[1, [2, 3]].toString()",
        "typeof getDate() + typeof getRegExp('a') + typeof null + typeof f + typeof nothing",
        "JSON.parse(JSON.stringify(undefined))",
        "JSON.stringify({ a: [1] })",
        "Math.max(1, 2) + Number.MAX_VALUE - Number.MAX_VALUE",
        "getDate(2017, 6, 1).getMonth() + Date.UTC(1970, 0) + Date.parse('1970-01-01')",
        "isNaN('x') && isFinite(1) && decodeURIComponent(encodeURIComponent('中'))",
        "f(1, 2)",
        "getRegExp('A', 'gi').toString()",
        before="function f(a) { return arguments.length + arguments[1] }",
    )
    page = run_program(program)
    page.wait_text(
        "#r",
        "[function Function]|1|[object Object]|ff|1,2,3|objectobjectobjectfunctionundefined|undefined|"
        '{"a":[1]}|0|6|中|4|/A/gi',
    )


def test_wxs_is_kept_apart_from_the_program(run_program: OpenProgram) -> None:
    outside = [
        "wx",
        "Page",
        "global",
        "globalThis",
        "self",
        "Promise",
        "setTimeout",
        "eval",
        "Object",
        "Array",
        "G",
        "Q",
    ]
    program = wxs(
        " + ".join(f"typeof {name}" for name in outside),
        "typeof self_of()",
        "typeof object.me().me",
        "typeof top",
        before="var top = this; function self_of() { return this } var object = { me: function () { return this } };",
    )
    program["index.js"] = "Math.max = null; JSON.parse = null; Page({})"
    program["index.wxml"] += "{{m.most()}}"
    program["m.wxs"] += "module.exports.most = function () { return Math.max === null };"
    page = run_program(program)
    page.wait_text("#r", "undefined" * len(outside) + "|undefined|function|undefined")


def test_a_variable_that_nobody_declares_is_global_to_wxs_alone(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<wxs module="a" src="../../a.wxs"/><wxs module="b">'
            "module.exports = function () { count += 1; return count }</wxs>"
            '<view id="r">{{a(5)}} {{b()}} {{a.unknown}}</view><view id="js">{{js}}</view>',
            "a.wxs": "module.exports = function (n) { count = n; return count }",
            "index.js": "Page({ data: { js: '' }, onReady() { this.setData({ js: typeof count }) } })",
        }
    )
    page.wait_text("#r", "5 6")
    page.wait_text("#js", "undefined")


def test_a_comment_that_nobody_ends_goes_on_to_the_end(run_program: OpenProgram) -> None:
    program = wxs("1")
    program["m.wxs"] += (
        " // one\n/* two */ module.exports.f0 = function () { return 2 }\n/* three\n}}} ("
    )
    page = run_program(program)
    page.wait_text("#r", "2")
    assert page.errors() == []


def test_a_module_may_end_with_a_comment(run_program: OpenProgram) -> None:
    program = wxs("1")
    program["m.wxs"] += " // the end"
    run_program(program).wait_text("#r", "1")


def test_what_published_libraries_write_is_taken(run_program: OpenProgram) -> None:
    """Vant Weapp's cascader has `{color}`, lin-ui's filters have parameters with values."""
    before = (
        "var color = 'red', let = 4; function at(index = 0, other = index) { return index + other }"
    )
    page = run_program(
        wxs("at()", "at(1)", "at(1, 2)", "JSON.stringify({ color, let })", before=before)
    )
    page.wait_text("#r", '0|2|3|{"color":"red","let":4}')
    assert page.errors() == []


NO_WXS = [
    ("var a = /a/g", 9, "no regular expression literals: use getRegExp()"),
    ("var a = 1\n  const b = 2", (2, 3), 'no "const": use var'),
    ("let b = 2", 1, 'no "let": use var'),
    ("var a = new Date()", 9, 'no "new"'),
    ("for (var k in o) {}", 12, 'no "in"'),
    ("try { a() } catch (e) {}", 1, 'no "try"'),
    ("throw 'x'", 1, 'no "throw"'),
    ("var f = (a) => a", 13, "no arrow functions: use function"),
    ("var t = `a`", 9, "no template strings"),
    ("class A {}", 1, 'no "class"'),
    ("var require = 1", 5, '"require" is a reserved word of WXS'),
    ("function f(undefined) {}", 12, '"undefined" is a reserved word of WXS'),
    ("var a = ;", 9, "Unexpected ;"),
    ("var a = {", 10, "Unexpected end"),
]


@pytest.mark.parametrize(("source", "place", "message"), NO_WXS)
def test_what_is_no_wxs_is_told_once_with_its_place(
    run_program: OpenProgram, source: str, place: int | tuple[int, int], message: str
) -> None:
    line, column = place if isinstance(place, tuple) else (1, place)
    page = run_program(
        {
            "index.wxml": '<wxs module="bad" src="../../bad.wxs"/>\n<wxs module="good">module.exports = 4</wxs>'
            '\n<view id="r">{{bad.value}}{{bad.run(1)}}{{good}}</view>',
            "bad.wxs": source,
            "index.js": "Page({})",
        }
    )
    page.wait_text("#r", "4")
    (entry,) = errors(page)
    assert (entry.file, entry.line) == ("bad.wxs", line)
    assert f"bad.wxs:{line}:{column}: " in entry.text
    assert message in entry.text


def test_a_module_in_a_template_is_told_with_the_lines_of_the_template(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="r">{{n}}</view>\n<wxs module="bad">var a = /a/</wxs>\n'
            '<wxs module="worse">\n  var b = `b`\n</wxs>',
            "index.js": "Page({ data: { n: 1 } })",
        }
    )
    page.wait_text("#r", "1")
    first, second = errors(page)
    assert first.text.startswith("pages/index/index.wxml:2:27: WXS has no regular")
    assert (first.line, second.line) == (2, 4)
    assert second.text.startswith("pages/index/index.wxml:4:11: ")
