"""A clock for the click guard that stands still until a test moves it."""

import pytest


class Watch:
    """Tells seconds; they pass only by `wait`."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds

    def wait(self, seconds: float) -> None:
        self.seconds += seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()
