"""Waits until the phone has heard of everything that a program has done so far."""

import time

from miniapp_host.phone.program import OpenProgram
from miniapp_host.testing.tested_phone import TestedPhone

__tracebackhide__ = True  # a failure's traceback ends in the test

_ROUNDS = 2
"""The first reaches what a tap has set off, the second what the program did about its answer."""
_AGAIN_SECONDS = 0.5


def settle(tested: TestedPhone) -> None:
    """Greet the program and wait for its answers: what it said before them has arrived then.

    Raises WaitError if it does not answer. What it does later by a timer is not waited for.
    """
    for _ in range(_ROUNDS if tested.is_open else 0):
        greeting = _Greeting(tested.program)
        tested.wait(greeting.is_answered, "the program to answer")


class _Greeting:
    """One greeting; given again if it stays without an answer, as another may replace it."""

    def __init__(self, program: OpenProgram) -> None:
        self._link = program.view.link
        self._answered = False
        self._again_at = 0.0

    def is_answered(self) -> bool:
        """Whether the program has answered."""
        if not self._answered and time.monotonic() >= self._again_at:
            self._again_at = time.monotonic() + _AGAIN_SECONDS
            self._link.greet(self._on_answer)
        return self._answered

    def _on_answer(self) -> None:
        self._answered = True
