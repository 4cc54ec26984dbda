"""Prints what a screen reader finds of the phone, by AT-SPI: a line each with role, name, states.

For the system's own Python, which has the bindings (gir1.2-atspi-2.0, python3-gi).
"""

from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # type: ignore[import-not-found]  # noqa: E402

TOLD = ("focused", "checked", "selected", "modal", "editable")


def main() -> None:
    for program in _children(Atspi.get_desktop(0)):
        # Qt tells Chromium's surface once more beside the windows, where no screen reader looks.
        for window in _children(program):
            if window.get_role_name() != "filler":
                print("\n".join(_lines(window, 0)))


def _children(node: Any) -> Iterator[Any]:
    """What lies directly in a node; the phone may drop some meanwhile."""
    found = (node.get_child_at_index(at) for at in range(node.get_child_count()))
    return (child for child in found if child is not None)


def _lines(node: Any, depth: int) -> Iterator[str]:
    """The node and all below it that is on the screen."""
    states = {state.value_nick for state in node.get_state_set().get_states()}
    if depth and "showing" not in states:
        return
    said = [node.get_role_name(), f"“{node.get_name()}”", *(one for one in TOLD if one in states)]
    yield "  " * depth + " ".join(said)
    for child in _children(node):
        yield from _lines(child, depth + 1)


if __name__ == "__main__":
    Atspi.init()
    main()
