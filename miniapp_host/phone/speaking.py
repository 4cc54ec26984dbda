"""What is open already says its words in a language that the person has chosen just now."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

from miniapp_host.phone.details import renewed
from miniapp_host.texts import Texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from miniapp_host.phone.program import OpenProgram


def speak_anew(window: "QWidget", programs: Iterable["OpenProgram"], texts: Texts) -> None:
    """Tell the window's parts, each of which hears Qt's own event, and the open programs."""
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    for program in programs:
        screen = program.screen
        screen.take_details(renewed(screen.details, program.session.package, texts))
