"""A packed program is dropped on the phone, is updated by a newer one, and is deleted."""

import os
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.phone.phone import Phone
from miniapp_host.shell.sheets.modal import ModalDialog
from miniapp_host.shell.sheets.unpacking_sheet import UnpackingSheet
from tests.folder_drag import FolderDrag
from tests.programs.archives import APPID, entry, pack, pack_with, program

SUBJECT = Subject(APPID, "develop")
WAIT_MS = 20_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "program.zip"


def drop(phone: Phone, file: Path) -> None:
    drag = FolderDrag(phone.window, [file])
    assert drag.enter()
    drag.drop()


def is_in_front(phone: Phone, name: str) -> bool:
    front = phone.window.front
    known = phone.memory.library.program(front.program_id) if front else None
    return known is not None and known.name == name


def told(phone: Phone) -> list[str]:
    return [modal.accessibleDescription() for modal in phone.window.findChildren(ModalDialog)]


def litter(phone: Phone) -> list[str]:
    folder = phone.memory.folder / "programs"
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def large(file: Path) -> Path:
    """An archive that takes longer than a person waits without a word."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for at in range(4000):
            archive.writestr(f"many/{at}.bin", os.urandom(4000))
    with zipfile.ZipFile(file, "a") as archive:
        for name, content in program().items():
            body = content if isinstance(content, str) else '{"pages": ["pages/index"]}'
            archive.writestr(name, body)
    return file


def test_a_dropped_archive_is_unpacked_and_opens(phone: Phone, file: Path, qtbot: QtBot) -> None:
    drop(phone, pack(file, program(), "program-main/"))
    qtbot.waitUntil(lambda: is_in_front(phone, "Packed"), timeout=WAIT_MS)
    known = phone.memory.library.program(APPID)
    assert known is not None
    assert known.owned
    assert told(phone) == []
    assert litter(phone) == []


def test_a_newer_archive_takes_the_running_programs_place_and_keeps_its_decisions(
    phone: Phone, file: Path, qtbot: QtBot
) -> None:
    drop(phone, pack(file, program()))
    qtbot.waitUntil(lambda: is_in_front(phone, "Packed"), timeout=WAIT_MS)
    phone.store.decide(SUBJECT, "scope.camera", Decision.GRANTED, Actor.PROMPT)
    newer = program(**{"pages/index.wxml": "<view>newer</view>"})
    before = phone.running[APPID]
    drop(phone, pack(file, newer))
    qtbot.waitUntil(lambda: phone.running.get(APPID) not in (None, before), timeout=WAIT_MS)
    assert phone.running[APPID].session.package.text("pages/index.wxml") == "<view>newer</view>"
    assert phone.store.decisions(SUBJECT) == {"scope.camera": Decision.GRANTED}
    assert told(phone) == []


def test_a_program_of_another_name_that_takes_the_place_is_told(
    phone: Phone, file: Path, qtbot: QtBot
) -> None:
    drop(phone, pack(file, program(name="Bank")))
    qtbot.waitUntil(lambda: is_in_front(phone, "Bank"), timeout=WAIT_MS)
    drop(phone, pack(file, program(name="Bonk")))
    qtbot.waitUntil(lambda: told(phone) != [], timeout=WAIT_MS)
    assert told(phone)[0].startswith(f"Bonk has the appid {APPID} of Bank and took its place.")


@pytest.mark.parametrize(
    ("name", "says"),
    [("../evil", "it leads out of the archive"), ("CON", "Windows takes it for a device")],
)
def test_a_bad_archive_is_told_with_file_entry_and_remedy(
    phone: Phone, file: Path, qtbot: QtBot, name: str, says: str
) -> None:
    drop(phone, pack_with(file, (entry(name), b"evil")))
    qtbot.waitUntil(lambda: told(phone) != [], timeout=WAIT_MS)
    assert told(phone)[0].startswith(f"program.zip: {name}: {says}")
    assert told(phone)[0].endswith("Pack the program’s folder again.")
    assert phone.memory.library.program(APPID) is None
    assert litter(phone) == []


def test_two_archives_dropped_at_once_come_one_after_the_other(
    phone: Phone, tmp_path: Path, qtbot: QtBot
) -> None:
    one = pack(tmp_path / "one.zip", program(name="One"))
    two = pack(tmp_path / "two.zip", program("wxffffffffffffffff", "Two"))
    drag = FolderDrag(phone.window, [one, two])
    drag.enter()
    drag.drop()
    qtbot.waitUntil(lambda: is_in_front(phone, "Two"), timeout=WAIT_MS)
    assert len(phone.running) == 2


def test_what_takes_long_shows_how_far_it_is_and_can_be_stopped(
    phone: Phone, file: Path, qtbot: QtBot
) -> None:
    drop(phone, large(file))
    qtbot.waitUntil(lambda: sheet(phone) is not None, timeout=WAIT_MS)
    shown = sheet(phone)
    assert shown is not None
    assert shown.accessibleName() == "Unpacking program.zip"
    qtbot.waitUntil(lambda: shown.shown_share == 1.0)
    cancel = shown.findChild(QWidget, "unpackingCancel")
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: litter(phone) == [], timeout=WAIT_MS)
    assert phone.memory.library.program(APPID) is None
    assert told(phone) == []


def sheet(phone: Phone) -> UnpackingSheet | None:
    return phone.window.findChild(UnpackingSheet)


def test_a_phone_that_closes_meanwhile_leaves_no_litter(
    phone: Phone, file: Path, qtbot: QtBot
) -> None:
    drop(phone, large(file))
    qtbot.waitUntil(lambda: litter(phone) != [], timeout=WAIT_MS)
    phone.close()
    assert litter(phone) == []


def test_a_deleted_packed_program_leaves_nothing(phone: Phone, file: Path, qtbot: QtBot) -> None:
    drop(phone, pack(file, program(), "top/"))
    qtbot.waitUntil(lambda: is_in_front(phone, "Packed"), timeout=WAIT_MS)
    place = phone.memory.library.files_dir(APPID).parent
    assert place.exists()
    phone.delete(APPID)
    assert not place.exists()
    assert file.exists()
