"""What stands below a table stays put while its record changes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from miniapp_host.shell.inspector.detail import (
    Detail,
    DetailSection,
    DetailText,
    DetailTree,
    Fact,
    Remedy,
)
from miniapp_host.shell.inspector.read_text import ReadText

TEXT = DetailText(
    sentence="Tea asks; 1 call waits.",
    remedies=(Remedy("allow", "Allow"), Remedy("reject", "Reject")),
    facts=(Fact("Scope", "scope.camera", code=True), Fact("Calls", "takePhoto")),
    trees=(DetailTree("Result", {"ok": True}), DetailSection("Head", (Fact("Size", "1 kB"),))),
)
CHANGED = replace(
    TEXT,
    sentence="Tea asks; 2 calls wait.",
    facts=(TEXT.facts[0], Fact("Calls", "takePhoto, startRecord")),
    trees=(TEXT.trees[0], DetailSection("Head", (Fact("Size", "2 kB"),))),
)


@pytest.fixture
def detail(qtbot: QtBot) -> Detail:
    made = Detail("pending", ("Key", "Value"))
    qtbot.addWidget(made)
    made.resize(300, 120)
    made.show()
    made.show_text(TEXT)
    return made


def button(detail: Detail, name: str) -> QAbstractButton:
    found = detail.findChild(QAbstractButton, f"pendingRemedy_{name}")
    assert isinstance(found, QAbstractButton)
    return found


def read(detail: Detail) -> list[str]:
    return [one.toPlainText() for one in detail.widget().findChildren(ReadText)]


def test_a_record_that_changes_says_so(detail: Detail) -> None:
    detail.renew_text(CHANGED)
    said = [one.text() for one in detail.widget().findChildren(QLabel)]
    assert "Tea asks; 2 calls wait." in said
    assert read(detail) == ["scope.camera", "takePhoto, startRecord", "2 kB"]


def test_a_click_counts_that_began_before_the_record_changed(detail: Detail, qtbot: QtBot) -> None:
    reject = button(detail, "reject")
    QTest.mousePress(reject, Qt.MouseButton.LeftButton)
    detail.renew_text(CHANGED)
    with qtbot.waitSignal(detail.remedy_pressed) as pressed:
        QTest.mouseRelease(button(detail, "reject"), Qt.MouseButton.LeftButton)
    assert pressed.args == ["reject"]


def test_the_place_and_what_is_selected_stay_until_another_record_is_shown(
    detail: Detail, qtbot: QtBot
) -> None:
    bar = detail.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 20)
    bar.setValue(20)
    detail.widget().findChildren(ReadText)[0].selectAll()
    detail.renew_text(CHANGED)
    assert bar.value() == 20
    assert detail.widget().findChildren(ReadText)[0].textCursor().selectedText() == "scope.camera"
    detail.show_text(TEXT)
    assert bar.value() == 0


def test_other_buttons_values_and_facts_take_the_place_of_those_before(detail: Detail) -> None:
    detail.renew_text(replace(TEXT, remedies=(Remedy("again", "Ask again"),), trees=()))
    names = [one.objectName() for one in detail.widget().findChildren(QAbstractButton)]
    assert names == ["pendingRemedy_again"]
    assert read(detail) == ["scope.camera", "takePhoto"]
