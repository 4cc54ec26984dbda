"""S14: a deletion takes every trace of a program, and no other, in a step that no kill halves."""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from miniapp_host.memory.database import Database
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.programs.storage import ProgramStorage
from tests.guarantees.damage import Rows, content
from tests.guarantees.processes import lines_until_killed, running
from tests.guarantees.tally import Tally, number
from tests.program_folder import write_program
from tests.programs.coming_and_going import APPID, Phone

PROJECT = f'{{"appid": "{APPID}", "projectname": "Mine"}}'


def empty_folders(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_dir() and not any(one.iterdir())]


def copies(folder: Path) -> list[Path]:
    return [one.parent for one in folder.rglob("app.json")]


def faults_of(phone: Phone, last: str, data: Path) -> Iterator[str]:
    """What is wrong after a kill and a new start."""
    traces = phone.traces()
    if phone.database.notice is not None:
        yield phone.database.notice
    if traces["entry"] != traces["folder"]:
        yield "an entry without its folder, or the reverse"
    # Else it was about to come, which takes several steps.
    if (last == "there" or not traces["entry"]) and len(set(traces.values())) != 1:
        yield f"half a program: {traces}"
    if len(copies(data / "programs")) != int(traces["entry"]):
        yield "a copy that belongs to nobody"
    may_be_empty = {data / "programs"}
    if traces["entry"]:  # killed before its first file was in it
        may_be_empty.add(phone.library.files_dir(APPID))
    yield from (
        f"{folder} is empty" for folder in empty_folders(data) if folder not in may_be_empty
    )


def test_a_kill_at_any_moment_leaves_the_program_whole_or_gone(
    tmp_path: Path, tally: Tally
) -> None:
    data, chance = tmp_path / "data", random.Random(5)
    folder = write_program(
        tmp_path / "mine", {"project.config.json": PROJECT, "index.wxml": "<view/>"}
    )
    data.mkdir()
    for _ in range(number(10, 200)):
        with running("tests.programs.coming_and_going", data, folder) as process:
            last = lines_until_killed(process, chance, "there")[-1]
        phone = Phone(data)
        faults = list(faults_of(phone, last, data))
        phone.delete()
        faults += [name for name, there in phone.traces().items() if there]
        phone.database.close()
        tally.add(not faults, faults)


def of_others(database: Database, program: str) -> Rows:
    return [row for row in content(database) if program not in row]


def test_no_byte_of_a_deleted_program_is_left_and_none_of_another_is_touched(
    tmp_path: Path, tally: Tally
) -> None:
    path = tmp_path / "phone.sqlite"
    for each in range(number(20, 200)):
        chance, gone = random.Random(each), f"wx-gone-{each}"
        with closing(Database(path)) as database:
            store, storage = PermissionStore(database), ProgramStorage(database)
            for _ in range(30):
                program = chance.choice([gone, "wx-a", "wx-b"])
                subject = Subject(program, chance.choice(["develop", "release"]))
                decision = chance.choice(list(Decision))
                store.decide(subject, chance.choice(["s", "t"]), decision, Actor.PROMPT)
                storage.set(program, f"key{chance.randrange(3)}", f'"secret of {program}"' * 300)
        quarantine = tmp_path / "quarantine"
        quarantine.mkdir(exist_ok=True)
        (quarantine / "phone-1.sqlite").write_bytes(path.read_bytes())
        with closing(Database(path)) as database:
            before = of_others(database, gone)
            with database.transaction():
                PermissionStore(database).forget(gone)
                ProgramStorage(database).forget(gone)
            database.scrub(gone)  # as the phone does
            same = of_others(database, gone) == content(database) == before
            asks = PermissionStore(database).decisions(Subject(gone, "develop")) == {}
            left = [one for one in tmp_path.rglob("*") if one.is_file() and holds(one, gone)]
        left += [one for one in tmp_path.rglob("*") if one.is_file() and holds(one, gone)]
        tally.add(same and asks and not left, (each, left))


def holds(file: Path, word: str) -> bool:
    return word.encode() in file.read_bytes()
