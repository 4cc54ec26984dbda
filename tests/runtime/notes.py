"""What a program under test writes down: `note(…)` in its script, `notes(page)` here."""

import json
from collections.abc import Callable
from typing import Any, Protocol

from miniapp_host.phone.program import OpenProgram

NOTE = "const note = (...values) => console.log('note ' + JSON.stringify(values));\n"
"""Goes before a script that notes; it takes the script's first line."""


class Page(Protocol):
    """Whoever reads a program: the driver of our insides, or `MiniApp`."""

    @property
    def program(self) -> OpenProgram: ...

    def wait(self, condition: Callable[[], bool], what: str, /) -> None: ...


def notes(page: Page) -> list[list[Any]]:
    """Everything noted so far, oldest first."""
    texts = [entry.text for entry in page.program.screen.console.entries]
    return [json.loads(text.removeprefix("note ")) for text in texts if text.startswith("note ")]


def wait_notes(page: Page, count: int) -> list[list[Any]]:
    """The notes, once there are `count`."""
    page.wait(lambda: len(notes(page)) >= count, f"{count} notes, there are {notes(page)}")
    return notes(page)


def noted(page: Page, *key: Any) -> list[Any]:
    """What the first note that begins with `key` says after it, waited for."""
    size = len(key)

    def found() -> list[list[Any]]:
        return [note[size:] for note in notes(page) if tuple(note[:size]) == key]

    page.wait(lambda: bool(found()), f"a note {key}, there are {notes(page)}")
    return found()[0]
