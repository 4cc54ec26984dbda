"""What the files of a program say against it, without running any of it."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from miniapp_host.checks.issues import Issue, Severity
from miniapp_host.checks.known_names import KnownNames
from miniapp_host.checks.program import check_files
from miniapp_host.programs.package import Package
from tests.programs.conftest import SMALLEST, Content, write_file

SUPPORTED = frozenset(("getLocation", "getFuzzyLocation", "showToast", "authorize", "getSetting"))
KNOWN = KnownNames(
    documented=SUPPORTED | {"requestPayment"},
    supported=SUPPORTED,
    tags=frozenset(("view", "text", "image", "button", "live-player")),
    placeholders=frozenset(("live-player",)),
    lacking={"createMapContext.addArc": "MapContext.addArc"},
)
LOCATION = {"scope.userLocation": {"desc": "Shows what is near"}}

Check = Callable[[Mapping[str, Content | None]], list[Issue]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Checks the smallest program with some files replaced or added."""

    def check_it(files: Mapping[str, Content | None]) -> list[Issue]:
        for path, content in {**SMALLEST, **files}.items():
            if content is not None:
                write_file(tmp_path / "program" / path, content)
        return list(check_files(Package.open(tmp_path / "program"), KNOWN))

    return check_it


def only(issues: list[Issue]) -> Issue:
    (issue,) = issues
    return issue


def app(**keys: object) -> Mapping[str, Content]:
    return {"app.json": {"pages": ["pages/index"], **keys}}


def test_nothing_is_said_against_a_good_program(check: Check) -> None:
    assert check({"pages/index.js": "Page({ onLoad() { wx.showToast({ title: 'a' }) } })"}) == []


def test_an_unknown_key_of_app_json_comes_with_the_nearest_known_one(check: Check) -> None:
    text = '{\n"pages": ["pages/index"],\n"tabbar": {}\n}'
    found = only(check({"app.json": text}))
    assert (found.file, found.line, found.severity) == ("app.json", 3, Severity.WARNING)
    assert "tabbar" in found.text
    assert found.remedy == "Did you mean tabBar?"


def test_keys_inside_the_window_and_of_a_page_are_checked(check: Check) -> None:
    found = check(
        {
            **app(window={"navigationBarTitle": "Hello"}),
            "pages/index.json": {"enablePulldownRefresh": True},
        }
    )
    assert [one.remedy for one in found] == [
        "Did you mean navigationBarTitleText?",
        "Did you mean enablePullDownRefresh?",
    ]


def test_keys_that_are_comments_are_let_pass(check: Check) -> None:
    assert check(app(__comment="for us", window={"//": "later"})) == []


def test_a_page_that_app_json_forgot_is_told(check: Check) -> None:
    page: dict[str, Content] = {
        "pages/other.wxml": "<view/>",
        "pages/other.js": "Page({})",
        "pages/other.json": {},
    }
    found = only(check(page))
    assert found.file == "pages/other.wxml"
    assert '"pages/other"' in found.remedy


def test_a_component_is_no_forgotten_page(check: Check) -> None:
    component: dict[str, Content] = {
        "parts/other.wxml": "<view/>",
        "parts/other.js": "Component({})",
        "parts/other.json": {"component": True},
    }
    assert check(component) == []


@pytest.mark.parametrize(
    ("files", "place"),
    [
        (app(pages=["pages/index", "pages/gone"]), "app.json:1"),
        ({"pages/index.js": None}, "app.json:1"),
        (
            {"pages/index.json": {"usingComponents": {"my-part": "/parts/gone"}}},
            "pages/index.json:1",
        ),
        ({"pages/index.wxml": '<view/>\n<import src="./gone.wxml"/>'}, "pages/index.wxml:2"),
        ({"pages/index.wxss": '\n@import "./gone.wxss";'}, "pages/index.wxss:2"),
        ({"pages/index.js": "\n\nconst a = require('./gone')\nPage({})"}, "pages/index.js:3"),
        ({"pages/index.js": "import a from './gone'\nPage({})"}, "pages/index.js:1"),
    ],
    ids=["page", "script", "component", "template", "sheet", "require", "import"],
)
def test_a_missing_file_is_an_error_where_it_is_named(
    check: Check, files: Mapping[str, Content | None], place: str
) -> None:
    found = only(check(files))
    assert (found.place, found.severity) == (place, Severity.ERROR)
    assert found.remedy


@pytest.mark.parametrize(
    ("wxss", "remedy"),
    [
        ("\na {", "Add what closes it"),
        ("\n}", "Remove it"),
        ("\n/* a {}", "*/"),
        ("\na { b: 'c\n}", "quotation mark"),
    ],
)
def test_a_sheet_that_is_not_balanced_is_an_error_where_it_is_not(
    check: Check, wxss: str, remedy: str
) -> None:
    found = check({"pages/index.wxss": wxss})[0]
    assert (found.place, found.severity) == ("pages/index.wxss:2", Severity.ERROR)
    assert remedy in found.remedy


def test_a_missing_tab_icon_is_an_error(check: Check) -> None:
    item = {"pagePath": "pages/index", "text": "One", "iconPath": "icons/gone.png"}
    found = only(check(app(tabBar={"list": [item, {**item, "iconPath": ""}]})))
    assert "icons/gone.png" in found.text
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(
    "files",
    [
        {"miniprogram_npm/dayjs/index.js": ""},
        {
            "package.json": {"dependencies": {"dayjs": "*"}},
            "node_modules/dayjs/package.json": {"main": "dayjs.min.js"},
            "node_modules/dayjs/dayjs.min.js": "",
        },
    ],
    ids=["built", "installed"],
)
def test_an_npm_package_that_is_there_is_found_and_not_judged(
    check: Check, files: Mapping[str, Content | None]
) -> None:
    assert check({"pages/index.js": "import a from 'dayjs'\nPage({})", **files}) == []


def test_an_npm_package_that_is_not_installed_is_a_warning(check: Check) -> None:
    found = only(check({"pages/index.js": "import a from 'dayjs'\nPage({})"}))
    assert (found.line, found.severity) == (1, Severity.WARNING)
    assert "npm install" in found.remedy


def test_a_module_behind_an_alias_is_looked_for_where_it_leads(check: Check) -> None:
    alias = app(resolveAlias={"@lib/*": "lib/*"})
    script = {"pages/index.js": "import a from '@lib/a'\nPage({})"}
    assert only(check({**alias, **script})).line == 1
    assert check({**alias, **script, "lib/a.js": ""}) == []


def test_modules_inside_a_bundle_are_not_looked_for(check: Check) -> None:
    bundle = "({1:[function(require,module,exports){require('./inner')}]})\nPage({})"
    assert check({"pages/index.js": bundle}) == []


def test_scripts_that_nothing_leads_to_are_not_read(check: Check) -> None:
    assert check({"gulpfile.js": "wx.getLocaton()"}) == []


def test_scripts_are_followed_through_their_modules(check: Check) -> None:
    files = {"pages/index.js": "require('../lib')\nPage({})", "lib/index.js": "\nwx.getLocaton()"}
    assert only(check(files)).place == "lib/index.js:2"


def test_an_unknown_scope_in_a_script_comes_with_the_nearest(check: Check) -> None:
    found = only(check({"pages/index.js": "Page({})\nwx.x = {scope: 'scope.userinfo'}"}))
    assert (found.line, found.severity) == (2, Severity.ERROR)
    assert found.remedy == "Did you mean scope.userInfo?"


def test_a_scope_like_no_other_is_a_warning(check: Check) -> None:
    found = only(check(app(permission={"scope.nfc": {"desc": "Reads tags"}})))
    assert (found.file, found.severity) == ("app.json", Severity.WARNING)


def test_comments_and_other_strings_do_not_count(check: Check) -> None:
    script = (
        "// wx.getLocaton 'scope.nothing'\n/* wx.no */ const a = \"wx.no('scope.no')\"\nPage({})"
    )
    assert check({"pages/index.js": script}) == []


def test_a_purpose_that_trial_and_release_need_is_asked_for_at_first_use(check: Check) -> None:
    found = only(
        check(
            {
                **app(requiredPrivateInfos=["getLocation"]),
                "pages/index.js": "Page({ onLoad() {\n wx.getLocation() } })",
            }
        )
    )
    assert (found.place, found.severity) == ("pages/index.js:2", Severity.ERROR)
    assert "scope.userLocation" in found.remedy


BACKGROUND = "'scope.userLocationBackground'"


@pytest.mark.parametrize(
    "script",
    [
        f"const TITLES = {{{BACKGROUND}: 'in the background'}}",
        f"wx.getSetting({{success: ({{authSetting}}) => authSetting[{BACKGROUND}]}})",
        f"const ALL = [{BACKGROUND}, 'scope.record']; wx.authorize({{scope: pick()}})",
        f"const rows = [{{scope: {BACKGROUND}, title: 'in the background'}}]",
        f"if (scope === {BACKGROUND}) wx.authorize({{scope: other}})",
    ],
)
def test_a_scope_that_is_only_named_needs_no_purpose(check: Check, script: str) -> None:
    assert check({"pages/index.js": f"Page({{}})\n{script}"}) == []


@pytest.mark.parametrize(
    "script",
    [
        f"wx.authorize({{ success, scope: {BACKGROUND} }})",
        f"const go = (scope) => wx.authorize({{scope}}); authorizeFirst({BACKGROUND})",
        f"const WHERE = {BACKGROUND}; wx.authorize({{scope: WHERE}})",
        f"const SCOPES = {{ place: {BACKGROUND} }}; wx.authorize({{scope: SCOPES.place}})",
        f"const scope = {BACKGROUND}; wx.authorize({{ scope }})",
    ],
)
def test_a_scope_that_is_authorized_needs_its_purpose(check: Check, script: str) -> None:
    found = only(check({"pages/index.js": f"Page({{}})\n{script}"}))
    assert (found.place, found.severity) == ("pages/index.js:2", Severity.ERROR)
    assert "scope.userLocationBackground" in found.remedy


@pytest.mark.parametrize(
    ("attribute", "places"),
    [
        ("show-location", ["pages/index.wxml:2"]),
        ('show-location="{{here}}"', ["pages/index.wxml:2"]),
        ('show-location="{{ false }}"', []),
        ("latitude='1'", []),
    ],
)
def test_a_map_that_shows_where_the_phone_is_needs_a_purpose(
    check: Check, attribute: str, places: list[str]
) -> None:
    found = check({"pages/index.wxml": f"<view />\n<map {attribute} />"})
    assert [one.place for one in found if "purpose" in one.text] == places


def test_a_scope_of_another_platform_is_told_only_where_it_is_asked_for(check: Check) -> None:
    assert check({"pages/index.js": "Page({})\nconst T = {'scope.nfc': 'steps'}"}) == []
    found = only(check({"pages/index.js": "Page({})\nwx.authorize({scope: 'scope.nfc'})"}))
    assert found.severity is Severity.WARNING


def test_a_scope_that_asks_for_no_purpose_needs_none(check: Check) -> None:
    assert check({"pages/index.js": "const scope = 'scope.record'"}) == []


def test_issues_come_by_file_and_then_by_line(check: Check) -> None:
    script = "'scope.recrd'\nwx.shwToast({})\nwx.getLocation({})\n'scope.camra'\nwx.ask({})"
    found = check({"pages/index.js": script, **app(tabbar={})})
    places = [(one.file, one.line or 0) for one in found]
    assert {line for file, line in places if file == "pages/index.js"} == {1, 2, 3, 4, 5}
    assert places == sorted(places)


def test_a_purpose_of_more_than_30_characters_is_a_warning(check: Check) -> None:
    found = only(check(app(permission={"scope.userLocation": {"desc": "用" * 31}})))
    assert found.severity is Severity.WARNING
    assert "30 characters" in found.remedy


def test_a_private_interface_must_be_declared(check: Check) -> None:
    script = "Page({ onLoad() { wx.getLocation() } })"
    found = only(check({**app(permission=LOCATION), "pages/index.js": script}))
    assert found.severity is Severity.ERROR
    assert '"getLocation"' in found.remedy


def test_fuzzy_and_precise_location_together_can_not_both_be_declared(check: Check) -> None:
    fuzzy = {"scope.userFuzzyLocation": {"desc": "Shows the town"}}
    script = "Page({ onLoad() { wx.getLocation(); wx.getFuzzyLocation() } })"
    found = check({**app(permission={**LOCATION, **fuzzy}), "pages/index.js": script})
    assert len(found) == 2
    assert all(one.remedy.startswith("Keep one kind of location") for one in found)


def test_an_unknown_tag_is_told_once_per_file_with_the_nearest(check: Check) -> None:
    wxml = "<!-- <nothing/> -->\n<view>{{ a<b }}\n<buton/><buton/></view>"
    found = only(check({"pages/index.wxml": wxml}))
    assert (found.line, found.remedy) == (3, "Did you mean button?")


def test_registered_tags_and_those_of_the_language_are_known(check: Check) -> None:
    wxml = '<block><slot/><my-part/></block><wxs module="m">var a = 1 <b</wxs>'
    files: dict[str, Content] = {
        "pages/index.wxml": wxml,
        "pages/index.json": {"usingComponents": {"my-part": "/parts/part"}},
        "parts/part.json": {"component": True},
        "parts/part.js": "Component({})",
        "parts/part.wxml": "<view/>",
    }
    assert check(files) == []


def test_html_in_a_template_gets_the_tag_that_does_it(check: Check) -> None:
    assert only(check({"pages/index.wxml": "<div/>"})).remedy == "Did you mean view?"


def test_what_this_phone_lacks_is_told_apart_from_what_wechat_lacks(check: Check) -> None:
    script = "Page({})\nwx.requestPayment({})\nwx.showTost({})\nwx.saveFile({})"
    lacking, unknown, withdrawn = check({"pages/index.js": script})
    assert "not supported here" in lacking.text
    assert (unknown.line, unknown.remedy) == (3, "Did you mean showToast?")
    assert "getFileSystemManager" in withdrawn.remedy


def test_names_that_a_program_puts_under_wx_are_its_own(check: Check) -> None:
    script = "wx.mine = () => {}\nPage({ onLoad() { wx.mine() } })"
    assert check({"pages/index.js": script}) == []


def test_a_regular_expression_does_not_swallow_what_follows(check: Check) -> None:
    script = "const a = /['\"`]/g\nPage({})\nwx.showTost()"
    assert only(check({"pages/index.js": script})).line == 3


def test_a_tag_that_is_not_shown_here_is_told_once_per_file(check: Check) -> None:
    page = "<view>\n<live-player src='a' /><live-player /></view>"
    issue = only(check({"pages/index.wxml": page}))
    assert (issue.severity, issue.file, issue.line) == (Severity.WARNING, "pages/index.wxml", 2)
    assert issue.text.startswith("<live-player> is not supported here")


def test_a_component_of_the_program_may_have_the_name_of_a_tag_that_is_not_shown(
    check: Check,
) -> None:
    files = {
        "pages/index.wxml": "<live-player />",
        "pages/index.json": {"usingComponents": {"live-player": "/parts/player"}},
        "parts/player.json": {"component": True},
        "parts/player.wxml": "<view />",
        "parts/player.js": "Component({})",
    }
    assert check(files) == []


def test_a_method_of_a_context_that_only_fails_is_told_with_its_line(check: Check) -> None:
    script = """Page({
      onReady() { this.map = wx.createMapContext('map') },
      add() {
        this.map.getScale()
        this.map.addArc({ id: 1 })
      },
    })"""
    context, issue = check({"pages/index.js": script})
    assert context.text == "WeChat documents no wx.createMapContext"
    assert (issue.severity, issue.file, issue.line) == (Severity.WARNING, "pages/index.js", 5)
    assert issue.text == "MapContext.addArc is not supported here: it fails with not supported"
