"""What the phone keeps of a program can be taken back and cleared without deleting it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from miniapp_host.api.calls.privacy import agreement_mark
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.programs.files import ProgramFiles
from miniapp_host.programs.package import Package
from tests.program_folder import write_program

LOCATION, ALBUM = "scope.userLocation", "scope.writePhotosAlbum"
DEVELOP, TRIAL = Subject("wx-a", "develop"), Subject("wx-a", "trial")


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[PhoneMemory]:
    """A phone with a program that was allowed and has stored something, in two versions."""
    memory = PhoneMemory(tmp_path)
    for subject in (DEVELOP, TRIAL):
        memory.store.decide(subject, LOCATION, Decision.GRANTED, Actor.PROMPT)
        files(memory).set_mark(agreement_mark(subject.version))
    memory.store.decide(DEVELOP, ALBUM, Decision.DENIED, Actor.PROMPT)
    memory.storage.set("wx-a", "key", '"value"')
    memory.storage.set("wx-b", "key", '"value"')
    for url in ("wxfile://usr/deep/a.txt", "wxfile://store_b.txt", "wxfile://tmp_c.txt"):
        path = files(memory).resolve(url)
        assert path is not None
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    yield memory
    memory.close()


def files(memory: PhoneMemory) -> ProgramFiles:
    return ProgramFiles(memory.library.files_dir("wx-a"))


def kept(memory: PhoneMemory) -> set[str]:
    folder = memory.library.files_dir("wx-a")
    return {file.name for file in folder.rglob("*") if file.is_file()}


def test_asking_again_takes_back_decisions_and_contract_of_that_version_alone(
    memory: PhoneMemory,
) -> None:
    memory.ask_again(DEVELOP)
    assert memory.store.decisions(DEVELOP) == {}
    assert memory.store.decisions(TRIAL) == {LOCATION: Decision.GRANTED}
    marks = [files(memory).has_mark(agreement_mark(version)) for version in ("develop", "trial")]
    assert marks == [False, True]
    assert memory.storage.get("wx-a", "key") == '"value"'
    last = memory.store.history.last(DEVELOP, ALBUM)
    assert last
    assert last.actor is Actor.SETTINGS


def test_asking_again_where_nothing_was_decided_is_no_error(memory: PhoneMemory) -> None:
    memory.ask_again(Subject("wx-new", "develop"))


def test_where_it_cannot_be_written_everything_stays(memory: PhoneMemory) -> None:
    memory.database.execute("PRAGMA query_only = 1")
    with pytest.raises(StoreError):
        memory.ask_again(DEVELOP)
    with pytest.raises(StoreError):
        memory.clear_data("wx-a")
    memory.database.execute("PRAGMA query_only = 0")
    assert len(memory.store.decisions(DEVELOP)) == 2
    assert files(memory).has_mark(agreement_mark("develop"))
    assert {"a.txt", "b.txt", "c.txt"} <= kept(memory)


def test_clearing_data_empties_storage_and_files_and_keeps_what_was_decided(
    memory: PhoneMemory,
) -> None:
    memory.clear_data("wx-a")
    assert kept(memory) == {agreement_mark("develop"), agreement_mark("trial")}
    assert memory.storage.info("wx-a").keys == ()
    assert memory.storage.get("wx-b", "key") == '"value"'
    assert len(memory.store.decisions(DEVELOP)) == 2
    memory.clear_data("wx-a")


def test_a_folder_with_the_files_of_the_phones_copy_takes_its_place_without_a_word(
    memory: PhoneMemory, tmp_path: Path
) -> None:
    copy = memory.library.install(program_in(tmp_path / "mine"))
    entered, notice = memory.enter(Package.open(tmp_path / "mine"))
    assert (entered.id, entered.folder, notice) == (copy.id, tmp_path / "mine", None)
    assert not copy.folder.exists()


def test_the_copy_itself_is_opened_as_it_is(memory: PhoneMemory, tmp_path: Path) -> None:
    copy = memory.library.install(program_in(tmp_path / "mine"))
    assert memory.enter(Package.open(copy.folder)) == (copy, None)
    assert (copy.folder / "app.json").is_file()


@pytest.mark.parametrize("damaged", [False, True])
def test_a_folder_with_other_files_than_the_copy_is_told(
    memory: PhoneMemory, tmp_path: Path, damaged: bool
) -> None:
    copy = memory.library.install(program_in(tmp_path / "mine"))
    changed = copy.folder / "app.json" if damaged else tmp_path / "mine" / "app.js"
    changed.write_text("{" if damaged else "App({ mine: true })")
    entered, notice = memory.enter(Package.open(tmp_path / "mine"))
    assert entered.folder == tmp_path / "mine"
    assert "appid wx-mine" in str(notice)


def program_in(folder: Path) -> Path:
    return write_program(folder, {"index.wxml": "", "project.config.json": '{"appid": "wx-mine"}'})
