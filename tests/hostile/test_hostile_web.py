"""Whatever a page of the web does in a `<web-view>`, it gets nothing, and the person gets out."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.phone.phone import Phone
from miniapp_host.shell.kit.overlay import Overlay
from tests.conftest import OpenProgram
from tests.driver import PATIENCE_MS
from tests.hostile.web_pages import OVER, WEB_ATTACKS, web_page, write_web_program
from tests.shell.program_parts import click
from tests.web_server import serving


# A worker of a page may ask Qt for `qrc:`, which has nothing at that address.
@pytest.mark.qt_log_ignore("QResource '/' not found", extend=True)
@pytest.mark.parametrize("name", WEB_ATTACKS)
def test_a_page_of_the_web_gets_nothing_and_the_person_gets_out(
    name: str, phone: Phone, open_folder: OpenProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    attack = WEB_ATTACKS[name]
    with serving(web_page(attack, attack.quick_times)) as web:
        attacker = open_folder(phone, write_web_program(tmp_path / "attacker", web.url)).program
        qtbot.waitUntil(lambda: OVER in web.asked, timeout=PATIENCE_MS)
        assert not [path for path in web.asked if path.startswith("/got")]
        assert len(attacker.screen.findChildren(Overlay)) <= 5
        assert len(attacker.screen.console.entries) < 100
        assert phone.store.decisions(attacker.subject) == {}
        click(attacker.screen, "capsuleClose")
        qtbot.waitUntil(lambda: not phone.running, timeout=PATIENCE_MS)
    assert phone.window.isVisible()
