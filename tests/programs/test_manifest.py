"""What app.json may say, what is let pass, and what ends in an error that says what to do."""

import json

import pytest

from miniapp_host.programs.app_json import read_app
from miniapp_host.programs.json_document import parse_document
from miniapp_host.programs.manifest import AppManifest, ManifestError

PAGES = ("pages/index", "pages/more", "pack/pages/deep")


class WrittenFiles:
    """A program's files in memory."""

    def __init__(self, files: dict[str, str]) -> None:
        self._files = files

    def has(self, path: str) -> bool:
        return path in self._files

    def text(self, path: str) -> str:
        return self._files[path]


def read(app: object, **others: str) -> AppManifest:
    """The manifest of an app.json (text, or an object) among the files of `PAGES`."""
    files = {f"{page}{suffix}": "" for page in PAGES for suffix in (".wxml", ".js")}
    files |= {"app.js": "", "app.json": app if isinstance(app, str) else json.dumps(app)}
    files |= {name.replace("__", "/").replace("_", "."): text for name, text in others.items()}
    return read_app(WrittenFiles(files))


def read_with(**values: object) -> AppManifest:
    return read({"pages": ["pages/index", "pages/more"], **values})


def error_of(app: object) -> ManifestError:
    with pytest.raises(ManifestError) as caught:
        read(app)
    return caught.value


def texts_of(manifest: AppManifest) -> list[str]:
    return [warning.text for warning in manifest.warnings]


# -- JSON as it is written -------------------------------------------------------------------------


def test_comments_commas_and_a_byte_order_mark_are_let_pass() -> None:
    manifest = read(
        '\ufeff{ // the pages\n "pages": ["pages/index", /* soon: "pages/none", */ ],\n'
        ' "window": {"navigationBarTitleText": "a // b /* c */ ,]"},\n}'
    )
    assert manifest.pages == ("pages/index",)
    assert manifest.window["navigationBarTitleText"] == "a // b /* c */ ,]"


def test_a_mistake_is_named_with_its_line_and_column_as_written() -> None:
    error = error_of('{\n // a comment\n "pages": ["pages/index"\n "window": {}\n}')
    assert str(error) == "app.json: Expecting ',' delimiter (line 4, column 2). Correct the JSON."


def test_an_error_is_one_line_even_if_the_program_writes_several() -> None:
    assert "\n" not in str(error_of({"pages": ["pages/no\n\nne"]}))


@pytest.mark.parametrize(
    "text", ["", "[]", "nothing", "[" * 100_000, '"\\' * 50_000, '{"a": ' * 5000 + "1"]
)
def test_what_is_no_object_is_an_error(text: str) -> None:
    assert error_of(text).file == "app.json"


def test_objects_nested_without_end_are_an_error() -> None:
    deep = '{"pages": ["pages/index"], "window": ' + "[" * 900 + "]" * 900 + "}"
    assert "nested too deeply" in str(error_of(deep))


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "1" * 5000])
def test_a_number_that_the_service_could_not_read_is_an_error(number: str) -> None:
    with pytest.raises(ManifestError, match="it holds a number that JavaScript can't read"):
        parse_document("app.json", f'{{"pages": ["a"], "x": {number}}}')


@pytest.mark.parametrize(
    "text", ['{"pages": ["NaN"],\n  "x": NaN}', '{"a": "NaN",\n"b": NaN // NaN\n}']
)
def test_a_number_that_could_not_be_read_is_shown_at_its_place(text: str) -> None:
    assert error_of(text).line == 2


def test_a_file_in_another_encoding_is_told_so() -> None:
    text = '{"pages": ["a"]}'.encode("utf-16").decode("utf-8", "replace")
    assert "it is not UTF-8" in str(error_of(text))


def test_unknown_keys_and_values_of_a_wrong_type_keep_nothing_from_running() -> None:
    manifest = read_with(cloud=True, appBar={}, window=3, tabBar="x", permission=[])
    assert manifest.entry_page == "pages/index"
    assert sorted(texts_of(manifest)) == [
        "permission must be an object; it is ignored",
        "tabBar must be an object; it is ignored",
        "window must be an object; it is ignored",
    ]


# -- pages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("pages", [None, [], {}, "pages/index"])
def test_without_pages_nothing_can_run(pages: object) -> None:
    assert str(error_of({"pages": pages})).startswith("app.json: pages: it must list")


@pytest.mark.parametrize("page", [3, "", "/", "../outside", None])
def test_a_page_that_is_no_path_is_an_error(page: object) -> None:
    assert "is no page" in str(error_of({"pages": ["pages/index", page]}))


def test_pages_may_have_a_leading_slash_and_a_suffix() -> None:
    assert read({"pages": ["/pages/index.wxml", "./pages/more"]}).pages == PAGES[:2]


def test_a_page_declared_twice_counts_once() -> None:
    manifest = read({"pages": ["pages/index", "pages/more", "pages/index"]})
    assert manifest.pages == ("pages/index", "pages/more")
    assert texts_of(manifest) == ["page pages/index is declared twice"]


@pytest.mark.parametrize("key", ["subpackages", "subPackages"])
def test_both_spellings_of_subpackages_are_read(key: str) -> None:
    sub = {"root": "/pack/", "pages": ["pages/deep"], "independent": True, "name": "p"}
    manifest = read({"pages": ["pages/index"], key: [sub]})
    assert manifest.pages == ("pages/index", "pack/pages/deep")
    assert manifest.main_pages == ("pages/index",)
    assert manifest.subpackages[0].root == "pack"
    assert manifest.subpackages[0].independent


@pytest.mark.parametrize(
    ("subpackages", "place"),
    [
        (["pack"], "subpackages[0]:"),
        ([{"pages": []}], "subpackages[0].root:"),
        ([{"root": "../x", "pages": []}], "subpackages[0].root:"),
        ([{"root": "pack", "pages": {}}], "subpackages[0].pages:"),
        ([{"root": "pack", "pages": ["../pages/more"]}], "subpackages[0].pages:"),
    ],
)
def test_a_broken_subpackage_is_named_by_its_place(subpackages: object, place: str) -> None:
    assert place in str(error_of({"pages": ["pages/index"], "subpackages": subpackages}))


def test_a_subpackage_called_main_comes_with_the_main_package() -> None:
    files = {"main__a_wxml": "", "main__a_js": ""}
    app = {"pages": ["pages/index"], "subpackages": [{"root": "main", "pages": ["a"]}]}
    manifest = read(app, **files)
    assert manifest.main_pages == ("pages/index", "main/a")
    assert manifest.subpackages == ()


def test_the_entry_page_is_the_first_one_or_the_one_named() -> None:
    assert read_with().entry_page == "pages/index"
    assert read_with(entryPagePath="/pages/more").entry_page == "pages/more"


def test_an_entry_page_that_is_not_declared_is_a_warning() -> None:
    manifest = read_with(entryPagePath="pages/none")
    assert manifest.entry_page == "pages/index"
    assert texts_of(manifest) == ["entryPagePath pages/none is not among the pages"]


def test_without_the_files_of_the_entry_page_nothing_can_run() -> None:
    error = error_of({"pages": ["pages/none"]})
    assert (error.file, error.key) == ("app.json", "pages")
    assert "pages/none has no none.wxml" in error.problem


def test_any_other_page_without_template_is_a_warning_with_its_line() -> None:
    app = (
        '{"pages": ["pages/index"],\n "subpackages": [{"root": "pack",\n "pages": ["pages/none"]}]}'
    )
    (warning,) = read(app).warnings
    assert str(warning) == (
        "app.json:3: page pack/pages/none has no .wxml file and can't be opened"
    )


def test_a_page_without_script_is_a_warning() -> None:
    manifest = read({"pages": ["pages/index", "plain"]}, plain_wxml="")
    assert texts_of(manifest) == ["page plain has no .js file"]


def test_a_page_may_be_written_in_typescript() -> None:
    assert not read({"pages": ["typed"]}, typed_wxml="", typed_ts="").warnings


# -- window and theme ------------------------------------------------------------------------------


def test_the_window_has_the_phones_defaults() -> None:
    window = read_with(window={"backgroundColor": "#123456"}).window
    assert window["backgroundColor"] == "#123456"
    assert window["navigationBarTextStyle"] == "white"
    assert window["navigationBarBackgroundColor"] == "#000000"


def test_theme_variables_are_filled_in_per_mode() -> None:
    theme = '{"light": {"bar": "#fff", "only": "#111"}, "dark": {"bar": "#000"}} // end'
    app = {
        "pages": ["pages/index"],
        "darkmode": True,
        "themeLocation": "theme.json",
        "window": {"navigationBarBackgroundColor": "@bar", "backgroundColor": "@only"},
    }
    manifest = read(app, theme_json=theme)
    assert manifest.dark_mode
    assert manifest.window["navigationBarBackgroundColor"] == "@bar"
    assert manifest.window_in("light")["navigationBarBackgroundColor"] == "#fff"
    assert manifest.window_in("dark")["navigationBarBackgroundColor"] == "#000"
    assert manifest.window_in("dark")["backgroundColor"] == "#111"


def test_an_unknown_variable_stays_and_is_told() -> None:
    manifest = read_with(window={"backgroundColor": "@none"})
    assert manifest.window_in("light")["backgroundColor"] == "@none"
    assert "@none is not in the theme file" in texts_of(manifest)


@pytest.mark.parametrize("theme", [None, "{", "[]"])
def test_a_theme_that_is_missing_or_broken_is_a_warning(theme: str | None) -> None:
    files = {} if theme is None else {"theme_json": theme}
    manifest = read({"pages": ["pages/index"], "themeLocation": "theme.json"}, **files)
    assert not manifest.theme
    assert len(manifest.warnings) == 1


# -- tab bar ---------------------------------------------------------------------------------------


def tab(page: str, **values: str) -> dict[str, str]:
    return {"pagePath": page, "text": page, **values}


def test_a_tab_bar_is_read_with_its_colours() -> None:
    items = [tab("/pages/index", iconPath="/icons/a.png"), tab("pages/more.wxml")]
    app = {"pages": ["pages/index", "pages/more"], "tabBar": {"color": "#111", "list": items}}
    manifest = read(app, icons__a_png="")
    bar = manifest.tab_bar
    assert bar is not None
    assert [item.page for item in bar.items] == ["pages/index", "pages/more"]
    assert bar.items[0].icon == "icons/a.png"
    assert (bar.color, bar.border, bar.position, bar.custom) == ("#111", "black", "bottom", False)
    assert not manifest.warnings


def test_tabs_that_lead_nowhere_are_left_out() -> None:
    items = [tab("pages/index"), tab("pages/more"), tab("pages/none"), "x", {}]
    manifest = read_with(tabBar={"list": items})
    assert manifest.tab_bar is not None
    assert len(manifest.tab_bar.items) == 2
    assert texts_of(manifest) == [
        "tabBar: pages/none is not a declared page",
        "tabBar: an item is not a declared page",
    ]


def test_a_tab_bar_has_the_border_it_asks_for() -> None:
    items = [tab("pages/index"), tab("pages/more")]
    app = {"pages": ["pages/index", "pages/more"]}
    bars = [
        read({**app, "tabBar": {"list": items, **border}}).tab_bar
        for border in ({}, {"borderStyle": "white"})
    ]
    assert [bar.border for bar in bars if bar] == ["black", "white"]


def test_a_tab_bar_without_any_tab_is_none() -> None:
    assert read_with(tabBar={"list": [tab("pages/none")]}).tab_bar is None


def test_a_missing_icon_is_a_warning_in_each_theme() -> None:
    theme = '{"light": {"i": "a.png"}, "dark": {"i": "b.png"}}'
    items = [tab("pages/index", iconPath="@i"), tab("pages/more", selectedIconPath="c.png")]
    app = {"pages": ["pages/index", "pages/more"], "themeLocation": "theme.json"}
    manifest = read({**app, "tabBar": {"list": items}}, theme_json=theme, a_png="")
    assert texts_of(manifest) == [
        "tabBar: the icon b.png is not in the package",
        "tabBar: the icon c.png is not in the package",
    ]


def test_no_more_than_five_tabs_are_kept() -> None:
    manifest = read_with(tabBar={"list": [tab("pages/index")] * 6})
    assert manifest.tab_bar is not None
    assert len(manifest.tab_bar.items) == 5
    assert "6 items" in texts_of(manifest)[0]


# -- permissions -----------------------------------------------------------------------------------


def test_purposes_are_kept_for_every_scope_however_odd() -> None:
    manifest = read_with(
        permission={"scope.userLocation": {"desc": "to find you"}, "scope.nfc": {"desc": "tap"}}
    )
    assert manifest.purpose("scope.userLocation") == "to find you"
    assert manifest.purpose("scope.nfc") == "tap"


def test_a_purpose_may_be_translated() -> None:
    entry = {"desc": "找到你", "desc-en": "to find you", "desc-ar": "ا"}
    manifest = read_with(permission={"scope.userLocation": entry})
    assert manifest.purpose("scope.userLocation") == "找到你"
    assert manifest.purpose("scope.userLocation", "en") == "to find you"
    assert manifest.purpose("scope.userLocation", "fr") == "找到你"
    assert manifest.purpose("scope.camera", "en") == ""


@pytest.mark.parametrize("entry", [{}, {"desc": ""}, {"desc": "  "}, {"desc": 3}, 3, None])
def test_a_purpose_that_says_nothing_counts_as_absent(entry: object) -> None:
    manifest = read_with(permission={"scope.userLocation": entry})
    assert manifest.purposes == {}
    assert len(manifest.warnings) == 1


def test_a_purpose_of_more_than_thirty_characters_is_a_warning() -> None:
    assert not read_with(permission={"scope.userLocation": {"desc": "字" * 30}}).warnings
    manifest = read_with(permission={"scope.userLocation": {"desc": "字" * 31}})
    assert manifest.purpose("scope.userLocation") == "字" * 31
    assert "more than 30 characters" in texts_of(manifest)[0]


def test_latin_letters_of_a_purpose_count_half_in_each_of_its_languages() -> None:
    def warnings(**purposes: str) -> list[str]:
        return texts_of(read_with(permission={"scope.userLocation": purposes}))

    assert not warnings(desc="x" * 60)
    assert "a Latin letter counts as half" in warnings(desc="x" * 61)[0]
    assert "more than 30 characters" in warnings(desc="用", **{"desc-en": "x" * 61})[0]


def test_private_infos_differ_between_absent_and_empty() -> None:
    assert read_with().required_private_infos is None
    assert read_with(requiredPrivateInfos=[]).required_private_infos == ()
    assert read_with(requiredPrivateInfos="getLocation").required_private_infos is None


def test_fuzzy_location_goes_with_interfaces_that_are_not_precise() -> None:
    declared = ["getFuzzyLocation", "chooseLocation", "chooseAddress"]
    manifest = read_with(requiredPrivateInfos=declared)
    assert manifest.required_private_infos == tuple(declared)


@pytest.mark.parametrize(
    "precise",
    ["getLocation", "onLocationChange", "startLocationUpdate", "startLocationUpdateBackground"],
)
def test_fuzzy_location_beside_a_precise_one_is_an_error(precise: str) -> None:
    error = error_of(
        {"pages": ["pages/index"], "requiredPrivateInfos": ["getFuzzyLocation", precise]}
    )
    assert error.key == "requiredPrivateInfos"
    assert error.problem == f"getFuzzyLocation excludes {precise}"


def test_an_unknown_private_info_is_a_warning() -> None:
    manifest = read_with(requiredPrivateInfos=["getUserInfo"])
    assert manifest.required_private_infos == ("getUserInfo",)
    assert "getUserInfo" in texts_of(manifest)[0]


# -- the rest --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value", [{"weui": True}, {"weui": "latest"}, {"weui": {"version": 1}}, ["weui"]]
)
def test_every_form_of_an_extended_library_is_read(value: object) -> None:
    assert read_with(useExtendedLib=value).extended_libraries == ("weui",)


def test_an_extended_library_that_is_switched_off_is_none() -> None:
    assert read_with(useExtendedLib={"weui": False}).extended_libraries == ()


def test_a_component_reference_that_is_no_path_is_a_warning() -> None:
    manifest = read_with(usingComponents={"a": "/a", "b": 3})
    assert manifest.using_components == {"a": "/a"}
    assert texts_of(manifest) == ["usingComponents.b must be a path; it is ignored"]


def test_a_program_without_app_js_is_told() -> None:
    files = WrittenFiles({"app.json": '{"pages": ["a"]}', "a.wxml": "", "a.js": ""})
    assert "no app.js" in texts_of(read_app(files))[0]


def test_background_modes_and_the_privacy_check_are_read() -> None:
    modes = ["audio", 5, "location"]
    manifest = read_with(requiredBackgroundModes=modes, __usePrivacyCheck__=True)
    assert manifest.background_modes == ("audio", "location")
    assert manifest.privacy_check
    assert not read_with(__usePrivacyCheck__="true").privacy_check
    assert "requiredBackgroundModes" in texts_of(read_with(requiredBackgroundModes="audio"))[0]


def test_the_folder_for_workers_is_read_from_a_path_or_an_object() -> None:
    assert read_with(workers="/threads/").workers == "threads"
    assert read_with(workers={"path": "a/b", "isSubpackage": True}).workers == "a/b"
    assert read_with().workers is None
    outside = read_with(workers="../up")
    assert outside.workers is None
    assert "workers must be a folder" in texts_of(outside)[0]


def test_aliases_stand_for_folders_the_longest_first() -> None:
    app = read_with(
        resolveAlias={"~/*": "/*", "~/origin/*": "./origin/*", "@lib/*": "shared/lib/*"}
    )
    assert list(app.aliases.items()) == [
        ("~/origin/", "/./origin/"),
        ("@lib/", "/shared/lib/"),
        ("~/", "/"),
    ]


@pytest.mark.parametrize(("name", "folder"), [("@lib", "lib/*"), ("@lib/*", "lib"), ("@lib/*", 1)])
def test_an_alias_without_its_star_is_a_warning(name: str, folder: object) -> None:
    app = read_with(resolveAlias={name: folder})
    assert app.aliases == {}
    assert len(app.warnings) == 1
