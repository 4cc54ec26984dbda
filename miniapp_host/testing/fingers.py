"""What hands do on the phone's window: the wheel, a dragged finger, keys."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from miniapp_host.testing.waiting import let_run

LEFT = Qt.MouseButton.LeftButton
DIRECTIONS = {
    "left": QPoint(-1, 0),
    "right": QPoint(1, 0),
    "up": QPoint(0, -1),
    "down": QPoint(0, 1),
}
_STEPS = 8
_HOLD_SECONDS = 0.6


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


def hold(window: QWidget, place: QPoint) -> None:
    """Keep a finger on a place until it is a long press."""
    handle = window.windowHandle()
    QTest.mousePress(handle, LEFT, pos=place)
    let_run(_HOLD_SECONDS)
    QTest.mouseRelease(handle, LEFT, pos=place)


def drag(window: QWidget, start: QPoint, way: QPoint) -> None:
    """Drag a finger straight so far to the right and down."""
    handle = window.windowHandle()
    QTest.mousePress(handle, LEFT, pos=start)
    for step in range(1, _STEPS + 1):
        let_run(0.016)  # a finger's speed: the page throws what moves faster
        QTest.mouseMove(handle, start + way * step / _STEPS)
    QTest.mouseRelease(handle, LEFT, pos=start + way)


def write_over(window: QWindow, text: str) -> None:
    """Replace what stands in the field that has the focus, by keys of any script."""
    QTest.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Delete)
    for character in text:
        if character == "\n":
            QTest.keyClick(window, Qt.Key.Key_Return)
            continue
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(window, event)
