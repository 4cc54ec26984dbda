"""A field as low as the inspector's tools: what is written counts on Enter or when it is left."""

from PySide6.QtCore import Signal

from miniapp_host.shell.inspector.filter_field import ToolField
from miniapp_host.texts import Texts


class SmallField(ToolField):
    """`written` once for each text that differs from what the owner showed last."""

    written = Signal(str)
    key_written = Signal(str, str)
    """The same, after the field's object name."""

    def __init__(
        self, name: str, hint: str, texts: Texts, *, icon: str = "", word: str = ""
    ) -> None:
        super().__init__(name, hint, texts, icon=icon, word=word)
        self.setObjectName(f"{name}Field")
        self._shown = ""
        self.submitted.connect(self._on_submitted)

    def show_text(self, text: str) -> None:
        """Show the owner's text, unless the person is writing."""
        self._shown = text
        self.mark_wrong(False)
        if not self._line.hasFocus():
            self.set_text(text)

    def take_back(self) -> None:
        """Show the owner's text again, whatever the person wrote."""
        self.set_text(self._shown)

    def _on_submitted(self, text: str) -> None:
        if text != self._shown:
            self._shown = text
            self.written.emit(text)
            self.key_written.emit(self.objectName(), text)
