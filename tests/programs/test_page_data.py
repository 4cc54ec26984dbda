"""Values as the service sends them, and when it is asked to."""

import pytest

from miniapp_host.programs.page_data import Opaque, PageData, decoded

PAGE = {"page": 1, "path": "p", "query": {}, "data": {"o": [["a", 1]]}, "components": []}


@pytest.mark.parametrize(
    ("sent", "value"),
    [
        ("text", "text"),
        (None, None),
        ({"x": "undefined"}, Opaque("undefined")),
        ({"t": "beginning", "length": 40_000}, Opaque("beginning… (40000)")),
        ({"a": [1, {"x": "NaN"}]}, [1, Opaque("NaN")]),
        ({"a": [1], "more": 7}, [1, Opaque("+7")]),
        ({"o": [["x", 1], ["a", {"o": []}]]}, {"x": 1, "a": {}}),
        ({"o": [["k", True]], "more": 2}, {"k": True, "…": Opaque("+2")}),
        ({"o": [["k"], 3, ["l", 1, 2]]}, {}),
    ],
)
def test_values_are_read_as_they_are_sent(sent: object, value: object) -> None:
    assert decoded(sent) == value


def test_the_service_is_asked_by_the_first_and_released_by_the_last() -> None:
    asked: list[tuple[object, ...]] = []
    data = PageData()
    data.start(lambda *message: asked.append(message))
    first, second = data.watch(str), data.watch(str)
    assert asked == [("watchData", True)]
    first()
    first()
    assert asked == [("watchData", True)]
    second()
    second()
    assert asked == [("watchData", True), ("watchData", False)]


def test_a_page_that_is_not_told_again_keeps_its_data() -> None:
    data = PageData()
    data.hear({"stack": [1], "waiting": [], "pages": [PAGE]})
    data.hear({"stack": [2], "waiting": [1], "pages": [{**PAGE, "page": 2}]})
    assert [(page.number, page.waiting, page.data) for page in data.pages] == [
        (1, True, {"a": 1}),
        (2, False, {"a": 1}),
    ]
    data.hear({"stack": [1], "waiting": [], "pages": []})
    assert [(page.number, page.waiting) for page in data.pages] == [(1, False)]


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"stack": 3, "pages": "x"},
        {"stack": [1, None], "pages": [{"page": "1"}, 3, {**PAGE, "components": [{"id": None}]}]},
    ],
)
def test_nonsense_is_left_out(told: dict[str, object]) -> None:
    data = PageData()
    data.hear(told)
    assert all(page.components == () for page in data.pages)
