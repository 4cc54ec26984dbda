"""Checks a program's files as they lie on the disk now."""

from collections.abc import Callable, Iterable
from pathlib import Path

from miniapp_host import paths
from miniapp_host.checks.issues import Issue
from miniapp_host.checks.known_names import read_known_names
from miniapp_host.checks.program import check_files
from miniapp_host.programs.reading import read_package


def check_folder(
    folder: Path, host_names: Iterable[str], is_stopped: Callable[[int], bool]
) -> tuple[Issue, ...]:
    """The issues of the program in `folder`; `host_names` are the calls that the phone answers.

    Raises ToldError if the program can't be read, StoppedError as `Package.open` does.
    """
    package = read_package(folder, is_stopped=is_stopped)
    return check_files(package, read_known_names(paths.runtime_dir(), host_names))
