"""How long ago something was, as people say it."""

from datetime import datetime

from miniapp_host.texts import Texts

_MINUTE = 60
_HOUR = 60 * _MINUTE


def ago(then: datetime, now: datetime, texts: Texts) -> str:
    """`then` seen from `now`: "just now", "2 hours ago", "yesterday", a date."""
    then, now = then.astimezone(), now.astimezone()
    seconds = (now - then).total_seconds()
    if seconds < _MINUTE:
        return texts("Just now")
    days = (now.date() - then.date()).days
    if seconds < _HOUR:
        return _counted(int(seconds // _MINUTE), "1 minute ago", "{count} minutes ago", texts)
    if days == 0 or seconds < 6 * _HOUR:
        return _counted(int(seconds // _HOUR), "1 hour ago", "{count} hours ago", texts)
    if days == 1:
        return texts("Yesterday")
    if days < 7:
        return texts("{count} days ago", count=days)
    if then.year == now.year:
        return texts("{month}/{day}", month=then.month, day=then.day)
    return texts("{month}/{day}/{year}", month=then.month, day=then.day, year=then.year)


def use_said(last_used: datetime | None, now: datetime, texts: Texts, *, running: bool) -> str:
    """When a program was used last, or that it is running."""
    if running:
        return texts("Running in the background")
    return texts("Not opened yet") if last_used is None else ago(last_used, now, texts)


def _counted(count: int, one: str, many: str, texts: Texts) -> str:
    return texts(one) if count == 1 else texts(many, count=count)
