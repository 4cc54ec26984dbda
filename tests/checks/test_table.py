"""The report on a terminal."""

from dataclasses import replace

from miniapp_host.checks.issues import error, warning
from miniapp_host.checks.report import PageReport, Report
from miniapp_host.checks.table import Table

ABOUT = {"name": "Nearby", "appid": "wx1", "version": "", "folder": "/nearby"}
KEY = warning("app.json", 12, "tabbar is not a key", "Did you mean tabBar?")
ICON = error("app.json", None, "no icon", "Add it.")
THROWN = replace(error("pages/a.js", 7, "oh\nno\x1b[2J", "Correct it."), where="pages/a")


def report(*issues: object, pages: tuple[PageReport, ...] = ()) -> Report:
    return Report(ABOUT, issues, pages)  # type: ignore[arg-type]


def test_findings_stand_under_their_file_or_page_aligned() -> None:
    asking = PageReport("pages/a", True, 5, prompts=("scope.userInfo", "scope.camera"))
    lines = list(Table(False).lines(report(KEY, ICON, THROWN, pages=(asking,))))
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


def test_colours_are_only_added() -> None:
    plain, coloured = (list(Table(on).lines(report(KEY, ICON))) for on in (False, True))
    assert "\x1b[31m" in "".join(coloured)
    for code in ("31", "33", "36", "1", "2", "0"):
        coloured = [line.replace(f"\x1b[{code}m", "") for line in coloured]
    assert coloured == plain


def test_errors_alone_make_the_exit_code_1() -> None:
    assert report(KEY).exit_code == 0
    assert report(KEY, ICON).exit_code == 1
