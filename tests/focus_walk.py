"""What Tab finds in a part of a window: everything, in the order of reading, and visibly."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.shell.kit.tab_stops import go_to, tab_stops

_RING = 8
"""As far as a mark of focus may lie outside its widget, in pixels."""
_MOST_ROWS = 40


class FocusWalk:
    """Goes through parts of windows; what looked right once is not looked at again."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._walked: set[tuple[str, ...]] = set()

    def faults_of(self, part: QWidget) -> list[str]:
        """What Tab misses in `part`, reaches in another order or does not mark: a line for each."""
        stops = _stops(part)
        way = tuple(map(_path_of, stops))
        if not way or way in self._walked:
            return []
        self._walked.add(way)
        go_to(stops[0], forward=True)
        circle = _circle(part, len(stops))
        reached = [one for one in circle if isValid(one)]  # a panel may have been filled anew
        # Of buttons of which one is chosen Tab reaches that one, as Qt finds out on the way.
        left = [one for one in _stops(part) if one in stops]
        missed = [one for one in left if one not in reached]
        faults = [f"Tab does not reach {_name_of(one)}" for one in missed]
        return faults + _order_faults(part, reached) + self._unmarked(part.window(), left)

    def _unmarked(self, window: QWidget, stops: list[QWidget]) -> list[str]:
        new = [one for one in stops if _path_of(one) not in self._seen]
        self._seen.update(map(_path_of, new))
        return [
            f"{_name_of(one)} does not show that it has the focus"
            for one in new
            if not _is_marked(window, one)
        ]


def _stops(part: QWidget) -> list[QWidget]:
    return [one for one in tab_stops(part) if not _is_page(one)]


def _circle(part: QWidget, stops: int) -> list[QWidget]:
    """Where the focus is from one Tab to the next, until it comes back or leaves `part`.

    Some lists let Tab go from row to row.
    """
    found: list[QWidget] = []
    for _ in range(stops + _MOST_ROWS):
        now = QApplication.focusWidget()
        if now is None or now in found[:-1] or not (now is part or part.isAncestorOf(now)):
            break
        if _is_page(now):
            _go_past(part, found)
            continue
        if now not in found:
            found.append(now)
        QTest.keyClick(part.window().windowHandle(), Qt.Key.Key_Tab)
    return found


def _go_past(part: QWidget, found: list[QWidget]) -> None:
    """The stop after the last one, out of a page: Tab goes around in it, or it took the keys."""
    stops = _stops(part)
    last = stops.index(found[-1]) if found and found[-1] in stops else -1
    go_to(stops[(last + 1) % len(stops)], forward=True)


def _order_faults(part: QWidget, stops: list[QWidget]) -> list[str]:
    """Upward steps beyond the one with which the circle closes; another column may begin higher."""
    for area in part.findChildren(QAbstractScrollArea):
        area.verticalScrollBar().setValue(0)
    steps = [*pairwise(stops), *pairwise((*stops[-1:], *stops[:1]))]
    upward = [
        f"Tab goes up from {_name_of(one)} to {_name_of(other)}"
        for one, other in steps
        if _lies_before(_place(other, part), _place(one, part))
    ]
    return upward if len(upward) > 1 else []


def _lies_before(one: QRect, other: QRect) -> bool:
    return one.bottom() < other.top() and one.left() <= other.right()


def _place(widget: QWidget, part: QWidget) -> QRect:
    corner = QPoint(0, 0) if widget is part else widget.mapTo(part, QPoint(0, 0))
    return QRect(corner, widget.size())


def _is_marked(window: QWidget, stop: QWidget) -> bool:
    """Whether it looks otherwise with the focus; what fills the phone alone needs no mark."""
    if isinstance(stop, Overlay):
        return True
    go_to(stop, forward=True)
    marked = _drawn(window, stop)
    stop.clearFocus()
    return marked != _drawn(window, stop)


def _drawn(window: QWidget, stop: QWidget) -> QImage:
    place = QRect(stop.mapTo(window, QPoint(0, 0)), stop.size())
    around = place.adjusted(-_RING, -_RING, _RING, _RING)
    return window.grab(around & window.rect()).toImage()


def _is_page(stop: QWidget) -> bool:
    """Whether it is a page: Chromium moves the focus there."""
    above: QWidget | None = stop
    while above is not None and not above.inherits("QWebEngineView"):
        above = above.parentWidget()
    return above is not None


def _name_of(stop: QWidget) -> str:
    """Its name, of a nameless one also what it lies in."""
    own = stop.objectName() or stop.accessibleName()
    above = stop.parentWidget()
    kind = type(stop).__name__
    return own or (f"{kind} in {_name_of(above)}" if above is not None else kind)


def _path_of(stop: QWidget) -> str:
    above = stop.parentWidget()
    own = stop.objectName() or stop.accessibleName() or type(stop).__name__
    return f"{_path_of(above) if above is not None else ''}/{own}"
