"""The network of a real program: looked at, saved as a fixture, played without a server."""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone, build
from miniapp_host.shell.inspector.table import Table
from miniapp_host.testing.miniapp import MiniApp
from tests.stories.conftest import OpenProgram
from tests.stories.person import Person
from tests.web_server import serving

FILES = {
    "index.wxml": "<view id='ask' bindtap='ask'>ask</view><view id='told'>{{told}}</view>",
    "index.js": """Page({ data: { told: 'nothing' }, ask() {
      wx.request({ url: 'SERVER/user', success: ({ data }) => this.setData({ told: data.name }),
        fail: ({ errMsg }) => this.setData({ told: errMsg }) }) } })""",
}


def opens_panel(person: Person) -> QWidget:
    person.phone.window.activateWindow()
    assert QTest.qWaitForWindowActive(person.phone.window)
    QTest.keyClick(person.phone.window, Qt.Key.Key_F12)
    person.clicks("inspectorTab_network")
    return person.waits_for("panel_network")


def chooses(person: Person, name: str) -> None:
    """Picks a preset from the open menu, which is a window of its own."""
    person.wait(lambda: bool(person.window.findChildren(QMenu)), "the menu")
    (menu,) = person.window.findChildren(QMenu)
    action = next(one for one in menu.actions() if one.data() == name)
    place = menu.actionGeometry(action).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    person.wait(lambda: not person.window.findChildren(QMenu), "the menu gone")


def test_an_answer_of_a_server_is_saved_and_played_when_the_server_is_gone(
    person: Person,
    run_on: Callable[[Phone, dict[str, str]], MiniApp],
    tmp_path: Path,
    qtbot: QtBot,
    open_folder: OpenProgram,
) -> None:
    file = tmp_path / "saved.json"
    with serving({"/user": '{"name": "Ada"}'}) as web:
        page = run_on(
            person.phone, {name: text.replace("SERVER", web.url) for name, text in FILES.items()}
        )
        panel = opens_panel(person)
        person.miniapp.tap("#ask")
        page.expect_text("Ada", within="#told")
        table = panel.findChild(Table)
        person.wait(lambda: table.model().rowCount() == 1, "the request in the panel")
        table.choose_row(0)
        person.clicks("networkRemedy_fixture")
        person.wait(lambda: panel.findChild(QFileDialog) is not None, "the dialog")
        dialog = panel.findChild(QFileDialog)
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(file))
        dialog.accept()
        person.wait(file.exists, "the file of fixtures")
    assert json.loads(file.read_text())[0]["data"] == {"name": "Ada"}
    person.phone.close()
    played = build(Options(data_dir=tmp_path / "another", fixtures=file), guard_ms=0)
    qtbot.addWidget(played.window)
    played.window.show()
    again = open_folder(played, tmp_path / "program")
    again.tap("#ask")
    again.expect_text("Ada", within="#told")
    played.close()


def test_a_program_is_sent_offline_and_back_from_the_panel(
    person: Person, run_on: Callable[[Phone, dict[str, str]], MiniApp]
) -> None:
    with serving({"/user": '{"name": "Ada"}'}) as web:
        page = run_on(
            person.phone, {name: text.replace("SERVER", web.url) for name, text in FILES.items()}
        )
        opens_panel(person)
        for choice, told in (
            (
                "OFFLINE",
                "request:fail errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED",
            ),
            ("ONLINE", "Ada"),
        ):
            person.clicks("networkConditions")
            chooses(person, choice)
            person.miniapp.tap("#ask")
            page.expect_text(told, within="#told")
