"""Opening a folder: who the program is, which files it has, and that nothing outside is read."""

import json
import os
from pathlib import Path

import pytest

from miniapp_host.programs.components import Components
from miniapp_host.programs.findings import Finding
from miniapp_host.programs.manifest import ManifestError
from miniapp_host.programs.package import Package
from miniapp_host.programs.tree import PackageError
from tests.programs.conftest import Writer, write_file


def opened(write_program: Writer, **project: object) -> Package:
    return Package.open(write_program({"project.config.json": project}))


# -- who it is -------------------------------------------------------------------------------------


def test_the_appid_and_the_name_come_from_project_config(write_program: Writer) -> None:
    package = opened(write_program, appid="wx0123456789abcdef", projectname="%E5%9C%B0%E5%9B%BE")
    assert package.appid == "wx0123456789abcdef"
    assert package.name == "地图"


@pytest.mark.parametrize(
    "appid",
    [
        None,
        "",
        "touristappid",
        "TouristAppId",
        "touristId",
        "../x",
        "a/b",
        "wx 1",
        "a",
        "w" * 65,
        3,
    ],
)
def test_without_a_real_appid_the_folder_gives_a_stable_one(
    write_program: Writer, appid: object
) -> None:
    package = opened(write_program, appid=appid)
    assert package.appid.startswith("local_")
    assert package.appid == Package.open(package.folder).appid


def test_two_folders_without_appid_are_two_programs(write_program: Writer, tmp_path: Path) -> None:
    first = write_program({})
    second = first.rename(tmp_path / "elsewhere")
    write_program({})
    assert Package.open(first).appid != Package.open(second).appid


def test_a_link_to_the_folder_is_the_same_program(write_program: Writer, tmp_path: Path) -> None:
    folder = write_program({})
    (tmp_path / "link").symlink_to(folder)
    assert Package.open(tmp_path / "link").appid == Package.open(folder).appid


def test_the_name_falls_back_to_the_title_and_then_to_the_folder(write_program: Writer) -> None:
    assert Package.open(write_program({})).name == "program"
    window = {"navigationBarTitleText": "Hello"}
    titled = write_program({"app.json": {"pages": ["pages/index"], "window": window}})
    assert Package.open(titled).name == "Hello"


def test_the_persons_own_project_name_wins(write_program: Writer) -> None:
    files = {
        "project.config.json": {"projectname": "theirs"},
        "project.private.config.json": {"projectname": "mine"},
    }
    assert Package.open(write_program(files)).name == "mine"


def test_the_icon_is_a_picture_at_the_top(write_program: Writer) -> None:
    assert Package.open(write_program({})).icon is None
    package = Package.open(write_program({"icon.png": b"", "images/logo.png": b""}))
    assert package.icon == package.root / "icon.png"


def test_an_icon_that_links_elsewhere_is_none(write_program: Writer, tmp_path: Path) -> None:
    write_file(tmp_path / "secret.png", "")
    folder = write_program({})
    (folder / "icon.png").symlink_to(tmp_path / "secret.png")
    assert Package.open(folder).icon is None


def test_the_version_is_that_of_package_json(write_program: Writer) -> None:
    assert Package.open(write_program({})).version is None
    assert Package.open(write_program({"package.json": {"version": "1.2.0"}})).version == "1.2.0"
    assert Package.open(write_program({"package.json": "{broken"})).version is None


# -- where it is -----------------------------------------------------------------------------------


def test_the_program_may_stand_in_a_folder_of_the_project(write_program: Writer) -> None:
    files = {
        "project.config.json": '\ufeff{"miniprogramRoot": "./src/", /* here */ }',
        "app.json": None,
        "src/app.json": {"pages": ["a"]},
        "src/a.wxml": "",
        "src/a.js": "",
    }
    package = Package.open(write_program(files))
    assert package.root == package.folder / "src"
    assert package.files == {"app.json", "a.wxml", "a.js"}


@pytest.mark.parametrize("root", ["../", "../program2", "src/../../x"])
def test_the_program_may_not_stand_outside_the_project(write_program: Writer, root: str) -> None:
    with pytest.raises(ManifestError, match=r"project\.config\.json: miniprogramRoot: .*outside"):
        opened(write_program, miniprogramRoot=root)


def test_a_root_that_is_not_there_is_an_error(write_program: Writer) -> None:
    with pytest.raises(ManifestError, match="there is no folder dist"):
        opened(write_program, miniprogramRoot="dist")


def test_a_project_config_that_is_no_json_is_an_error(write_program: Writer) -> None:
    with pytest.raises(ManifestError, match=r"project\.config\.json: .* \(line 1, column 2\)"):
        Package.open(write_program({"project.config.json": "{oops"}))


@pytest.mark.parametrize(
    ("files", "remedy"),
    [
        ({}, "Open the folder of a mini program"),
        ({"game.json": "{}"}, "This is a mini game"),
        ({"miniprogram/app.json": "{}"}, "Open the folder miniprogram in it"),
        ({"a/b/app.json": "{}"}, "Open the folder a/b in it"),
    ],
)
def test_a_folder_without_program_says_what_to_do(
    write_program: Writer, files: dict[str, str], remedy: str
) -> None:
    with pytest.raises(ManifestError, match="there is no such file in program") as caught:
        Package.open(write_program({"app.json": None, **files}))
    assert remedy in caught.value.remedy


def test_a_project_that_was_not_built_says_so(write_program: Writer) -> None:
    files = {"project.config.json": {"miniprogramRoot": "dist"}, "dist/readme.md": ""}
    with pytest.raises(ManifestError, match="build the program first"):
        Package.open(write_program(files))


def test_no_folder_at_all_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="There is no folder"):
        Package.open(tmp_path / "none")


# -- its files -------------------------------------------------------------------------------------


def test_the_tools_own_folders_are_left_out(write_program: Writer) -> None:
    files = {"node_modules/x/index.js": "", ".git/HEAD": "", "deep/node_modules/y.js": ""}
    package = Package.open(write_program(files))
    assert not [path for path in package.files if "node_modules" in path or ".git" in path]


def test_a_file_is_read_without_its_byte_order_mark(write_program: Writer) -> None:
    package = Package.open(write_program({"a.txt": "\ufeff你好"}))
    assert package.text("a.txt") == "你好"
    assert package.read("/a.txt") == "\ufeff你好".encode()


def test_text_that_is_no_utf_8_is_read_and_told_with_its_line(write_program: Writer) -> None:
    package = Package.open(write_program({"a.js": b"ok\n// \xc4\xe3"}))
    assert package.text("a.js").startswith("ok\n// ")
    assert Finding("a.js", 2, "this is not UTF-8") in package.warnings.found


def test_case_counts_on_every_system(write_program: Writer) -> None:
    package = Package.open(write_program({"Image/A.png": b""}))
    assert package.has("Image/A.png")
    assert not package.has("image/a.png")
    with pytest.raises(FileNotFoundError, match=r"there is Image/A\.png, and case counts"):
        package.read("image/a.png")


@pytest.mark.parametrize("path", ["../outside.txt", "a/../../outside.txt", "/../outside.txt", ".."])
def test_a_path_that_climbs_out_is_refused(
    write_program: Writer, tmp_path: Path, path: str
) -> None:
    write_file(tmp_path / "outside.txt", "secret")
    package = Package.open(write_program({}))
    with pytest.raises(PackageError, match="outside"):
        package.read(path)


@pytest.mark.parametrize("path", ["/etc/passwd", "", "pages", "a\0b", "C:\\x", "..\\outside.txt"])
def test_a_path_that_is_no_file_of_the_package_is_not_found(
    write_program: Writer, path: str
) -> None:
    package = Package.open(write_program({}))
    with pytest.raises(FileNotFoundError):
        package.read(path)


def test_dots_and_slashes_in_a_path_mean_nothing(write_program: Writer) -> None:
    package = Package.open(write_program({"a/b.txt": "b"}))
    assert package.text("/a//./c/../b.txt") == "b"


def test_links_count_only_inside_the_program(write_program: Writer, tmp_path: Path) -> None:
    write_file(tmp_path / "outside/secret.txt", "secret")
    folder = write_program({"real/a.txt": "a"})
    (folder / "file.txt").symlink_to(tmp_path / "outside/secret.txt")
    (folder / "folder").symlink_to(tmp_path / "outside")
    (folder / "inner").symlink_to(folder / "real")
    (folder / "nowhere").symlink_to(folder / "gone")
    (folder / "circle").symlink_to(folder / "circle")
    (folder / "real/up").symlink_to(folder)
    package = Package.open(folder)
    assert package.text("inner/a.txt") == "a"
    linked = {path for path in package.files if path.startswith(("file", "folder", "no", "circle"))}
    assert not linked
    assert "real/up/app.json" not in package.files


def test_a_file_that_becomes_a_link_after_opening_is_refused(
    write_program: Writer, tmp_path: Path
) -> None:
    write_file(tmp_path / "secret.txt", "secret")
    package = Package.open(write_program({"a/b.txt": ""}))
    (package.root / "a/b.txt").unlink()
    (package.root / "a/b.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(PackageError, match="leads outside"):
        package.read("a/b.txt")


def test_a_file_that_can_not_be_read_is_an_error_with_its_name(write_program: Writer) -> None:
    package = Package.open(write_program({"a.txt": ""}))
    (package.root / "a.txt").unlink()
    with pytest.raises(FileNotFoundError):
        package.read("a.txt")
    (package.root / "a.txt").mkdir()
    with pytest.raises(PackageError, match=r"a\.txt can't be read: Is a directory"):
        package.read("a.txt")


def sparse(file: Path, size: int) -> None:
    """A file of that many bytes which takes no room on the disk."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        opened.truncate(size)


@pytest.mark.parametrize("file", ["app.json", "project.config.json"])
def test_a_manifest_of_gigabytes_is_not_read_and_told(write_program: Writer, file: str) -> None:
    folder = write_program({})
    sparse(folder / file, 3_000_000_000)
    with pytest.raises(PackageError) as told:
        Package.open(folder)
    assert file in str(told.value)
    assert "it is larger than 16 MB" in str(told.value)


@pytest.mark.parametrize("file", ["pages/index.wxml", "pages/index.json", "pages/index.js"])
def test_a_text_of_gigabytes_counts_as_empty_and_is_told(write_program: Writer, file: str) -> None:
    folder = write_program({})
    sparse(folder / file, 3_000_000_000)
    package = Package.open(folder)
    assert package.text(file) == ""
    assert [str(one) for one in package.warnings.found] == [
        f"{file}: it is larger than 16 MB and counts as empty"
    ]


def test_another_file_of_gigabytes_is_refused(write_program: Writer) -> None:
    folder = write_program({})
    sparse(folder / "film.mp4", 3_000_000_000)
    with pytest.raises(PackageError, match=r"film\.mp4 can't be read: it is larger than 64 MB"):
        Package.open(folder).read("film.mp4")


@pytest.mark.parametrize("file", ["pages/index.js", "project.config.json", "logo.png", "app.js"])
def test_pipes_devices_and_folders_are_no_files_of_a_program(
    write_program: Writer, file: str
) -> None:
    folder = write_program({file: None})
    places = [folder / file, folder / f"a-{Path(file).name}", folder / f"b-{Path(file).name}"]
    os.mkfifo(places[0])
    places[1].symlink_to("/dev/zero")
    places[2].mkdir()
    package = Package.open(folder)
    assert not [place for place in places if package.has(place.relative_to(folder).as_posix())]
    assert package.icon is None


def test_a_file_that_becomes_a_pipe_after_opening_is_refused(write_program: Writer) -> None:
    package = Package.open(write_program({"a.txt": "a"}))
    (package.root / "a.txt").unlink()
    os.mkfifo(package.root / "a.txt")
    with pytest.raises(PackageError, match=r"a\.txt can't be read: it is no plain file"):
        package.read("a.txt")


def test_a_page_in_every_folder_has_no_more_components_than_there_is_memory_for(
    write_program: Writer,
) -> None:
    pages = ["pages/index", *(f"pages/p{number}" for number in range(600))]
    components = {f"c{number}": "/pages/index" for number in range(1000)}
    package = Package.open(
        write_program({"app.json": {"pages": pages, "usingComponents": components}})
    )
    configs = Components(package).part("main").configs.values()
    using = [config["usingComponents"] for config in configs]
    assert sum(len(one) for one in using if isinstance(one, dict)) <= 500_000
    assert any("too many components" in one.text for one in package.warnings.found)


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_counts_as_empty(write_program: Writer) -> None:
    folder = write_program({"closed/a.txt": ""})
    (folder / "closed").chmod(0)
    try:
        assert not Package.open(folder).has("closed/a.txt")
    finally:
        (folder / "closed").chmod(0o700)


# -- extended libraries ----------------------------------------------------------------------------

WITH_WEUI = {"pages": ["pages/index"], "useExtendedLib": {"weui": "latest"}}


def test_an_extended_library_stands_among_the_npm_packages(
    write_program: Writer, tmp_path: Path
) -> None:
    write_file(tmp_path / "weui/cell/cell.json", {"component": True})
    folder = write_program({"app.json": WITH_WEUI})
    package = Package.open(folder, {"weui": tmp_path / "weui"})
    path = "miniprogram_npm/weui-miniprogram/cell/cell.json"
    assert json.loads(package.text(path)) == {"component": True}
    assert not package.warnings.found


def test_the_programs_own_copy_of_a_library_wins(write_program: Writer, tmp_path: Path) -> None:
    path = "miniprogram_npm/weui-miniprogram/cell/cell.json"
    write_file(tmp_path / "weui/cell/cell.json", "theirs")
    folder = write_program({"app.json": WITH_WEUI, path: "own"})
    assert Package.open(folder, {"weui": tmp_path / "weui"}).text(path) == "own"


def test_a_library_that_nobody_asked_for_is_not_there(
    write_program: Writer, tmp_path: Path
) -> None:
    write_file(tmp_path / "weui/cell/cell.json", "")
    package = Package.open(write_program({}), {"weui": tmp_path / "weui"})
    assert not [path for path in package.files if "weui" in path]


def test_a_library_leads_no_further_than_its_folder(write_program: Writer, tmp_path: Path) -> None:
    write_file(tmp_path / "secret.txt", "secret")
    write_file(tmp_path / "weui/cell/cell.json", "")
    package = Package.open(write_program({"app.json": WITH_WEUI}), {"weui": tmp_path / "weui"})
    (tmp_path / "weui/cell/cell.json").unlink()
    (tmp_path / "weui/cell/cell.json").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(PackageError, match="leads outside"):
        package.read("miniprogram_npm/weui-miniprogram/cell/cell.json")


@pytest.mark.parametrize("libraries", [{}, {"weui": Path("/nowhere/at/all")}])
def test_a_library_that_is_not_available_is_told(
    write_program: Writer, libraries: dict[str, Path]
) -> None:
    package = Package.open(write_program({"app.json": WITH_WEUI}), libraries)
    (warning,) = package.warnings.found
    assert warning.text == "useExtendedLib: weui is not available here"


# -- page json -------------------------------------------------------------------------------------


def test_page_json_is_read_with_comments(write_program: Writer) -> None:
    text = '{ // the title\n "navigationBarTitleText": "Hi", "component": true,}'
    page = Package.open(write_program({"pages/index.json": text})).page("pages/index")
    assert page.values["navigationBarTitleText"] == "Hi"
    assert page.component


@pytest.mark.parametrize("text", [None, "", "  \n", "{}"])
def test_page_json_may_be_absent_or_empty(write_program: Writer, text: str | None) -> None:
    package = Package.open(write_program({"pages/index.json": text}))
    assert package.page("pages/index").values == {}
    assert not package.warnings.found


def test_broken_page_json_counts_as_empty_and_is_told_with_its_line(write_program: Writer) -> None:
    package = Package.open(write_program({"pages/index.json": '{\n "a": 1\n "b": 2}'}))
    assert package.page("pages/index").values == {}
    (warning,) = package.warnings.found
    assert str(warning).startswith("pages/index.json:3: Expecting ',' delimiter")


# -- warnings --------------------------------------------------------------------------------------


def test_warnings_are_told_once_while_somebody_watches(write_program: Writer) -> None:
    warnings = Package.open(write_program({})).warnings
    heard: list[Finding] = []
    unwatch = warnings.watch(heard.append)
    warnings.add("a.js", 1, "odd")
    warnings.add("a.js", 1, "odd")
    unwatch()
    unwatch()
    warnings.add("b.js", None, "odd too")
    assert heard == [Finding("a.js", 1, "odd")]
    assert [str(each) for each in warnings.found] == ["a.js:1: odd", "b.js: odd too"]


def test_warnings_end_somewhere(write_program: Writer) -> None:
    warnings = Package.open(write_program({})).warnings
    for line in range(2000):
        warnings.add("a.js", line, "odd")
    assert len(warnings.found) == 1000
