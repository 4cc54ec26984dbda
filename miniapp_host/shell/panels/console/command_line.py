"""The line at the console's foot in which code is typed for the program."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.code_font import code_font
from miniapp_host.shell.kit.focus_ring import FocusRing
from miniapp_host.shell.kit.icon import paint_icon
from miniapp_host.shell.kit.theme import CLEAR, theme_of, tone_of
from miniapp_host.texts import Texts

MOST_REMEMBERED = 100
_MOST_LINES = 8
_LEFT = 28
_NEW_LINE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier


class CommandLine(QWidget):
    """Enter sends, Shift+Enter begins a new line, the arrows bring back what was sent before."""

    sent = Signal(str)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._edit = _CodeEdit()
        self._edit.setObjectName("consoleInput")
        self._edit.setAccessibleName(texts("Code for the program"))
        hint = texts("Code for the program: wx, getApp(), getCurrentPages()")
        self._edit.setPlaceholderText(hint)
        self._edit.entered.connect(self._on_edit_entered)
        self._edit.stepped.connect(self._on_edit_stepped)
        self._sent: list[str] = []
        self._at = 0
        self._draft = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 6, 8, 6)
        row.addWidget(self._edit)
        self.setFocusProxy(self._edit)

    def _on_edit_entered(self) -> None:
        code = self._edit.toPlainText()
        if not code.strip():
            return
        if not self._sent or self._sent[-1] != code:
            self._sent = [*self._sent, code][-MOST_REMEMBERED:]
        self._at, self._draft = len(self._sent), ""
        self._edit.clear()
        self.sent.emit(code)

    def _on_edit_stepped(self, step: int) -> None:
        """Brings back what was sent before or after; what was not sent yet is the last of it."""
        at = self._at + step
        if not 0 <= at <= len(self._sent):
            return
        if self._at == len(self._sent):
            self._draft = self._edit.toPlainText()
        self._at = at
        self._edit.setPlainText(self._draft if at == len(self._sent) else self._sent[at])
        self._edit.moveCursor(QTextCursor.MoveOperation.End)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme_of(self).bg_2))
        paint_hairline(painter, theme_of(self), 0, 0, self.width())
        where = QRectF(9, self.height() / 2 - 6, 12, 12)
        paint_icon(painter, "chevron-right", where, tone_of(self, "link"))


class _CodeEdit(QPlainTextEdit):
    """As high as its lines."""

    entered = Signal()
    stepped = Signal(int)
    """The person wants what was sent so many times before (-1) or after (1)."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(code_font(12))
        FocusRing(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, QColor(CLEAR))
        self.setPalette(clear)
        self.textChanged.connect(self._on_text_changed)
        self._on_text_changed()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enters and not event.modifiers() & _NEW_LINE:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Up and cursor.blockNumber() == 0:
            self.stepped.emit(-1)
        elif event.key() == Qt.Key.Key_Down and cursor.blockNumber() + 1 == self.blockCount():
            self.stepped.emit(1)
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self) -> None:
        lines = min(_MOST_LINES, max(1, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 6)
