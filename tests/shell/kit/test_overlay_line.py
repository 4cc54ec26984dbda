"""However many a program brings up, few lie there, and each gets its turn."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.overlay import Overlay, open_overlays
from miniapp_host.shell.kit.overlay_line import MOST_SHOWN, MOST_WAITING, OverlayLine
from miniapp_host.shell.kit.sheet import HalfSheet


def sheets(screen: QWidget, name: str) -> Callable[[], Overlay]:
    def make() -> Overlay:
        sheet = HalfSheet(screen)
        sheet.setObjectName(name)
        return sheet

    return make


def names(screen: QWidget) -> list[str]:
    return [overlay.objectName() for overlay in open_overlays(screen)]


def test_a_few_lie_over_each_other_and_the_rest_come_in_their_order(screen: QWidget) -> None:
    line = OverlayLine(screen)
    for name in "abcde":
        assert line.join(sheets(screen, name))
    assert names(screen) == ["a", "b", "c"]
    open_overlays(screen)[-1].reject()
    assert names(screen) == ["a", "b", "d"]
    open_overlays(screen)[0].reject()
    assert names(screen) == ["b", "d", "e"]


def test_what_opens_in_the_background_keeps_its_place(screen: QWidget) -> None:
    line = OverlayLine(screen)
    screen.hide()
    for name in "abcde":
        assert line.join(sheets(screen, name))
    screen.show()
    assert names(screen) == ["a", "b", "c"]


def test_even_waiting_has_an_end(screen: QWidget) -> None:
    line = OverlayLine(screen)
    joined = [line.join(sheets(screen, "x")) for _ in range(MOST_SHOWN + MOST_WAITING + 5)]
    assert joined.count(True) == MOST_SHOWN + MOST_WAITING
    assert joined[-5:] == [False] * 5


def test_a_cleared_line_begins_anew(screen: QWidget) -> None:
    line = OverlayLine(screen)
    for name in "abcde":
        line.join(sheets(screen, name))
    old = open_overlays(screen)
    line.clear()
    for overlay in old:
        overlay.reject()
    assert names(screen) == []
    line.join(sheets(screen, "f"))
    assert names(screen) == ["f"]
