"""The status bar: the time, and black or white as the page asks."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from miniapp_host.devices.battery import Charge
from miniapp_host.devices.conditions import Connection
from miniapp_host.devices.display import Form
from miniapp_host.shell.kit.glass import Status, set_shape, set_status
from miniapp_host.shell.kit.status_bar import StatusBar
from miniapp_host.shell.kit.theme import DARK, LIGHT

TURNED = Form.STANDARD.shape(landscape=True)


def ink_of(bar: StatusBar) -> set[str]:
    image = bar.grab().toImage()
    columns, rows = range(0, image.width(), 2), range(0, image.height(), 2)
    return {QColor(image.pixel(x, y)).name() for x in columns for y in rows}


def test_it_is_drawn_in_the_colour_it_is_told(screen: QWidget) -> None:
    bar = StatusBar(screen)
    bar.resize(390, 44)
    bar.show()
    bar.set_white(False)
    assert "#000000" in ink_of(bar)
    bar.set_white(True)
    assert "#ffffff" in ink_of(bar)
    assert "#000000" not in ink_of(bar)


def test_until_told_it_follows_the_theme(make_screen: Callable[..., QWidget]) -> None:
    assert StatusBar(make_screen(DARK)).white
    assert not StatusBar(make_screen(LIGHT)).white


def test_it_shows_the_time_of_its_clock(screen: QWidget) -> None:
    one = StatusBar(screen, now=lambda: datetime(2026, 11, 22, 9, 41))
    same = StatusBar(screen, now=lambda: datetime(2026, 11, 22, 9, 41, 59))
    other = StatusBar(screen, now=lambda: datetime(2026, 11, 22, 23, 8))
    pictures = []
    for bar in (one, same, other):
        bar.resize(390, 44)
        pictures.append(bar.grab().toImage())
    assert pictures[0] == pictures[1]
    assert pictures[0] != pictures[2]


@pytest.mark.parametrize(
    "status",
    [
        Status(Charge(10)),
        Status(Charge(50)),
        Status(Charge(90, charging=True)),
        Status(Charge(90, low_power=True)),
        Status(connection=Connection.FOUR_G),
        Status(connection=Connection.NONE),
    ],
)
def test_battery_and_network_are_seen(screen: QWidget, status: Status) -> None:
    bar = StatusBar(screen, now=lambda: datetime(2026, 11, 22, 9, 41))
    bar.resize(390, 44)
    before = bar.grab().toImage()
    set_status(screen, status)
    assert bar.grab().toImage() != before
    set_status(screen, Status())
    assert bar.grab().toImage() == before


def test_a_low_screen_has_a_low_status_bar_and_a_turned_phone_none(screen: QWidget) -> None:
    bar = StatusBar(screen)
    for shape, height in ((Form.SMALL.shape(), 20), (Form.LARGE.shape(), 59), (TURNED, 0)):
        set_shape(screen, shape)
        bar.fit()
        assert bar.height() == height
