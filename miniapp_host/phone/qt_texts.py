"""What Qt itself says – the menus of fields, the folder dialog – in the phone's language."""

import shiboken6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.settings.appearance import Appearance


class QtTexts(QObject):
    """Follows the language of `appearance` until it is closed."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._translator = QTranslator(self)
        self._unwatch = bound_watch(self, appearance.watch, self._on_change)
        self._on_change(appearance)

    def _on_change(self, appearance: Appearance) -> None:
        """Loads Qt's translation; English is what Qt says where it has none."""
        QCoreApplication.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{appearance.language.value}", folder):
            QCoreApplication.installTranslator(self._translator)

    def close(self) -> None:
        """Leave Qt's texts as they are in the code.

        The translator goes now: Qt keeps a lock while it looks up a text, for which Python may
        collect what is dead, and the end of a translator would wait for that lock for ever.
        """
        self._unwatch()
        shiboken6.delete(self._translator)
