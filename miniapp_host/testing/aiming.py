"""Finds what a test means by a target, on the page or on the phone's own parts, and where it is."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from miniapp_host.nearest import nearest
from miniapp_host.testing.looking import Look, Seen, Target, lines_of, look_at
from miniapp_host.testing.tested_phone import TestedPhone
from miniapp_host.testing.waiting import wait_until

__tracebackhide__ = True  # a failure's traceback ends in the test

_LISTED = 20

T = TypeVar("T")


class Aim:
    """Looks at the program that is tested, and at what the phone lays over it."""

    def __init__(self, tested: TestedPhone) -> None:
        self._tested = tested

    @property
    def middle(self) -> QPoint:
        """The middle of the page, as a place of the window."""
        return self._tested.place_of(self._surface)

    def place_of(self, words: str, nth: int | None = None, seconds: float | None = None) -> QPoint:
        """Where in the window the target is, once it is in reach; raises WaitError."""
        target, places = Target.of(words), list[QPoint]()
        looks: list[Look] = []

        def is_in_reach() -> bool:
            places[:] = self._widget_places(target, nth) or self._page_places(target, nth, looks)
            return bool(places)

        patience = self._tested.patience if seconds is None else seconds
        wait_until(
            is_in_reach, lambda: self._tested.described(self._missing(target, looks)), patience
        )
        return places[0]

    def on_page(self, words: str) -> tuple[Seen, ...]:
        """The visible elements of the page that the target means, without waiting."""
        return look_at(self._tested.program.view, Target.of(words)).found

    def _missing(self, target: Target, looks: list[Look]) -> str:
        told = _missing(target, looks)
        if target.by != "text" or any(look.found for look in looks):
            return told
        lines = lines_of(self._tested.program.view) if self._tested.is_open else ()
        near = nearest(target.value, [*lines, *self._tested.words()])
        return f"{told}; is it {near!r}?" if near else told

    @property
    def _surface(self) -> QWidget:
        surface = self._tested.program.view.focusProxy()
        assert surface is not None
        return surface

    def _widget_places(self, target: Target, nth: int | None) -> list[QPoint]:
        if target.by == "selector":
            return []
        tested = self._tested
        by_text = target.by == "text"
        found = tested.reading(target.value) if by_text else tested.visible(target.value)
        reachable = [one for one in found if tested.is_in_reach(one)]
        return [tested.place_of(one) for one in _chosen(reachable, nth)]

    def _page_places(self, target: Target, nth: int | None, looks: list[Look]) -> list[QPoint]:
        if target.by == "widget" or not self._tested.is_open:
            return []
        look = look_at(self._tested.program.view, target, nth=nth, bring=True)
        looks[:] = [look]
        meant = [one for one in _chosen(look.found, nth) if look.still and not one.covered]
        places = [self._tested.place_of(self._surface, one.middle) for one in meant]
        return [place for place in places if self._tested.is_on_top(self._surface, place)]


def _chosen(found: Sequence[T], nth: int | None) -> Sequence[T]:
    """The one that is meant: the only one, or the `nth`."""
    if nth is not None:
        return found[nth : nth + 1]
    return found if len(found) == 1 else []


def _missing(target: Target, looks: list[Look]) -> str:
    found = [one for look in looks for one in look.found]
    if len(found) > 1:
        listed = "".join(f"\n  {at}: {one}" for at, one in enumerate(found[:_LISTED]))
        return f"{target} is there {len(found)} times; say which by nth=…:{listed}"
    if found:
        return f"{target} is out of reach: {found[0]}"
    return f"{target} is not in sight"
