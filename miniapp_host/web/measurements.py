"""Brings measurements of a program's page to its service, which blocks until they are there."""

from collections.abc import Callable

Answer = Callable[[bytes], None]


class Measurements:
    """Brings a request of the service and the page's answer together, in whatever order they come.

    The service asks one thing at a time, so there is one of each at most.
    """

    def __init__(self) -> None:
        self._found: tuple[int, str] | None = None
        self._waiting: tuple[int, Answer] | None = None

    def wait(self, question: int, answer: Answer) -> None:
        """Call `answer` as soon as the page has measured."""
        self._waiting = (question, answer)
        self._meet()

    def hear(self, question: int, facts: str) -> None:
        """Take the page's measurements; `facts` is JSON."""
        self._found = (question, facts)
        self._meet()

    def _meet(self) -> None:
        if self._found and self._waiting and self._found[0] == self._waiting[0]:
            (_, facts), (_, answer) = self._found, self._waiting
            self._found = self._waiting = None
            answer(facts.encode())
