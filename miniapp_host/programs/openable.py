"""The one place that says what a person may open by handing it over: dropped, or to the icon."""

from pathlib import Path


def may_open(path: Path) -> bool:
    """Whether it is worth trying to open `path` as a program.

    A folder is, even one without a program: opening it says what is missing.
    """
    return path.is_dir()
