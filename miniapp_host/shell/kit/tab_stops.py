"""Where Tab leads inside a part of a window that keeps the focus to itself.

Not by Qt's focus chain: PySide makes whoever asks `nextInFocusChain` the owner of what it gives,
and takes widgets away from Python.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def tab_stops(inside: QWidget) -> list[QWidget]:
    """The widgets that Tab reaches, in the order in which they were made."""
    return [
        widget
        for widget in inside.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
    ]


def next_stop(stops: Sequence[QWidget], now: QWidget | None, *, forward: bool) -> QWidget | None:
    """The stop after `now` in a circle, the first or last if it is none; None without stops."""
    if not stops:
        return None
    step = 1 if forward else -1
    at = stops.index(now) + step if now in stops else (0 if forward else -1)
    return stops[at % len(stops)]


def go_to(stop: QWidget, *, forward: bool) -> None:
    """Give `stop` the focus as Tab does, or Shift+Tab, and scroll until it is in view."""
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stop.setFocus(reason)
    reveal(stop)


def reveal(widget: QWidget) -> None:
    """Scroll whatever `widget` lies in until it is in view; of a list, its current row."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def is_out_of_use(widget: QWidget | None) -> bool:
    """Whether a widget is hidden or disabled: Qt passes its focus on as if Tab had been pressed."""
    return widget is not None and not (widget.isVisible() and widget.isEnabled())
