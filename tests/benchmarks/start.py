"""How long until the launcher is painted, beside a bare main window."""

from tests.benchmarks.measure import Figure, compare
from tests.benchmarks.processes import (
    BARE_WINDOW,
    PHONE,
    fresh_folder,
    milliseconds_to_paint,
)


def measure_start() -> list[Figure]:
    """The second start of a phone and later ones: the samples are installed by then."""
    folder = fresh_folder()
    return [
        compare(
            "phone_start",
            ours=lambda: milliseconds_to_paint(PHONE, folder),
            bare=lambda: milliseconds_to_paint(BARE_WINDOW, folder),
            goal=1.5,
            unit="ms",
        )
    ]
