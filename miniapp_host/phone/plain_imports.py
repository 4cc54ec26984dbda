"""Imports modules without PySide's import hook while the `miniapp-host` command runs.

PySide replaces `builtins.__import__`: it reads the source of every module that is imported later,
in case it says `from __feature__ import …`, and `linecache` keeps them: 25 ms of a start and 4 MB.
A program that imports this package may use `__feature__`; so only the command goes without.
"""

import builtins
import linecache
from collections.abc import Iterator
from contextlib import contextmanager

import PySide6.QtCore  # noqa: F401 - PySide replaces `__import__` when this is imported


@contextmanager
def plain_imports() -> Iterator[None]:
    """Inside, `builtins.__import__` is Python's own; afterwards it is as before."""
    of_pyside = builtins.__import__
    builtins.__import__ = getattr(builtins, "__orig_import__", of_pyside)
    linecache.clearcache()
    try:
        yield
    finally:
        builtins.__import__ = of_pyside
