"""Choosing a place: from the list, by degrees, or on the map."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.devices.place import Place
from miniapp_host.devices.places import PLACES
from miniapp_host.shell.kit.theme import DARK, palette
from miniapp_host.shell.sheets.drawn_map import DrawnMap
from miniapp_host.shell.sheets.place_picker import PlacePicker
from miniapp_host.texts import Texts
from tests.shell.program_parts import click, shown


@pytest.fixture
def heard() -> list[Any]:
    return []


@pytest.fixture
def picker(screen: QWidget, texts: Texts, heard: list[Any]) -> PlacePicker:
    made = PlacePicker(screen, texts, PLACES, PLACES[0], heard.append)
    made.open()
    return made


def write(picker: PlacePicker, name: str, text: str) -> None:
    line = picker.findChild(QLineEdit, name)
    line.selectAll()
    line.insert(text)


def degrees(picker: PlacePicker) -> tuple[str, str]:
    return tuple(picker.findChild(QLineEdit, name).text() for name in ("latitude", "longitude"))


def test_it_starts_where_the_phone_is(picker: PlacePicker) -> None:
    assert picker.place == PLACES[0]
    assert degrees(picker) == ("39.90875", "116.39752")


def test_a_place_of_the_list_is_chosen(picker: PlacePicker, heard: list[Any]) -> None:
    click(picker, "place_3")
    assert degrees(picker) == ("22.51902", "113.97541")
    click(picker, "placeDone")
    assert heard == [PLACES[3]]


def test_going_back_chooses_nothing(picker: PlacePicker, heard: list[Any]) -> None:
    click(picker, "place_3")
    click(picker, "back")
    assert heard == [None]


def test_exact_degrees_are_a_place_of_their_own(picker: PlacePicker, heard: list[Any]) -> None:
    write(picker, "latitude", "-33.5")
    write(picker, "longitude", "151.25")
    click(picker, "placeDone")
    (place,) = heard
    assert (place.latitude, place.longitude) == (-33.5, 151.25)


@pytest.mark.parametrize("wrong", ["91", "north", "", "nan", "1e9"])
def test_degrees_that_are_none_cannot_be_chosen(
    picker: PlacePicker, heard: list[Any], wrong: str
) -> None:
    write(picker, "latitude", wrong or " ")
    assert not picker.findChild(QWidget, "placeDone").isEnabled()
    click(picker, "place_1")
    assert picker.findChild(QWidget, "placeDone").isEnabled()


def test_the_degrees_of_a_known_place_are_that_place(picker: PlacePicker) -> None:
    write(picker, "latitude", str(PLACES[4].latitude))
    write(picker, "longitude", str(PLACES[4].longitude))
    assert picker.place == PLACES[4]


@pytest.mark.parametrize("text", ["bund", "外滩", "SHANGHAI"])
def test_search_finds_by_either_language(picker: PlacePicker, text: str) -> None:
    write(picker, "placeSearch", text)
    assert shown(picker, "place_1")
    assert not shown(picker, "place_0")


def test_search_without_a_match_says_so(picker: PlacePicker) -> None:
    write(picker, "placeSearch", "zzz")
    assert not any(shown(picker, f"place_{index}") for index in range(len(PLACES)))


def test_dragging_the_map_moves_the_place(picker: PlacePicker, qtbot: QtBot) -> None:
    plan = picker.findChild(DrawnMap)
    with qtbot.waitSignal(plan.moved):
        QTest.mousePress(plan, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
        QTest.mouseMove(plan, QPoint(100, 170))
        QTest.mouseRelease(plan, Qt.MouseButton.LeftButton, pos=QPoint(100, 170))
    assert picker.place.latitude > PLACES[0].latitude
    assert picker.place.longitude == PLACES[0].longitude


def test_the_map_goes_round_the_globe_and_stops_at_its_poles(screen: QWidget, qtbot: QtBot) -> None:
    plan = DrawnMap(screen)
    plan.resize(390, 220)
    heard: list[tuple[float, float]] = []
    plan.moved.connect(lambda latitude, longitude: heard.append((latitude, longitude)))
    plan.show_place(89.9999, 179.999)
    QTest.mousePress(plan, Qt.MouseButton.LeftButton, pos=QPoint(200, 50))
    QTest.mouseMove(plan, QPoint(180, 200))
    QTest.mouseRelease(plan, Qt.MouseButton.LeftButton, pos=QPoint(180, 200))
    latitude, longitude = heard[-1]
    assert latitude == 90
    assert -180 <= longitude < 0


def test_the_map_is_drawn_in_both_themes(screen: QWidget) -> None:
    plan = DrawnMap(screen)
    plan.resize(390, 220)
    plan.show_place(31.2, 121.5)
    light = plan.grab().toImage()
    screen.setPalette(palette(DARK))
    assert plan.grab().toImage() != light


def test_a_start_that_no_list_knows_is_kept(
    screen: QWidget, chinese: Texts, heard: list[Any]
) -> None:
    start = Place(PLACES[0].name, PLACES[0].address, 10.0, 20.0)
    made = PlacePicker(screen, chinese, PLACES, start, heard.append)
    made.open()
    click(made, "placeDone")
    assert heard == [start]
