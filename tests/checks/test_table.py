"""The report on a terminal."""

from dataclasses import replace

from miniapp_host import paths
from miniapp_host.checks.issues import error, warning
from miniapp_host.checks.report import PageReport, Report
from miniapp_host.checks.table import Table
from miniapp_host.texts import Language, Sentence, Texts

ENGLISH, CHINESE = (Texts(each, paths.resources() / "i18n") for each in Language)
ABOUT = {"name": "Nearby", "appid": "wx1", "version": "", "folder": "/nearby"}
KEY = warning("app.json", 12, "tabbar is not a key", "Did you mean tabBar?")
ICON = error("app.json", None, "no icon", "Add it.")
THROWN = replace(error("pages/a.js", 7, "oh\nno\x1b[2J", "Correct it."), where="pages/a")


def report(*issues: object, pages: tuple[PageReport, ...] = ()) -> Report:
    return Report(ABOUT, issues, pages)  # type: ignore[arg-type]


def test_findings_stand_under_their_file_or_page_aligned() -> None:
    asking = PageReport("pages/a", True, 5, prompts=("scope.userInfo", "scope.camera"))
    lines = list(Table(False, ENGLISH).lines(report(KEY, ICON, THROWN, pages=(asking,))))
    assert lines == [
        "app.json",
        "      12  warning  tabbar is not a key",
        "                   Did you mean tabBar?",
        "          error    no icon",
        "                   Add it.",
        "",
        "page pages/a",
        "  pages/a.js:7  error    oh no [2J",
        "                         Correct it.",
        "",
        "Asked while the page was loading",
        "  pages/a  scope.userInfo, scope.camera",
        "",
        "Nearby: 1 of 1 page opened; 2 errors, 1 warning, 0 notes",
    ]


def test_the_report_speaks_chinese_to_whom_wants_it() -> None:
    lost = Sentence("there is no folder {path}", path="a")
    issues = error("app.json", 3, lost, "Add it."), THROWN, KEY
    assert list(Table(False, CHINESE).lines(report(*issues))) == [
        "app.json",
        "       3  错误     没有文件夹 a",
        "                   Add it.",
        "",
        "页面 pages/a",
        "  pages/a.js:7  错误     oh no [2J",
        "                         Correct it.",
        "",
        "app.json",
        "      12  警告     tabbar is not a key",
        "                   Did you mean tabBar?",
        "",
        "Nearby：共 0 个页面，打开了 0 个；2 个错误，1 个警告，0 个提示",
    ]


def test_colours_are_only_added() -> None:
    plain, coloured = (list(Table(on, ENGLISH).lines(report(KEY, ICON))) for on in (False, True))
    assert "\x1b[31m" in "".join(coloured)
    for code in ("31", "33", "36", "1", "2", "0"):
        coloured = [line.replace(f"\x1b[{code}m", "") for line in coloured]
    assert coloured == plain


def test_errors_alone_make_the_exit_code_1() -> None:
    assert report(KEY).exit_code == 0
    assert report(KEY, ICON).exit_code == 1
