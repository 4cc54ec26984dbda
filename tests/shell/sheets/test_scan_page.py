"""The page of wx.scanCode: what is typed is what the code says."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.theme import set_motion
from miniapp_host.shell.sheets.scan_page import ScanPage
from miniapp_host.texts import Texts
from tests.shell.program_parts import click


@pytest.fixture
def scanned() -> list[str | None]:
    return []


@pytest.fixture
def page(screen: QWidget, texts: Texts, scanned: list[str | None]) -> ScanPage:
    set_motion(screen, False)
    page = ScanPage(screen, texts, scanned.append)
    page.open()
    return page


def test_what_is_typed_is_what_was_scanned(page: ScanPage, scanned: list[str | None]) -> None:
    assert not page.findChild(Pressable, "scanDone").isEnabled()
    QTest.keyClicks(page.findChild(QLineEdit, "scannedCode"), "wx://hello")
    click(page, "scanDone")
    assert scanned == ["wx://hello"]


def test_going_back_scans_nothing(page: ScanPage, scanned: list[str | None]) -> None:
    QTest.keyClicks(page.findChild(QLineEdit, "scannedCode"), "wx://hello")
    click(page, "back")
    assert scanned == [None]
