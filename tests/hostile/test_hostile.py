"""Through every attack the phone lets the person out, and nobody else's things change."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.phone.phone import Phone
from miniapp_host.shell.kit.overlay import Overlay
from tests.conftest import OpenProgram
from tests.driver import PATIENCE_MS, PageDriver
from tests.hostile.attack import OVER
from tests.hostile.escapes import ESCAPES
from tests.hostile.indirect import INDIRECT
from tests.hostile.programs import ATTACKS, write_attack, write_victim
from tests.shell.program_parts import click

VICTIM = Subject("wxvictim", "develop")
ATTACKER = Subject("wxhostile", "develop")
CAMERA = "scope.camera"
MOST_OF_A_KIND = 3
"""So many dialogs lie over each other; else it is one, and those that are on their way out."""


@pytest.fixture
def victim(phone: Phone, open_folder: OpenProgram, tmp_path: Path) -> PageDriver:
    opened = open_folder(phone, write_victim(tmp_path / "victim"))
    phone.store.decide(VICTIM, CAMERA, Decision.GRANTED, Actor.SETTINGS)
    QGuiApplication.clipboard().setText("copied on the desktop")
    return opened


def logged(attacker: PageDriver) -> list[str]:
    return [entry.text for entry in attacker.program.screen.console.entries]


def overlays(attacker: PageDriver) -> Counter[str]:
    """How many sheets and pages of each kind lie over the program."""
    return Counter(one.objectName() for one in attacker.program.screen.findChildren(Overlay))


def named(name: str) -> object:
    """What is forged is logged as unknown, and that is all that comes of it."""
    return pytest.param(
        name, marks=[pytest.mark.expects_log] if name in {**ESCAPES, **INDIRECT} else []
    )


@pytest.mark.parametrize("name", [named(name) for name in ATTACKS])
def test_the_person_gets_out_and_nothing_of_others_changes(
    name: str,
    phone: Phone,
    victim: PageDriver,
    open_folder: OpenProgram,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    attack = ATTACKS[name]
    folder = write_attack(tmp_path / "attacker", attack, quick=True)
    attacker = open_folder(phone, folder)
    if attack.ends:
        qtbot.waitUntil(lambda: OVER in logged(attacker), timeout=PATIENCE_MS)
    assert not [text for text in logged(attacker) if text.startswith("READ")]
    assert max(overlays(attacker).values(), default=0) <= MOST_OF_A_KIND, overlays(attacker)
    assert phone.store.decisions(ATTACKER) == {}
    click(attacker.program.screen, "capsuleClose")
    qtbot.waitUntil(lambda: set(phone.running) == {VICTIM.program}, timeout=PATIENCE_MS)
    assert phone.store.decision(VICTIM, CAMERA) is Decision.GRANTED
    assert victim.text("#kept") == "mine"
