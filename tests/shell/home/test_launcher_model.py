"""The launcher's rows: the library's programs, each change announced exactly."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from miniapp_host.memory.store_error import StoreError
from miniapp_host.shell.home.launcher_model import LauncherModel, Role
from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.watchers import Watchers


@dataclass(frozen=True)
class FakeProgram:
    id: str
    name: str
    icon: Path | None = None
    owned: bool = True
    last_used: datetime | None = None


class FakeShelf:
    """A library in memory; `put` announces as the real one does, `fault` keeps it from reading."""

    fault: StoreError | None = None

    def __init__(self, *programs: FakeProgram) -> None:
        self.listed = programs
        self.watchers: Watchers[str] = Watchers()

    def programs(self) -> tuple[FakeProgram, ...]:
        if self.fault is not None:
            raise self.fault
        return self.listed

    def watch(self, callback):  # type: ignore[no-untyped-def]
        return self.watchers.watch(callback)

    def put(self, *programs: FakeProgram) -> None:
        self.listed = programs
        self.watchers.announce("some program")


A, B, C = (FakeProgram(f"wx{name}", name) for name in "ABC")


@pytest.fixture
def shelf() -> FakeShelf:
    return FakeShelf(A, B, C)


@pytest.fixture
def model(shelf: FakeShelf, qtmodeltester: ModelTester) -> LauncherModel:
    made = LauncherModel(shelf)
    qtmodeltester.check(made)
    return made


def names(model: LauncherModel) -> str:
    return "".join(model.index(row).data() for row in range(model.rowCount()))


class Heard:
    """Every announcement of a model, in order."""

    def __init__(self, model: LauncherModel) -> None:
        self.said: list[str] = []
        model.rowsInserted.connect(lambda _p, first, last: self.said.append(f"+{first}-{last}"))
        model.rowsRemoved.connect(lambda _p, first, last: self.said.append(f"-{first}-{last}"))
        model.rowsMoved.connect(lambda _p, first, _l, _q, to: self.said.append(f"{first}>{to}"))
        model.dataChanged.connect(lambda first, last, _r: self.said.append(f"~{first.row()}"))
        model.modelReset.connect(lambda: self.said.append("reset"))


def test_a_row_tells_what_the_library_knows(model: LauncherModel, shelf: FakeShelf) -> None:
    used = datetime(2026, 1, 1, tzinfo=UTC)
    shelf.put(replace(A, last_used=used, owned=False), B, C)
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.DisplayRole) == "A"
    assert index.data(Role.FACE) == ProgramFace("wxA", "A")
    assert index.data(Role.LAST_USED) == used
    assert index.data(Role.OWNED) is False
    assert index.data(Role.RUNNING) is False


@pytest.mark.parametrize(
    ("programs", "announced"),
    [
        ((B, C), ["-0-0"]),
        ((A, C), ["-1-1"]),
        ((), ["-2-2", "-1-1", "-0-0"]),
        ((C, A, B), ["2>0"]),
        ((A, B, C), []),
        ((A, FakeProgram("wxD", "D"), B, C), ["+1-1"]),
        ((A, FakeProgram("wxB", "Better"), C), ["~1"]),
        ((C, FakeProgram("wxD", "D"), A), ["-1-1", "1>0", "+1-1"]),
    ],
)
def test_each_change_is_announced_exactly(
    model: LauncherModel,
    shelf: FakeShelf,
    qtmodeltester: ModelTester,
    programs: tuple[FakeProgram, ...],
    announced: list[str],
) -> None:
    heard = Heard(model)
    shelf.put(*programs)
    assert heard.said == announced
    assert names(model) == "".join(program.name for program in programs)
    qtmodeltester.check(model)


def test_only_the_rows_that_start_or_stop_are_redrawn(model: LauncherModel) -> None:
    heard = Heard(model)
    model.set_running(frozenset({"wxA", "wxC", "unknown"}))
    model.set_running(frozenset({"wxC"}))
    assert heard.said == ["~0", "~2", "~0"]
    assert [model.index(row).data(Role.RUNNING) for row in range(3)] == [False, False, True]


def test_a_closed_model_hears_nothing(model: LauncherModel, shelf: FakeShelf, qtbot: QtBot) -> None:
    model.close()
    with qtbot.assertNotEmitted(model.rowsRemoved):
        shelf.put()


def test_rows_stay_while_the_library_cannot_be_read_and_come_when_it_can(
    shelf: FakeShelf, qtbot: QtBot
) -> None:
    model = LauncherModel(shelf)
    shelf.fault = StoreError(
        "Another window is using the phone's memory.", "Try again in a moment."
    )
    with qtbot.assertNotEmitted(model.failed):
        shelf.put(A)
    assert model.rowCount() == 3
    shelf.fault = None
    qtbot.waitUntil(lambda: model.rowCount() == 1)


def test_a_library_that_stays_unreadable_is_told(shelf: FakeShelf, qtbot: QtBot) -> None:
    model = LauncherModel(shelf)
    shelf.fault = StoreError("The phone's memory is damaged.", "Restart the phone to repair it.")
    with qtbot.waitSignal(model.failed) as failed:
        shelf.put(A)
    assert failed.args == [shelf.fault]
    assert model.rowCount() == 3
