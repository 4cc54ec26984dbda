"""The steps of one recording, in the terms of `miniapp_host.testing`, and the test they make."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True)
class Remark:
    """What was done and has no step, said in the test as a comment."""

    text: str

    @property
    def line(self) -> str:
        """The remark as a comment of Python."""
        return f"# {' '.join(self.text.split())}"


Line = Step | Remark


@dataclass(frozen=True)
class Beginning:
    """What a test needs so that it begins as the recording did.

    `decided` are the states of scopes before the start, `lines` what is done after it; `words` are
    the options of pytest besides `--miniapp`.
    """

    decided: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    words: tuple[str, ...] = ()


class Recording:
    """Grows while the person goes on; whoever watches is told after each change."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._beginning = Beginning()
        self._changed: Watchers[Recording] = Watchers()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What was done so far."""
        return tuple(self._lines)

    def add(self, line: Line) -> None:
        """Add a line; scrolling on, and what is set again, are one line with what it goes on."""
        last = self._lines[-1] if self._lines else None
        if last == line and isinstance(line, Remark):
            return
        together = _joined(last, line)
        if together is not None:
            self._lines.pop()
        self._lines.append(together or line)
        self._changed.announce(self)

    def begin(self, beginning: Beginning) -> None:
        """Begin anew."""
        self._lines.clear()
        self._beginning = beginning
        self._changed.announce(self)

    def watch(self, callback: Callable[["Recording"], None]) -> Unwatch:
        """Call `callback` after each change; the result ends that."""
        return self._changed.watch(callback)

    def source(self, folder: Path) -> str:
        """The test as the text of a Python file, for the program in `folder`."""
        begun = self._beginning
        lines = [*begun.lines, *self._lines]
        used = {line.fixture for line in lines if isinstance(line, Step)}
        fixtures = ", ".join(name for name in FIXTURES if name in {*used, "miniapp"})
        body = [line.line for line in lines]
        if not used:
            body.append("pass")
        words = " ".join((f"--miniapp={folder.name}", *begun.words))
        return (
            f'"""Recorded on MiniApp Host; run it by: pytest {words} FILE."""\n\n'
            f"import pytest\n\n\n@pytest.mark.recorded\n{_mark(begun.decided)}"
            f"def test_recorded({fixtures}):\n" + "".join(f"    {line}\n" for line in body)
        )

    def write(self, file: Path, folder: Path) -> None:
        """Write the test into `file`, over what is there; raises OSError."""
        text = self.source(folder)
        replace_file(file, lambda new: _written(new, text))


def _mark(decided: Mapping[str, str]) -> str:
    """The lines over the test that say what is decided when it starts."""
    if not decided:
        return ""
    rows = "".join(
        f"    {_literal(scope)}: {_literal(state)},\n" for scope, state in decided.items()
    )
    return f"@pytest.mark.permissions({{\n{rows}}})\n"


def _written(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


def _joined(last: Line | None, line: Line) -> Line | None:
    """One line for both; None if they are two."""
    if not (isinstance(last, Step) and isinstance(line, Step)) or last.method != line.method:
        return None
    if line.fixture == "device":
        return line if _sets_the_same(last, line) else None
    if line.method != "scroll" or last.named != line.named:
        return None
    pixels = [one for one in (*last.arguments, *line.arguments) if isinstance(one, int)]
    return Step(line.fixture, line.method, (sum(pixels),), line.named)


def _sets_the_same(last: Step, line: Step) -> bool:
    """Whether the later one leaves nothing of the earlier: one switch says nothing of another."""
    names = {name for name, _value in last.named}
    named = names <= {name for name, _value in line.named}
    return named and (line.method != "switch" or last.arguments == line.arguments)


def _literal(value: object) -> str:
    """A value as Python writes it, a text in double quotes."""
    if not isinstance(value, str):
        return repr(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
