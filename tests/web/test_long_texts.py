"""Texts that travel apart from their message, without a browser."""

from typing import Any

import pytest

from miniapp_host.web.long_texts import (
    LONG_FIELD,
    MOST_CHARACTERS,
    LongAnswers,
    LongTexts,
    TooManyTextsError,
)

LONG = "x" * (LONG_FIELD + 1)


@pytest.fixture
def texts() -> LongTexts:
    return LongTexts()


def test_texts_are_taken_in_the_order_in_which_they_were_ended(texts: LongTexts) -> None:
    texts.add("a", ends=False)
    texts.add("b", ends=True)
    texts.add("c", ends=True)
    assert [texts.take(), texts.take()] == ["ab", "c"]
    with pytest.raises(ValueError, match="not handed over"):
        texts.take()


def test_more_than_may_wait_is_refused(texts: LongTexts) -> None:
    texts.add("x" * MOST_CHARACTERS, ends=True)
    with pytest.raises(TooManyTextsError):
        texts.add("x", ends=True)


def test_who_hands_over_more_waits_until_what_waits_was_read(texts: LongTexts) -> None:
    told: list[str] = []
    texts.when_room(lambda: told.append("empty"))
    texts.add("x" * (20 * 1024 * 1024), ends=True)
    texts.when_room(lambda: told.append("read"))
    texts.take()
    assert told == ["empty"]
    texts.done()
    assert told == ["empty", "read"]


def test_nobody_waits_for_what_was_forgotten(texts: LongTexts) -> None:
    told: list[str] = []
    texts.add("x" * (20 * 1024 * 1024), ends=True)
    texts.when_room(lambda: told.append("room"))
    texts.clear()
    assert told == ["room"]
    with pytest.raises(ValueError, match="not handed over"):
        texts.take()


def test_a_message_without_long_fields_stays_itself() -> None:
    message = ("result", 1, {"errMsg": "a:ok", "data": "short", "n": 1})
    assert LongAnswers().apart(message) is message
    assert LongAnswers().apart(("greet",)) == ("greet",)


@pytest.mark.parametrize(
    ("message", "rest", "paths"),
    [
        (
            ("result", 1, {"data": LONG, "n": 1}),
            ["result", 1, {"data": "", "n": 1}],
            [[2, "data"]],
        ),
        (
            ("event", "socketTask", {"task": 1, "detail": {"data": LONG, "bytes": LONG}}),
            ["event", "socketTask", {"task": 1, "detail": {"data": "", "bytes": ""}}],
            [[2, "detail", "data"], [2, "detail", "bytes"]],
        ),
    ],
)
def test_long_fields_are_fetched_once_each(
    message: tuple[Any, ...], rest: list[Any], paths: list[Any]
) -> None:
    answers = LongAnswers()
    kind, told, texts = answers.apart(message)
    assert (kind, told, [path for path, _ in texts]) == ("apart", rest, paths)
    for _, number in texts:
        assert answers.take(number) == LONG.encode()
        with pytest.raises(FileNotFoundError):
            answers.take(number)
    assert LONG in str(message[2])


def test_what_comes_when_there_is_much_is_kept_all_the_same() -> None:
    answers = LongAnswers(most_held=10)
    told: list[bool] = []
    answers.taken = lambda: told.append(answers.full)
    numbers = [answers.keep(text) for text in ("a" * 8, "b" * 8, "字" * 8)]
    assert answers.full
    assert [answers.take(number).decode() for number in numbers] == ["a" * 8, "b" * 8, "字" * 8]
    assert told == [True, True, False]
