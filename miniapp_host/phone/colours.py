"""Gives the phone other colours: its window at once, the open programs as an event."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from miniapp_host.shell.kit.theme import Theme, theme_of
from miniapp_host.shell.window.phone_window import PhoneWindow

if TYPE_CHECKING:
    from miniapp_host.phone.program import OpenProgram


def recolour(window: PhoneWindow, colours: Theme, programs: Iterable["OpenProgram"]) -> None:
    """Draw everything in `colours`; each program is told what of them has changed."""
    before = theme_of(window)
    window.set_theme(colours)
    for program in programs:
        if colours.name != before.name:
            program.session.emit("themeChange", {"theme": colours.name})
        if colours.contrast is not before.contrast:
            program.session.emit("contrastChange", {"contrast": colours.contrast})
