"""Whether a person sees what this process says, and a window without Qt for who would not."""

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TextIO

_UNSEEN_PLATFORMS = ("offscreen", "minimal", "vnc")
_WINDOWS = (
    ("zenity", "--error", "--no-markup", "--title=MiniApp Host", "--text"),
    ("kdialog", "--title", "MiniApp Host", "--error"),
    ("xmessage", "-center"),
)
"""Programs of Linux desktops that show a sentence, given as the last word."""


def own_streams() -> tuple[TextIO | None, ...]:
    """What a terminal would read of this process; a stream may be None on Windows."""
    return sys.stdin, sys.stdout, sys.stderr


def needs_window(
    streams: Sequence[TextIO | None], environment: Mapping[str, str] = os.environ
) -> bool:
    """Whether nobody reads the streams, as after a double click, and somebody sees a screen."""
    if any(stream is not None and stream.isatty() for stream in streams):
        return False
    if environment.get("QT_QPA_PLATFORM", "").startswith(_UNSEEN_PLATFORMS):
        return False
    desktops = (environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return sys.platform in ("win32", "darwin") or any(desktops)


def show_plainly(text: str) -> None:
    """Show `text` by a program of the desktop until the person closes it, if there is one.

    It is for when Qt itself can't start.
    """
    import shutil  # here, because a start that succeeds needs neither
    import subprocess

    words = next((one for one in _WINDOWS if shutil.which(one[0])), None)
    if words is not None:
        with suppress(OSError):
            subprocess.run([*words, text], capture_output=True, check=False)
