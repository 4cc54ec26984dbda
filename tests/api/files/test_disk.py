"""saveFileToDisk: a file of the program goes where the person says."""

from pathlib import Path

import pytest

from tests.api.pretend_phone import OpenProgram, Phone


@pytest.fixture
def program(phone: Phone) -> OpenProgram:
    return phone.open(files={"notes/hello.txt": b"hello"})


def test_the_file_is_where_the_person_wanted_it(program: OpenProgram, tmp_path: Path) -> None:
    answers = program.call("saveFileToDisk", {"filePath": "/notes/hello.txt"})
    assert answers == []
    name, on_place = program.screen.saves[-1]
    assert name == "hello.txt"
    on_place(tmp_path / "mine.txt")
    assert answers == [{"errMsg": "saveFileToDisk:ok"}]
    assert (tmp_path / "mine.txt").read_bytes() == b"hello"


def test_no_place_is_a_cancel(program: OpenProgram) -> None:
    answers = program.call("saveFileToDisk", {"filePath": "/notes/hello.txt"})
    program.screen.saves[-1][1](None)
    assert answers == [{"errMsg": "saveFileToDisk:fail cancel", "errno": 1}]


def test_a_place_that_cannot_be_written_is_told(program: OpenProgram, tmp_path: Path) -> None:
    answers = program.call("saveFileToDisk", {"filePath": "/notes/hello.txt"})
    program.screen.saves[-1][1](tmp_path / "no folder" / "mine.txt")
    assert answers == [{"errMsg": "saveFileToDisk:fail fail to save", "errno": 4}]
    assert "could not be written" in program.console[-1][1]


def test_nobody_is_asked_about_a_file_that_is_not_there(program: OpenProgram) -> None:
    message = program.message("saveFileToDisk", {"filePath": "/notes/gone.txt"})
    assert message == "saveFileToDisk:fail file doesn't exist"
    assert program.screen.saves == []


def test_a_program_in_the_background_asks_for_no_place(program: OpenProgram) -> None:
    program.session.in_front = False
    message = program.message("saveFileToDisk", {"filePath": "/notes/hello.txt"})
    assert message == "saveFileToDisk:fail cancel"
    assert program.screen.saves == []
