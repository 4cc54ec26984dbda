"""Looks now and then for what another process decided about the programs, and announces it."""

from collections.abc import Callable

from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.store import PermissionStore


class Outside:
    """Each `look` announces through the store what was decided since the last one."""

    def __init__(
        self, store: PermissionStore, on_store_error: Callable[[StoreError], None]
    ) -> None:
        self._store = store
        self._on_store_error = on_store_error
        self._told: str | None = None

    def look(self) -> None:
        """Announce what was decided since the last look.

        An error is reported once until a look succeeds; one that will pass by itself is not.
        """
        try:
            self._store.announce_outside_changes()
        except StoreError as error:
            if not error.is_passing and str(error) != self._told:
                self._told = str(error)
                self._on_store_error(error)
        else:
            self._told = None
