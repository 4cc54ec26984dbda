"""The command that opens a line of a file in the person's editor."""

import shlex
from collections.abc import Callable, Mapping
from pathlib import Path

Which = Callable[[str], str | None]
"""The path of a command, None if this machine does not have it."""

_GOTO = ("-g", "{file}:{line}")
_COLON = ("{file}:{line}",)
_PLUS = ("+{line}", "{file}")
_LINE = ("--line", "{line}", "{file}")
_WAYS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("code", "code-insiders", "codium", "cursor", "windsurf"), _GOTO),
    **dict.fromkeys(("subl", "zed", "zeditor", "hx", "helix", "micro", "lapce"), _COLON),
    **dict.fromkeys(
        ("vim", "nvim", "vi", "gvim", "emacs", "emacsclient", "nano", "gedit", "mousepad"), _PLUS
    ),
    **dict.fromkeys(("kate", "kwrite", "webstorm", "idea", "pycharm"), _LINE),
}
"""How each known editor is told the line."""
_IN_A_TERMINAL = {"vim", "nvim", "vi", "nano", "hx", "helix", "micro"}
_TERMINALS = ("x-terminal-emulator", "gnome-terminal", "konsole", "xterm")
_USUAL = ("code", "codium", "cursor", "zed", "subl", "webstorm", "kate", "gedit")


def editor_command(
    file: Path, line: int | None, chosen: str, environment: Mapping[str, str], which: Which
) -> list[str] | None:
    """The words to start; None if the desktop must decide what opens the file.

    `chosen` is the person's own command, in which {file} and {line} are filled in; without it
    VISUAL and EDITOR count, then the first usual editor that this machine has. `line` is counted
    from 1.
    """
    for words in (chosen, environment.get("VISUAL", ""), environment.get("EDITOR", "")):
        command = _filled(_split(words), file, line, which)
        if command is not None:
            return command
    found = next((name for name in _USUAL if which(name)), None)
    return _filled([found], file, line, which) if found else None


def _split(words: str) -> list[str]:
    try:
        return shlex.split(words)
    except ValueError:
        return []


def _filled(words: list[str], file: Path, line: int | None, which: Which) -> list[str] | None:
    if not words or which(words[0]) is None:
        return None
    name = Path(words[0]).stem
    template = words if "{file}" in " ".join(words) else [*words, *_WAYS.get(name, ("{file}",))]
    number = str(line or 1)
    command = [part.replace("{file}", str(file)).replace("{line}", number) for part in template]
    return _in_terminal(command, which) if name in _IN_A_TERMINAL else command


def _in_terminal(command: list[str], which: Which) -> list[str] | None:
    """An editor of the terminal in a terminal of its own; None if there is none."""
    terminal = next((name for name in _TERMINALS if which(name)), None)
    if terminal is None:
        return None
    return [terminal, "--" if terminal == "gnome-terminal" else "-e", *command]
