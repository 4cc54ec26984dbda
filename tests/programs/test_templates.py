"""Template sources of a part with all they import, their key, and compiled text kept on disk."""

import json
from pathlib import Path

import pytest

from miniapp_host.programs.components import Components
from miniapp_host.programs.package import Package
from miniapp_host.programs.source import ProgramSource
from miniapp_host.programs.template_cache import TemplateCache
from miniapp_host.programs.templates import Templates, TemplateSources
from miniapp_host.programs.wxml import references
from tests.programs.conftest import Content, Writer

SUBPACKAGES: dict[str, Content | None] = {
    "app.json": {
        "pages": ["pages/index"],
        "subpackages": [
            {"root": "pack", "pages": ["a"]},
            {"root": "alone", "pages": ["b"], "independent": True},
        ],
    },
    "pages/index.json": {"usingComponents": {"own": "/shared/own"}},
    "shared/own.json": {"component": True},
    "shared/own.wxml": "<text>own</text>",
    "shared/head.wxml": "<template name='head'/>",
    "pack/a.wxml": "<import src='/shared/head.wxml'/>",
    "pack/a.json": {"usingComponents": {"own": "/shared/own"}},
    "alone/b.wxml": "<own/>",
    "alone/b.json": {"usingComponents": {"own": "/shared/own"}},
}


def sources_of(package: Package, root: str = "main", compiler: str = "1") -> TemplateSources:
    return Templates(package, Components(package), compiler).part(root)


def of_page(write_program: Writer, wxml: str, **others: str) -> tuple[Package, TemplateSources]:
    """The sources of a program whose page is `wxml`; `__` in a name is a slash, `_` a dot."""
    files = {name.replace("__", "/").replace("_", "."): text for name, text in others.items()}
    package = Package.open(write_program({"pages/index.wxml": wxml, **files}))
    return package, sources_of(package)


# -- what a template refers to ---------------------------------------------------------------------


def targets(text: str, path: str = "a.wxml") -> list[tuple[str, str, int]]:
    return [(each.kind, each.target, each.line) for each in references(path, text)]


def test_imports_includes_and_scripts_are_found_with_their_lines() -> None:
    text = """<import src="a.wxml"/>
<include src='b.wxml' />
<wxs module="m" src="c.wxs"></wxs>
<view wx:if="{{a > b}}" src="no.wxml"><image src="no.png"/></view>
<import
  src="d"/>"""
    assert targets(text) == [
        ("wxml", "a.wxml", 1),
        ("wxml", "b.wxml", 2),
        ("wxs", "c.wxs", 3),
        ("wxml", "d", 5),
    ]


def test_comments_and_other_attributes_are_no_references() -> None:
    text = '<!-- <import src="a"/> --><import data-src="b"/><imports src="c"/><wxs module="m"/>'
    assert targets(text) == []


def test_scripts_in_a_template_may_require_others() -> None:
    text = "<view/>\n<wxs module='m'>\n// require('./no.wxs')\nvar a = require('./a.wxs')\n</wxs>"
    assert targets(text) == [("wxs", "./a.wxs", 4)]


def test_what_a_script_requires_is_found_outside_comments_and_strings() -> None:
    text = "var a = require(\"./a.wxs\")\n/* require('b') */ var c = 'require(\"d\")'"
    assert targets(text, "x.wxs") == [("wxs", "./a.wxs", 1)]


@pytest.mark.parametrize("text", ["<wxs>" * 20_000, "<import " * 20_000, "<wxs>'\\" * 20_000])
def test_no_template_holds_up_the_phone(text: str) -> None:
    targets(text)


# -- sources of a part -----------------------------------------------------------------------------


def test_only_templates_that_a_page_reaches_are_sources(write_program: Writer) -> None:
    _, sources = of_page(write_program, "<view/>", unused_wxml="<view/>")
    assert sources.wxml == {"pages/index": "<view/>"}


def test_what_templates_import_comes_along_however_far(write_program: Writer) -> None:
    _, sources = of_page(
        write_program,
        '<import src="../t/a"/><wxs src="/t/m.wxs" module="m"/>',
        t__a_wxml='<include src="b.wxml"/><import src="a.wxml"/>',
        t__b_wxml="b",
        t__m_wxs="var n = require('./n.wxs')",
        t__n_wxs="n",
    )
    assert set(sources.wxml) == {"pages/index", "t/a", "t/b"}
    assert sources.wxs == {"t/m.wxs": "var n = require('./n.wxs')", "t/n.wxs": "n"}


def test_an_import_that_leads_nowhere_is_a_warning(write_program: Writer) -> None:
    package, sources = of_page(write_program, "\n<import src='none.wxml'/><wxs src='../../x'/>")
    assert set(sources.wxml) == {"pages/index"}
    assert [str(warning) for warning in package.warnings.found] == [
        "pages/index.wxml:2: none.wxml is not in the package",
        "pages/index.wxml:2: ../../x is not in the package",
    ]


def test_a_subpackage_brings_what_it_imports_but_not_what_main_has(write_program: Writer) -> None:
    package = Package.open(write_program(SUBPACKAGES))
    assert set(sources_of(package).wxml) == {"pages/index", "shared/own"}
    assert set(sources_of(package, "pack").wxml) == {"pack/a", "shared/head"}


def test_an_independent_subpackage_brings_everything(write_program: Writer) -> None:
    package = Package.open(write_program(SUBPACKAGES))
    assert set(sources_of(package, "alone").wxml) == {"alone/b", "shared/own"}


# -- the key ---------------------------------------------------------------------------------------


def test_equal_sources_have_equal_keys_until_something_changes(write_program: Writer) -> None:
    def key(wxml: str, compiler: str = "1", appid: str = "wx0123456789abcdef") -> str:
        files = {"pages/index.wxml": wxml, "project.config.json": {"appid": appid}}
        return sources_of(Package.open(write_program(files)), compiler=compiler).key

    first = key("<view/>")
    assert first == key("<view/>")
    assert len({first, key("<text/>"), key("<view/>", "2"), key("<view/>", appid="wx2")}) == 4


# -- kept compiled text ----------------------------------------------------------------------------


def source_of(write_program: Writer, cache: Path) -> ProgramSource:
    return ProgramSource(Package.open(write_program(SUBPACKAGES)), cache, None, {}, {})


def key_of(source: ProgramSource, root: str = "main") -> str:
    answer = source.resource(f"/__program/templates/{root}.json")
    assert answer.media_type == "application/json"
    return str(json.loads(answer.body)["key"])


def test_kept_text_is_served_at_the_next_start(write_program: Writer, tmp_path: Path) -> None:
    source = source_of(write_program, tmp_path / "cache")
    key = key_of(source)
    with pytest.raises(FileNotFoundError):
        source.resource(f"/__program/templates/{key}.js")
    source.keep(key, "compiled('✓')\n")
    answer = source_of(write_program, tmp_path / "cache").resource(f"/__program/templates/{key}.js")
    assert answer.body.decode() == "compiled('✓')\n"
    assert answer.media_type == "text/javascript"


def test_a_program_keeps_nothing_under_a_key_that_is_not_its_own(
    write_program: Writer, tmp_path: Path
) -> None:
    source = source_of(write_program, tmp_path / "cache")
    for key in ("0" * 64, "../../evil", ""):
        source.keep(key, "evil()")
    assert not (tmp_path / "cache").exists()


def test_damaged_text_counts_as_absent(write_program: Writer, tmp_path: Path) -> None:
    source = source_of(write_program, tmp_path / "cache")
    key = key_of(source)
    source.keep(key, "compiled()")
    (file,) = (tmp_path / "cache").rglob("*.js")
    for damaged in (file.read_bytes()[:-1], b"", b"compiled()"):
        file.write_bytes(damaged)
        with pytest.raises(FileNotFoundError):
            source.resource(f"/__program/templates/{key}.js")


@pytest.mark.expects_log
def test_a_full_disk_is_only_time_lost(write_program: Writer, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    source = source_of(write_program, tmp_path / "cache")
    source.keep(key_of(source), "compiled()")


def test_only_so_many_old_texts_stay_on_disk(tmp_path: Path) -> None:
    cache = TemplateCache(tmp_path, "wx1")
    for number in range(70):
        cache.keep(f"{number:064x}", "compiled()")
    assert len(list(tmp_path.rglob("*"))) == 65
    assert cache.read(f"{69:064x}") == b"compiled()"


def test_a_deleted_programs_text_is_gone(tmp_path: Path) -> None:
    TemplateCache(tmp_path, "wx1").keep("0" * 64, "one()")
    TemplateCache(tmp_path, "wx2").keep("0" * 64, "two()")
    TemplateCache(tmp_path, "wx1").delete()
    TemplateCache(tmp_path, "wx3").delete()
    assert [file.name for file in tmp_path.iterdir()] == ["wx2"]
