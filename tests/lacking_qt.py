"""A Qt that lacks a system library: PySide6, one file of which asks for what is nowhere."""

from pathlib import Path

import PySide6
import shiboken6

PYSIDE = Path(PySide6.__file__).parent
LACKING = "libgone-x.so.6"
PACKAGE = "libgone-x6"
_FOUND = "libstdc++.so.6"
"""What LACKING takes the place of; the names are of one length."""


def lacking_module(folder: Path, name: str) -> Path:
    """A folder for PYTHONPATH whose `PySide6.<name>` can't be loaded; all else is as installed."""
    overlay = folder / "PySide6"
    overlay.mkdir(parents=True)
    for file in PYSIDE.iterdir():
        if file.name != f"{name}.abi3.so":
            (overlay / file.name).symlink_to(file)
    _write_lacking(PYSIDE / f"{name}.abi3.so", overlay / f"{name}.abi3.so")
    (folder / "shiboken6").symlink_to(Path(shiboken6.__file__).parent)
    return folder


def lacking_platform(folder: Path, name: str) -> Path:
    """A folder for QT_QPA_PLATFORM_PLUGIN_PATH whose platform `name` can't be loaded."""
    platforms = folder / "plugins/platforms"
    platforms.mkdir(parents=True)
    (folder / "lib").symlink_to(PYSIDE / "Qt/lib")
    _write_lacking(PYSIDE / f"Qt/plugins/platforms/libq{name}.so", platforms / f"libq{name}.so")
    return platforms


def _write_lacking(source: Path, target: Path) -> None:
    content = source.read_bytes()
    assert _FOUND.encode() in content
    target.write_bytes(content.replace(_FOUND.encode(), LACKING.encode()))
