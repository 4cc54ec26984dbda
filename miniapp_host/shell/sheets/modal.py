"""The dialog of wx.showModal, also the host's own questions: a view of one Modal record."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from miniapp_host.api.calls.screen import Modal, ModalAnswer
from miniapp_host.programs.usual_colours import MODAL_CANCEL, MODAL_CONFIRM
from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.code_font import code_font
from miniapp_host.shell.kit.fade import Fade
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.program_colour import program_colour
from miniapp_host.shell.kit.scroll import Scroll
from miniapp_host.shell.kit.theme import CLEAR, Theme, Tone, font, theme_of

WIDTH = 320
MARGIN = 16
RADIUS = 12
BUTTON = 56
TALLEST = 0.75
BARS = 88
"""Pixels of status bar and navigation bar, whose capsule lies over every mask."""
FADE_MS = 200


class ModalDialog(Overlay):
    """Says one ModalAnswer, once; Esc counts as cancel, a click on the mask as nothing."""

    answered = Signal(ModalAnswer)
    rise_ms = FADE_MS

    def __init__(self, screen: QWidget, modal: Modal, layer: Layer = Layer.PAGE) -> None:
        super().__init__(screen, layer, dismissable=False)
        self.setObjectName("modal")
        self.modal = modal
        self.setAccessibleName(modal.title or modal.content)
        if modal.title and not modal.editable:
            self.setAccessibleDescription(modal.content)
        self.panel.deleteLater()
        self.panel = ModalPanel(self)
        self._fade = Fade(self.panel)
        self._spent = False
        self._field = _Field(modal) if modal.editable else None
        self._content = QWidget()
        self._content.resize(_width_on(screen), 0)
        self._fill_content(modal)
        self._scroll = Scroll(self._content, self.panel)
        self._buttons = self._make_buttons(modal)

    def reject(self) -> None:
        self._answer(confirm=False)

    def accept(self) -> None:
        self._answer(confirm=True)

    def first_focus(self) -> QWidget:
        return self._field or self

    def write_code(self) -> None:
        """Let the person write in the font of code: a command, not a sentence."""
        if self._field is not None:
            self._field.setFont(code_font(16))

    def arrange(self) -> None:
        width = _width_on(self)
        content = self._content.heightForWidth(width)
        tallest = min(int(self.height() * TALLEST), self.height() - 2 * BARS)
        content = min(content, tallest - BUTTON)
        height = content + BUTTON
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self.panel.setGeometry(left, top, width, height)
        self._scroll.setGeometry(0, 0, width, content)
        each = width // len(self._buttons)
        for at, button in enumerate(self._buttons):
            button.setGeometry(QRect(at * each, content, each, BUTTON))
        self._fade.set_share(self.shown_share)

    def _fill_content(self, modal: Modal) -> None:
        column = QVBoxLayout(self._content)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(16)
        middle = Qt.AlignmentFlag.AlignHCenter
        if modal.title:
            title = PlainLabel(modal.title, medium=True, lines=2, align=middle, balanced=False)
            title.setObjectName("modalTitle")
            column.addWidget(title)
        if self._field is not None:
            column.addWidget(self._field)
        elif modal.content:
            tone: Tone = "fg_1" if modal.title else "fg_0"
            content = PlainLabel(modal.content, tone=tone, lines=0, align=middle, balanced=False)
            content.setObjectName("modalContent")
            column.addWidget(content)

    def _make_buttons(self, modal: Modal) -> list["ModalButton"]:
        buttons = []
        if modal.show_cancel:
            cancel = ModalButton(modal.cancel_text, modal.cancel_color, False, self.panel)
            cancel.clicked.connect(self.reject)
            buttons.append(cancel)
        confirm = ModalButton(modal.confirm_text, modal.confirm_color, True, self.panel)
        confirm.clicked.connect(self.accept)
        confirm.divided = bool(buttons)
        if self._field is not None:
            self._field.returnPressed.connect(confirm.click)
        return [*buttons, confirm]

    def _answer(self, *, confirm: bool) -> None:
        if self._spent:
            return
        self._spent = True
        written = self._field.text() if self._field is not None and confirm else None
        self.answered.emit(ModalAnswer(confirm, written))
        self.leave()


def _width_on(screen: QWidget) -> int:
    return min(WIDTH, screen.width() - 2 * MARGIN)


class ModalPanel(QWidget):
    """The dialog's ground, round all over; clicks stop here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = theme_of(self)
        painter.setBrush(QColor(theme.bg_5 if theme.dark else theme.bg_2))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)


class ModalButton(Pressable):
    """Half of the dialog's foot; `divided` from the one before by a hairline."""

    def __init__(self, text: str, given: str, confirms: bool, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setObjectName("modalConfirm" if confirms else "modalCancel")
        self.setFont(font(17, medium=True))
        self.divided = False
        self._given = given
        self._confirms = confirms
        self._dialog = parent

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, area = theme_of(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self._shaded(area), self.shade())
        paint_hairline(painter, theme, 0, 0, self.width())
        if self.divided:
            painter.fillRect(QRectF(0, 0, 0.5, self.height()), QColor(theme.fg_3))
        painter.setPen(self._ink(theme))
        room = self.rect().adjusted(12, 0, -12, 0)
        shown = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)
        self.paint_ring(painter, area.adjusted(3, 3, -3, -3), 8)

    def _shaded(self, area: QRectF) -> QPainterPath:
        """The button without the corners that the dialog has not."""
        dialog = QRectF(self._dialog.rect()).translated(-self.x(), -self.y())
        path, own = QPainterPath(), QPainterPath()
        path.addRoundedRect(dialog, RADIUS, RADIUS)
        own.addRect(area.adjusted(0, 0.5, 0, 0))
        return path.intersected(own)

    def _ink(self, theme: Theme) -> QColor:
        if self._confirms:
            return program_colour(self._given, MODAL_CONFIRM, theme.link, theme)
        return program_colour(self._given, MODAL_CANCEL, theme.fg_0, theme)


class _Field(QLineEdit):
    """Where the person writes in an editable modal; its content is what stands there at first."""

    def __init__(self, modal: Modal) -> None:
        super().__init__(modal.content)
        self.setObjectName("modalField")
        self.setPlaceholderText(modal.placeholder)
        self.setAccessibleName(modal.placeholder or modal.title)
        self.setFont(font(17))
        self.setFrame(False)
        self.setFixedHeight(48)
        self.setTextMargins(12, 0, 12, 0)
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, QColor(CLEAR))
        self.setPalette(clear)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not held:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme_of(self).fg_5))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.end()
        super().paintEvent(event)
