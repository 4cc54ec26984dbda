"""The database as a file: whether it is ours, its quarantine, and the backup beside it.

Knows names, headers and folders, not what is inside or when a backup is due.
"""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from miniapp_host.memory.durable import alone_in, place_file, remove_unfinished, replace_file
from miniapp_host.memory.schema import APPLICATION_ID, VERSION
from miniapp_host.memory.store_error import StoreError
from miniapp_host.paths import make_private

_MAGIC = b"SQLite format 3\x00"
_OUR_SCHEMA = b"CREATE TABLE decisions ("
_COMPANIONS = ("", "-journal", "-wal", "-shm")
_KEPT = 5


class Condition(Enum):
    """What stands at the place of the file before SQLite opens it.

    GONE: nothing, or an empty file, where there was a memory before.
    """

    MISSING = "missing"
    GONE = "gone"
    USABLE = "usable"
    DAMAGED = "damaged"


class MemoryFile:
    """One database file with its backup beside it and its `quarantine/`.

    Unless it `waits_for_disk` a new file may not outlast a power cut.
    """

    def __init__(self, path: Path, *, waits_for_disk: bool = True) -> None:
        self.path = path
        self._waits_for_disk = waits_for_disk
        self.backup = path.with_name(path.name + ".backup")
        self.quarantine = path.parent / "quarantine"

    def clean_up(self) -> None:
        """Remove what a killed phone left half written beside the file."""
        remove_unfinished(self.path)

    def condition(self) -> Condition:
        """What stands there now; nothing is changed.

        Raises StoreError if it is another program's file, one of a newer version, no regular file,
        or cannot be read.
        """
        if not os.path.lexists(self.path):
            return self._when_empty(found=False)
        self._require_regular_file()
        page = self._first_page()
        if not page:
            return self._when_empty(found=True)
        if not page.startswith(_MAGIC):
            return Condition.USABLE if self._has_journal() else Condition.DAMAGED
        return self._judged(page)

    def create(self, write: Callable[[Path], None]) -> None:
        """Let `write` fill a new file that only its owner may read; one that is there stays.

        It appears whole, so that an empty one is always a loss. SQLite gives its journal the same
        mode. Raises StoreError, and whatever `write` raises.
        """
        try:
            place_file(self.path, write, waits=self._waits_for_disk)
        except OSError as error:
            raise _unwritable(error) from error

    def put_away(self) -> None:
        """Move the file and its journals to quarantine; raises StoreError.

        Only the latest few stay there.
        """
        try:
            make_private(self.quarantine)
            name = f"{self.path.stem}-{datetime.now(UTC):%Y%m%dT%H%M%S.%f}{self.path.suffix}"
            for companion in _COMPANIONS:
                source = self.path.with_name(self.path.name + companion)
                if source.exists():
                    source.rename(self.quarantine / (name + companion))
            self._thin_out()
        except OSError as error:
            raise _unwritable(error) from error

    def restore(self) -> bool:
        """Put the backup in the place of the file; False if there is none. Raises StoreError."""
        if not self._has_backup():
            return False
        try:
            replace_file(self.path, self._copy_backup)
        except OSError as error:
            raise _unwritable(error) from error
        return True

    def replace_backup(self, write: Callable[[Path], None]) -> None:
        """Let `write` fill a new backup; raises OSError and whatever `write` raises.

        The old backup stays until the new one is on disk.
        """
        replace_file(self.backup, write)

    def drop_backup(self) -> None:
        """Empty the backup, if there is one; raises OSError.

        An empty backup still tells that there was a memory.
        """
        if self.backup.exists():
            with self.backup.open("rb+") as stream:
                stream.truncate()
                os.fsync(stream.fileno())

    def drop_quarantine(self) -> None:
        """Remove the damaged files that were put away; raises OSError."""
        if self.quarantine.exists():
            shutil.rmtree(self.quarantine)

    def backup_is_behind(self) -> bool:
        """Whether the file changed after its backup was made, as after a crash."""
        try:
            backup = self.backup.stat()
            return not backup.st_size or backup.st_mtime_ns <= self.path.stat().st_mtime_ns
        except FileNotFoundError:
            return True

    @contextmanager
    def turn(self, seconds: float) -> Iterator[None]:
        """Wait in line for the right to begin a change, `seconds` at most; raises StoreError.

        SQLite has no line: whoever writes without pause keeps others out for seconds.
        """
        with ExitStack() as line:
            try:
                line.enter_context(alone_in(self.path.parent, seconds))
            except OSError as error:
                raise _unwritable(error) from error
            yield

    def _when_empty(self, found: bool) -> Condition:
        """What it means that there is no file, or an empty one that was `found`.

        DAMAGED if a journal would be rolled back into what takes the file's place: SQLite does so
        with whatever file it finds; beside an empty one it removes the journal.
        """
        if not found and not self.backup.is_file():
            return Condition.MISSING
        return Condition.DAMAGED if self._has_journal() else Condition.GONE

    def _has_backup(self) -> bool:
        return self.backup.is_file() and self.backup.stat().st_size > 0

    def _require_regular_file(self) -> None:
        # A FIFO would block for ever, and a dangling link would create a file somewhere else.
        try:
            regular = stat.S_ISREG(self.path.stat().st_mode)
        except OSError:
            regular = False
        if not regular:
            raise StoreError(
                "Something that is no file stands where the phone keeps its memory.",
                "Move it away and start again.",
                str(self.path),
            )

    def _first_page(self) -> bytes:
        try:
            with self.path.open("rb") as stream:
                return stream.read(4096)
        except OSError as error:
            raise _unwritable(error) from error

    def _judged(self, page: bytes) -> Condition:
        # Offsets of the header in SQLite's file format: 60 is user_version, 68 application_id.
        application = int.from_bytes(page[68:72], "big")
        version = int.from_bytes(page[60:64], "big")
        if application != APPLICATION_ID:
            if _OUR_SCHEMA in page:
                return Condition.DAMAGED
            raise StoreError(
                "The file where the phone keeps its memory belongs to another program.",
                "Move it away and start again.",
                str(self.path),
            )
        if version > VERSION:
            raise StoreError(
                "The phone's memory was made by a newer version of MiniApp Host.",
                "Update MiniApp Host; nothing was changed.",
                str(self.path),
            )
        return Condition.USABLE if version and self._is_whole(page) else Condition.DAMAGED

    def _is_whole(self, page: bytes) -> bool:
        """Whether the file is as long as its header says.

        SQLite reads what a truncated last page lacks as zeros and reports nothing.
        """
        size = int.from_bytes(page[16:18], "big")
        return self._has_journal() or (size > 1 and self.path.stat().st_size % size == 0)

    def _has_journal(self) -> bool:
        journal = self.path.with_name(self.path.name + "-journal")
        try:
            return stat.S_ISREG(journal.stat().st_mode) and journal.stat().st_size > 0
        except FileNotFoundError:  # also when another process has just committed
            return False

    def _copy_backup(self, target: Path) -> None:
        shutil.copyfile(self.backup, target)

    def _thin_out(self) -> None:
        kept = sorted(self.quarantine.glob(f"{self.path.stem}-*{self.path.suffix}"))
        for file in kept[:-_KEPT]:
            for companion in _COMPANIONS:
                file.with_name(file.name + companion).unlink(missing_ok=True)


def _unwritable(error: OSError) -> StoreError:
    return StoreError(
        "The phone's memory cannot be written.",
        "Check that its folder exists and belongs to you.",
        str(error),
    )
