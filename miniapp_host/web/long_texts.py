"""Texts of a program that are too long for a message: they come and go apart from it, in pieces.

The service hands them over before the message that has a place for them (`service/apart.js`), and
fetches those that the host has for it. So no message makes the phone parse or copy megabytes.
"""

import tempfile
from collections import deque
from collections.abc import Callable
from itertools import count
from typing import IO, Any

LONG_ANSWER = 200_000
"""The characters from which an answer is fetched by the service instead of being sent."""
LONG_FIELD = 50_000
MOST_CHARACTERS = 48 * 1024 * 1024
"""The most that may wait; the service itself gives no message more than 32 MB."""
MOST_HELD = 32 * 1024 * 1024
"""The bytes of answers that may wait until the service fetches them, before others wait for it."""
_ROOM = 8 * 1024 * 1024
"""The most that may wait when the service hands over more."""

Path = list[int | str]


class TooManyTextsError(Exception):
    """More was handed over than any service of ours does."""


class LongTexts:
    """The texts that the service handed over, in the order in which they are taken."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._texts: deque[str] = deque()
        self._size = 0
        """The characters of all that was handed over and is not `done`."""
        self._taken = 0
        self._on_room: Callable[[], None] | None = None

    def add(self, piece: str, *, ends: bool) -> None:
        """Keep the next piece of a text; raises TooManyTextsError."""
        self._size += len(piece)
        if self._size > MOST_CHARACTERS:
            raise TooManyTextsError
        self._pieces.append(piece)
        if ends:
            self._texts.append(self.rest(""))

    def rest(self, end: str) -> str:
        """The pieces of a text that was not ended, and `end`."""
        pieces, self._pieces = self._pieces, []
        return "".join([*pieces, end])

    def take(self, _place: str = "") -> str:
        """The next text; raises ValueError if there is none, as a reader of JSON does."""
        if not self._texts:
            raise ValueError("a place for a text that was not handed over")
        text = self._texts.popleft()
        self._taken += len(text)
        return text

    def done(self) -> None:
        """Nobody needs what was taken any more."""
        self._size -= self._taken
        self._taken = 0
        self._tell_of_room()

    def clear(self) -> None:
        """Forget all that was handed over."""
        self._pieces.clear()
        self._texts.clear()
        self._size = self._taken = 0
        self._tell_of_room()

    @property
    def awaited(self) -> bool:
        """Whether the service waits until it may hand over more."""
        return self._on_room is not None

    def when_room(self, go_on: Callable[[], None]) -> None:
        """Call `go_on` once there is room; the service waits, so only the latest is called."""
        self._on_room = go_on
        self._tell_of_room()

    def _tell_of_room(self) -> None:
        if self._size <= _ROOM and (go_on := self._on_room) is not None:
            self._on_room = None
            go_on()


class LongAnswers:
    """The texts that the service fetches, by number; each is given once.

    What comes when there is much already lies on the disk: a program may never fetch it.
    """

    def __init__(self, most_held: int = MOST_HELD) -> None:
        self._most_held = most_held
        self._numbers = count(1)
        self._texts: dict[int, bytes | IO[bytes]] = {}
        self._sizes: dict[int, int] = {}
        self.taken: Callable[[], None] | None = None
        """Called when one was taken."""

    @property
    def full(self) -> bool:
        """Whether so much waits for the service that it must not be answered more."""
        return sum(self._sizes.values()) > self._most_held

    def keep(self, text: str) -> int:
        """The number under which the service gets `text`."""
        number, body = next(self._numbers), text.encode("utf-8", "replace")
        self._texts[number] = _on_disk(body) if self.full else body
        self._sizes[number] = len(body)
        return number

    def take(self, number: int) -> bytes:
        """The text as UTF-8; raises FileNotFoundError if there is none of that number."""
        try:
            kept = self._texts.pop(number)
        except KeyError:
            raise FileNotFoundError(number) from None
        del self._sizes[number]
        if self.taken is not None:
            self.taken()
        if isinstance(kept, bytes):
            return kept
        with kept:
            return kept.read()

    def clear(self) -> None:
        """Forget all of them: nobody fetches any more."""
        self._texts.clear()
        self._sizes.clear()

    def apart(self, message: tuple[Any, ...]) -> tuple[Any, ...]:
        """`message` without its long fields, or itself if it has none.

        Looked at are the fields of its last part, and those of objects in it.
        """
        places = list(_long_fields(message))
        if not places:
            return message
        rest, texts = list(message), []
        for path in places:
            owner: Any = rest
            for step in path[:-1]:
                owner[step] = dict(owner[step])
                owner = owner[step]
            texts.append([path, self.keep(owner[path[-1]])])
            owner[path[-1]] = ""
        return ("apart", rest, texts)


def _on_disk(body: bytes) -> IO[bytes]:
    """A file without a name that stands at its start, and goes when it is closed."""
    file = tempfile.SpooledTemporaryFile(1)  # noqa: SIM115 - it is open until it is taken
    file.write(body)
    file.seek(0)
    return file


def _long_fields(message: tuple[Any, ...]) -> list[Path]:
    last = len(message) - 1
    fields = message[last]
    return _below([last], fields, deeper=True) if isinstance(fields, dict) else []


def _below(path: Path, fields: dict[str, Any], *, deeper: bool) -> list[Path]:
    found: list[Path] = []
    for name, value in fields.items():
        if isinstance(value, str):
            if len(value) > LONG_FIELD:
                found.append([*path, name])
        elif deeper and isinstance(value, dict):
            found += _below([*path, name], value, deeper=False)
    return found
