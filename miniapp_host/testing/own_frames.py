"""Keeps our own frames out of what a failed test shows: it ends at the stranger's own line."""

import sys
from types import FrameType

from miniapp_host.texts import ToldError

_OURS = __name__.partition(".")[0]
_TOLD = (AssertionError, ToldError, ValueError)
"""What says for itself what is wrong; the frames of any other error are needed to mend us."""


def end_in_the_test(error: BaseException) -> None:
    """Cut the frames of ours that a told error ends with, and Python's own beneath them."""
    last = None
    step = error.__traceback__ if isinstance(error, _TOLD) else None
    while step is not None:
        last = last if _is_beneath(step.tb_frame) else step
        step = step.tb_next
    if last is not None:
        last.tb_next = None


def _is_beneath(frame: FrameType) -> bool:
    package = str(frame.f_globals.get("__name__", "")).partition(".")[0]
    return package == _OURS or package in sys.stdlib_module_names
