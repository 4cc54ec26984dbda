"""The folders of the person's data, the shipped resources and the built runtime.

The only module that knows appdirs and how the package is installed.
"""

import sys
from pathlib import Path

import appdirs

APP_NAME = "miniapp-host"

_PACKAGE = Path(__file__).resolve().parent


def data_dir(override: Path | None = None) -> Path:
    """The folder for everything the phone keeps, made private to the person if absent.

    Raises OSError if it can't be made.
    """
    folder = override or Path(appdirs.user_data_dir(APP_NAME, appauthor=False))
    make_private(folder)
    return folder.resolve()


def make_private(folder: Path) -> None:
    """Make `folder` and what is missing above it, for the person alone; raises OSError.

    The umask can only narrow a mode that is given to mkdir, and parents get none at all.
    """
    missing = [one for one in (folder, *folder.parents) if not one.is_dir()]
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)
        one.chmod(0o700)


def shared_data_dir() -> Path:
    """The person's folder in which every program keeps its data.

    On Linux that is XDG_DATA_HOME, which counts only if it is absolute.
    """
    folder = Path(appdirs.user_data_dir())
    return folder if folder.is_absolute() else Path.home() / ".local" / "share"


def is_bundle() -> bool:
    """Whether this is the stand-alone bundle, whose program is not Python."""
    return bool(getattr(sys, "frozen", False))


def own_command() -> list[str]:
    """The words that start this program again, to which those of its command line are added."""
    return [sys.executable] if is_bundle() else [sys.executable, "-m", "miniapp_host"]


def resources() -> Path:
    """`resources/`: beside the package in a checkout, inside it when installed from a wheel."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def runtime_dir() -> Path:
    """The JavaScript bundle that the build hook makes; never committed."""
    return _PACKAGE / "_runtime"
