"""Whoever watches hears everything, in turn, until he stops."""

import pytest

from miniapp_host.watchers import Notice, Watchers


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


def test_a_notice_is_given_once_until_somebody_has_looked() -> None:
    notice, heard = Notice(), []
    notice.give()
    unwatch = notice.watch(heard.append)
    for _ in range(3):
        notice.give()
    assert len(heard) == 1
    notice.seen()
    notice.give()
    assert len(heard) == 2
    notice.seen()
    unwatch()
    notice.give()
    assert len(heard) == 2


def test_what_changes_while_a_notice_is_heard_is_told_if_somebody_has_looked_before() -> None:
    notice, heard = Notice(), []

    def hear(_: None) -> None:
        heard.append(len(heard))
        notice.seen()
        if len(heard) < 3:
            notice.give()

    notice.watch(hear)
    notice.give()
    assert heard == [0, 1, 2]
