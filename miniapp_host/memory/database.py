"""The phone's memory: one SQLite file for decisions, storage and the library.

Gives statements, transactions and the backup. Opening and repair are in `recovery`; what rows mean
is the stores' business.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from miniapp_host.memory import recovery
from miniapp_host.memory.memory_file import MemoryFile
from miniapp_host.memory.store_error import StoreError, explained
from miniapp_host.texts import Sentence

PATIENT_SECONDS = 5.0

_log = logging.getLogger(__name__)


class Database:
    """The one connection of this process; a failure of disk or data raises `StoreError`.

    `notice`, if any, is what the person must be told once about the state the file was found in.
    """

    def __init__(
        self,
        path: Path | None,
        busy_seconds: float = PATIENT_SECONDS,
        opening_seconds: float = PATIENT_SECONDS,
        *,
        waits_for_disk: bool = True,
    ) -> None:
        """Open the file at `path`, made if absent; None keeps everything in memory.

        Raises StoreError if the file can be neither opened nor repaired.
        While another process has it locked, opening waits for `opening_seconds` and every later
        statement for `busy_seconds`. Unless it `waits_for_disk` a power cut may damage the file,
        and no backup is made: for a memory that nobody needs tomorrow.
        """
        self.notice: Sentence | None = None
        self._depth = 0
        self._busy_seconds = busy_seconds
        self._waits_for_disk = waits_for_disk
        self._promises: list[Callable[[], None]] = []
        self._file = MemoryFile(path, waits_for_disk=waits_for_disk) if path else None
        if self._file:
            self._file.clean_up()
            self._connection, self.notice = recovery.open_sound(self._file, opening_seconds)
            self._back_up_if_behind(self._file)
        else:
            self._connection = recovery.connect(":memory:", opening_seconds)
        self._connection.execute(f"PRAGMA busy_timeout = {round(busy_seconds * 1000)}")
        if not waits_for_disk:
            self._connection.execute("PRAGMA synchronous = OFF")

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of one statement, which commits by itself outside a transaction.

        Raises StoreError if the disk, another process or damage prevents it; a wrong statement
        stays an error of sqlite3.
        """
        if self._depth and not self._connection.in_transaction:
            # SQLite rolls back by itself when the disk is full or fails; without this check the
            # remaining statements would each commit alone.
            raise StoreError("The last change was taken back.", "Try again.")
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.DatabaseError as error:
            raise explained(error) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit all that happens inside, or nothing; raises StoreError like `execute`.

        A transaction inside another one is a savepoint: it takes back its own part if it fails.
        """
        steps, promised = _steps(self._depth), len(self._promises)
        with self._turn():
            self.execute(steps.begin)
        self._depth += 1
        done = False
        try:
            yield
            self.execute(steps.commit)
            done = True
        finally:
            self._depth -= 1
            if not done:
                del self._promises[promised:]
                self._take_back(steps)
        self._keep_promises()

    def after_commit(self, announce: Callable[[], None]) -> None:
        """Call `announce` when all that was written is on disk; never if the transaction fails."""
        self._promises.append(announce)
        self._keep_promises()

    @property
    def data_version(self) -> int:
        """A number that changes when another connection has committed; raises StoreError."""
        return int(self.execute("PRAGMA data_version")[0][0])

    def drop_backup(self) -> None:
        """Empty the backup, so that what the open transaction takes back cannot return with it.

        Raises StoreError if the disk refuses.
        """
        if self._file:
            with _told():
                self._file.drop_backup()

    def drop_copies(self) -> None:
        """Empty the backup and remove quarantined files: no copy holds what is being deleted.

        Raises StoreError if the disk refuses.
        """
        self.drop_backup()
        if self._file:
            with _told():
                self._file.drop_quarantine()

    def scrub(self, word: str) -> None:
        """Write the file anew if `word`, which was deleted, is still in it; not in a transaction.

        `secure_delete` overwrites what is freed, not what SQLite had moved within its pages before.
        A failure is only logged: no row has it any more.
        """
        if not self._file:
            return
        try:
            if word.encode("utf-8", "surrogatepass") in self._file.path.read_bytes():
                self.execute("VACUUM")
        except (StoreError, OSError) as error:
            _log.info("the file was not written anew: %s", error)

    def close(self) -> None:
        """Back up what changed and close the file; a second call does nothing."""
        if self._file:
            self._back_up_if_behind(self._file)
            self._file = None
        self._connection.close()

    def _back_up_if_behind(self, file: MemoryFile) -> None:
        if not (self._waits_for_disk and file.backup_is_behind()):
            return
        try:
            # The write lock: nobody withdraws a grant between the copy and its renaming.
            with self.transaction():
                file.replace_backup(partial(recovery.copy, file.path))
        except (StoreError, OSError, sqlite3.DatabaseError) as error:
            _log.warning("no backup was made: %s", error)

    def _turn(self) -> AbstractContextManager[None]:
        """The wait in line before a transaction begins; an inner one has begun."""
        if self._depth or not self._file:
            return nullcontext()
        return self._file.turn(self._busy_seconds)

    def _take_back(self, steps: "_Steps") -> None:
        # After SQLite rolled back by itself there is none, and ROLLBACK would raise.
        if self._connection.in_transaction:
            for statement in steps.rollback:
                self._connection.execute(statement)

    def _keep_promises(self) -> None:
        """Outside transactions, calls in order all that waits, even when one of them raises."""
        if self._depth:
            return
        promises, self._promises = self._promises, []
        with ExitStack() as all_of_them:
            for announce in reversed(promises):
                all_of_them.callback(announce)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            "The phone's memory cannot be written.",
            "Check that its folder exists and belongs to you.",
            str(error),
        ) from error


class _Steps(NamedTuple):
    begin: str
    commit: str
    rollback: tuple[str, ...]


def _steps(depth: int) -> _Steps:
    # IMMEDIATE takes the write lock at once: a deferred transaction that reads before it writes can
    # fail as locked at its first write, without waiting for `busy_timeout`.
    if not depth:
        return _Steps("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
    name = f"inner{depth}"
    # ROLLBACK TO leaves the savepoint open; RELEASE closes it.
    return _Steps(
        f"SAVEPOINT {name}", f"RELEASE {name}", (f"ROLLBACK TO {name}", f"RELEASE {name}")
    )
