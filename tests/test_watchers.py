"""Whoever watches hears everything, in turn, until he stops."""

import pytest

from miniapp_host.watchers import Watchers


def test_everyone_hears_in_the_order_they_came() -> None:
    watchers: Watchers[str] = Watchers()
    heard: list[tuple[int, str]] = []
    for number in range(3):
        watchers.watch(lambda news, number=number: heard.append((number, news)))  # type: ignore[misc]
    watchers.announce("rain")
    assert heard == [(0, "rain"), (1, "rain"), (2, "rain")]


def test_one_who_watches_twice_hears_twice_and_stops_each_by_itself() -> None:
    watchers: Watchers[str] = Watchers()
    heard: list[str] = []
    unwatch = watchers.watch(heard.append)
    watchers.watch(heard.append)
    unwatch()
    unwatch()
    watchers.announce("rain")
    assert heard == ["rain"]


def test_who_comes_while_the_news_goes_round_hears_only_the_next() -> None:
    watchers: Watchers[str] = Watchers()
    heard: list[str] = []
    watchers.watch(lambda _: watchers.watch(heard.append) and None)
    watchers.announce("rain")
    assert heard == []


@pytest.mark.expects_log
def test_everyone_hears_even_if_one_raises_and_the_mistake_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    watchers: Watchers[str] = Watchers()
    heard: list[str] = []

    def stumble(news: str) -> None:
        raise LookupError(news)

    watchers.watch(stumble)
    watchers.watch(heard.append)
    watchers.announce("rain")
    assert heard == ["rain"]
    (record,) = caplog.records
    assert record.exc_info
    assert record.exc_info[0] is LookupError
