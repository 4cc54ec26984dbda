"""A run of which nothing is kept: its data folder is new, and gone when the run ends."""

import atexit
import tempfile
from collections.abc import MutableMapping
from pathlib import Path

_FOLDER = "MINIAPP_HOST_KEPT_NOWHERE"
"""Names the folder to the process in which the phone starts anew in another size."""


def keep_nothing(environment: MutableMapping[str, str]) -> Path:
    """The data folder of this run; the process that made it removes it at its end.

    Raises OSError if there is no room for temporary files.
    """
    if _FOLDER not in environment:
        made = tempfile.TemporaryDirectory(prefix="miniapp-host-", ignore_cleanup_errors=True)
        atexit.register(made.cleanup)
        environment[_FOLDER] = made.name
    return Path(environment[_FOLDER])


def keeps_nothing(environment: MutableMapping[str, str]) -> bool:
    """Whether this run keeps nothing."""
    return _FOLDER in environment
