"""A result that is not there yet."""

from collections.abc import Callable


class Later:
    """Settled once, with a result or a ToldError; abandoned if nobody waits any more."""

    def __init__(self, on_abandoned: Callable[[], None]) -> None:
        self._on_abandoned = on_abandoned
        self._outcome: list[object] = []
        self._hear: Callable[[object], None] | None = None
        self._abandoned = False

    def settle(self, outcome: object) -> None:
        """Give the outcome to whoever waits; one after the first is ignored."""
        if self._abandoned or self._outcome:
            return
        self._outcome.append(outcome)
        if self._hear is not None:
            self._hear(outcome)

    def then(self, hear: Callable[[object], None]) -> None:
        """Call `hear` with the outcome, at once if it is there."""
        self._hear = hear
        for outcome in self._outcome:
            hear(outcome)

    def abandon(self) -> None:
        """Nobody waits any more; who would have settled it is told."""
        if not self._abandoned and not self._outcome:
            self._abandoned = True
            self._on_abandoned()
