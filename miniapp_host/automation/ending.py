"""Ends a phone because somebody from outside has asked for it."""

from PySide6.QtCore import QTimer

from miniapp_host.automation.requests import ANSWER_FIRST_MS
from miniapp_host.phone.phone import Phone


def end_soon(phone: Phone) -> None:
    """Close the window, which ends the phone, once the answer is on its way.

    Nobody else reaches the phone from now on: what it took would be gone with it.
    """
    phone.end_announced.emit()
    QTimer.singleShot(ANSWER_FIRST_MS, phone.window.close)
