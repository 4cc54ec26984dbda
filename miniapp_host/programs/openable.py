"""The one place that says what a person may open by handing it over: dropped, or to the icon."""

from pathlib import Path


def may_open(path: Path) -> bool:
    """Whether it is worth trying to open `path` as a program.

    A folder is, even one without a program: opening it says what is missing.
    """
    return path.is_dir() or is_archive(path)


def is_archive(path: Path) -> bool:
    """Whether `path` is taken for a packed program: anything called .zip that is no folder."""
    return path.suffix.lower() == ".zip" and not path.is_dir()
