"""Who had the focus before something came up, and whether a ring showed it."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class FocusBefore:
    """Taken when it comes up; whoever gets the focus when it goes has a ring if there was one."""

    def __init__(self, window: QWidget) -> None:
        self._holder = window.focusWidget()  # also while the window is inactive
        self._ringed = bool(getattr(self._holder, "ringed", False))

    @property
    def holder(self) -> QWidget | None:
        """The widget that had the focus; None if it is gone or hidden."""
        there = self._holder is not None and shiboken6.isValid(self._holder)
        return self._holder if there and self._holder and self._holder.isVisible() else None

    def hand_to(self, widget: QWidget) -> None:
        """Give `widget` the focus, visibly if it was visible before."""
        visibly = Qt.FocusReason.TabFocusReason
        widget.setFocus(visibly if self._ringed else Qt.FocusReason.OtherFocusReason)
