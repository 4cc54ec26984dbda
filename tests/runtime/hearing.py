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


def drag(page: PageDriver, start: QPoint, end: QPoint, steps: int = 6) -> None:
    """Presses at `start`, moves, and lets go at `end`; the page sees every step."""
    QTest.mousePress(page.surface, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, steps + 1):
        QTest.mouseMove(page.surface, start + (end - start) * step / steps)
        page.run("1")
    QTest.mouseRelease(page.surface, Qt.MouseButton.LeftButton, pos=end)
    page.run("1")


def inner(page: PageDriver, selector: str, script: str) -> Any:
    """The value of an expression over `part(id)`, an element in the component's shadow tree."""
    root = f"find({json.dumps(selector)}).shadowRoot"
    return page.in_page(f"((part) => ({script}))((id) => {root}.getElementById(id))")
