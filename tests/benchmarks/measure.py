"""Measuring fairly: ours and the bare one in turns, medians, and the ratio of the two."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

RUNS = 7


@dataclass(frozen=True)
class Figure:
    """One row of the table; `value` and `bare` in `unit`, `goal` is the largest allowed ratio."""

    name: str
    value: float
    bare: float
    goal: float
    unit: str

    @property
    def ratio(self) -> float:
        return self.value / self.bare

    @property
    def holds(self) -> bool:
        return self.ratio <= self.goal

    def as_json(self) -> dict[str, float | str]:
        return {
            "value": self.value,
            "bare": self.bare,
            "ratio": self.ratio,
            "goal": self.goal,
            "unit": self.unit,
        }


def compare(
    name: str,
    ours: Callable[[], float],
    bare: Callable[[], float],
    goal: float,
    unit: str,
    runs: int = RUNS,
) -> Figure:
    """Takes turns between `ours` and `bare`, after one round that does not count."""
    ours(), bare()
    pairs = [(ours(), bare()) for _ in range(runs)]
    return Figure(
        name=name,
        value=statistics.median(pair[0] for pair in pairs),
        bare=statistics.median(pair[1] for pair in pairs),
        goal=goal,
        unit=unit,
    )


def table(figures: list[Figure]) -> str:
    """The figures as aligned text, one row each."""
    head = f"{'name':<22}{'ours':>12}{'bare':>12}  {'unit':<5}{'ratio':>7}{'goal':>7}"
    rows = [
        f"{one.name:<22}{one.value:>12.3f}{one.bare:>12.3f}  {one.unit:<5}"
        f"{one.ratio:>7.2f}{one.goal:>7.1f}  {'holds' if one.holds else 'MISSES'}"
        for one in figures
    ]
    return "\n".join([head, *rows])


def now_ms() -> float:
    """A clock for intervals, in milliseconds."""
    return time.perf_counter() * 1000
