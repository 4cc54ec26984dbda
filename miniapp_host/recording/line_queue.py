"""Keeps lines in the order in which the person acted, though some are known only later."""

from collections.abc import Callable, Iterable

from miniapp_host.recording.recording import Line, Recording

Fill = Callable[[Iterable[Line]], None]


class LineQueue:
    """Adds to a recording what stands first in the queue, as soon as it is known."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._places: list[list[list[Line]]] = []

    def add(self, *lines: Line) -> None:
        """Add lines that are known now."""
        self.reserve()(lines)

    def reserve(self) -> Fill:
        """Keep a place; the result fills it with its lines, which may be none, once.

        Nothing that comes later is recorded before: whoever keeps a place fills it in any case.
        """
        place: list[list[Line]] = []
        self._places.append(place)

        def fill(lines: Iterable[Line]) -> None:
            if not place:
                place.append(list(lines))
            self._hand_on()

        return fill

    def _hand_on(self) -> None:
        while self._places and self._places[0]:
            for line in self._places.pop(0)[0]:
                self._recording.add(line)
