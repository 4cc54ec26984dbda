"""How large the phone is drawn. Qt takes a factor only while the application is made."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from miniapp_host.devices.preferences import value_in
from miniapp_host.phone.memory import PREFERENCES
from miniapp_host.shell.settings.appearance import SCALE_KEY, known_scale

FACTOR = "QT_SCALE_FACTOR"


@contextmanager
def scaled(folder: Path) -> Iterator[None]:
    """An application that is made meanwhile is drawn as large as the phone of `folder` wants.

    The choice multiplies the factor of the environment, which stays as it was for other processes.
    """
    given = os.environ.get(FACTOR)
    percent = known_scale(value_in(folder / PREFERENCES, SCALE_KEY))
    if percent != 100:
        os.environ[FACTOR] = str(_factor(given) * percent / 100)
    try:
        yield
    finally:
        if given is not None:
            os.environ[FACTOR] = given
        else:
            os.environ.pop(FACTOR, None)


def _factor(given: str | None) -> float:
    """A factor that is no number counts for nothing, as in Qt."""
    try:
        return float(given or 1)
    except ValueError:
        return 1.0
