"""What Qt itself says – the menus of fields, the folder dialog – in the phone's language."""

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
        """Leave Qt's texts as they are in the code."""
        self._unwatch()
        QCoreApplication.removeTranslator(self._translator)
