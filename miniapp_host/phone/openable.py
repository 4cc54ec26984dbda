"""Whether a program can be opened, found out before there is a screen."""

from contextlib import suppress
from pathlib import Path

_MOST_FILES = 5_000


def check_program(path: Path, page: str | None) -> None:
    """Raises ToldError if the program can't be opened at `page`, None for its first.

    `path` is its folder or an archive. One of very many files is found out about when it is opened.
    """
    # Not at the top: a phone that starts without a program does not need the program format.
    from miniapp_host.programs.boot import make_entry
    from miniapp_host.programs.package import Package
    from miniapp_host.programs.stopping import StoppedError
    from miniapp_host.programs.unpacking import as_folder

    with as_folder(path) as folder, suppress(StoppedError):
        make_entry(Package.open(folder, is_stopped=_are_many).manifest, page)


def _are_many(files: int) -> bool:
    """Whether reading them all would keep the person waiting before anything is seen."""
    return files > _MOST_FILES
