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
from tests.conftest import MakePhone, OpenProgram
from tests.driver import PageDriver
from tests.program_folder import write_program
from tests.stories.person import Person

AskPerson = Callable[[Phone], Person]


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
def folder(tmp_path: Path) -> Path:
    """Where the program of a story lies: the person's own folder."""
    return tmp_path / "program"


@pytest.fixture
def run_on(folder: Path, open_folder: OpenProgram) -> Callable[..., PageDriver]:
    """Writes a program into `folder` and opens it on a phone."""

    def run(phone: Phone, files: Mapping[str, str]) -> PageDriver:
        return open_folder(phone, write_program(folder, files))

    return run


@pytest.fixture
def open_sample(person: Person) -> Callable[[str], PageDriver]:
    """Clicks a sample's row in the launcher and waits for its first page."""
    return person.opens_sample
