"""Packages that npm installed: where a program finds them without the tools' "build npm"."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from miniapp_host.programs.components import Components
from miniapp_host.programs.manifest import MAIN
from miniapp_host.programs.package import Package
from miniapp_host.programs.tree import PackageError
from tests.programs.conftest import Content, Writer, write_file

KIT = "node_modules/kit"


def needing(*names: str, **more: object) -> Content:
    return {"dependencies": dict.fromkeys(names, "*"), **more}


def packages_of(package: Package) -> set[str]:
    """What a program finds of its packages, without npm's own records."""
    found = (path for path in package.files if "miniprogram_npm/" in path)
    return {path for path in found if not path.endswith("package.json")}


def entry_of(package: Package, name: str) -> str:
    return package.text(f"miniprogram_npm/{name}/index.js").strip()


@pytest.mark.parametrize(("about", "made"), [({}, "miniprogram_dist"), ({"miniprogram": "a"}, "a")])
def test_a_package_for_mini_programs_is_the_folder_made_for_them(
    write_program: Writer, about: Mapping[str, object], made: str
) -> None:
    files: dict[str, Content | None] = {
        "package.json": needing("@our/kit"),
        "pages/index.json": {"usingComponents": {"a-cell": "@our/kit/cell/cell"}},
        "node_modules/@our/kit/package.json": about,
        f"node_modules/@our/kit/{made}/cell/cell.json": {"component": True},
        f"node_modules/@our/kit/{made}/node_modules/x/index.js": "",
        "node_modules/@our/kit/src/cell.less": "",
    }
    package = Package.open(write_program(files))
    assert packages_of(package) == {"miniprogram_npm/@our/kit/cell/cell.json"}
    part = Components(package).part(MAIN)
    using = part.configs["pages/index"]["usingComponents"]
    assert using == {"a-cell": "/miniprogram_npm/@our/kit/cell/cell"}


@pytest.mark.parametrize(
    ("main", "file"),
    [
        ("kit.min.js", "kit.min.js"),
        ("./lib", "lib/index.js"),
        ("lib/", "lib/index.js"),
        ("dist/kit", "dist/kit.js"),
    ],
)
def test_a_plain_package_is_reached_through_its_main_file(
    write_program: Writer, main: str, file: str
) -> None:
    files: dict[str, Content | None] = {
        "package.json": needing("kit"),
        f"{KIT}/package.json": {"main": main},
        f"{KIT}/{file}": "exports.kit = 1",
        f"{KIT}/index.js": "throw Error('the wrong one')",
    }
    package = Package.open(write_program(files))
    assert entry_of(package, "kit") == f'module.exports = require("./{file}")'
    assert package.text(f"miniprogram_npm/kit/{file}") == "exports.kit = 1"


@pytest.mark.parametrize("about", [{}, {"main": "index.js"}, {"main": "."}, {"main": 3}])
def test_a_plain_package_may_do_with_an_index(
    write_program: Writer, about: Mapping[str, object]
) -> None:
    files: dict[str, Content | None] = {
        "package.json": needing("kit"),
        f"{KIT}/package.json": about,
        f"{KIT}/index.js": "exports.kit = 1",
    }
    assert entry_of(Package.open(write_program(files)), "kit") == "exports.kit = 1"


def test_what_a_package_needs_comes_along_and_tools_stay_out(write_program: Writer) -> None:
    files: dict[str, Content | None] = {
        "package.json": needing("kit", devDependencies={"lint": "*"}),
        f"{KIT}/package.json": needing("part"),
        f"{KIT}/index.js": "",
        "node_modules/part/package.json": {},
        "node_modules/part/index.js": "",
        "node_modules/lint/package.json": {},
        "node_modules/lint/index.js": "",
    }
    package = Package.open(write_program(files))
    expected = {"miniprogram_npm/kit/index.js", "miniprogram_npm/part/index.js"}
    assert packages_of(package) == expected


def test_another_version_stands_with_the_package_that_needs_it(write_program: Writer) -> None:
    files: dict[str, Content | None] = {
        "package.json": needing("kit", "part"),
        f"{KIT}/package.json": needing("part"),
        f"{KIT}/index.js": "",
        f"{KIT}/node_modules/part/package.json": needing("kit"),
        f"{KIT}/node_modules/part/index.js": "old",
        "node_modules/part/package.json": {},
        "node_modules/part/index.js": "new",
    }
    package = Package.open(write_program(files))
    assert package.text("miniprogram_npm/part/index.js") == "new"
    assert package.text("miniprogram_npm/kit/miniprogram_npm/part/index.js") == "old"


def test_links_between_packages_are_followed_inside_the_project(write_program: Writer) -> None:
    """As pnpm lays them out."""
    files: dict[str, Content | None] = {
        "package.json": needing("kit"),
        "node_modules/.pnpm/kit@1/node_modules/kit/package.json": needing("part"),
        "node_modules/.pnpm/kit@1/node_modules/kit/index.js": "",
        "node_modules/.pnpm/kit@1/node_modules/part/package.json": {},
        "node_modules/.pnpm/kit@1/node_modules/part/index.js": "",
    }
    folder = write_program(files)
    (folder / KIT).symlink_to(".pnpm/kit@1/node_modules/kit")
    expected = {"miniprogram_npm/kit/index.js", "miniprogram_npm/part/index.js"}
    assert packages_of(Package.open(folder)) == expected


def test_what_the_program_built_itself_stays(write_program: Writer) -> None:
    files: dict[str, Content | None] = {
        "package.json": needing("kit"),
        "miniprogram_npm/kit/index.js": "built",
        f"{KIT}/package.json": {},
        f"{KIT}/index.js": "installed",
        f"{KIT}/more.js": "",
    }
    package = Package.open(write_program(files))
    assert packages_of(package) == {"miniprogram_npm/kit/index.js"}
    assert entry_of(package, "kit") == "built"


def test_the_list_in_project_config_says_where_packages_belong(write_program: Writer) -> None:
    relation = {"packageJsonPath": "./package.json", "miniprogramNpmDistDir": "./src/sub/"}
    setting = {"packNpmManually": True, "packNpmRelationList": [relation]}
    files: dict[str, Content | None] = {
        "project.config.json": {"miniprogramRoot": "src/", "setting": setting},
        "src/app.json": {"pages": ["index"]},
        "src/index.wxml": "",
        "package.json": needing("kit"),
        f"{KIT}/package.json": {},
        f"{KIT}/index.js": "",
    }
    package = Package.open(write_program(files))
    assert packages_of(package) == {"sub/miniprogram_npm/kit/index.js"}


def test_without_a_list_package_json_counts_in_the_root_and_in_subpackages(
    write_program: Writer,
) -> None:
    subpackages = [{"root": "shop", "pages": []}]
    files: dict[str, Content | None] = {
        "app.json": {"pages": ["pages/index"], "subpackages": subpackages},
        "shop/package.json": needing("kit"),
        f"shop/{KIT}/package.json": {},
        f"shop/{KIT}/index.js": "",
        "cloudfunctions/a/package.json": needing("sdk"),
        "cloudfunctions/a/node_modules/sdk/package.json": {},
        "cloudfunctions/a/node_modules/sdk/index.js": "",
    }
    package = Package.open(write_program(files))
    assert packages_of(package) == {"shop/miniprogram_npm/kit/index.js"}


def test_nothing_comes_from_outside_the_project(write_program: Writer, tmp_path: Path) -> None:
    write_file(tmp_path / "node_modules/kit/package.json", {})
    write_file(tmp_path / "node_modules/kit/index.js", "")
    write_file(tmp_path / "elsewhere/package.json", {})
    write_file(tmp_path / "elsewhere/index.js", "")
    folder = write_program({"package.json": needing("kit", "linked", "../../elsewhere")})
    (folder / "node_modules").mkdir()
    (folder / "node_modules/linked").symlink_to(tmp_path / "elsewhere")
    assert packages_of(Package.open(folder)) == set()


def test_a_package_leads_no_further_than_its_folder(write_program: Writer, tmp_path: Path) -> None:
    write_file(tmp_path / "secret.txt", "secret")
    about = {"miniprogram": "../..", "main": "../../../../secret.txt"}
    files: dict[str, Content | None] = {
        "package.json": needing("kit"),
        f"{KIT}/package.json": about,
        f"{KIT}/index.js": "exports.kit = 1",
    }
    folder = write_program(files)
    package = Package.open(folder)
    assert entry_of(package, "kit") == "exports.kit = 1"
    (folder / KIT / "index.js").unlink()
    (folder / KIT / "index.js").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(PackageError, match="leads outside"):
        package.read("miniprogram_npm/kit/index.js")


@pytest.mark.parametrize("text", ["{", "[]", json.dumps({"dependencies": ["kit"]})])
def test_a_damaged_package_json_brings_nothing(write_program: Writer, text: str) -> None:
    files: dict[str, Content | None] = {
        "package.json": text,
        f"{KIT}/package.json": {},
        f"{KIT}/index.js": "",
    }
    assert packages_of(Package.open(write_program(files))) == set()
