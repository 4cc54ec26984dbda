"""Values that WeChat does not take under their keys."""

import json
from pathlib import Path

import pytest

from miniapp_host.checks.issues import Severity
from miniapp_host.checks.values import check_values
from miniapp_host.programs.package import Package
from tests.programs.conftest import SMALLEST, write_file


def said(folder: Path, app: dict[str, object], page: dict[str, object] | None = None) -> list[str]:
    """What is said against the smallest program with these keys, and what is to be done."""
    files = {
        **SMALLEST,
        "app.json": {"pages": ["pages/index"], **app},
        "pages/index.json": page or {},
    }
    for path, content in files.items():
        write_file(folder / path, content)
    issues = list(check_values(Package.open(folder)))
    assert all(issue.severity is Severity.WARNING for issue in issues)
    return [f"{issue.file}: {issue.text}. {issue.remedy}" for issue in issues]


@pytest.mark.parametrize(
    ("key", "good", "bad", "remedy"),
    [
        ("navigationBarBackgroundColor", "#fff", "white", "Write a colour as “#rrggbb”."),
        ("backgroundColor", "#F0F0F0", "url(x)", "Write a colour as “#rrggbb”."),
        ("backgroundColorTop", "@top", "#ggg", "Write a colour as “#rrggbb”."),
        ("navigationBarTextStyle", "black", "blakc", "Did you mean black?"),
        ("navigationBarTextStyle", "white", "pink", 'Choose from "black", "white".'),
        ("navigationBarTitleText", "", 5, "Write a text in quotes."),
        ("enablePullDownRefresh", True, "true", "Write true or false, without quotes."),
        ("onReachBottomDistance", 1.5, "50", "Write a number, without quotes."),
        ("onReachBottomDistance", 0, True, "Write a number, without quotes."),
    ],
)
def test_a_value_that_a_key_does_not_take_is_told_with_what_it_takes(
    tmp_path: Path, key: str, good: object, bad: object, remedy: str
) -> None:
    assert said(tmp_path, {"window": {key: good}}, {key: good}) == []
    told = f"{key} is {json.dumps(bad)}, which WeChat does not document. {remedy}"
    assert said(tmp_path, {"window": {key: bad}}) == [f"app.json: window.{told}"]
    assert said(tmp_path, {}, {key: bad}) == [f"pages/index.json: {told}"]


def test_values_beside_the_window_are_read_too(tmp_path: Path) -> None:
    item = {"pagePath": "pages/index", "text": "A"}
    bar = {"color": "red", "position": "left", "custom": 1, "list": [item, item]}
    app = {"debug": 0, "networkTimeout": {"request": "5s"}, "tabBar": bar}
    app["requiredPrivateInfos"] = [["getLocation"]]
    assert sorted(line.partition(" is ")[0] for line in said(tmp_path, app)) == [
        "app.json: debug",
        "app.json: networkTimeout.request",
        "app.json: requiredPrivateInfos",
        "app.json: tabBar.color",
        "app.json: tabBar.custom",
        "app.json: tabBar.position",
    ]


def test_a_long_value_is_cut(tmp_path: Path) -> None:
    (line,) = said(tmp_path, {"debug": "x" * 1000})
    assert len(line) < 140
