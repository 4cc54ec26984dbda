"""What every test stands on: an offscreen Qt, a quiet Chromium, and a phone built as the product's.

Guards only: unexpected warnings, log lines, Qt messages and leftover windows fail a test.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault(
    "QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-gpu --disable-audio-output"
)

os.environ["LC_ALL"] = "C.UTF-8"  # what is said on the terminal follows the locale

import logging
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.logging import Record
from pytestqt.qtbot import QtBot

from miniapp_host.permissions.prompts import Prompter
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone, build
from miniapp_host.phone.qt_application import prepare_qt
from tests.driver import PageDriver
from tests.program_folder import write_program

prepare_qt()

# A slow machine is no fault: speed is measured by the benchmark.
settings.register_profile("any_machine", deadline=None)
settings.load_profile("any_machine")


PHASES: tuple[Literal["setup", "call", "teardown"], ...] = ("setup", "call", "teardown")


@pytest.fixture(autouse=True)
def nothing_unexpected(
    caplog: pytest.LogCaptureFixture, qtlog: Any, request: pytest.FixtureRequest
) -> Iterator[None]:
    """Warnings that nobody waited for and windows left open fail, also while fixtures come and go.

    Mark `expects_log` where a warning is due.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    for one in windows:
        one.close()
    assert not windows, f"windows left open: {windows}"
    qt_lines = [one.message for one in qtlog.records if _is_warning(one)]
    assert not qt_lines, f"unexpected Qt messages: {qt_lines}"
    if request.node.get_closest_marker("expects_log"):
        return
    records = [record for phase in PHASES for record in caplog.get_records(phase)]
    loud = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not loud, f"unexpected log lines: {loud}"


def _is_warning(record: Record) -> bool:
    return record.matches_level("WARNING") and not record.ignored


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data folder of the test's own."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


MakePhone = Callable[..., Phone]
OpenProgram = Callable[..., PageDriver]


@pytest.fixture
def make_phone(qtbot: QtBot, data_dir: Path) -> Iterator[MakePhone]:
    """Builds phones over one data folder, as restarts of one phone; each is closed at the end.

    Allow takes clicks at once unless `guard_ms` says otherwise.
    """
    phones: list[Phone] = []

    def make(
        prompter: Prompter | None = None, guard_ms: int = 0, version: str = "develop"
    ) -> Phone:
        phone = build(Options(data_dir=data_dir, version=version), prompter, guard_ms)
        qtbot.addWidget(phone.window)
        phone.window.show()
        phones.append(phone)
        return phone

    yield make
    for phone in phones:
        phone.close()


@pytest.fixture
def phone(make_phone: MakePhone) -> Phone:
    """One phone on the screen."""
    return make_phone()


@pytest.fixture
def open_folder(qtbot: QtBot) -> OpenProgram:
    """Opens a folder on a phone and waits for its first page."""

    def open_it(phone: Phone, folder: Path, page: str | None = None) -> PageDriver:
        program = phone.open_folder(folder, page)
        with qtbot.waitSignal(program.page_shown, timeout=20_000):
            pass
        return PageDriver(qtbot, program)

    return open_it


@pytest.fixture
def run_program(phone: Phone, tmp_path: Path, open_folder: OpenProgram) -> OpenProgram:
    """Writes a program from `{path: text}` and opens it; see `write_program` for the defaults."""

    def run(files: Mapping[str, str], page: str | None = None) -> PageDriver:
        return open_folder(phone, write_program(tmp_path / "program", files), page)

    return run
