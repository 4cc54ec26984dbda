"""Whoever opens a program sees its splash at once, whatever the phone has to do first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from miniapp_host.phone.phone import Phone
from tests.conftest import MakePhone
from tests.program_folder import write_program
from tests.stories.conftest import AskPerson
from tests.stories.person import Person


class Painted(QObject):
    """The names of the widgets that were painted, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.names.append(watched.objectName())
        return False


@pytest.fixture
def painted(qapp: QApplication) -> Iterator[Painted]:
    watch = Painted()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def test_the_splash_is_painted_before_the_phone_is_busy(
    phone: Phone, painted: Painted, tmp_path: Path
) -> None:
    phone.open_folder(write_program(tmp_path / "program", {"index.wxml": "<view/>"}))
    assert "openingSplash" in painted.names  # and no event was handled meanwhile
    assert not seen(phone, "openingSplash")
    assert seen(phone, "splash")


def test_the_program_stands_where_the_splash_was(
    make_phone: MakePhone, at_phone: AskPerson, tmp_path: Path
) -> None:
    phone = make_phone(moving=True)
    program = phone.open_folder(write_program(tmp_path / "program", {"index.wxml": "<view/>"}))
    assert program.screen.y() == 0
    phone.window.leave_program()
    at_phone(phone).wait(lambda: not program.screen.isVisible(), "it has sunk")
    phone.open(program.id)
    assert program.screen.y() > 0  # one that runs rises


def test_a_folder_that_is_no_program_leaves_the_launcher(
    person: Person, painted: Painted, tmp_path: Path
) -> None:
    phone = person.phone
    phone.launcher.folder_chosen.emit(tmp_path)
    assert "openingSplash" in painted.names
    assert not seen(phone, "openingSplash")
    assert phone.window.front is None
    assert person.sees("modal")


def seen(phone: Phone, name: str) -> bool:
    return any(one.isVisible() for one in phone.window.findChildren(QWidget, name))
