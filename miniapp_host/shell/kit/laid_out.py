"""Lays out what has changed before it is painted for the first time."""

from PySide6.QtCore import QCoreApplication, QEvent

_DEEPEST = 4
"""Layouts within layouts: what one of them asks of the next is only handled by the next call."""


def lay_out_now() -> None:
    """Give every widget its place now that a layout would give it in the turns to come.

    Qt lays out a widget in a widget one turn after the inner one has said its new size: with
    texts that wrap, several turns deep, some of which are painted meanwhile, and things jump.
    """
    for _ in range(_DEEPEST):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
