"""Keeps our own frames out of what a failed test shows: it ends at the stranger's own line."""

import sys
from types import FrameType

import pytest

from miniapp_host.texts import ToldError

_BENEATH = sys.stdlib_module_names | {__name__.partition(".")[0], "pytest", "_pytest", "pluggy"}
_TOLD = (AssertionError, ToldError, ValueError, pytest.UsageError)
"""What says for itself what is wrong; the frames of any other error are needed to mend us."""


def end_in_the_test(error: BaseException) -> bool:
    """Cut the frames of ours that a told error ends with, and Python's own beneath them.

    False if no frame of the test, or of its fixtures, would be left.
    """
    if not isinstance(error, _TOLD):
        return True
    last, step = None, error.__traceback__
    while step is not None:
        last = last if _is_beneath(step.tb_frame) else step
        step = step.tb_next
    if last is not None:
        last.tb_next = None
    return last is not None


def _is_beneath(frame: FrameType) -> bool:
    """Whether it is ours, Python's or pytest's own, or a hook of another plugin around them."""
    package = str(frame.f_globals.get("__name__", "")).partition(".")[0]
    return package in _BENEATH or frame.f_code.co_name.startswith("pytest_")
