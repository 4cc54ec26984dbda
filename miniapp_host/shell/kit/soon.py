"""What happens with the event loop's next turn, as long as its owner lives."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def soon(owner: QObject, act: Callable[[], None]) -> None:
    """Call `act`, a bound method of `owner`, in the next turn, unless `owner` is deleted before.

    `QTimer.singleShot` can't do that: with an owner that is deleted first PySide keeps the method,
    and so its object, for ever; without an owner it calls the method of a deleted object.
    """
    timer = QTimer(owner, singleShot=True)
    timer.timeout.connect(act)
    timer.timeout.connect(timer.deleteLater)
    timer.start(0)
