"""The phone on the screen: what Qt shows, asks and listens to; decides and keeps nothing."""

import builtins
import linecache

import PySide6.QtCore  # noqa: F401 - its import brings the hook

# PySide reads the source of every module imported after it, in case it wants a `__feature__`, and
# linecache keeps them all: milliseconds and megabytes for what nobody here asks for.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
linecache.clearcache()
