"""Whoever opens a program sees its splash at once, whatever the phone has to do first."""

from pathlib import Path

from PySide6.QtCore import QChildEvent, QEvent, QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from miniapp_host.phone.phone import Phone
from tests.conftest import MakePhone
from tests.program_folder import write_program
from tests.stories.conftest import AskPerson
from tests.stories.person import Person


class Painted(QObject):
    """The names of the parts of a phone's screen that were painted, in their order.

    The filter stands on those alone, and only as long as it is needed: one on the application would
    look at what Chromium is taking apart, too.
    """

    def __init__(self, phone: Phone) -> None:
        super().__init__()
        self._watched: list[QObject] = [phone.window.screen_widget]
        self.names: list[str] = []

    def __enter__(self) -> list[str]:
        self._watched[0].installEventFilter(self)
        return self.names

    def __exit__(self, *_problem: object) -> None:
        for watched in filter(isValid, self._watched):
            watched.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QChildEvent) and event.added():
            event.child().installEventFilter(self)
            self._watched.append(event.child())
        elif event.type() is QEvent.Type.Paint:
            self.names.append(watched.objectName())
        return False


def test_the_splash_is_painted_before_the_phone_is_busy(phone: Phone, tmp_path: Path) -> None:
    folder = write_program(tmp_path / "program", {"index.wxml": "<view/>"})
    with Painted(phone) as names:
        phone.open_folder(folder)
    assert "openingSplash" in names  # and no event was handled meanwhile
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


def test_a_folder_that_is_no_program_leaves_the_launcher(person: Person, tmp_path: Path) -> None:
    phone = person.phone
    with Painted(phone) as names:
        phone.launcher.folder_chosen.emit(tmp_path)
    assert "openingSplash" in names
    assert not seen(phone, "openingSplash")
    assert phone.window.front is None
    assert person.sees("modal")


def seen(phone: Phone, name: str) -> bool:
    return any(one.isVisible() for one in phone.window.findChildren(QWidget, name))
