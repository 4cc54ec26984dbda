"""About: who the program is, what it may ask for, and the licences."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.shell.kit.cell import DetailCell
from miniapp_host.shell.program.about_page import (
    NO_PURPOSE,
    AboutPage,
    announced_scopes,
    version_name,
)
from miniapp_host.shell.settings.licences_page import LicencesPage, unwrapped
from miniapp_host.texts import Text, Texts
from tests.shell.program_parts import DETAILS, click, shown


def words_of(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_it_says_who_the_program_is(screen: QWidget, texts: Texts) -> None:
    page = AboutPage(screen, DETAILS, texts)
    page.open()
    words = words_of(page)
    for said in ("Nearby", "wx1234567890abcdef", "Development version", "/projects/nearby"):
        assert said in words


def test_it_lists_what_the_program_announces_with_its_purpose(
    screen: QWidget, chinese: Texts
) -> None:
    page = AboutPage(screen, DETAILS, chinese)
    page.open()
    assert "位置信息" in words_of(page)
    assert "看看你周围" in words_of(page)


def test_a_program_that_announces_nothing_has_nothing(screen: QWidget, texts: Texts) -> None:
    page = AboutPage(screen, replace(DETAILS, asks=()), texts)
    page.open()
    assert "Nothing" in words_of(page)


def test_scopes_are_announced_by_purpose_or_by_interface() -> None:
    purpose = Text("To find you", "找到你")
    asks = announced_scopes({"scope.userLocation": purpose}, ("getFuzzyLocation", "odd"))
    assert [(asked.scope.id, asked.purpose) for asked in asks] == [
        ("scope.userLocation", purpose),
        ("scope.userFuzzyLocation", NO_PURPOSE),
    ]
    assert announced_scopes({"scope.unknown": purpose}, None) == ()


@pytest.mark.parametrize("version", ["develop", "trial", "release"])
def test_a_version_has_a_name_in_both_languages(version: str, texts: Texts, chinese: Texts) -> None:
    assert version_name(version, texts) != version
    assert version_name(version, chinese) != version_name(version, texts)


def test_it_leads_to_the_licences(screen: QWidget, texts: Texts, qtbot: QtBot) -> None:
    page = AboutPage(screen, DETAILS, texts)
    page.open()
    click(page, "aboutLicences")
    qtbot.waitUntil(lambda: shown(screen, "licencesPage"))


def test_the_licences_are_shown_in_full(screen: QWidget, texts: Texts, tmp_path: Path) -> None:
    notices = tmp_path / "NOTICES.txt"
    notices.write_text("glass-easel (MIT)\n" * 2000, "utf-8")
    page = LicencesPage(screen, texts, notices)
    page.open()
    view = page.findChild(QPlainTextEdit, "notices")
    assert view.toPlainText() == "glass-easel (MIT)\n" * 2000
    assert view.isReadOnly()


def test_only_the_screen_breaks_the_lines_of_a_paragraph() -> None:
    start = "Permission is hereby granted, free of charge, to any person obtaining a copy"
    rule = "-" * 78
    notices = f"{start}\nof this software.\n\n{rule}\nNext (MIT)\n  indented {start}\n- item\n"
    joined = f"{start} of this software.\n\n{rule}\nNext (MIT)\n  indented {start}\n- item\n"
    assert unwrapped(notices) == joined


def test_missing_notices_are_said_plainly(screen: QWidget, texts: Texts, tmp_path: Path) -> None:
    page = LicencesPage(screen, texts, tmp_path / "absent.txt")
    page.open()
    assert shown(page, "noticesMissing")


def test_a_cell_without_detail_is_an_ordinary_one(screen: QWidget) -> None:
    cell = DetailCell("Title", "")
    assert cell.detail == ""
