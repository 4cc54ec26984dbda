"""A button that is only drawn: its word is said by its tip and by a screen reader."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.texts import Texts


class Glyph(Pressable):
    """Says its word in the phone's language, also in one that the person chooses later."""

    def __init__(self, name: str, word: str, texts: Texts, parent: QWidget | None) -> None:
        super().__init__("", parent)
        self.setObjectName(name)
        self._word = word
        self._texts = texts
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        said = self._texts(self._word)
        self.setAccessibleName(said)
        self.setToolTip(said)
