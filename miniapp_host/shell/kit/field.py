"""A rounded field to type into, with an icon or a word before it and a cross to empty it."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from miniapp_host.shell.kit.code_font import code_font
from miniapp_host.shell.kit.icon import Icon, IconButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.pressable import RING
from miniapp_host.shell.kit.theme import CLEAR, font, theme_of
from miniapp_host.texts import Texts

HEIGHT = 36


class Field(QWidget):
    """`text_changed` at every letter, `submitted` on Enter or when the focus leaves."""

    text_changed = Signal(str)
    submitted = Signal(str)

    def __init__(
        self, name: str, hint: str, texts: Texts, *, icon: str = "", word: str = ""
    ) -> None:
        """A field with a `word` before it is a short one: it has no cross."""
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._line = _Line(name, word or hint, 14 if word else 15)
        self._line.setPlaceholderText(hint)
        self._line.textChanged.connect(self._on_line_text_changed)
        self._line.editingFinished.connect(self._on_line_editing_finished)
        self._line.focus_moved.connect(self.update)
        self._clear = IconButton("close", texts("Clear"), size=12, reach=28, tone="fg_1")
        self._clear.setObjectName(f"{name}Clear")
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self._on_clear_clicked)
        self._clear.hide()
        self._clearable = not word
        row = QHBoxLayout(self)
        row.setSpacing(8)
        if icon:
            row.addWidget(Icon(icon, 18, "fg_1"))
        if word:
            row.addWidget(PlainLabel(word, pixels=12, tone="fg_1"))
        row.addWidget(self._line, 1)
        row.addWidget(self._clear)
        row.setContentsMargins(10, 0, 4 if self._clearable else 10, 0)
        self.setFocusProxy(self._line)

    def setAccessibleName(self, name: str) -> None:
        """Name what is typed into, by the label that stands before it."""
        self._line.setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:
        """Say more of what is typed into."""
        self._line.setAccessibleDescription(words)

    def write_code(self) -> None:
        """Show what is typed, and the hint, in the font of code, which is wider."""
        self._line.setFont(code_font(self._line.font().pixelSize() - 1))

    def leave_escape(self) -> None:
        """Let Escape mean "back" at once, not only once the field is empty."""
        self._line.empties = False

    @property
    def text(self) -> str:
        """The text in the field."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Set the text without the signal that the person typed."""
        self._line.blockSignals(True)
        self._line.setText(text)
        self._line.blockSignals(False)
        self._line.setCursorPosition(0)
        self._clear.setVisible(bool(text) and self._clearable)

    def mark_wrong(self, wrong: bool) -> None:
        """Draws a red edge while what stands in it cannot be used."""
        self.setProperty("wrong", wrong)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._line.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        painter.setPen(self._edge())
        painter.setBrush(QColor(theme.bg_5 if theme.dark else theme.bg_2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _edge(self) -> QPen:
        if self.property("wrong"):
            return QPen(QColor(theme_of(self).red), 1.5)
        theme = theme_of(self)
        if self._line.hasFocus():
            return QPen(QColor(theme.link), RING)
        return QPen(QColor(theme.fg_3), 1) if theme.contrast else QPen(Qt.PenStyle.NoPen)

    def _on_line_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text) and self._clearable)
        self.text_changed.emit(text)

    def _on_line_editing_finished(self) -> None:
        self.submitted.emit(self._line.text())

    def _on_clear_clicked(self) -> None:
        self._line.clear()
        self._line.setFocus()


class _Line(QLineEdit):
    """The line edit inside; while it `empties`, Escape means "back" only in an empty one."""

    focus_moved = Signal()

    def __init__(self, name: str, label: str, pixels: int) -> None:
        super().__init__()
        self.empties = True
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFrame(False)
        self.setFont(font(pixels))
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, QColor(CLEAR))
        self.setPalette(clear)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.focus_moved.emit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() and self.empties:
            self.clear()
            return
        super().keyPressEvent(event)
