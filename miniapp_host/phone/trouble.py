"""Shows in a window of its own why the phone can't start."""

from PySide6.QtCore import QCoreApplication, QThread

from miniapp_host import paths
from miniapp_host.phone.qt_application import prepare_qt, qt_application
from miniapp_host.phone.terminal import silence_engines
from miniapp_host.shell.kit.theme import theme
from miniapp_host.shell.settings.appearance import (
    desktop_is_dark,
    desktop_language,
    desktop_wants_contrast,
)
from miniapp_host.shell.window.trouble_window import TroubleWindow
from miniapp_host.texts import Texts


def show_trouble(words: object, details: str, may_start: bool = False) -> bool:
    """Show `words`, a sentence or an error, and `details` to copy, until the window is closed.

    Returns whether the person wants the phone to start and keep nothing, which is offered if it
    `may_start` so. Where an event loop runs nothing is shown: a second one inside it crashes.
    """
    if QThread.currentThread().loopLevel() > 0:
        return False
    if QCoreApplication.instance() is None:
        silence_engines()
        prepare_qt()
    app = qt_application()
    texts = Texts(desktop_language(), paths.resources() / "i18n")
    colours = theme(desktop_is_dark(), contrast=desktop_wants_contrast())
    window = TroubleWindow(words, details, texts, colours)
    if may_start:
        window.offer_start()
    window.show()
    app.exec()
    return window.start_wished
