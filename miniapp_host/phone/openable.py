"""Whether a program can be opened, found out before there is a screen."""

from pathlib import Path


def check_program(path: Path, page: str | None) -> None:
    """Raises ToldError if the program can't be opened at `page`, None for its first.

    `path` is its folder or an archive.
    """
    # Not at the top: a phone that starts without a program does not need the program format.
    from miniapp_host.programs.boot import make_entry
    from miniapp_host.programs.package import Package
    from miniapp_host.programs.unpacking import as_folder

    with as_folder(path) as folder:
        make_entry(Package.open(folder).manifest, page)
