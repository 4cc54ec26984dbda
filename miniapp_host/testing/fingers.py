"""What hands do on the phone's window: the wheel, a dragged finger, keys."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from miniapp_host.testing.waiting import let_run

LEFT = Qt.MouseButton.LeftButton
DIRECTIONS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
_STEPS = 8


def turn_wheel(window: QWidget, place: QPoint, pixels: int) -> None:
    """Turn the wheel over a place of the window: down, or up if negative."""
    turn = QWheelEvent(
        QPointF(place),
        QPointF(window.mapToGlobal(place)),
        QPoint(0, -pixels),
        QPoint(0, -pixels),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window.windowHandle(), turn)


def drag(window: QWidget, start: QPoint, direction: str, pixels: int) -> None:
    """Drag a finger so far; `direction` is one of `DIRECTIONS`."""
    x, y = DIRECTIONS[direction]
    handle = window.windowHandle()
    QTest.mousePress(handle, LEFT, pos=start)
    for step in range(1, _STEPS + 1):
        let_run(0.016)  # a finger's speed: the page throws what moves faster
        QTest.mouseMove(handle, start + QPoint(x, y) * (pixels * step // _STEPS))
    QTest.mouseRelease(handle, LEFT, pos=start + QPoint(x, y) * pixels)


def write_over(window: QWindow, text: str) -> None:
    """Replace what stands in the field that has the focus, by keys of any script."""
    QTest.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Delete)
    for character in text:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(window, event)
