"""S12: while somebody else holds the file the screen goes on, and what was wanted fails visibly."""

from pathlib import Path

from tests.guarantees.tally import Tally, number
from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PROMPT, Person
from tests.stories.test_store_failure import locked, longest_standstill

# In the whole test run other processes keep the machine busy.
LONGEST_SECONDS = number(1_000, 100) / 1_000


def test_the_screen_never_waits_for_the_disk(
    run_program: OpenProgram, person: Person, data_dir: Path, tally: Tally
) -> None:
    page = run_program(asking_program({"locate": "wx.getLocation(told)"}))
    heard: list[str] = []
    for lock in ("IMMEDIATE", "EXCLUSIVE") * number(1, 5):
        person.miniapp.tap("#locate")
        person.waits_for(PROMPT)
        with locked(data_dir, lock), longest_standstill() as standstill:
            person.prompt.allow()
            heard.append("getLocation:fail internal error 4")
            wait_heard(page, *heard)
            person.waits_for("modalContent")
        tally.add(standstill[0] <= LONGEST_SECONDS, f"{lock}: {standstill[0]:.3f} s")
        person.clicks("modalConfirm")
        person.waits_until_gone("modal")
