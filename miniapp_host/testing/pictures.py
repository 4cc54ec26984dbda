"""Keeps pictures of a phone under test."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

__tracebackhide__ = True  # a failure's traceback ends in the test


def keep_picture(widget: QWidget, folder: Path, file: Path | None = None) -> Path:
    """Keep a picture of `widget` as PNG; in `folder`, by the next number, if there is no `file`.

    Raises OSError if it can't be written.
    """
    file = file or _next_in(folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    if not widget.grab().save(str(file)):
        raise OSError(f"{file} can't be written: name a file that ends with .png")
    return file


def _next_in(folder: Path) -> Path:
    known = len([*folder.iterdir()]) if folder.is_dir() else 0
    return folder / f"phone-{known + 1}.png"
