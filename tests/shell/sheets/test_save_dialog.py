"""Where a program's file goes on this computer: the person says it, once."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.sheets.save_dialog import SaveDialog
from miniapp_host.texts import Texts
from tests.shell.program_parts import FakeParts


@pytest.fixture
def places() -> list[Path | None]:
    return []


@pytest.mark.parametrize(
    ("name", "shown"), [("hello.txt", "hello.txt"), ("..\u202ecod.exe\n", "cod.exe")]
)
def test_the_programs_name_is_a_suggestion(
    screen: QWidget, places: list[Path | None], name: str, shown: str, tmp_path: Path
) -> None:
    dialog = SaveDialog(screen, "Save file", name, places.append)
    dialog.setDirectory(str(tmp_path))
    dialog.open()
    chosen = dialog.selectedFiles()
    assert [Path(one).name for one in chosen] == [shown]
    dialog.reject()
    assert places == [None]


def test_the_chosen_place_is_told_once(
    screen: QWidget, places: list[Path | None], tmp_path: Path
) -> None:
    dialog = SaveDialog(screen, "Save file", "hello.txt", places.append)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("mine.txt")
    dialog.open()
    dialog.accept()
    assert places == [tmp_path / "mine.txt"]


def test_a_second_question_beside_an_open_one_is_cancelled(
    texts: Texts, places: list[Path | None], qtbot: object
) -> None:
    program = FakeParts(texts).screen()
    program.show()
    program.save_file("a.txt", places.append)
    program.save_file("b.txt", places.append)
    assert places == [None]
    dialogs = program.findChildren(SaveDialog)
    assert len(dialogs) == 1
    dialogs[0].reject()
    assert places == [None, None]
    program.close()
    program.deleteLater()
