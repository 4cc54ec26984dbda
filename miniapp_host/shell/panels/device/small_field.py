"""A field as low as the inspector's tools: what is written counts on Enter or when it is left."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from miniapp_host.shell.kit.field import Field
from miniapp_host.shell.kit.theme import font, theme_of
from miniapp_host.texts import Texts

_HEIGHT = 26


class SmallField(Field):
    """`written` once for each text that differs from what the owner showed last."""

    written = Signal(str)
    key_written = Signal(str, str)
    """The same, after the field's object name."""

    def __init__(
        self, name: str, hint: str, texts: Texts, *, icon: str = "", word: str = ""
    ) -> None:
        super().__init__(name, hint, texts, icon=icon, word=word)
        self.setObjectName(f"{name}Field")
        self.setFixedHeight(_HEIGHT)
        self._line.setFont(font(13))
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

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._edge())
        painter.setBrush(QColor(theme_of(self).fg_5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _on_submitted(self, text: str) -> None:
        if text != self._shown:
            self._shown = text
            self.written.emit(text)
            self.key_written.emit(self.objectName(), text)
