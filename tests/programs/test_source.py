"""What the runtime gets of a program: boot record, parts with their components, files."""

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from miniapp_host.programs.package import Package
from miniapp_host.programs.source import ProgramSource
from miniapp_host.programs.tree import PackageError
from tests.programs.conftest import Content, Writer, write_file

APIS = {"async": ["getLocation"], "sync": ["getStorageSync"]}
PLATFORM = {"language": "en", "theme": "light"}


def source_of(
    write_program: Writer, files: dict[str, Content | None], entry: str | None = None
) -> ProgramSource:
    folder = write_program(files)
    return ProgramSource(Package.open(folder), folder.parent / "cache", entry, APIS, PLATFORM)


def json_at(source: ProgramSource, path: str) -> Any:
    answer = source.resource(path)
    assert answer.media_type == "application/json"
    return json.loads(answer.body)


def boot_of(
    write_program: Writer, files: dict[str, Content | None], entry: str | None = None
) -> Any:
    return json_at(source_of(write_program, files, entry), "/__program/boot.json")


def app(**values: object) -> dict[str, Content | None]:
    return {"app.json": {"pages": ["pages/index"], **values}}


# -- boot.json -------------------------------------------------------------------------------------


def test_the_boot_record_of_the_smallest_program(write_program: Writer) -> None:
    boot = boot_of(write_program, {"project.config.json": {"appid": "wx0123456789abcdef"}})
    assert {key: boot[key] for key in boot if key not in ("window", "package", "first")} == {
        "appid": "wx0123456789abcdef",
        "entry": {"path": "pages/index", "query": {}, "scene": 1001, "referrerInfo": {}},
        "pages": ["pages/index"],
        "packages": [{"root": "main", "independent": False, "pages": ["pages/index"]}],
        "tabBar": None,
        "theme": None,
        "resizable": False,
        "darkMode": False,
        "newLook": False,
        "backgroundAudio": False,
        "workers": None,
        "aliases": {},
        "modules": ["app.js", "app.json", "pages/index.js", "project.config.json"],
        "styles": [],
        "apis": APIS,
        "platform": PLATFORM,
    }
    assert boot["window"]["navigationBarTextStyle"] == "white"


def test_the_boot_record_brings_the_main_package(write_program: Writer) -> None:
    source = source_of(write_program, {})
    boot = json_at(source, "/__program/boot.json")
    assert boot["package"] == json_at(source, "/__program/package/main.json")
    assert boot["package"]["configs"] == {"pages/index": {"usingComponents": {}}}
    assert len(boot["package"]["templates"]) == 64


def test_the_boot_record_brings_what_the_start_needs_in_any_case(write_program: Writer) -> None:
    files: dict[str, Content | None] = {
        "app.js": "const kit = require('kit')",
        "miniprogram_npm/kit/index.js": "export * from './inner'",
        "miniprogram_npm/kit/inner.ts": "",
        "pages/index.js": "require('../data.json'); require('./gone'); require(name); Page({})",
        "data.json": {"a": 1},
        "other.js": "",
        "app.wxss": "page { width: 75rpx }",
        "pages/index.wxss": ".a { top: 0 }",
        "other.wxss": "",
    }
    source = source_of(write_program, files)
    first = json_at(source, "/__program/boot.json")["first"]
    kit = "miniprogram_npm/kit"
    assert list(first["modules"]) == [
        "app.js",
        "pages/index.js",
        f"{kit}/index.js",
        "data.json",
        f"{kit}/inner.ts",
    ]
    served = source.resource("/__program/module/pages/index.js").body.decode()
    assert first["modules"]["pages/index.js"] == served
    assert set(first["styles"]) == {"app", "pages/index"}
    assert first["styles"]["app"] == source.resource("/__program/style/app").body.decode()
    assert first["templates"] is None


def test_the_boot_record_brings_the_templates_that_are_kept(write_program: Writer) -> None:
    source = source_of(write_program, {})
    key = json_at(source, "/__program/boot.json")["package"]["templates"]
    source.keep(key, "compiled")
    assert json_at(source, "/__program/boot.json")["first"]["templates"] == "compiled"


def test_the_boot_record_does_not_grow_with_a_large_program(write_program: Writer) -> None:
    files: dict[str, Content | None] = {"app.js": "require('./a0')"}
    names = [f"a{number}" for number in range(9)]
    for name, following in itertools.pairwise(names):
        files[f"{name}.js"] = f"require('./{following}')//{'x' * 100_000}"
    first = boot_of(write_program, files)["first"]["modules"]
    assert "a0.js" in first
    assert "a7.js" not in first


def test_modules_and_styles_are_listed(write_program: Writer) -> None:
    files: dict[str, Content | None] = {
        "a.ts": "",
        "types.d.ts": "",
        "data.json": "1",
        "m.wxs": "",
        "app.wxss": "",
        "pages/index.wxss": "",
    }
    boot = boot_of(write_program, files)
    assert boot["modules"] == ["a.ts", "app.js", "app.json", "data.json", "pages/index.js"]
    assert boot["styles"] == ["app", "pages/index"]


def test_theme_variables_reach_the_service_as_written(write_program: Writer) -> None:
    theme: Content = {"light": {"bg": "#fff"}, "dark": {"bg": "#000"}}
    files = app(darkmode=True, themeLocation="t.json", window={"backgroundColor": "@bg"})
    boot = boot_of(write_program, {**files, "t.json": theme})
    assert boot["window"]["backgroundColor"] == "@bg"
    assert boot["theme"] == theme
    assert boot["darkMode"] is True


def test_the_tab_bar_has_the_keys_of_app_json(write_program: Writer) -> None:
    items = [
        {"pagePath": "pages/index", "text": "A", "iconPath": "/a.png"},
        {"pagePath": "/pages/b", "text": "B"},
    ]
    files = {
        "app.json": {
            "pages": ["pages/index", "pages/b"],
            "tabBar": {"list": items, "custom": True},
        },
        "pages/b.wxml": "",
        "custom-tab-bar/index.json": {"component": True},
        "custom-tab-bar/index.wxml": "",
    }
    boot = boot_of(write_program, files)
    assert boot["tabBar"]["list"] == [
        {"pagePath": "pages/index", "text": "A", "iconPath": "a.png", "selectedIconPath": ""},
        {"pagePath": "pages/b", "text": "B", "iconPath": "", "selectedIconPath": ""},
    ]
    assert boot["tabBar"]["custom"] is True
    assert "custom-tab-bar/index" in boot["package"]["configs"]


def test_a_start_may_be_at_another_page_with_a_query(write_program: Writer) -> None:
    files = {"app.json": {"pages": ["pages/index", "b"]}, "b.wxml": ""}
    boot = boot_of(write_program, files, "/b?id=1&name=%E4%BD%A0&empty=&flag&x=a=b")
    query = {"id": "1", "name": "%E4%BD%A0", "empty": "", "flag": "", "x": "a=b"}
    assert (boot["entry"]["path"], boot["entry"]["query"]) == ("b", query)


def test_a_start_with_only_a_query_is_at_the_first_page(write_program: Writer) -> None:
    entry = boot_of(write_program, {}, "?id=1")["entry"]
    assert (entry["path"], entry["query"]) == ("pages/index", {"id": "1"})


def test_a_start_at_a_page_that_is_not_declared_is_refused(write_program: Writer) -> None:
    with pytest.raises(PackageError, match="has no page pages/other"):
        source_of(write_program, {"pages/other.wxml": ""}, "pages/other")


# -- parts and components --------------------------------------------------------------------------


def component(**using: str) -> dict[str, object]:
    return {"component": True, "usingComponents": using}


def main_of(write_program: Writer, files: dict[str, Content | None]) -> Any:
    return json_at(source_of(write_program, files), "/__program/package/main.json")


def test_components_are_absolute_and_reached_through_each_other(write_program: Writer) -> None:
    files: dict[str, Content | None] = {
        "pages/index.json": {"usingComponents": {"a": "../parts/a", "b": "/parts/b/"}, "x": 1},
        "parts/a.json": component(b="./b", self="./a"),
        "parts/b/index.json": component(),
        "parts/unused.json": component(),
    }
    part = main_of(write_program, files)
    assert part["configs"] == {
        "pages/index": {"usingComponents": {"a": "/parts/a", "b": "/parts/b/index"}, "x": 1},
        "parts/a": {
            "component": True,
            "usingComponents": {"b": "/parts/b/index", "self": "/parts/a"},
        },
        "parts/b/index": {"component": True, "usingComponents": {}},
    }


def test_app_wide_components_are_known_everywhere_and_may_be_replaced(
    write_program: Writer,
) -> None:
    files = {
        **app(usingComponents={"a": "parts/a", "b": "/parts/b"}),
        "pages/index.json": {"usingComponents": {"b": "./own"}},
        "pages/own.json": component(),
        "parts/a.json": component(),
        "parts/b.json": component(),
    }
    configs = main_of(write_program, files)["configs"]
    assert configs["pages/index"]["usingComponents"] == {"a": "/parts/a", "b": "/pages/own"}
    assert configs["parts/a"]["usingComponents"] == {"a": "/parts/a", "b": "/parts/b"}


def test_npm_packages_are_searched_upward(write_program: Writer) -> None:
    files: dict[str, Content | None] = {
        "pages/index.json": {"usingComponents": {"near": "x/near", "far": "x", "rel": "part/c"}},
        "pages/part/c.json": component(),
        "pages/miniprogram_npm/x/near.json": component(),
        "miniprogram_npm/x/near.json": component(),
        "miniprogram_npm/x/index.json": component(),
    }
    assert main_of(write_program, files)["configs"]["pages/index"]["usingComponents"] == {
        "near": "/pages/miniprogram_npm/x/near",
        "far": "/miniprogram_npm/x/index",
        "rel": "/pages/part/c",
    }


def test_an_extended_library_serves_components(write_program: Writer, tmp_path: Path) -> None:
    write_file(tmp_path / "weui/cell/cell.json", {"component": True})
    write_file(tmp_path / "weui/cell/cell.wxml", "<slot/>")
    files = {
        **app(useExtendedLib={"weui": True}),
        "pages/index.json": {"usingComponents": {"mp-cell": "weui-miniprogram/cell/cell"}},
    }
    package = Package.open(write_program(files), {"weui": tmp_path / "weui"})
    source = ProgramSource(package, tmp_path / "cache", None, {}, {})
    path = "miniprogram_npm/weui-miniprogram/cell/cell"
    assert path in json_at(source, "/__program/package/main.json")["configs"]
    assert json_at(source, "/__program/templates/main.json")["wxml"][path] == "<slot/>"
    assert source.resource(f"/{path}.wxml").body == b"<slot/>"


def test_defaults_of_generics_are_absolute_and_reached(write_program: Writer) -> None:
    generics = {"item": {"default": "./item"}, "free": True, "lost": {"default": "./none"}}
    files: dict[str, Content | None] = {
        "pages/index.json": {"componentGenerics": generics},
        "pages/item.json": component(),
    }
    source = source_of(write_program, files)
    part = json_at(source, "/__program/package/main.json")
    assert part["configs"]["pages/index"]["componentGenerics"] == {
        "item": {"default": "/pages/item"},
        "free": True,
        "lost": True,
    }
    assert "pages/item" in part["configs"]
    (warning,) = source.warnings.found
    assert warning.text == "componentGenerics.lost: ./none is not in the package"


def test_placeholders_are_kept(write_program: Writer) -> None:
    values: dict[str, object] = {
        "usingComponents": {"late": "../late"},
        "componentPlaceholder": {"late": "view"},
    }
    files: dict[str, Content | None] = {"pages/index.json": values, "late.json": component()}
    config = main_of(write_program, files)["configs"]["pages/index"]
    assert config["componentPlaceholder"] == {"late": "view"}


@pytest.mark.parametrize(
    ("reference", "why"),
    [
        ("./none", "./none is not in the package"),
        ("../../outside", "../../outside is not in the package"),
        (
            "vant/button",
            "vant/button is not in the package; if it is an npm package, run npm install",
        ),
        ("plugin://myPlugin/hello", "plugin://myPlugin/hello: plugins are not supported"),
        ("dynamicLib://x/y", "dynamicLib://x/y is not supported"),
        ("", " is not in the package"),
    ],
)
def test_a_reference_that_leads_nowhere_is_left_out_and_told(
    write_program: Writer, reference: str, why: str
) -> None:
    text = f'{{"usingComponents": {{\n"odd": "{reference}"}}}}'
    source = source_of(write_program, {"pages/index.json": text})
    part = json_at(source, "/__program/package/main.json")
    assert part["configs"]["pages/index"]["usingComponents"] == {}
    (warning,) = source.warnings.found
    assert str(warning).startswith(f"pages/index.json:2: usingComponents.odd: {why}")


SUBPACKAGES: dict[str, Content | None] = {
    "app.json": {
        "pages": ["pages/index"],
        "usingComponents": {"shared": "/shared"},
        "subpackages": [
            {"root": "packs/one", "pages": ["a"]},
            {"root": "alone", "pages": ["b"], "independent": True},
        ],
    },
    "shared.json": component(),
    "packs/one/a.wxml": "",
    "packs/one/a.json": component(own="./own"),
    "packs/one/own.json": component(),
    "alone/b.wxml": "",
}


def app_of(files: dict[str, Content | None]) -> dict[str, Any]:
    found = files["app.json"]
    assert isinstance(found, dict)
    return found


def test_a_subpackage_has_a_record_of_its_own(write_program: Writer) -> None:
    source = source_of(write_program, SUBPACKAGES)
    boot = json_at(source, "/__program/boot.json")
    assert [(part["root"], part["independent"]) for part in boot["packages"]] == [
        ("main", False),
        ("packs/one", False),
        ("alone", True),
    ]
    assert set(boot["package"]["configs"]) == {"pages/index", "shared"}
    part = json_at(source, "/__program/package/packs/one.json")
    assert part["root"] == "packs/one"
    assert set(part["configs"]) == {"packs/one/a", "packs/one/own"}
    assert part["configs"]["packs/one/a"]["usingComponents"] == {
        "shared": "/shared",
        "own": "/packs/one/own",
    }


def test_an_independent_subpackage_needs_no_main_package(write_program: Writer) -> None:
    source = source_of(write_program, SUBPACKAGES)
    part = json_at(source, "/__program/package/alone.json")
    assert set(part["configs"]) == {"alone/b", "shared"}


def test_what_app_json_lacks_is_told_once(write_program: Writer) -> None:
    values = {"usingComponents": {"lost": "/lost"}}
    files = {**SUBPACKAGES, "app.json": {**app_of(SUBPACKAGES), **values}}
    source = source_of(write_program, files)
    json_at(source, "/__program/package/main.json")
    json_at(source, "/__program/package/packs/one.json")
    told = [one.text for one in source.warnings.found if "lost" in one.text]
    assert told == ["usingComponents.lost: /lost is not in the package"]


@pytest.mark.parametrize("kind", ["package", "templates"])
def test_a_part_that_is_not_declared_is_not_found(write_program: Writer, kind: str) -> None:
    source = source_of(write_program, SUBPACKAGES)
    with pytest.raises(FileNotFoundError):
        source.resource(f"/__program/{kind}/none.json")


def test_a_page_without_template_keeps_its_place(write_program: Writer) -> None:
    source = source_of(write_program, {"app.json": {"pages": ["pages/index", "gone"]}})
    assert "gone" in json_at(source, "/__program/package/main.json")["configs"]
    assert "gone" not in json_at(source, "/__program/templates/main.json")["wxml"]


def test_styles_that_were_not_built_are_told(write_program: Writer) -> None:
    files: dict[str, Content | None] = {"pages/index.less": "", "app.scss": "", "unused.scss": ""}
    source = source_of(write_program, files)
    source.resource("/__program/boot.json")
    assert [str(warning) for warning in source.warnings.found] == [
        "app.scss: build the program first to have its styles",
        "pages/index.less: build the program first to have its styles",
    ]


# -- files -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.png", "image/png"),
        ("a.JPG", "image/jpeg"),
        ("a.svg", "image/svg+xml"),
        ("a.webp", "image/webp"),
        ("a.mp4", "video/mp4"),
        ("a.mp3", "audio/mpeg"),
        ("a.ttf", "font/ttf"),
        ("a.woff2", "font/woff2"),
        ("a.wasm", "application/wasm"),
        ("a.json", "application/json"),
        ("a.html", "text/plain"),
        ("a.js", "text/plain"),
        ("a.wxml", "text/plain"),
        ("a.wxss", "text/plain"),
        ("readme", "application/octet-stream"),
        ("a.br", "application/octet-stream"),
    ],
)
def test_files_are_served_with_a_type_that_runs_nothing(
    write_program: Writer, name: str, media_type: str
) -> None:
    source = source_of(write_program, {f"deep/{name}": b"\x00bytes"})
    answer = source.resource(f"/deep/{name}")
    assert (answer.body, answer.media_type) == (b"\x00bytes", media_type)


@pytest.mark.parametrize("url", ["/图 片/a b.png", "/%E5%9B%BE%20%E7%89%87/a%20b.png"])
def test_a_path_may_be_percent_encoded(write_program: Writer, url: str) -> None:
    assert source_of(write_program, {"图 片/a b.png": b"1"}).resource(url).body == b"1"


def test_a_name_with_a_percent_sign_is_found_as_it_is(write_program: Writer) -> None:
    assert source_of(write_program, {"100%25.png": b"1"}).resource("/100%25.png").body == b"1"


@pytest.mark.parametrize(
    "url",
    ["/../secret", "/%2e%2e/secret", "/a/../../secret", "/__program/style/../../../secret"],
)
def test_no_url_leads_outside(write_program: Writer, tmp_path: Path, url: str) -> None:
    write_file(tmp_path / "secret", "secret")
    with pytest.raises(PackageError):
        source_of(write_program, {}).resource(url)


@pytest.mark.parametrize(
    "url",
    ["/", "/none.png", "/__program/", "/__program/none.json", "/__runtime/view.js", "/__host/sync"],
)
def test_what_is_not_there_is_not_found(write_program: Writer, url: str) -> None:
    with pytest.raises(FileNotFoundError):
        source_of(write_program, {}).resource(url)


def test_a_program_whose_json_holds_lone_surrogates_is_served(write_program: Writer) -> None:
    boot = boot_of(write_program, {"pages/index.json": '{"navigationBarTitleText": "\\ud83d"}'})
    title = boot["package"]["configs"]["pages/index"]["navigationBarTitleText"]
    assert title == "\ufffd"
