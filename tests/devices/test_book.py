from pathlib import Path

import pytest

from miniapp_host.devices.book import LONGEST_VALUE, MOST_ENTRIES, Book
from miniapp_host.devices.books import ADDRESSES, CONTACTS, INVOICE_TITLES, Books
from miniapp_host.devices.preferences import Preferences, PreferencesError


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "preferences.json")


def test_a_new_phone_has_its_starters(preferences: Preferences) -> None:
    books = Books.of(preferences)
    for book in (books.addresses, books.invoice_titles, books.invoices):
        assert len(book.entries) == 2
        assert all(not book.kind.missing(entry) for entry in book.entries)
    assert books.contacts.entries == books.events.entries == ()


def test_what_is_added_is_there_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    Book(Preferences(file), CONTACTS).add({"firstName": "Wang"})
    (entry,) = Book(Preferences(file), CONTACTS).entries
    assert entry["firstName"] == "Wang"


def test_entries_are_replaced_and_removed(preferences: Preferences) -> None:
    book = Book(preferences, ADDRESSES)
    book.replace(0, {**book.entries[0], "userName": "Wang"})
    assert [entry["userName"] for entry in book.entries] == ["Wang", "李四"]
    book.remove(1)
    book.remove(0)
    assert book.entries == ()


def test_each_change_is_announced(preferences: Preferences) -> None:
    book = Book(preferences, CONTACTS)
    heard: list[int] = []
    unwatch = book.watch(lambda changed: heard.append(len(changed.entries)))
    book.add({"firstName": "A"})
    book.remove(0)
    unwatch()
    book.add({"firstName": "B"})
    assert heard == [1, 0]


def test_an_entry_has_the_kinds_fields_and_no_others(preferences: Preferences) -> None:
    book = Book(preferences, INVOICE_TITLES)
    book.add({"title": "x" * 9999, "type": "7", "other": "y", "taxNumber": 5})
    entry = book.entries[-1]
    assert set(entry) == {line.name for line in INVOICE_TITLES.lines}
    assert (len(entry["title"]), entry["type"], entry["taxNumber"]) == (LONGEST_VALUE, "0", "")


def test_a_flood_of_entries_is_bounded(preferences: Preferences) -> None:
    preferences.set(CONTACTS.key, [{"firstName": str(number)} for number in range(MOST_ENTRIES)])
    book = Book(preferences, CONTACTS)
    book.add({"firstName": "last"})
    assert len(book.entries) == MOST_ENTRIES
    assert (book.entries[0]["firstName"], book.entries[-1]["firstName"]) == ("1", "last")


@pytest.mark.parametrize("damage", ["text", {"a": 1}, 7, None])
def test_what_somebody_else_wrote_counts_as_not_set(
    preferences: Preferences, damage: object
) -> None:
    preferences.set(ADDRESSES.key, damage)
    assert Book(preferences, ADDRESSES).entries == ADDRESSES.starters
    preferences.set(ADDRESSES.key, [1, {"userName": 5}])
    (entry,) = Book(preferences, ADDRESSES).entries
    assert entry["userName"] == ""


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    class FullDisk(Preferences):
        def set(self, key: str, value: object) -> None:
            raise PreferencesError("full")

    book = Book(FullDisk(tmp_path / "preferences.json"), ADDRESSES)
    heard: list[Book] = []
    book.watch(heard.append)
    with pytest.raises(PreferencesError):
        book.add({"userName": "Wang"})
    assert book.entries == ADDRESSES.starters
    assert heard == []
