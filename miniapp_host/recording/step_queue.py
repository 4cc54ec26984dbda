"""Keeps steps in the order in which the person acted, though some are known only later."""

from collections.abc import Callable, Iterable

from miniapp_host.recording.recording import Recording, Step

Fill = Callable[[Iterable[Step]], None]


class StepQueue:
    """Adds to a recording what stands first in the queue, as soon as it is known."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._places: list[list[list[Step]]] = []

    def add(self, *steps: Step) -> None:
        """Add steps that are known now."""
        self.reserve()(steps)

    def reserve(self) -> Fill:
        """Keep a place; the result fills it with its steps, which may be none, once."""
        place: list[list[Step]] = []
        self._places.append(place)

        def fill(steps: Iterable[Step]) -> None:
            if not place:
                place.append(list(steps))
            self._hand_on()

        return fill

    def _hand_on(self) -> None:
        while self._places and self._places[0]:
            for step in self._places.pop(0)[0]:
                self._recording.add(step)
