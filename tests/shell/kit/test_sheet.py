import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.buttons import Button
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.sheet import HalfSheet, SheetPanel
from miniapp_host.shell.kit.theme import LIGHT


def sheet_with(screen: QWidget, words: int) -> tuple[HalfSheet, Button]:
    sheet = HalfSheet(screen, title="Title")
    sheet.body.addWidget(PlainLabel("word " * words, lines=0))
    button = Button("OK")
    sheet.footer.addWidget(button)
    sheet.open()
    return sheet, button


def test_it_is_as_high_as_it_must(screen: QWidget) -> None:
    sheet, _ = sheet_with(screen, 1)
    assert sheet.panel.height() == 64 + 24 + 32 + 48 + 64
    assert sheet.panel.width() == 390


@pytest.mark.parametrize("height", [844, 480])
def test_however_much_it_holds_its_foot_is_in_sight(screen: QWidget, height: int) -> None:
    screen.resize(390, height)
    sheet, button = sheet_with(screen, 2_000)
    assert sheet.panel.height() <= height * 0.75
    bottom = button.mapTo(screen, button.rect().bottomLeft()).y()
    assert bottom <= height - 32
    assert button.isVisible()


@pytest.mark.parametrize("lines", [3, 2_000])
def test_without_a_footer_what_is_scrolled_goes_on_to_the_edge(screen: QWidget, lines: int) -> None:
    sheet = HalfSheet(screen)
    label = PlainLabel("line\n" * lines, lines=0)
    sheet.body.addWidget(label)
    sheet.open()
    QApplication.processEvents()
    (area,) = sheet.panel.findChildren(QScrollArea)
    assert sheet.panel.rect().bottom() == area.geometry().bottom()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    foot = label.mapTo(screen, label.rect().bottomLeft()).y()
    assert foot == screen.rect().bottom() - 24


def test_what_changes_inside_changes_its_height(screen: QWidget, qtbot: QtBot) -> None:
    sheet, _ = sheet_with(screen, 1)
    before = sheet.panel.height()
    sheet.body.addWidget(PlainLabel("More"))
    qtbot.waitUntil(lambda: sheet.panel.height() == before + 24)


def test_it_is_round_at_the_top_only(screen: QWidget) -> None:
    sheet, _ = sheet_with(screen, 1)
    image = screen.grab().toImage().scaled(screen.size())
    top, ground = sheet.panel.y(), LIGHT.bg_2
    assert image.pixelColor(0, top + 1).name() != ground
    assert image.pixelColor(0, top + 20).name() == ground
    assert image.pixelColor(0, 843).name() == ground


def test_it_says_its_title(screen: QWidget) -> None:
    assert sheet_with(screen, 1)[0].accessibleName() == "Title"


def test_on_a_turned_phone_it_stands_in_the_middle_and_has_room_for_its_body(
    screen: QWidget,
) -> None:
    screen.resize(844, 390)
    sheet, _ = sheet_with(screen, 400)
    panel = sheet.panel.geometry()
    assert panel.width() < 500
    assert panel.left() == screen.width() - panel.right() - 1
    assert panel.height() > 0.85 * screen.height()
    assert panel.bottom() == screen.height() - 1


def test_at_three_quarters_of_the_size_it_covers_its_last_column_whole(screen: QWidget) -> None:
    panel = SheetPanel("bg_2", screen)
    panel.resize(390, 100)
    picture = QImage(293, 75, QImage.Format.Format_RGB32)  # 390 is 292.5 of these
    picture.fill(QColor("black"))
    with QPainter(picture) as painter:
        painter.scale(0.75, 0.75)
        panel.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    assert picture.pixelColor(292, 60) == picture.pixelColor(100, 60)
