"""The phone of the stories: as the product builds it, in English, without animations.

A person uses it through its window alone; see `Person` for what they can do.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.permissions.prompts import Prompter
from miniapp_host.phone.phone import Phone
from miniapp_host.shell.kit.theme import set_motion
from miniapp_host.shell.settings.appearance import LanguageChoice
from miniapp_host.testing.miniapp import MiniApp
from tests.conftest import MakePhone
from tests.conftest import OpenProgram as OpenDriven
from tests.program_folder import write_program
from tests.stories.person import Person

AskPerson = Callable[[Phone], Person]
OpenProgram = Callable[..., MiniApp]


@pytest.fixture
def make_phone(make_phone: MakePhone, qtbot: QtBot) -> MakePhone:
    """As everywhere; `moving=True` keeps the animations."""

    def make(
        prompter: Prompter | None = None,
        guard_ms: int = 0,
        version: str = "develop",
        *,
        moving: bool = False,
    ) -> Phone:
        phone = make_phone(prompter, guard_ms, version)
        set_motion(phone.window, moving)
        phone.appearance.choose_language(LanguageChoice.EN)
        qtbot.waitExposed(phone.window)
        return phone

    return make


@pytest.fixture
def at_phone(qtbot: QtBot) -> AskPerson:
    """Somebody at a phone that the story made itself."""

    def sit_down(phone: Phone) -> Person:
        return Person(qtbot, phone)

    return sit_down


@pytest.fixture
def person(phone: Phone, at_phone: AskPerson) -> Person:
    """Somebody at `phone`."""
    return at_phone(phone)


@pytest.fixture
def open_folder(open_folder: OpenDriven, at_phone: AskPerson) -> OpenProgram:
    """Opens a folder on a phone and waits for its first page."""

    def open_it(phone: Phone, folder: Path, page: str | None = None) -> MiniApp:
        return at_phone(phone).at(open_folder(phone, folder, page).program)

    return open_it


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the program of a story lies: the person's own folder."""
    return tmp_path / "program"


@pytest.fixture
def run_on(folder: Path, open_folder: OpenProgram) -> Callable[..., MiniApp]:
    """Writes a program into `folder` and opens it on a phone."""

    def run(phone: Phone, files: Mapping[str, str]) -> MiniApp:
        return open_folder(phone, write_program(folder, files))

    return run


@pytest.fixture
def open_sample(person: Person) -> Callable[[str], MiniApp]:
    """Clicks a sample's row in the launcher and waits for its first page."""
    return person.opens_sample
