"""Chromium's tools as a widget among others."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.web.developer_tools import DeveloperTools, ToolsProfile
from miniapp_host.web.engine import prepare_engine


def test_tools_behind_another_panel_take_no_keys(qtbot: QtBot) -> None:
    prepare_engine()  # before the first profile: this test may be the first with one
    profile = ToolsProfile()
    panels, panel, field = QStackedWidget(), QWidget(), QLineEdit()
    qtbot.addWidget(panels)
    tools = DeveloperTools(QColor("white"), profile)
    QVBoxLayout(panel).addWidget(tools)
    for part in (panel, field):
        panels.addWidget(part)
    panels.show()
    panels.activateWindow()
    qtbot.waitUntil(panels.isActiveWindow)
    panels.setCurrentWidget(field)
    field.setFocus()
    tools.setFocus()  # as Chromium does when the tools have loaded
    assert QApplication.focusWidget() is field
    panels.setCurrentWidget(panel)
    tools.setFocus()
    assert tools.isAncestorOf(QApplication.focusWidget())
    tools.dispose()
