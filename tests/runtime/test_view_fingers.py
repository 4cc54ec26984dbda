"""Fingers on a touch screen: the same taps, scrolls, swipes and pulls as with the mouse."""

import json

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.hearing import heard, hearing_page, point_in, wait_heard


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    """A touch screen; Chromium looks for one when a page is made."""
    return QTest.createTouchDevice()


def finger(page: PageDriver, screen: QPointingDevice, path: list[QPoint]) -> None:
    """Comes down at the first place, goes through the others, and leaves at the last."""
    page.wait_drawn()
    surface = page.surface
    QTest.touchEvent(surface, screen).press(0, path[0], surface).commit()
    for place in path[1:]:
        QTest.touchEvent(surface, screen).move(0, place, surface).commit()
        page.run("1")
    QTest.touchEvent(surface, screen).release(0, path[-1], surface).commit()
    page.run("1")


def line(start: QPoint, end: QPoint, steps: int = 8) -> list[QPoint]:
    return [start + (end - start) * step / steps for step in range(steps + 1)]


LONG = '<view id="box" style="height: 3000px" bindtap="hear" bindtouchstart="hear" bindtouchmove="hear">x</view>'


def test_a_finger_taps(screen: QPointingDevice, run_program: OpenProgram) -> None:
    page = run_program(hearing_page(LONG))
    finger(page, screen, [QPoint(100, 200)])
    assert wait_heard(page, "tap") == {"x": 100, "y": 200}
    assert len(heard(page, "touchstart")) == 1


def test_a_finger_scrolls_and_taps_nothing(
    screen: QPointingDevice, run_program: OpenProgram
) -> None:
    page = run_program(hearing_page(LONG))
    finger(page, screen, line(QPoint(200, 500), QPoint(200, 200)))
    page.wait(lambda: page.in_page("page.documentElement.scrollTop") > 150, "scrolled")
    assert heard(page, "touchmove")
    assert heard(page, "tap") == []


def test_a_finger_turns_a_swiper(screen: QPointingDevice, run_program: OpenProgram) -> None:
    leaves = "<swiper-item>a</swiper-item><swiper-item>b</swiper-item><swiper-item>c</swiper-item>"
    page = run_program(
        hearing_page(
            f'<swiper id="s" duration="50" bindchange="hear" bindanimationfinish="hear">{leaves}</swiper>'
        )
    )
    finger(page, screen, line(point_in(page, "#s", 0.8), point_in(page, "#s", 0.2)))
    assert wait_heard(page, "change")["current"] == 1
    wait_heard(page, "animationfinish")
    assert len(heard(page, "change")) == 1


def test_a_finger_pulls_a_page_down(screen: QPointingDevice, run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="told" style="height: 900px">{{told}}</view>',
            "index.js": "Page({data: {told: ''}, onPullDownRefresh() { this.setData({told: 'pulled'}) }})",
            "index.json": json.dumps({"enablePullDownRefresh": True}),
        }
    )
    finger(page, screen, line(QPoint(200, 200), QPoint(200, 420)))
    page.wait_text("#told", "pulled")
