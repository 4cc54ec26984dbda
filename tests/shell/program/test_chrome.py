"""The chrome message: a program's odd values never reach a painter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from miniapp_host.shell.program.chrome import Chrome, WebPlace, css_colour

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
FIELDS = [
    "page",
    "path",
    "query",
    "depth",
    "title",
    "barBackground",
    "barText",
    "barHidden",
    "barLoading",
    "background",
    "tab",
    "tabBar",
    "canGoBack",
    "homeButton",
    "webViews",
]


def test_a_full_message_is_read() -> None:
    chrome = Chrome.parse(
        {
            "page": 3,
            "path": "pages/index/index",
            "query": {"name": "%E4%B8%AD x", "empty": ""},
            "depth": 2,
            "title": " Near\nby ",
            "barBackground": "#123",
            "barText": "white",
            "background": "#FAFAFA",
            "tab": 0,
            "tabBar": {
                "visible": True,
                "items": [{"text": "Home", "icon": "a.png", "badge": 7, "dot": True}],
                "border": "white",
            },
            "homeButton": True,
            "webViews": [{"id": 9, "page": 3, "src": "https://a.example/ b"}, {"id": 1, "src": 5}],
        }
    )
    assert chrome.web_views == (WebPlace(9, 3, "https://a.example/ b"),)
    assert (chrome.title, chrome.bar_background, chrome.bar_white) == ("Near by", "#112233", True)
    assert chrome.background == "#fafafa"
    assert chrome.url == "pages/index/index?name=%E4%B8%AD x&empty="
    assert chrome.can_go_back
    assert chrome.tabs_shown
    assert chrome.tab_bar is not None
    assert chrome.tab_bar.white_border
    assert chrome.tab_bar.tabs[0].badge == "7"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("#abc", "#aabbcc"),
        ("#aabbcc80", "#aabbcc"),
        ("white", "#ffffff"),
        ("url(x)", "#000001"),
        (None, "#000001"),
        ("#12", "#000001"),
    ],
)
def test_colours_that_css_would_not_read_fall_back(value: object, expected: str) -> None:
    assert css_colour(value, "#000001") == expected


def test_no_tab_bar_without_items() -> None:
    assert Chrome.parse({"tab": 0, "tabBar": {"visible": True, "items": []}}).tab_bar is None


def test_at_most_five_tabs() -> None:
    chrome = Chrome.parse({"tab": 9, "tabBar": {"items": [{}] * 9}})
    assert chrome.tab_bar is not None
    assert len(chrome.tab_bar.tabs) == 5
    assert chrome.tab is None


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), JSON))
def test_any_message_gives_a_record(detail: dict[str, object]) -> None:
    chrome = Chrome.parse(detail)
    assert chrome.depth >= 1
    assert chrome.bar_background.startswith("#")
    assert len(chrome.bar_background) == 7


@settings(deadline=None)
@given(JSON)
def test_any_detail_gives_a_record(detail: object) -> None:
    assert isinstance(Chrome.parse(detail), Chrome)
