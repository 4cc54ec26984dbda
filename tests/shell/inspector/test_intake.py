"""What owners announce in a burst reaches a panel in bounded steps, in order, and whole."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from miniapp_host.shell.inspector.follower import MOST_OPEN, Follower
from miniapp_host.shell.inspector.intake import MOST_AT_ONCE, Intake


@dataclass
class Thing:
    number: int
    stage: str | None = None


@dataclass
class Owner:
    """Keeps the newest things, as journal and traffic do."""

    things: list[Thing] = field(default_factory=list)
    begun: int = 0

    def begin(self, stage: str | None = None) -> Thing:
        self.begun += 1
        self.things.append(Thing(self.begun, stage))
        return self.things[-1]

    def newest(self) -> Iterator[Thing]:
        return reversed(self.things)


def stage_of(thing: Thing) -> str | None:
    return thing.stage


def numbers(things: list[Thing]) -> list[int]:
    return [thing.number for thing in things]


def test_a_follower_finds_what_is_new_and_what_has_changed_once() -> None:
    owner = Owner()
    follower = Follower(owner.newest, stage_of)
    open_one, _ = owner.begin("begun"), owner.begin()
    assert numbers(follower.read()) == [1, 2]
    assert follower.read() == []
    open_one.stage = "asked"
    owner.begin()
    assert numbers(follower.read()) == [1, 3]
    open_one.stage = None
    assert numbers(follower.read()) == [1]
    open_one.stage = "again"
    assert follower.read() == []


def test_what_the_owner_has_dropped_is_followed_to_its_end() -> None:
    owner = Owner()
    follower = Follower(owner.newest, stage_of)
    thing = owner.begin("begun")
    follower.read()
    owner.things.clear()
    thing.stage = None
    assert follower.read() == [thing]


def test_a_follower_begins_anew_with_all_that_is_kept() -> None:
    owner = Owner()
    follower = Follower(owner.newest, stage_of)
    owner.begin("begun")
    follower.read()
    follower.begin_anew()
    assert numbers(follower.read()) == [1]


def test_things_that_never_end_are_followed_in_bounded_number() -> None:
    owner = Owner()
    follower = Follower(owner.newest, stage_of)
    for _ in range(3):
        for _ in range(MOST_OPEN):
            owner.begin("for ever")
        follower.read()
        owner.things.clear()
    assert len(follower._open) == MOST_OPEN


def test_an_intake_reads_once_in_a_burst_and_hands_on_a_few_at_a_time(qtbot: QtBot) -> None:
    parent, coming, readings, taken = QObject(), list[int](), list[int](), list[list[int]]()

    def read() -> list[int]:
        found, coming[:] = list(coming), []
        readings.append(len(found))
        return found

    intake = Intake(read, taken.append, parent)
    many = 3 * MOST_AT_ONCE + 1
    for number in range(many):
        coming.append(number)
        intake.tell()
    assert readings == []
    qtbot.waitUntil(lambda: sum(map(len, taken)) == many)
    assert readings == [many]
    assert [len(some) for some in taken] == [MOST_AT_ONCE] * 3 + [1]
    assert [number for some in taken for number in some] == list(range(many))


def test_what_is_told_while_the_rest_is_handed_on_is_read_after_it(qtbot: QtBot) -> None:
    parent, coming, taken = QObject(), list(range(MOST_AT_ONCE + 1)), list[list[int]]()

    def read() -> list[int]:
        found, coming[:] = list(coming), []
        return found

    intake = Intake(read, taken.append, parent)
    intake.go_on()
    coming.append(9999)
    intake.tell()
    qtbot.waitUntil(lambda: bool(taken) and taken[-1] == [9999])


def test_a_stopped_intake_drops_what_waits() -> None:
    parent, taken = QObject(), list[list[int]]()
    intake = Intake(lambda: range(MOST_AT_ONCE + 1), taken.append, parent)
    intake.go_on()
    intake.stop()
    intake.go_on()
    assert [some[0] for some in taken] == [0, 0]
