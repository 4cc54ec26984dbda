"""The folders of the person's data, the shipped resources and the built runtime.

The only module that knows appdirs and how the package is installed.
"""

from pathlib import Path

import appdirs

APP_NAME = "miniapp-host"

_PACKAGE = Path(__file__).resolve().parent


def data_dir(override: Path | None = None) -> Path:
    """The folder for everything the phone keeps, made private to the person if absent.

    Raises OSError if it can't be made.
    """
    folder = override or Path(appdirs.user_data_dir(APP_NAME, appauthor=False))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder.resolve()


def resources() -> Path:
    """`resources/`: beside the package in a checkout, inside it when installed from a wheel."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def runtime_dir() -> Path:
    """The JavaScript bundle that the build hook makes; never committed."""
    return _PACKAGE / "_runtime"
