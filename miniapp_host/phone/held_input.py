"""Keeps a window's input back while something must be known first, and gives it on in order.

Chromium answers questions and hears of the mouse on two ways: a tap may change the page before the
page has said what was tapped.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent, QWheelEvent, QWindow

Take = Callable[[QInputEvent], bool]
"""Looks at an event before the phone gets it; the result says whether it is kept from the phone."""


class HeldInput:
    """Everything passes `take`, in the order in which it came; `window` is where it goes on to.

    `ready` is called before what was held goes on: Qt gives nobody the focus for a press that is
    sent and not the system's own.
    """

    def __init__(
        self, window: Callable[[], QWindow | None], take: Take, ready: Callable[[], None]
    ) -> None:
        self._window = window
        self._take = take
        self._ready = ready
        self._held: list[QInputEvent] = []
        self._waits = False
        self._sends = False

    def see(self, event: QInputEvent) -> bool:
        """An event comes in; the result says whether it is kept from the phone, for now or ever."""
        if self._sends:
            return False
        if self._waits and event.type() is not QEvent.Type.ShortcutOverride:
            self._held.append(copy_of(event))
            return True
        return self._take(event)

    def hold(self, event: QInputEvent) -> None:
        """Keep `event`, which is being taken, and all that comes, until `go_on`."""
        self._held.append(copy_of(event))
        self._waits = True

    def go_on(self) -> None:
        """What had to be known is known, or never will be; a second call does nothing."""
        if not self._waits:
            return
        self._waits = False
        first, later = self._held[0], self._held[1:]
        self._held = []
        self._ready()
        self._send(first)
        while later and not self._waits:
            event = later.pop(0)
            if not self._take(event):
                self._send(event)
        self._held += later

    def _send(self, event: QInputEvent) -> None:
        window = self._window()
        if window is None:
            return
        self._sends = True
        try:
            QCoreApplication.sendEvent(window, event)
        finally:
            self._sends = False


def copy_of(event: QInputEvent) -> QInputEvent:
    """An event of its own with the same content; Qt deletes the one that it shows to a filter.

    Raises TypeError for an event that is not of mouse, wheel or keys.
    """
    match event:
        case QMouseEvent():
            copy: QInputEvent = _mouse_copy(event)
        case QWheelEvent():
            copy = _wheel_copy(event)
        case QKeyEvent():
            copy = _key_copy(event)
        case _:
            raise TypeError(f"no event of mouse, wheel or keys: {event}")
    copy.setTimestamp(event.timestamp())
    return copy


def _mouse_copy(event: QMouseEvent) -> QMouseEvent:
    return QMouseEvent(
        event.type(),
        event.position(),
        event.scenePosition(),
        event.globalPosition(),
        event.button(),
        event.buttons(),
        event.modifiers(),
        event.pointingDevice(),
    )


def _wheel_copy(event: QWheelEvent) -> QWheelEvent:
    return QWheelEvent(
        event.position(),
        event.globalPosition(),
        event.pixelDelta(),
        event.angleDelta(),
        event.buttons(),
        event.modifiers(),
        event.phase(),
        event.inverted(),
    )


def _key_copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(
        QEvent.Type(event.type()),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
