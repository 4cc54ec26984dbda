"""Files that survive a power cut: what is written is on disk, under the old name or the new one.

What is being written lies beside its target as `NAME.….new`, held by a lock for as long.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import BinaryIO

from miniapp_host.texts import Sentence, reason_of

if sys.platform != "win32":
    import fcntl

_ENDING = ".new"


def place_file(target: Path, write: Callable[[Path], None], *, waits: bool = True) -> None:
    """Let `write` fill a new file, then give it the name `target`, unless that is taken by then.

    Like `replace_file` in all else, but that it `waits` for the disk only if it is to.
    """
    _put(target, write, _link, waits=waits)


def replace_file(target: Path, write: Callable[[Path], None], *, waits: bool = True) -> None:
    """Let `write` fill a new file, then put it in the place of `target`; OSError if that fails.

    The new file is empty and only for the person (0600) when `write` gets its path, and of a name
    that nobody else has: of several writers at a time the last one wins. `target` stays as it was
    until the new one is on disk, and stays for good if `write` raises. What can be made again any
    time needs no power cut to be survived: then it `waits` for no disk.
    """
    _put(target, write, Path.replace, waits=waits)


def remove_unfinished(target: Path) -> None:
    """Remove what killed processes left beside `target`; what is being written now stays."""
    for file in target.parent.glob(f"{escape(target.name)}*{_ENDING}"):
        with suppress(OSError):
            _remove_if_left(file)


def not_written(file: Path, problem: OSError) -> Sentence:
    """What the person must know whose `file` could not be replaced."""
    return Sentence(
        "{file}: {reason}; free some space or allow writing there",
        file=file,
        reason=reason_of(problem),
    )


def sync(file: Path) -> None:
    """Wait until the content of `file` is on disk."""
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in `folder` are on disk."""
    if os.name != "posix":  # elsewhere a folder cannot be opened
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def alone_in(folder: Path, seconds: float = 0.5) -> Iterator[None]:
    """Keep others who ask here out of `folder`; after `seconds` of waiting, go on beside them.

    For a change that depends on what stands there. Raises OSError if the folder can't be opened.
    """
    if os.name != "posix":  # elsewhere a folder cannot be opened
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        until = time.monotonic() + seconds
        while not _locked(handle) and time.monotonic() < until:
            time.sleep(0.001)
        yield
    finally:
        os.close(handle)


def _put(
    target: Path,
    write: Callable[[Path], None],
    name_it: Callable[[Path, Path], object],
    *,
    waits: bool = True,
) -> None:
    unfinished, held = _new_beside(target)
    try:
        write(unfinished)
        if waits:
            sync(unfinished)
        if os.name != "posix":  # elsewhere an open file cannot be moved
            held.close()
        name_it(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)
        held.close()
    if waits:
        sync_folder(target.parent)


def _link(unfinished: Path, target: Path) -> None:
    """Gives the file a second name; on a disk that knows no such thing, moves it."""
    if target.exists():
        return
    try:
        target.hardlink_to(unfinished)
    except FileExistsError:
        pass
    except OSError:
        unfinished.replace(target)


def _new_beside(target: Path) -> tuple[Path, BinaryIO]:
    """A new file in the folder of `target`, open and locked."""
    while True:
        handle, name = tempfile.mkstemp(_ENDING, f"{target.name}.", target.parent)
        held = os.fdopen(handle, "rb")
        if _locked(handle) and os.fstat(handle).st_nlink:
            return Path(name), held
        held.close()  # somebody who cleans up came between the two steps


def _remove_if_left(file: Path) -> None:
    """Removes a file that nobody has locked; raises OSError if it can't be opened or removed."""
    with file.open("rb") as held:
        if not _locked(held.fileno()):
            return
        if os.name != "posix":  # elsewhere an open file cannot be removed, not even by its opener
            held.close()
        file.unlink()


if sys.platform == "win32":

    def _locked(_handle: int) -> bool:
        """Nothing is locked: what somebody has open can't be removed there."""
        return True

else:

    def _locked(handle: int) -> bool:
        """Locks an open file until it is closed, without waiting; False if somebody else holds it.

        On a file system without locks nobody holds anything.
        """
        with suppress(OSError):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
        return True
