"""S20: every change stands in the history once, with who made it; replaying it gives what stands."""

import random
from pathlib import Path

from tests.guarantees.tally import Tally, number
from tests.permissions.conftest import NOTES, WEATHER
from tests.permissions.test_history import Life, replay, standing


def test_after_random_actions_replaying_the_history_gives_what_stands(
    tmp_path: Path, tally: Tally
) -> None:
    for seed in range(number(1, 5)):
        life = Life(tmp_path / f"{seed}.sqlite", random.Random(seed))
        for _ in range(1000):
            life.act()
            tally.add(replay(life.store) == standing(life.store), (seed, life.actions))
        for program in (WEATHER.program, NOTES.program):
            kept = [(one.actor, one.new) for one in life.store.history.entries(program)]
            made = [(actor, new) for owner, actor, new in life.expected if owner == program]
            tally.add(sorted(kept, key=str) == sorted(made, key=str), (seed, program))
        life.database.close()
