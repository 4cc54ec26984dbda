"""The page of wx.openDocument."""

from PySide6.QtWidgets import QLabel, QWidget

from miniapp_host.shell.sheets.document_page import DocumentPage
from miniapp_host.texts import Texts
from tests.shell.program_parts import click


def test_it_names_the_document_and_says_that_it_is_not_shown(screen: QWidget, texts: Texts) -> None:
    page = DocumentPage(screen, texts, "report‮.pdf", 20_480)
    page.open()
    words = [label.text() for label in page.findChildren(QLabel)]
    assert {"report.pdf", "20 KB", "This phone does not show documents."} <= set(words)
    click(page, "back")
    assert page.leaving or not page.isVisible()
