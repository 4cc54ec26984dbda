"""What a program gave is told short, as JSON, whatever it was."""

import json

from miniapp_host.api.calls.argument_text import TEXT_LIMIT, VALUE_LIMIT, argument_text
from tests.api.calls.test_dispatcher import every_hostile_value


def test_what_is_short_is_told_whole() -> None:
    given = {"type": "gcj02", "altitude": True, "list": [1, 2.5, None], "名": "天气"}
    assert argument_text(given) == (
        '{"type": "gcj02", "altitude": true, "list": [1, 2.5, null], "名": "天气"}'
    )


def test_nothing_given_is_an_empty_object_or_list() -> None:
    assert (argument_text({}), argument_text(None), argument_text([])) == ("{}", "{}", "[]")


def test_a_long_text_is_cut_and_says_so() -> None:
    (kept,) = json.loads(argument_text(["a" * 5_000_000]))
    assert kept == "a" * TEXT_LIMIT + "…"


def test_of_many_values_the_first_are_told_and_how_many_are_left_out() -> None:
    kept = json.loads(argument_text({str(n): n for n in range(100)}))
    assert (len(kept), kept["…"]) == (VALUE_LIMIT + 1, 100 - VALUE_LIMIT)
    assert json.loads(argument_text([[0] * 100, 1]))[-1] == "…"
    assert json.loads(argument_text([0] * VALUE_LIMIT)) == [0] * VALUE_LIMIT


def test_what_lies_deep_is_left_out() -> None:
    deep: object = "found"
    for _ in range(1000):
        deep = [deep]
    assert "found" not in argument_text(deep)


@every_hostile_value
def test_whatever_a_program_gives_the_text_is_short_and_can_be_written(value: object) -> None:
    text = argument_text({"one": value, "more": [value] * 1000})
    assert len(text.encode("utf-8")) < TEXT_LIMIT * VALUE_LIMIT * 3
