"""The QApplication, or one line that says why this machine has no screen for it."""

import os
import sys

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    Qt,
    QtMsgType,
    qFormatLogMessage,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from miniapp_host import __version__
from miniapp_host.paths import APP_NAME, resources
from miniapp_host.phone.audience import needs_window, own_streams, show_plainly
from miniapp_host.phone.system_libraries import lack_of_screen
from miniapp_host.shell.settings.appearance import desktop_language
from miniapp_host.texts import Texts, tell_terminal

_CAN_NOT_START = 2


def prepare_qt() -> None:
    """Must be called before the QApplication is made."""
    # QtWebEngine is imported after the QApplication is made, and refuses to load without this.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    QCoreApplication.setApplicationName(APP_NAME)
    QCoreApplication.setApplicationVersion(__version__)


def qt_application() -> QCoreApplication:
    """The QApplication of this process; exits with code 2 if no screen can be used."""
    running = QApplication.instance()
    if running is not None:
        return running
    before = qInstallMessageHandler(_on_message)
    try:
        return QApplication(sys.argv[:1])
    finally:
        qInstallMessageHandler(before)


def _on_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Prints Qt's messages; if Qt finds no screen, tells the person and ends the process.

    After a fatal message Qt aborts the process from within the constructor of QApplication, and no
    Python exception can leave it.
    """
    if kind is QtMsgType.QtFatalMsg and "platform plugin" in text:
        lack = lack_of_screen()
        tell_terminal(lack.sentence)
        if needs_window(own_streams()):
            show_plainly(Texts(desktop_language(), resources() / "i18n").said(lack))
        os._exit(_CAN_NOT_START)
    print(qFormatLogMessage(kind, context, text), file=sys.stderr, flush=True)
