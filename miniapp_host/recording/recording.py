"""The steps of one recording, in the terms of `miniapp_host.testing`, and the test they make."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from miniapp_host.memory.durable import replace_file
from miniapp_host.watchers import Unwatch, Watchers

FIXTURES = ("miniapp", "prompt", "permissions", "settings", "device")


@dataclass(frozen=True)
class Step:
    """One line of the test: a method of a fixture with its arguments, and what is asserted of it.

    `expected` is the value that the call must give, None if it gives nothing.
    """

    fixture: str
    method: str
    arguments: tuple[object, ...] = ()
    named: tuple[tuple[str, object], ...] = ()
    expected: str | None = None

    @property
    def line(self) -> str:
        """The step as a line of Python."""
        given = [_literal(one) for one in self.arguments]
        given += [f"{name}={_literal(value)}" for name, value in self.named if value is not None]
        call = f"{self.fixture}.{self.method}({', '.join(given)})"
        return call if self.expected is None else f"assert {call} == {_literal(self.expected)}"


class Recording:
    """Grows while the person goes on; whoever watches is told after each change."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._changed: Watchers[Recording] = Watchers()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps so far."""
        return tuple(self._steps)

    def add(self, step: Step) -> None:
        """Add a step; scrolling on after scrolling is one step."""
        last = self._steps[-1] if self._steps else None
        if last and step.method == last.method == "scroll":
            step = _added_up(self._steps.pop(), step)
        self._steps.append(step)
        self._changed.announce(self)

    def clear(self) -> None:
        """Begin anew."""
        self._steps.clear()
        self._changed.announce(self)

    def watch(self, callback: Callable[["Recording"], None]) -> Unwatch:
        """Call `callback` after each change; the result ends that."""
        return self._changed.watch(callback)

    def source(self, folder: Path) -> str:
        """The test as the text of a Python file, for the program in `folder`."""
        used = {step.fixture for step in self._steps} | {"miniapp"}
        fixtures = ", ".join(name for name in FIXTURES if name in used)
        body = [step.line for step in self._steps] or ["pass"]
        lines = "\n".join(f"    {line}" for line in body)
        return (
            f'"""Recorded on MiniApp Host; run it by: pytest --miniapp={folder.name} FILE."""\n\n\n'
            f"def test_recorded({fixtures}):\n{lines}\n"
        )

    def write(self, file: Path, folder: Path) -> None:
        """Write the test into `file`, over what is there; raises OSError."""
        text = self.source(folder)
        replace_file(file, lambda new: _written(new, text))


def _written(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


def _added_up(last: Step, step: Step) -> Step:
    pixels = [one for one in (*last.arguments, *step.arguments) if isinstance(one, int)]
    return Step(step.fixture, step.method, (sum(pixels),))


def _literal(value: object) -> str:
    """A value as Python writes it, a text in double quotes."""
    if not isinstance(value, str):
        return repr(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
