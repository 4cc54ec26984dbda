"""How long ago: as people say it, in both languages."""

from datetime import datetime, timedelta

import pytest

from miniapp_host.shell.home.ago import ago
from miniapp_host.texts import Texts

NOW = datetime(2026, 11, 22, 12, 0).astimezone()


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(seconds=-5), "Just now"),
        (timedelta(seconds=59), "Just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=2), "2 hours ago"),
        (timedelta(hours=11), "11 hours ago"),
        (timedelta(hours=13), "Yesterday"),
        (timedelta(days=1), "Yesterday"),
        (timedelta(days=3), "3 days ago"),
        (timedelta(days=40), "10/13"),
        (timedelta(days=400), "10/18/2025"),
    ],
)
def test_it_is_said_as_people_say_it(before: timedelta, said: str, texts: Texts) -> None:
    assert ago(NOW - before, NOW, texts) == said


def test_it_is_said_in_chinese(chinese: Texts) -> None:
    assert ago(NOW, NOW, chinese) == "刚刚"
    assert ago(NOW - timedelta(hours=2), NOW, chinese) == "2 小时前"
    assert ago(NOW - timedelta(days=400), NOW, chinese) == "2025年10月18日"


def test_just_after_midnight_an_hour_is_an_hour(texts: Texts) -> None:
    midnight = datetime(2026, 11, 22, 0, 30).astimezone()
    assert ago(midnight - timedelta(hours=1), midnight, texts) == "1 hour ago"
