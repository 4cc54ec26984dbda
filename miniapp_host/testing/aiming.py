"""Finds what a test means by a target, on the page or on the phone's own parts, and where it is."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from miniapp_host.nearest import nearest
from miniapp_host.testing.fingers import turn_wheel
from miniapp_host.testing.looking import (
    Look,
    Seen,
    Spot,
    Target,
    hidden,
    lines_of,
    look_at,
    offsets_at,
)
from miniapp_host.testing.tested_phone import TestedPhone
from miniapp_host.testing.wait_error import WaitError
from miniapp_host.testing.waiting import wait_until
from miniapp_host.testing.widgets import overlay_of

__tracebackhide__ = True  # a failure's traceback ends in the test

_LISTED = 20
_WHEEL_SECONDS = 0.3

T = TypeVar("T")


class Aim:
    """Looks at the program that is tested, and at what the phone lays over it."""

    def __init__(self, tested: TestedPhone) -> None:
        self._tested = tested

    @property
    def middle(self) -> QPoint:
        """The middle of the page, as a place of the window."""
        return self._tested.place_of(self._surface)

    def in_window(self, place: QPoint) -> QPoint:
        """Where in the window a place of the page is."""
        return self._tested.place_of(self._surface, place)

    def turn_wheel(self, place: QPoint, pixels: int) -> None:
        """Turn the wheel over a place of the window, and wait until the page has scrolled.

        The wheel reaches a page later than a look at it would; at its end nothing scrolls.
        """
        before = self._offsets_at(place)
        turn_wheel(self._tested.phone.window, place, pixels)
        with suppress(WaitError):
            wait_until(lambda: self._offsets_at(place) != before, lambda: "", _WHEEL_SECONDS)

    def _offsets_at(self, place: QPoint) -> tuple[str, ...]:
        at = self._surface.mapFrom(self._tested.phone.window, place)
        return offsets_at(self._tested.program.view, at)

    def place_of(self, spot: Spot, seconds: float | None = None) -> QPoint:
        """Where in the window the spot is, once it is in reach; raises WaitError."""
        places: list[QPoint] = []
        looks: list[Look] = []

        def is_in_reach() -> bool:
            # The page first: its texts may be those of the phone's own buttons around it.
            places[:] = self._page_places(spot, looks) or self._widget_places(spot)
            return bool(places)

        patience = self._tested.patience if seconds is None else seconds
        wait_until(
            is_in_reach, lambda: self._tested.described(self._missing(spot, looks)), patience
        )
        return places[0]

    def on_page(self, words: str) -> tuple[Seen, ...]:
        """The visible elements of the page that the target means, without waiting."""
        view, spot = self._tested.program.view, Spot.of(words)
        return look_at(view, spot).found if self._tested.is_seen else ()

    def _missing(self, spot: Spot, looks: list[Look]) -> str:
        target, found = spot.target, [one for look in looks for one in look.found]
        if not found:
            return f"{target} is not in sight{self._hint(target)}"
        chosen = _chosen(found, spot.nth)
        if chosen:
            return f"{target} is out of reach: {chosen[0]}"
        which = "say which by nth=…" if spot.nth is None else f"none has nth={spot.nth}"
        listed = "".join(f"\n  {at}: {one}" for at, one in enumerate(found[:_LISTED]))
        times = "once" if len(found) == 1 else f"{len(found)} times"
        return f"{target} is there {times}; {which}:{listed}"

    def _hint(self, target: Target) -> str:
        """What may help whoever looks for what is not there."""
        if not self._tested.is_open or target.by == "widget":
            return ""
        view = self._tested.program.view
        if kept := hidden(view, target):
            return f"; the page has it, but hidden: {kept[0].name}"
        lines = [*lines_of(view), *self._tested.words()] if target.by == "text" else ()
        near = nearest(target.value, lines)
        return f"; is it {near!r}?" if near else ""

    @property
    def _surface(self) -> QWidget:
        surface = self._tested.program.view.focusProxy()
        assert surface is not None
        return surface

    def _widget_places(self, spot: Spot) -> list[QPoint]:
        target, tested = spot.target, self._tested
        if target.by == "selector":
            return []
        point = QPoint(*spot.at) if spot.at else None
        by_text = target.by == "text"
        found = tested.reading(target.value) if by_text else tested.visible(target.value)
        reachable = [one for one in found if tested.is_in_reach(one)]
        return [tested.place_of(one, point) for one in _chosen(reachable, spot.nth)]

    def _page_places(self, spot: Spot, looks: list[Look]) -> list[QPoint]:
        if spot.target.by == "widget" or not self._tested.is_open:
            return []
        places = self._places(spot, looks, away=False)
        if any(map(self._lies_under_an_edge, places)):
            places = self._places(spot, looks, away=True)
        return [place for place in places if self._tested.is_on_top(self._surface, place)]

    def _places(self, spot: Spot, looks: list[Look], *, away: bool) -> list[QPoint]:
        """Where in the window the spot is, if it rests and nothing of the page lies over it."""
        look = look_at(self._tested.program.view, spot, bring=True, away=away)
        looks[:] = [look]
        meant = _chosen(look.found, spot.nth) if look.still else []
        return [self.in_window(one.place) for one in meant if not one.obstacle and not one.moving]

    def _lies_under_an_edge(self, place: QPoint) -> bool:
        """Whether a part of the phone's frame lies over it, such as the bar that leads home."""
        on_top = self._tested.phone.window.childAt(place)
        beneath = self._tested.is_on_top(self._surface, place)
        return on_top is not None and not beneath and overlay_of(on_top) is None


def _chosen(found: Sequence[T], nth: int | None) -> Sequence[T]:
    """The one that is meant: the only one, or the `nth`."""
    if nth is not None:
        return found[nth : nth + 1]
    return found if len(found) == 1 else []
