"""The programs on this phone: those installed into it and those opened from a person's folder.

One program per appid. Deleting is one commit; the folders it leaves go right after it, however
many files they hold, or at the next start. Decisions and storage are forgotten by their owners, in
the same transaction.
"""

import logging
import os
import re
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from miniapp_host.memory.database import Database
from miniapp_host.memory.durable import sync_folder
from miniapp_host.memory.store_error import StoreError
from miniapp_host.paths import make_private
from miniapp_host.programs.removals import Removals
from miniapp_host.texts import Sentence
from miniapp_host.watchers import Watchers

if TYPE_CHECKING:
    from miniapp_host.programs.package import Package

_COLUMNS = "SELECT id, name, icon, folder, owned, last_used FROM programs"
_LIST = f"{_COLUMNS} ORDER BY last_used IS NULL, last_used DESC, rowid"
_FIND = f"{_COLUMNS} WHERE id = ?"
_UPSERT = (
    "INSERT INTO programs (id, name, icon, folder, owned) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET name = excluded.name, icon = excluded.icon,"
    " folder = excluded.folder, owned = excluded.owned"
)
_USED = "UPDATE programs SET last_used = ? WHERE id = ?"
_DELETE = "DELETE FROM programs WHERE id = ?"

_LEFT_OUT = {"node_modules", ".git"}
_UNSAFE = re.compile(r"[^a-z0-9_-]")

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Program:
    """An entry of the library; `owned` if `folder` is the phone's copy, else it is the person's."""

    id: str
    name: str
    icon: Path | None
    folder: Path
    owned: bool
    last_used: datetime | None


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Library:
    """The programs on this phone; `programs_dir` holds a folder of copy and files for each."""

    def __init__(
        self,
        database: Database,
        programs_dir: Path,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        """Open the library and finish the deletions that a crash interrupted.

        A folder that cannot be removed yet stays in the list for the next time.
        """
        self._database = database
        self._dir = programs_dir.resolve()
        self._now = now
        self._watchers: Watchers[str] = Watchers()
        self.removals = Removals(database, self._dir)
        self.removals.finish()
        self.removals.background.take_up()

    def programs(self) -> tuple[Program, ...]:
        """All programs, the last used first; raises StoreError."""
        return tuple(self._program(*row) for row in self._database.execute(_LIST))

    def program(self, program_id: str) -> Program | None:
        """The program with this id, None if the phone has none; raises StoreError."""
        rows = self._database.execute(_FIND, (program_id,))
        return self._program(*rows[0]) if rows else None

    def clash(self, package: "Package") -> Program | None:
        """The program of the same appid in another folder, to tell of when `package` is entered.

        Raises StoreError.
        """
        known = self.program(package.appid)
        return known if known and known.folder.resolve() != package.folder else None

    def files_dir(self, program_id: str) -> Path:
        """The folder for the files of a program; it is deleted with the program."""
        return self._dir / _place(program_id) / "files"

    def enter(self, package: "Package") -> Program:
        """Enter the program in a person's folder, which stays where it is and is never changed.

        It takes the place of a program of the same appid, with its decisions: see `clash`.
        Raises StoreError; then the library is as before.
        """
        self._clear_way(package.appid)
        with self._database.transaction():
            self._enter(package, package.folder, package.icon, owned=False)
        return self._entered(package.appid)

    def install(self, folder: Path) -> Program:
        """Copy the program in `folder` into the phone, over an older copy if there is one.

        Raises PackageError, ManifestError or StoreError; then the older copy is as before.
        """
        package = _opened(folder)
        self._clear_way(package.appid)
        copy = f"{_place(package.appid)}/{os.urandom(8).hex()}"
        # In the list of removals until it is whole: after a crash the next start removes it.
        self.removals.add(copy)
        try:
            with self._database.transaction():
                _copy(package.folder, self._dir / copy)
                icon = package.icon and self._dir / copy / package.icon.relative_to(package.folder)
                self._enter(package, self._dir / copy, icon, owned=True)
                self.removals.keep(copy)
        finally:
            self.removals.finish()
        return self._entered(package.appid)

    def settle(self, room: Path, folder: Path, appid: str) -> tuple[Program, Program | None]:
        """Make the program in `folder`, which lies in a room of `removals`, one of the phone's.

        Given back with the program whose place it takes. `appid` is that of a program which names
        none. Raises PackageError, ManifestError or StoreError; then the library is as before.
        """
        from miniapp_host.programs.package import Package  # as in `_opened`

        package = Package.open(folder, known_as=appid)
        self._clear_way(package.appid)
        before = self.program(package.appid)
        copy = f"{_place(package.appid)}/{os.urandom(8).hex()}"
        self.removals.add(copy)
        try:
            with self._database.transaction():
                _move(room, self._dir / copy)
                inside = self._dir / copy / folder.relative_to(room)
                icon = package.icon and inside / package.icon.relative_to(folder)
                self._enter(package, inside, icon, owned=True)
                self.removals.keep(copy)
        finally:
            self.removals.finish()
        return self._entered(package.appid), before

    def used(self, program_id: str) -> None:
        """Note that the program was opened just now; a failure to write that is only logged."""
        moment = self._now().astimezone(UTC).isoformat(timespec="microseconds")
        try:
            self._database.execute(_USED, (moment, program_id))
        except StoreError as error:
            _log.warning("not noted when %s was used: %s", program_id, error)
        self._announce(program_id)

    def delete(self, program_id: str) -> None:
        """Remove the entry, the phone's copy and the program's files; a person's folder stays.

        Raises StoreError and then removes nothing.
        Inside a transaction nothing is removed before that commits.
        """
        with self._database.transaction():
            self._database.execute(_DELETE, (program_id,))
            self.removals.add(_place(program_id))
            self._database.drop_copies()
            self._database.after_commit(self.removals.finish)
            self._announce(program_id)

    def watch(self, callback: Callable[[str], None]) -> Callable[[], None]:
        """Call `callback` with the id of every program that came, changed, was used or went."""
        return self._watchers.watch(callback)

    def _announce(self, program_id: str) -> None:
        self._database.after_commit(partial(self._watchers.announce, program_id))

    def _entered(self, program_id: str) -> Program:
        (row,) = self._database.execute(_FIND, (program_id,))
        return self._program(*row)

    def _enter(self, package: "Package", folder: Path, icon: Path | None, *, owned: bool) -> None:
        before = self.program(package.appid)
        values = (_readable(package.name), self._kept(icon, owned), self._kept(folder, owned))
        self._database.execute(_UPSERT, (package.appid, *values, int(owned)))
        if before and before.owned:
            # A program's own folder may lie deeper in the copy than the copy's.
            copy = Path(*before.folder.relative_to(self._dir).parts[:2])
            self.removals.add(copy.as_posix())
            self._database.after_commit(self.removals.finish)
        self._announce(package.appid)

    def _clear_way(self, program_id: str) -> None:
        """Removes what a deleted program left in the place of a new one, else StoreError."""
        self.removals.finish()
        if _place(program_id) in self.removals:
            raise StoreError(
                "Files of the deleted program are still there.",
                "Close what uses them and try again.",
                str(self._dir / _place(program_id)),
            )

    def _kept(self, path: Path | None, owned: bool) -> bytes | None:
        """The path as bytes, as file names need not be text; of an owned program relative."""
        return os.fsencode(path.relative_to(self._dir) if owned else path) if path else None

    def _program(
        self,
        program_id: str,
        name: str,
        icon: bytes | None,
        folder: bytes,
        owned: int,
        used: str | None,
    ) -> Program:
        # Joining keeps an absolute path as it is: a person's folder is kept whole.
        return Program(
            id=program_id,
            name=name,
            icon=self._dir / os.fsdecode(icon) if icon else None,
            folder=self._dir / os.fsdecode(folder),
            owned=bool(owned),
            last_used=datetime.fromisoformat(used) if used else None,
        )


def clash_notice(program: Program, clash: Program) -> Sentence:
    """What the person must know who opens `program` beside a `clash` of the same appid."""
    return Sentence(
        "{name} has the appid {appid} of a program that this phone knows from another "
        "folder ({folder}). They are one program here: same decisions, same data.",
        name=program.name,
        appid=program.id,
        folder=clash.folder,
    )


def _opened(folder: Path) -> "Package":
    from miniapp_host.programs.package import Package  # with the manifest's many records

    return Package.open(folder)


def _place(program_id: str) -> str:
    """The name of a program's folder: legible, valid on every disk, different for every id."""
    import hashlib  # with OpenSSL, which listing programs can do without

    digest = hashlib.sha256(program_id.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{_UNSAFE.sub('-', program_id.lower())[:32]}-{digest[:16]}"


def _readable(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")


def _left_out(folder: str, names: Iterable[str]) -> set[str]:
    """The names not to copy: what no program needs, and links, whose targets would be copied."""
    return {name for name in names if name in _LEFT_OUT or (Path(folder) / name).is_symlink()}


def _copy(folder: Path, copy: Path) -> None:
    try:
        make_private(copy.parent)
        shutil.copytree(folder, copy, ignore=_left_out, copy_function=shutil.copyfile)
        for place, _, _ in os.walk(copy):  # what comes from a read-only place must be removable
            Path(place).chmod(0o700)
    except OSError as error:
        raise StoreError(
            "The program could not be copied into the phone.",
            "Check the free space and the program's folder, then try again.",
            str(error),
        ) from error


def _move(room: Path, copy: Path) -> None:
    try:
        make_private(copy.parent)
        room.rename(copy)
        sync_folder(copy.parent)
    except OSError as error:
        raise StoreError(
            "The program could not be moved to its place in the phone.",
            "Check the free space, then try again.",
            str(error),
        ) from error
