"""What a program stores is its own, is kept, and has its limits."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miniapp_host.memory.database import Database
from miniapp_host.programs.storage import (
    ENTRY_LIMIT,
    MOST_KEYS,
    PROGRAM_LIMIT,
    ProgramStorage,
    StorageChange,
    StorageFull,
)


@pytest.fixture
def storage() -> Iterator[ProgramStorage]:
    with closing(Database(None)) as database:
        yield ProgramStorage(database)


def test_what_was_never_stored_is_none(storage: ProgramStorage) -> None:
    assert storage.get("wx1", "key") is None
    assert storage.info("wx1") == ((), 0, 10 * 1024)


def test_a_value_is_read_back_and_replaced(storage: ProgramStorage) -> None:
    storage.set("wx1", "key", '{"a":1}')
    storage.set("wx1", "key", '["b"]')
    assert storage.get("wx1", "key") == '["b"]'


def test_values_outlive_the_phone(tmp_path: Path) -> None:
    for expected in (None, "1"):
        with closing(Database(tmp_path / "phone.sqlite")) as database:
            storage = ProgramStorage(database)
            assert storage.get("wx1", "key") == expected
            storage.set("wx1", "key", "1")


def test_programs_do_not_share_keys(storage: ProgramStorage) -> None:
    storage.set("wx1", "key", "1")
    storage.set("wx2", "key", "2")
    storage.clear("wx2")
    assert storage.get("wx1", "key") == "1"
    assert storage.get("wx2", "key") is None


def test_one_key_can_be_removed(storage: ProgramStorage) -> None:
    storage.set("wx1", "one", "1")
    storage.set("wx1", "two", "2")
    storage.remove("wx1", "one")
    storage.remove("wx1", "never there")
    assert storage.info("wx1").keys == ("two",)


def test_keys_are_listed_in_the_order_they_came(storage: ProgramStorage) -> None:
    for key in ("b", "a", "c", "b"):
        storage.set("wx1", key, "0")
    assert storage.info("wx1").keys == ("b", "a", "c")


def test_the_size_in_use_is_told_in_kilobytes_rounded_up(storage: ProgramStorage) -> None:
    storage.set("wx1", "k", "1")
    assert storage.info("wx1").current_size == 1
    storage.set("wx1", "k", '"' + "x" * 2046 + '"')
    assert storage.info("wx1").current_size == 3


def test_an_entry_beyond_a_megabyte_is_refused_and_the_old_value_stays(
    storage: ProgramStorage,
) -> None:
    storage.set("wx1", "k", "x" * (ENTRY_LIMIT - 1))
    with pytest.raises(StorageFull, match="entry size limit"):
        storage.set("wx1", "k", "y" * ENTRY_LIMIT)
    assert storage.get("wx1", "k") == "x" * (ENTRY_LIMIT - 1)


def test_the_limit_counts_bytes_not_characters(storage: ProgramStorage) -> None:
    with pytest.raises(StorageFull):
        storage.set("wx1", "k", "字" * (ENTRY_LIMIT // 3 + 1))


def test_ten_megabytes_are_the_end_but_a_value_may_still_be_replaced(
    storage: ProgramStorage,
) -> None:
    for number in range(PROGRAM_LIMIT // ENTRY_LIMIT):
        storage.set("wx1", f"{number:04}", "x" * (ENTRY_LIMIT - 4))
    with pytest.raises(StorageFull, match="exceed storage max size"):
        storage.set("wx1", "one more", "")
    storage.set("wx1", "0000", "y" * (ENTRY_LIMIT - 4))
    assert storage.info("wx1").current_size == storage.info("wx1").limit == 10 * 1024
    storage.set("wx2", "another program", "1")


json_like = st.text(st.characters(), max_size=20)


@given(json_like, json_like)
def test_any_text_of_javascript_comes_back_as_it_was(key: str, value: str) -> None:
    with closing(Database(None)) as database:
        storage = ProgramStorage(database)
        storage.set("wx1", key, value)
        assert storage.get("wx1", key) == value
        assert storage.info("wx1").keys == (key,)


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "\x00", "é", "e\u0301", "😀"])
def test_even_half_a_character_comes_back_as_it_was(storage: ProgramStorage, text: str) -> None:
    storage.set("wx1", text, f'"{text}"')
    assert storage.get("wx1", text) == f'"{text}"'
    assert storage.info("wx1").keys == (text,)


def test_forgetting_a_program_takes_its_values_out_of_the_backup_too(tmp_path: Path) -> None:
    path = tmp_path / "phone.sqlite"
    with closing(Database(path)) as database:
        ProgramStorage(database).set("wx1", "key", '"secret"')
    with closing(Database(path)) as database:
        ProgramStorage(database).forget("wx1")
        assert (tmp_path / "phone.sqlite.backup").read_bytes() == b""
    assert b"secret" not in path.read_bytes()
    assert b"secret" not in (tmp_path / "phone.sqlite.backup").read_bytes()


def test_who_watches_hears_of_every_change(storage: ProgramStorage) -> None:
    heard: list[StorageChange] = []
    unwatch = storage.watch(heard.append)
    storage.set("wx1", "key", "1")
    storage.remove("wx1", "key")
    storage.clear("wx2")
    storage.forget("wx1")
    unwatch()
    storage.set("wx1", "key", "2")
    assert heard == [
        StorageChange("wx1", "key"),
        StorageChange("wx1", "key"),
        StorageChange("wx2", None),
        StorageChange("wx1", None),
    ]


def test_a_change_is_there_when_it_is_heard_of(storage: ProgramStorage) -> None:
    found: list[str | None] = []
    storage.watch(lambda change: found.append(storage.get(change.program, change.key or "")))
    storage.set("wx1", "key", "1")
    assert found == ["1"]


def test_what_finds_no_room_is_no_change(storage: ProgramStorage) -> None:
    heard: list[StorageChange] = []
    storage.watch(heard.append)
    with pytest.raises(StorageFull):
        storage.set("wx1", "key", "x" * ENTRY_LIMIT)
    assert heard == []


def test_entries_are_a_programs_own_in_the_order_they_came(storage: ProgramStorage) -> None:
    for key in ("b", "a", "\ud800"):
        storage.set("wx1", key, f'"{key}"')
    storage.set("wx2", "c", "3")
    storage.set("wx1", "b", "4")
    assert storage.entries("wx1") == (("b", "4"), ("a", '"a"'), ("\ud800", '"\ud800"'))


LARGE = '"' + "x" * 900_000 + '"'


def test_the_room_is_counted_right_through_all_changes(storage: ProgramStorage) -> None:
    for n in range(11):
        storage.set("wx1", f"a{n}", LARGE)
    with pytest.raises(StorageFull):
        storage.set("wx1", "b", LARGE)
    storage.remove("wx1", "a0")
    storage.remove("wx1", "never there")
    storage.set("wx1", "a1", "1")
    for name in "bc":
        storage.set("wx1", name, LARGE)
    with pytest.raises(StorageFull):
        storage.set("wx1", "d", LARGE)
    storage.clear("wx1")
    for n in range(11):
        storage.set("wx1", f"e{n}", LARGE)


def test_the_number_of_keys_has_a_bound_that_says_itself(storage: ProgramStorage) -> None:
    for number in range(MOST_KEYS):
        storage.set("wx1", f"key {number}", "1")
    with pytest.raises(StorageFull, match=f"exceed storage max key count {MOST_KEYS}"):
        storage.set("wx1", "one more", "1")
    storage.set("wx1", "key 0", '"replaced"')
    storage.set("wx2", "of another program", "1")
    storage.remove("wx1", "key 1")
    storage.set("wx1", "one more", "1")
    assert len(storage.info("wx1").keys) == MOST_KEYS
