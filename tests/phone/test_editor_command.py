"""Which command opens a line of a file in the person's editor."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from miniapp_host.phone.editor_command import editor_command

FILE = Path("/p/my program/a.js")
NOTHING: Mapping[str, str] = {}


def have(*names: str):
    return lambda name: f"/usr/bin/{name}" if name in names else None


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("code", ["code", "-g", "/p/my program/a.js:7"]),
        ("/opt/bin/codium --wait", ["/opt/bin/codium", "--wait", "-g", "/p/my program/a.js:7"]),
        ("subl", ["subl", "/p/my program/a.js:7"]),
        ("emacsclient -n", ["emacsclient", "-n", "+7", "/p/my program/a.js"]),
        ("kate", ["kate", "--line", "7", "/p/my program/a.js"]),
        ("unheard-of", ["unheard-of", "/p/my program/a.js"]),
        ("unheard-of -x {file} -y {line}", ["unheard-of", "-x", "/p/my program/a.js", "-y", "7"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(words: str, command: list[str]) -> None:
    which = have(words.split()[0])
    assert editor_command(FILE, 7, words, NOTHING, which) == command


def test_the_persons_own_command_comes_first_then_visual_then_editor() -> None:
    environment = {"VISUAL": "zed", "EDITOR": "gedit"}
    which = have("code", "zed", "gedit")
    assert editor_command(FILE, 1, "code", environment, which)[0] == "code"
    assert editor_command(FILE, 1, "", environment, which)[0] == "zed"
    assert editor_command(FILE, 1, "", {"EDITOR": "gedit"}, which)[0] == "gedit"


def test_what_this_machine_does_not_have_is_passed_over() -> None:
    assert editor_command(FILE, 1, "gone", {"EDITOR": "zed"}, have("zed"))[0] == "zed"
    assert editor_command(FILE, 1, '"unclosed', NOTHING, have("kate"))[0] == "kate"
    assert editor_command(FILE, 1, "", NOTHING, have()) is None


def test_an_editor_of_the_terminal_gets_a_terminal() -> None:
    command = editor_command(FILE, 7, "vim", NOTHING, have("vim", "xterm"))
    assert command == ["xterm", "-e", "vim", "+7", "/p/my program/a.js"]
    assert editor_command(FILE, 7, "vim", NOTHING, have("vim")) is None


def test_without_a_line_the_first_is_shown() -> None:
    assert editor_command(FILE, None, "code", NOTHING, have("code"))[-1].endswith(":1")
