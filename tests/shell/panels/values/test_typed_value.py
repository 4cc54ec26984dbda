"""What is typed over a value, and what becomes of the values around it."""

import copy

import pytest

from miniapp_host.programs.page_data import Opaque
from miniapp_host.shell.panels.values.typed_value import (
    TypedError,
    from_the_end,
    read_json,
    typed_value,
    value_at,
    with_value,
    without_value,
)

VALUE = {"user": {"name": "Ada", "tags": ["a", "b", "c"]}, "0": 1}


@pytest.mark.parametrize(
    ("old", "text", "new"),
    [
        ("old", '"new"', "new"),
        ("old", "new", "new"),
        ("old", "42", "42"),
        ("old", "", ""),
        ("old", 'say "hi"', 'say "hi"'),
        (1, "2", 2),
        (1, " 2.5 ", 2.5),
        (1.5, "-3e2", -300.0),
        (True, "false", False),
        (None, "null", None),
        (None, '{"a": [1]}', {"a": [1]}),
        (None, "text", "text"),
    ],
)
def test_a_value_keeps_its_kind(old: object, text: str, new: object) -> None:
    typed = typed_value(old, text)
    assert (typed, type(typed)) == (new, type(new))


@pytest.mark.parametrize(
    ("old", "text"),
    [
        *((1, text) for text in ("two", '"2"', "true", "", "NaN", "1e999")),
        *((True, text) for text in ("1", "yes", '"true"')),
        (Opaque("undefined"), "1"),
        ([1], "2"),
    ],
)
def test_another_kind_is_refused(old: object, text: str) -> None:
    with pytest.raises(TypedError):
        typed_value(old, text)


def test_a_new_value_is_json_or_else_a_text() -> None:
    texts = ("1", "[true]", "NaN", "plain words", '"quoted"')
    assert [read_json(text) for text in texts] == [1, [True], "NaN", "plain words", "quoted"]


def test_values_are_changed_at_their_path_and_nothing_else_is() -> None:
    before = copy.deepcopy(VALUE)
    assert value_at(VALUE, ("user", "tags", 1)) == "b"
    assert with_value(VALUE, ("user", "tags", 1), "x") == {
        "user": {"name": "Ada", "tags": ["a", "x", "c"]},
        "0": 1,
    }
    assert without_value(VALUE, ("user", "tags", 0)) == {
        "user": {"name": "Ada", "tags": ["b", "c"]},
        "0": 1,
    }
    assert without_value(VALUE, ("user", "name")) == {"user": {"tags": ["a", "b", "c"]}, "0": 1}
    assert before == VALUE


def test_a_new_value_goes_to_the_end_of_a_list_or_under_a_new_key() -> None:
    assert value_at(with_value(VALUE, ("user", "tags", 3), "d"), ("user", "tags")) == [
        "a",
        "b",
        "c",
        "d",
    ]
    assert value_at(with_value(VALUE, ("user", "age"), 7), ("user", "age")) == 7


def test_from_the_end_no_path_is_moved_by_what_went_before_it() -> None:
    paths = [("list", 2), ("list", 10), ("list",), ("a", 0), ("list", 2, "b")]
    assert from_the_end(paths) == [("list", 10), ("list", 2, "b"), ("list", 2), ("list",), ("a", 0)]


def test_a_path_that_leads_nowhere_changes_nothing() -> None:
    assert value_at(VALUE, ("user", "tags", 9)) is None
    assert value_at(VALUE, ("user", 0)) is None
    assert with_value(VALUE, ("user", "tags", 9), "x") == VALUE
    assert without_value(VALUE, ("0", "a")) == VALUE
