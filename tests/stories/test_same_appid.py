"""Two folders with one appid are one program: the phone says so, and shows the one just opened."""

import json
from pathlib import Path

from miniapp_host.permissions.decisions import Decision
from tests.program_folder import write_program
from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PROMPT, Person

APPID = json.dumps({"appid": "wx00000000000000aa", "projectname": "Twin"})
LOCATE = {"locate": "wx.getLocation(told)"}


def twin(folder: Path, name: str) -> Path:
    said = asking_program(LOCATE, on_load=f"say('{name}')", files={"project.config.json": APPID})
    return write_program(folder / name, said)


def test_the_second_folder_is_shown_shares_the_decisions_and_the_person_is_told(
    open_folder: OpenProgram, person: Person, tmp_path: Path
) -> None:
    first = open_folder(person.phone, twin(tmp_path, "first"))
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(first, "first", "getLocation:ok")

    second = person.at(person.phone.open_folder(twin(tmp_path, "second")))
    person.waits_for("modal")
    assert "wx00000000000000aa" in person.reads("modalContent")
    assert str(tmp_path / "first") in person.reads("modalContent")
    person.clicks("modalConfirm")
    wait_heard(second, "second")
    person.miniapp.tap("#locate")
    wait_heard(second, "second", "getLocation:ok")
    assert not person.sees(PROMPT)
    assert len(person.phone.running) == 1
    assert person.phone.store.decisions(second.program.subject) == {
        "scope.userLocation": Decision.GRANTED
    }


def test_the_person_can_read_it_though_the_first_page_asks_at_once(
    open_folder: OpenProgram, person: Person, tmp_path: Path
) -> None:
    open_folder(person.phone, twin(tmp_path, "first"))
    asks = asking_program(on_load="wx.getLocation(told)", files={"project.config.json": APPID})
    second = open_folder(person.phone, write_program(tmp_path / "second", asks))
    person.wait(lambda: person.sees(PROMPT), "the prompt beneath")
    person.waits_for("modalContent")
    assert "wx00000000000000aa" in person.reads("modalContent")
    person.clicks("modalConfirm")
    person.prompt.allow()
    wait_heard(second, "getLocation:ok")
