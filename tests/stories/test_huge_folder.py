"""A folder of very many files: read once, beside the window, with a way to stop it."""

import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event, get_ident, main_thread

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.phone.arrivals import Arrivals
from miniapp_host.phone.phone import Phone
from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.shell.sheets.reading_sheet import ReadingSheet
from tests.program_folder import write_program

WAIT_MS = 15_000


class Impatient(Arrivals):
    """Shows the progress of whatever is not there in the very turn."""

    at_once_ms = 0
    patience_ms = 0


@pytest.fixture
def huge(tmp_path: Path) -> Path:
    folder = write_program(tmp_path / "atlas", {"index.wxml": "<view/>"})
    for tile in range(200):
        place = folder / "tiles" / f"{tile}"
        place.mkdir(parents=True)
        for number in range(20):
            (place / f"{number}.png").touch()
    return folder


class Gate:
    """Holds back whoever lists a folder in another thread, until it is opened."""

    def __init__(self, folder: Path) -> None:
        self.opened = Event()
        self._folder = str(folder)
        sys.addaudithook(self._hear)  # can't be taken away again

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        beside = get_ident() != main_thread().ident
        if event == "os.scandir" and beside and str(arguments[0]).startswith(self._folder):
            self.opened.wait(WAIT_MS / 1000)


@pytest.fixture
def gate(huge: Path) -> Iterator[Gate]:
    made = Gate(huge)
    yield made
    made.opened.set()


@pytest.fixture
def arrivals(phone: Phone) -> Impatient:
    made = Impatient(phone.memory, lambda: phone.programs, phone.window, phone.texts, phone)
    made.problem_found.connect(phone.show_problem)
    return made


def face(folder: Path) -> ProgramFace:
    return ProgramFace("atlas", folder.name)


def sheet(phone: Phone) -> ReadingSheet | None:
    return phone.window.findChild(ReadingSheet)


def covered(phone: Phone) -> bool:
    found = phone.window.findChildren(QWidget, "openingSplash")
    return any(one.isVisible() for one in found)


def test_it_opens_behind_its_splash_and_shows_how_many_files_there_are(
    phone: Phone, arrivals: Impatient, huge: Path, gate: Gate, qtbot: QtBot
) -> None:
    arrivals.open_folder(huge, face(huge))
    assert covered(phone)
    assert phone.running == {}
    qtbot.waitUntil(lambda: sheet(phone) is not None, timeout=WAIT_MS)
    shown = sheet(phone)
    assert shown is not None
    assert shown.accessibleName() == "Reading atlas"
    gate.opened.set()
    qtbot.waitUntil(lambda: phone.window.front is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: sheet(phone) is None, timeout=WAIT_MS)
    assert not covered(phone)
    arrivals.close()


def test_it_can_be_stopped_and_nothing_opens(
    phone: Phone, arrivals: Impatient, huge: Path, gate: Gate, qtbot: QtBot
) -> None:
    before = len(phone.memory.library.programs())
    arrivals.open_folder(huge, face(huge))
    qtbot.waitUntil(lambda: sheet(phone) is not None, timeout=WAIT_MS)
    shown = sheet(phone)
    assert shown is not None
    cancel = shown.findChild(QWidget, "readingCancel")
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    gate.opened.set()
    qtbot.waitUntil(lambda: not covered(phone), timeout=WAIT_MS)
    assert phone.running == {}
    assert len(phone.memory.library.programs()) == before


def test_what_is_wrong_with_it_is_told(
    phone: Phone, arrivals: Impatient, huge: Path, qtbot: QtBot
) -> None:
    (huge / "app.json").write_text("{", "utf-8")
    arrivals.open_folder(huge, face(huge))
    qtbot.waitUntil(lambda: phone.window.findChild(QWidget, "modal") is not None, timeout=WAIT_MS)
    assert not covered(phone)
    assert phone.running == {}


def test_several_come_one_after_the_other(
    phone: Phone, arrivals: Impatient, huge: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = write_program(tmp_path / "other", {"index.wxml": "<view/>"})
    arrivals.open_folder(huge, face(huge))
    arrivals.open_folder(other, face(other))
    qtbot.waitUntil(lambda: len(phone.running) == 2, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not covered(phone), timeout=WAIT_MS)


def test_a_phone_that_closes_meanwhile_waits_for_no_file(
    arrivals: Impatient, huge: Path, phone: Phone
) -> None:
    arrivals.open_folder(huge, face(huge))
    arrivals.close()
    assert not covered(phone)
    assert phone.running == {}


def test_its_files_are_looked_for_once_to_open_it_and_once_to_watch_it(
    phone: Phone, huge: Path, qtbot: QtBot
) -> None:
    seen: Counter[str] = Counter()
    listening = True

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if listening and event == "os.scandir":
            seen[str(arguments[0])] += 1

    sys.addaudithook(hear)  # can't be taken away again
    program = phone.open_folder(huge)
    with qtbot.waitSignal(program.folder_saved):
        QTimer.singleShot(15, partial((huge / "app.js").write_text, "App({later: true})"))
    listening = False
    assert seen[str(huge / "tiles" / "0")] <= 4  # to open it, to watch it; and to open it again
