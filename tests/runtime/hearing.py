"""A page that writes down every event it hears, and a hand that drags over it."""

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.driver import PageDriver


def hearing_page(wxml: str, data: str = "{}", methods: str = "") -> Mapping[str, str]:
    """Files of a program whose handler `hear` notes type and detail of events."""
    return {
        "index.wxml": f'{wxml}<view id="heard" style="font-size:1px">{{{{heard}}}}</view>',
        "index.js": (
            f"const heard = []\nPage({{data: {data}, {methods} hear(event) {{\n"
            "heard.push([event.type, event.detail])\n"
            "this.setData({heard: JSON.stringify(heard)}) }})"
        ),
    }


def heard(page: PageDriver, name: str) -> list[Any]:
    """Details of the events of one name, oldest first."""
    events = json.loads(page.text("#heard") or "[]")
    return [detail for event, detail in events if event == name]


def wait_heard(page: PageDriver, name: str, count: int = 1) -> Any:
    """The detail of the latest event of that name, once there are `count`."""
    page.wait(lambda: len(heard(page, name)) >= count, f"{count} × {name}")
    return heard(page, name)[-1]


def point_in(page: PageDriver, selector: str, x: float = 0.5, y: float = 0.5) -> QPoint:
    """A place in the first match, from 0 (left, top) to 1 (right, bottom)."""
    box = page.box(selector)
    return QPoint(round(box["left"] + box["width"] * x), round(box["top"] + box["height"] * y))


def click_at(page: PageDriver, place: QPoint) -> None:
    QTest.mouseClick(page.surface, Qt.MouseButton.LeftButton, pos=place)


# The page's own note of where it last saw the hand: Chromium keeps no order between input and scripts.
_WATCHED_HAND = """(page.hand ??= ((hand) => {
  for (const name of ['pointerdown', 'pointermove', 'pointerup'])
    page.defaultView.addEventListener(name, (event) => { hand.last = [name, event.screenX, event.screenY] }, true)
  return hand
})({}), 1)"""


def drag(page: PageDriver, start: QPoint, end: QPoint, steps: int = 6) -> None:
    """Presses at `start`, moves, and lets go at `end`; the page has seen each step before the next."""
    page.wait_at_rest()
    page.in_page(_WATCHED_HAND)
    QTest.mousePress(page.surface, Qt.MouseButton.LeftButton, pos=start)
    _wait_seen(page, "pointerdown", start)
    for step in range(1, steps + 1):
        place = start + (end - start) * step / steps
        QTest.mouseMove(page.surface, place)
        _wait_seen(page, "pointermove", place)
    QTest.mouseRelease(page.surface, Qt.MouseButton.LeftButton, pos=end)
    _wait_seen(page, "pointerup", end)


def _wait_seen(page: PageDriver, name: str, place: QPoint) -> None:
    there = [name, *page.surface.mapToGlobal(place).toTuple()]
    page.wait(lambda: page.in_page("page.hand.last") == there, f"{name} at {place}")


def inner(page: PageDriver, selector: str, script: str) -> Any:
    """The value of an expression over `part(id)`, an element in the component's shadow tree."""
    root = f"find({json.dumps(selector)}).shadowRoot"
    return page.in_page(f"((part) => ({script}))((id) => {root}.getElementById(id))")
