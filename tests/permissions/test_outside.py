"""What another process decides is looked for; what is in the way is told once, or not at all."""

from collections.abc import Iterator

import pytest

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.outside import Outside
from miniapp_host.permissions.store import PermissionStore

PASSING = StoreError("Another window is using the phone's memory.", "Try again in a moment.")
LASTING = StoreError("The disk could not be read or written.", "Check the disk, then try again.")
OTHER = StoreError("The disk is full.", "Free some space and try again.")


class WornDisk(PermissionStore):
    """Fails as it is told."""

    fault: StoreError | None = None

    def announce_outside_changes(self) -> None:
        if self.fault is not None:
            raise self.fault


@pytest.fixture
def store() -> Iterator[WornDisk]:
    database = Database(None)
    yield WornDisk(database)
    database.close()


def test_what_lasts_is_told_once_until_a_look_succeeds(store: WornDisk) -> None:
    told: list[StoreError] = []
    outside = Outside(store, told.append)
    for fault in (LASTING, LASTING, PASSING, LASTING, OTHER, OTHER, None, OTHER):
        store.fault = fault
        outside.look()
    assert told == [LASTING, OTHER, OTHER]


def test_what_passes_is_not_told(store: WornDisk) -> None:
    told: list[StoreError] = []
    outside = Outside(store, told.append)
    store.fault = PASSING
    outside.look()
    outside.look()
    assert told == []
