"""Tells the person why a command failed: a line on the terminal, a window where there is none."""

import os
import platform
import sys
import traceback
from types import TracebackType

from miniapp_host import __version__
from miniapp_host.automation.verb_error import FolderError
from miniapp_host.cli.kept_nowhere import keep_nothing
from miniapp_host.memory.store_error import StoreError
from miniapp_host.phone.audience import needs_window, own_streams, show_plainly
from miniapp_host.phone.options import STARTS_ANEW
from miniapp_host.texts import Sentence, Texts, ToldError

USAGE_ERROR = 2


def tell(error: ToldError, texts: Texts) -> int:
    """Print the error as one line on standard error, and return the exit code."""
    print(f"miniapp-host: {texts.line(error)}", file=sys.stderr)
    return USAGE_ERROR


def tell_whoever_started(error: ToldError, texts: Texts) -> int:
    """As `tell`; a person who started the phone without a terminal gets a window, too.

    There the person may start the phone all the same, to keep nothing: then STARTS_ANEW.
    """
    code = tell(error, texts)
    if not needs_window(own_streams()):
        return code
    wished = _show(error, details_of(error), texts.said(error), _is_about_memory(error))
    if not wished:
        return code
    keep_nothing(os.environ)
    return STARTS_ANEW


def show_faults() -> None:
    """Let whoever has no terminal see a fault of ours, too, that ends the process at its start."""
    if needs_window(own_streams()):
        sys.excepthook = _show_fault


def details_of(error: BaseException) -> str:
    """What somebody who looks into it wants to know: the error with its causes, the machine."""
    about = f"MiniApp Host {__version__}, Python {platform.python_version()}, {platform.platform()}"
    chain = "".join(traceback.format_exception(error))
    return f"{error}\n\n{about}\n{' '.join(sys.argv)}\n\n{chain}"


def _show_fault(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """Python's own end of a process, then a window."""
    sys.__excepthook__(kind, fault, trace)
    told = Sentence(
        "MiniApp Host has a fault and could not start. Install it again; if it still does not "
        "start, report it with the details."
    )
    _show(told, details_of(fault), told)


def _is_about_memory(error: ToldError) -> bool:
    """Whether the phone could start if it had another place for what it keeps."""
    return isinstance(error, StoreError | FolderError)


def _show(words: object, details: str, plainly: str, may_start: bool = False) -> bool:
    """Shows `words` in a window of ours, or `plainly` if Qt can't be loaded.

    Returns whether the person wants the phone to start and keep nothing, if it `may_start` so.
    """
    try:
        from miniapp_host.phone.trouble import show_trouble
    except ImportError:
        show_plainly(plainly)
        return False
    return show_trouble(words, details, may_start)
