"""How a person leaves a program that means harm, and how long it takes until that is seen."""

import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.phone.phone import Phone
from miniapp_host.phone.program import OpenProgram
from tests.benchmarks.inspector import Heartbeat

PATIENCE_MS = 30_000
AFTERWARDS_MS = 3_000


@dataclass(frozen=True)
class Leaving:
    """In milliseconds: from the click to the launcher on the screen, by the clock and of work.

    `queued` is how much of that other programs of the machine kept the thread from a processor.
    `then` is the longest time by the clock, and `then_work` the longest of work, that the phone
    stood still in the seconds after.
    """

    seen: float
    work: float
    queued: float
    then: float
    then_work: float


def leave(phone: Phone, program: OpenProgram) -> Leaving:
    """Click the way out, as the mouse does: what came before the click is done first.

    Who left by the bar at the foot closes the program then.
    """
    launcher = phone.window.screen_widget.launcher
    assert launcher is not None
    seen = Seen(launcher)
    began, began_work, began_queued = time.perf_counter(), time.thread_time(), _queued()
    _click(_way_out(phone, program.screen))
    seen.wait()
    took, work = time.perf_counter() - began, time.thread_time() - began_work
    queued = _queued() - began_queued
    beats, clock = Heartbeat(), Heartbeat(time.perf_counter)
    beats.start()
    clock.start()
    phone.close_program(program.id)
    _run_for(AFTERWARDS_MS)
    return Leaving(took * 1000, work * 1000, queued * 1000, clock.stop(), beats.stop())


def _queued() -> float:
    """The seconds that this thread has been ready and waited for a processor; 0 if unknown."""
    try:
        _, waited, _ = Path("/proc/thread-self/schedstat").read_text("ascii").split()
    except OSError:
        return 0.0
    return int(waited) / 1e9


def _way_out(phone: Phone, screen: QWidget) -> QWidget:
    """The capsule's close; where something of the phone's own lies over it, the bar at the foot."""
    capsule = screen.findChild(QWidget, "capsuleClose")
    place = capsule.mapTo(phone.window, capsule.rect().center())
    on_top = phone.window.childAt(place)
    reached = on_top is not None and (on_top is capsule or capsule.isAncestorOf(on_top))
    return capsule if reached else phone.window.screen_widget.indicator


def _click(widget: QWidget) -> None:
    """Has both events wait in line, where `QTest` would jump it."""
    place = QPointF(widget.rect().center())
    spot = QPointF(widget.mapToGlobal(widget.rect().center()))
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind, down in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        event = QMouseEvent(kind, place, spot, left, down, plain)
        QCoreApplication.postEvent(widget, event)


def _run_for(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Seen(QObject):
    """Waits until a widget has been painted and what was painted is on the screen."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self._loop = QEventLoop()
        watched.installEventFilter(self)

    def wait(self) -> None:
        QTimer.singleShot(PATIENCE_MS, self._loop.quit)
        self._loop.exec()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._loop.quit()  # returns after the painting, of which this event is a part
        return False
