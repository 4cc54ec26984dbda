from collections.abc import Callable
from pathlib import Path

import pytest

from miniapp_host.devices.preferences import Preferences
from miniapp_host.devices.steps import DAYS, MOST, SimulatedSteps

DAY = 24 * 60 * 60


class StoppedClock:
    def __init__(self) -> None:
        self.time = 1_763_800_000.0

    def now(self) -> float:
        return self.time

    def after(self, seconds: float, callback: Callable[[], None]) -> Callable[[], None]:
        raise NotImplementedError

    def every(self, seconds: float, callback: Callable[[], None]) -> Callable[[], None]:
        raise NotImplementedError


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def steps(tmp_path: Path, clock: StoppedClock) -> SimulatedSteps:
    return SimulatedSteps(Preferences(tmp_path / "p.json"), clock.now)


def test_every_day_has_its_number(steps: SimulatedSteps) -> None:
    history = steps.history()
    assert len(history) == DAYS
    assert history == steps.history()
    assert all(0 < count <= MOST for _, count in history)
    assert len({count for _, count in history}) > 10


def test_today_can_be_written(steps: SimulatedSteps) -> None:
    heard: list[int] = []
    steps.watch(heard.append)
    steps.walk(5)
    assert (steps.today, steps.history()[-1][1], heard) == (5, 5, [5])


@pytest.mark.parametrize("count", [-1, MOST + 1])
def test_nobody_walks_that_much(steps: SimulatedSteps, count: int) -> None:
    with pytest.raises(ValueError, match="between"):
        steps.walk(count)


def test_days_long_past_are_forgotten(
    steps: SimulatedSteps, clock: StoppedClock, tmp_path: Path
) -> None:
    steps.walk(5)
    clock.time += 40 * DAY
    steps.walk(6)
    kept = Preferences(tmp_path / "p.json").get("steps")
    assert isinstance(kept, dict)
    assert list(kept.values()) == [6]
