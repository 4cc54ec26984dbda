"""The page of wx.openLocation, and that of wx.openPrivacyContract."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from miniapp_host.devices.place import Place
from miniapp_host.devices.places import PLACES
from miniapp_host.shell.program.privacy_page import PrivacyPage
from miniapp_host.shell.sheets.drawn_map import DrawnMap
from miniapp_host.shell.sheets.place_page import PlacePage
from miniapp_host.texts import Text, Texts
from tests.shell.program_parts import DETAILS, click


def words(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def test_it_says_name_address_and_degrees(screen: QWidget, texts: Texts) -> None:
    page = PlacePage(screen, texts, PLACES[2])
    page.open()
    assert {"Canton Tower", "23.10664, 113.32446"} <= set(words(page))
    click(page, "back")
    assert page.leaving or not page.isVisible()


def test_the_map_stays_where_it_is(screen: QWidget, texts: Texts) -> None:
    page = PlacePage(screen, texts, PLACES[2])
    page.open()
    plan = page.findChild(DrawnMap)
    before = plan.grab().toImage()
    QTest.mousePress(plan, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(plan, QPoint(160, 160))
    QTest.mouseRelease(plan, Qt.MouseButton.LeftButton, pos=QPoint(160, 160))
    assert plan.grab().toImage() == before


def test_a_place_without_a_name_is_a_point(screen: QWidget, texts: Texts) -> None:
    page = PlacePage(screen, texts, Place(Text("", ""), Text("", ""), 1.0, 2.0))
    page.open()
    assert "Point on the map" in words(page)


def test_hostile_names_are_plain_text(screen: QWidget, texts: Texts) -> None:
    name = "<h1>Inn</h1>\u202e"
    page = PlacePage(screen, texts, Place(Text(name, name), Text("", ""), 1.0, 2.0))
    page.open()
    assert "<h1>Inn</h1>" in words(page)


def test_the_privacy_page_says_what_it_does_not_have(screen: QWidget, chinese: Texts) -> None:
    page = PrivacyPage(screen, DETAILS, chinese)
    page.open()
    assert any("Nearby" in text and "微信" in text for text in words(page))
    assert "看看你周围" in words(page)
