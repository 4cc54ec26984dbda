"""Tells the person why a command failed: a line on the terminal, a window where there is none."""

import os
import platform
import sys
import traceback
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import TextIO

from miniapp_host import __version__
from miniapp_host.texts import Sentence, Texts, ToldError

USAGE_ERROR = 2
_UNSEEN_PLATFORMS = ("offscreen", "minimal", "vnc")


def tell(error: ToldError, texts: Texts) -> int:
    """Print the error as one line on standard error, and return the exit code."""
    print(f"miniapp-host: {texts.line(error)}", file=sys.stderr)
    return USAGE_ERROR


def tell_whoever_started(error: ToldError, texts: Texts) -> int:
    """As `tell`; a person who started the phone without a terminal gets a window, too."""
    code = tell(error, texts)
    if needs_window(_streams()):
        from miniapp_host.phone.trouble import show_trouble

        show_trouble(error, details_of(error))
    return code


def show_faults() -> None:
    """Let whoever has no terminal see a fault of ours, too, that ends the process at its start."""
    if needs_window(_streams()):
        sys.excepthook = _show_fault


def _show_fault(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """Python's own end of a process, then a window, unless the phone runs and this was a slot."""
    sys.__excepthook__(kind, fault, trace)
    from miniapp_host.phone.trouble import runs_already, show_trouble

    if not runs_already():
        told = Sentence(
            "MiniApp Host has a fault and could not start. Install it again; if it still does not "
            "start, report it with the details."
        )
        show_trouble(told, details_of(fault))


def _streams() -> tuple[TextIO | None, ...]:
    return sys.stdin, sys.stdout, sys.stderr


def details_of(error: BaseException) -> str:
    """What somebody who looks into it wants to know: the error with its causes, the machine."""
    about = f"MiniApp Host {__version__}, Python {platform.python_version()}, {platform.platform()}"
    chain = "".join(traceback.format_exception(error))
    return f"{error}\n\n{about}\n{' '.join(sys.argv)}\n\n{chain}"


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
