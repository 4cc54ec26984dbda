"""WXSS as CSS: imports put in place, rpx turned into vw, nothing else touched."""

import json
from pathlib import Path

import pytest

from miniapp_host.programs.package import Package
from miniapp_host.programs.source import ProgramSource
from miniapp_host.programs.styles import Styles
from miniapp_host.programs.tree import PackageError
from tests.programs.conftest import Writer, write_file


def css_of(write_program: Writer, text: str, **others: str) -> str:
    """The CSS of `pages/a.wxss`; `others` are more sheets, `__` in a name stands for a slash."""
    files = {f"{name.replace('__', '/')}.wxss": content for name, content in others.items()}
    package = Package.open(write_program({"pages/a.wxss": text, **files}))
    return Styles(package).css("pages/a")


def found_in(package: Package) -> list[str]:
    return [str(warning) for warning in package.warnings.found]


# -- rpx -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wxss", "css"),
    [
        ("750rpx", "100vw"),
        ("1rpx", "0.133334vw"),
        ("-20rpx", "-2.666667vw"),
        ("+15rpx", "2vw"),
        ("0rpx", "0vw"),
        (".5rpx", "0.066667vw"),
        ("7.5rpx", "1vw"),
        ("1e2RPX", "13.333334vw"),
        ("1e999rpx", "infvw"),
        ("1rpx solid #fff", "0.133334vw solid #fff"),
        ("15rpx 30rpx -15rpx", "2vw 4vw -2vw"),
        ("calc(100% - 75rpx)", "calc(100% - 10vw)"),
        ("calc(100%-75rpx)", "calc(100%-10vw)"),
        ("translate(-75rpx,75rpx)", "translate(-10vw,10vw)"),
    ],
)
def test_rpx_become_vw(write_program: Writer, wxss: str, css: str) -> None:
    assert css_of(write_program, f"a{{b:{wxss}}}") == f"a{{b:{css}}}"


@pytest.mark.parametrize(
    "wxss",
    [
        ".mt-20rpx{a:b}",
        "#x20rpx{a:b}",
        ".w\\.5rpx{a:b}",
        'a{content:"20rpx"}',
        "a{content:'\\'20rpx'}",
        '[style="width:20rpx"]{a:b}',
        "a{b:20rpxx}",
        "a{--x20rpx:1}",
        "a{background:url(data:image/svg+xml,<svg x='20rpx'/>)}",
    ],
)
def test_names_strings_and_urls_keep_their_rpx(write_program: Writer, wxss: str) -> None:
    assert css_of(write_program, wxss) == wxss


def test_variables_media_queries_and_nesting_stay(write_program: Writer) -> None:
    wxss = "page{--gap:75rpx}@media (min-width:75rpx){.a{.b &{c:var(--gap)}}}"
    assert css_of(write_program, wxss) == wxss.replace("75rpx", "10vw")


# -- names that begin with a digit -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("wxss", "css"),
    [
        (".2st{a:b}", r".\32 st{a:b}"),
        ("#1,view.2st>#3a .b.4{a:b}", r"#\31 ,view.\32 st>#\33 a .b.\34 {a:b}"),
        ("a{b:.5em}.9{c:.5s,#123}", r"a{b:.5em}.\39 {c:.5s,#123}"),
        ("a{.2 &{b:.5em;c:#000}}", r"a{.\32  &{b:.5em;c:#000}}"),
    ],
)
def test_ids_and_classes_in_selectors_may_begin_with_a_digit(
    write_program: Writer, wxss: str, css: str
) -> None:
    assert css_of(write_program, wxss) == css


@pytest.mark.parametrize(
    "wxss",
    [
        "a{margin:.5em;color:#123}",
        "@media (min-resolution:1.5dppx) and (min-width:.5px){a{b:c}}",
        "@keyframes x{.5%{a:b}12.5%{a:b}}",
        "a{content:'{';margin:.5em}[b='.2{']{a:.5s}",
        "a{--x:.5;transition:all .5s,b .3s}",
    ],
)
def test_numbers_and_colours_are_no_names(write_program: Writer, wxss: str) -> None:
    assert css_of(write_program, wxss) == wxss


# -- comments --------------------------------------------------------------------------------------


def test_comments_go_but_not_out_of_strings_and_urls(write_program: Writer) -> None:
    wxss = "/* x */a{b:'/* y */';/* '*/c:url(data:,/*z*/)}/* end"
    assert css_of(write_program, wxss) == "a{b:'/* y */';c:url(data:,/*z*/)}"


def test_a_commented_import_is_none(write_program: Writer) -> None:
    assert css_of(write_program, "/* @import './b.wxss'; */a{}", pages__b="b{}") == "a{}"


def test_a_charset_is_dropped(write_program: Writer) -> None:
    assert css_of(write_program, '@charset "UTF-8";a{}') == "a{}"


# -- imports ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        '@import "b.wxss";',
        "@import './b.wxss';",
        "@import '/pages/b.wxss';",
        "@import '../pages//b.wxss';",
        '@import"./b.wxss";',
        "@import url(./b.wxss);",
        '@import url( "./b.wxss" );',
        "@import ./b.wxss;",
        "@import './b';",
    ],
)
def test_every_form_of_an_import_is_put_in_place(write_program: Writer, statement: str) -> None:
    assert css_of(write_program, f"{statement}a{{}}", pages__b="b{}") == "b{}a{}"


def test_an_import_may_lack_its_semicolon(write_program: Writer) -> None:
    assert css_of(write_program, "@import './b.wxss'\n.a{}", pages__b="b{}") == "b{}\n.a{}"


def test_imports_reach_through_other_imports(write_program: Writer) -> None:
    others = {"lib__b": "@import './c.wxss';b{}", "lib__c": "c{w:75rpx}"}
    assert css_of(write_program, "@import '../lib/b.wxss';", **others) == "c{w:10vw}b{}"


def test_an_npm_package_is_found_upward(write_program: Writer) -> None:
    others = {"pages__miniprogram_npm__x__near": "near{}", "miniprogram_npm__x__far": "far{}"}
    wxss = "@import 'x/near.wxss';@import 'x/far.wxss';"
    assert css_of(write_program, wxss, **others) == "near{}far{}"


def test_sheets_that_import_each_other_end(write_program: Writer) -> None:
    others = {"pages__b": "@import './a.wxss';b{}"}
    wxss = "@import './a.wxss';@import './b.wxss';a{}"
    assert css_of(write_program, wxss, **others) == "b{}a{}"


def test_a_sheet_imported_twice_comes_twice(write_program: Writer) -> None:
    wxss = "@import './b.wxss';a{}@import './b.wxss';"
    assert css_of(write_program, wxss, pages__b="b{}") == "b{}a{}b{}"


@pytest.mark.parametrize(
    ("suffix", "expected"),
    [
        (" screen and (min-width: 1px)", "@media screen and (min-width: 1px) {\nb{}\n}"),
        (" layer(x) print", "@media print {\nb{}\n}"),
        (" layer", "b{}"),
        (" supports(display: grid)", "b{}"),
        (" /* why */", "b{}"),
    ],
)
def test_an_import_may_have_conditions(write_program: Writer, suffix: str, expected: str) -> None:
    assert css_of(write_program, f"@import './b.wxss'{suffix};", pages__b="b{}") == expected


@pytest.mark.parametrize(
    "reference", ["./none.wxss", "../../outside.wxss", "https://x.org/a.css", "//x.org/a.css", ""]
)
def test_an_import_that_leads_nowhere_is_a_warning(write_program: Writer, reference: str) -> None:
    package = Package.open(write_program({"pages/a.wxss": f'\n@import "{reference}";\na{{}}'}))
    assert Styles(package).css("pages/a").strip() == "a{}"
    assert found_in(package) == [f'pages/a.wxss:2: @import "{reference}" is not in the package']


def test_a_chain_of_imports_ends_at_a_depth(write_program: Writer) -> None:
    files = {f"s{n}.wxss": f"@import './s{n + 1}.wxss';a{n}{{}}" for n in range(40)}
    package = Package.open(write_program(files))
    css = Styles(package).css("s0")
    assert "a29{}" in css
    assert "a39{}" not in css


def test_imports_that_multiply_without_end_stop(write_program: Writer) -> None:
    files = {f"s{n}.wxss": f"@import './s{n + 1}.wxss';" * 9 + "a{}" for n in range(40)}
    package = Package.open(write_program(files))
    Styles(package).css("s0")
    assert "s0.wxss: it imports too much; the rest is left out" in found_in(package)


# -- what is not balanced --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wxss", "css", "told"),
    [
        ("\na{b:c", "\na{b:c}", ['2: "{" is not closed']),
        ("@media print{\na{b:c}", "@media print{\na{b:c}}", ['1: "{" is not closed']),
        ("a{b:c}\n}b{c:d}", "a{b:c}\n\\}b{c:d}", ['2: "}" closes nothing']),
        ("a{b:c)}", "a{b:c)}", ['1: ")" closes nothing']),
        ("a{b:calc(1px}\nb{c:d}", "a{b:calc(1px}\nb{c:d})}", ['1: "(" is not closed']),
        ("a[b{c:d}", "a[b{c:d}]", ['1: "[" is not closed']),
        ("a{b:url(c", "a{b:url(/pages/c)}", ['1: "(" is not closed']),
        ("a{}/* b{}", "a{}", ["1: the comment is not closed"]),
        ("a{b:'c;\nd:e}", "a{b:'c;\nd:e}", ["1: the string is not closed"]),
        ("@import 'x", "@import 'x'", ["1: the string is not closed"]),
    ],
)
def test_what_is_not_balanced_is_told_and_ends_with_its_sheet(
    write_program: Writer, wxss: str, css: str, told: list[str]
) -> None:
    package = Package.open(write_program({"pages/a.wxss": wxss}))
    assert Styles(package).css("pages/a") == css
    assert found_in(package) == [f"pages/a.wxss:{one}" for one in told]


@pytest.mark.parametrize(
    "wxss",
    [
        ".w-1\\/2{a:b}.a\\({a:b}.b\\{{a:b}",
        "a{b:'{' \"(\" '\\'' \"c\\\nd\"}",
        "a{b:url(x{y.png) url( 'a)b' )}",
        "/* { ' */a{}<!-- -->",
        "a{b:c;&:hover{d:e}}@supports (a:b){c{d:calc((1px + 2px) * 3)}}",
    ],
)
def test_what_only_looks_like_a_bracket_is_none(write_program: Writer, wxss: str) -> None:
    package = Package.open(write_program({"pages/a.wxss": wxss}))
    Styles(package).css("pages/a")
    assert found_in(package) == []


# -- urls ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("b.png", "/pages/b.png"),
        ("'../img/b.png'", "'/img/b.png'"),
        ('"./b (1).png"', '"/pages/b (1).png"'),
        ("/img/b.png", "/img/b.png"),
        ("icon.eot?t=1#iefix", "/pages/icon.eot?t=1#iefix"),
        ("//cdn.org/b.png", "https://cdn.org/b.png"),
        ("https://cdn.org/b.png", "https://cdn.org/b.png"),
        ("data:image/png;base64,AA//BB==", "data:image/png;base64,AA//BB=="),
        ("#filter", "#filter"),
        ("wxfile://tmp_1.png", "wxfile://tmp_1.png"),
        ("", ""),
    ],
)
def test_relative_urls_become_absolute(write_program: Writer, target: str, expected: str) -> None:
    css = css_of(write_program, f"a{{background:url( {target} )}}")
    assert css == f"a{{background:url({expected})}}"


def test_a_url_in_an_imported_sheet_is_relative_to_that_sheet(write_program: Writer) -> None:
    css = css_of(write_program, "@import '../lib/b.wxss';", lib__b="b{src:url(f.ttf)}")
    assert css == "b{src:url(/lib/f.ttf)}"


# -- which sheets there are ------------------------------------------------------------------------


def test_a_sheet_is_served_with_or_without_its_suffix(write_program: Writer) -> None:
    styles = Styles(Package.open(write_program({"app.wxss": "a{}", "b.css": "b{}"})))
    assert styles.css("app") == styles.css("app.wxss") == "a{}"
    assert styles.css("b.css") == "b{}"
    assert styles.paths == ("app",)


def test_a_sheet_that_is_not_there_is_not_found(write_program: Writer) -> None:
    styles = Styles(Package.open(write_program({})))
    with pytest.raises(FileNotFoundError):
        styles.css("app")
    with pytest.raises(PackageError):
        styles.css("../outside")


@pytest.mark.parametrize("own", [None, "own{}"])
def test_an_extended_librarys_sheet_comes_before_app_wxss(
    write_program: Writer, tmp_path: Path, own: str | None
) -> None:
    write_file(tmp_path / "weui/weui-wxss/dist/style/weui.wxss", "weui{w:75rpx}")
    app = {"pages": ["pages/index"], "useExtendedLib": {"weui": True}}
    folder = write_program({"app.json": app, "app.wxss": own})
    styles = Styles(Package.open(folder, {"weui": tmp_path / "weui"}))
    assert styles.css("app").split() == ["weui{w:10vw}", *([own] if own else [])]
    assert "app" in styles.paths


@pytest.mark.parametrize(
    "text",
    [
        "url(" * 20_000,
        "url(" + " " * 100_000,
        "1" * 100_000,
        "@import " * 20_000,
        "'\\" * 50_000,
        "/*" * 50_000,
        "{(" * 50_000,
        "})" * 50_000,
    ],
    ids=["urls", "blanks", "digits", "imports", "quotes", "comments", "open", "closed"],
)
def test_no_sheet_holds_up_the_phone(write_program: Writer, text: str) -> None:
    css_of(write_program, text)


def test_many_sheets_come_in_one_answer(write_program: Writer, tmp_path: Path) -> None:
    files = {"app.wxss": "a{width:750rpx}", "pages/a.wxss": "b{}"}
    source = ProgramSource(Package.open(write_program(files)), tmp_path / "cache", None, {}, {})
    answer = source.resource("/__program/styles/app:pages/a")
    assert json.loads(answer.body) == {"app": "a{width:100vw}", "pages/a": "b{}"}
