"""The step that is due, large, with what the person can say of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from miniapp_host.shell.inspector.tool_button import ToolTextButton
from miniapp_host.shell.kit.buttons import Button, Kind, LinkButton
from miniapp_host.shell.kit.field import Field
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.laid_out import lay_out_now
from miniapp_host.shell.kit.pressable import ENTER_KEYS
from miniapp_host.shell.panels.walkthrough.card import Card
from miniapp_host.texts import Texts
from miniapp_host.walkthroughs.walkthrough import Offer, Step


class StepCard(Card):
    """Says what the person pressed; `failed` with their comment, which may be empty."""

    passed = Signal()
    failed = Signal(str)
    skipped = Signal()
    back_wished = Signal()
    offer_taken = Signal(Offer)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.setObjectName("walkCard")
        self._texts = texts
        self._offer: Offer | None = None
        self._text = PlainLabel(pixels=20, medium=True, lines=0)
        self._text.setObjectName("walkText")
        self._hint = PlainLabel(pixels=14, tone="fg_1", lines=0)
        self._hint.setObjectName("walkHint")
        self._take_up = ToolTextButton("walkOffer", "")
        self._take_up.clicked.connect(self._on_take_up_clicked)
        self._back = LinkButton(texts("One step back"))
        self._back.setObjectName("walkBack")
        self._comment = _CommentRow(texts)
        self._comment.sent.connect(self.failed)
        self._comment.left.connect(self._leave_comment)
        self._verdicts = self._make_verdicts()
        for widget in (self._text, self._hint):
            self.column.addWidget(widget)
        self.column.addWidget(self._take_up, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._verdicts)
        self.column.addWidget(self._comment)
        self._comment.hide()

    def _make_verdicts(self) -> QWidget:
        texts = self._texts
        passed = _named(Button(texts("Passed"), Kind.PRIMARY, mini=True), "walkPassed")
        failed = _named(Button(texts("Failed…"), Kind.WARN, mini=True), "walkFailed")
        skip = _named(Button(texts("Skip"), mini=True), "walkSkip")
        passed.clicked.connect(self.passed)
        failed.clicked.connect(self._on_failed_clicked)
        skip.clicked.connect(self.skipped)
        self._back.clicked.connect(self.back_wished)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(8)
        for button in (passed, failed, skip):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self._back)
        return row

    def show_step(self, step: Step, text: str, offer: str, *, first: bool) -> None:
        """Show a step; `text` is what it says, `offer` what its button says."""
        self._leave_comment()
        self._offer = step.offer
        self._text.setText(text)
        hint = (
            self._texts("It passes by itself when it happens.")
            if step.when is not None
            else self._texts("Look, and say what you found.")
        )
        self._hint.setText(hint)
        self._take_up.setText(offer)
        self._take_up.setAccessibleName(offer)
        self._take_up.updateGeometry()
        self._take_up.setVisible(bool(offer))
        self._back.setVisible(not first)

    def _leave_comment(self) -> None:
        self._comment.hide()
        self._verdicts.show()

    def _on_failed_clicked(self) -> None:
        self._verdicts.hide()
        self._comment.begin()
        lay_out_now()

    def _on_take_up_clicked(self) -> None:
        if self._offer is not None:
            self.offer_taken.emit(self._offer)


class _CommentRow(QWidget):
    """Where the person writes what is wrong."""

    sent = Signal(str)
    left = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._field = Field("walkComment", texts("What is wrong?"), texts)
        save = _named(Button(texts("Save failure"), Kind.WARN, mini=True), "walkCommentSave")
        leave = LinkButton(texts("Cancel"))
        leave.setObjectName("walkCommentCancel")
        save.clicked.connect(self._on_save_clicked)
        leave.clicked.connect(self.left)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._field, 1)
        line.addWidget(save)
        line.addWidget(leave)

    def begin(self) -> None:
        """Appear empty, with the focus in the field."""
        self._field.set_text("")
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field saves, Escape in the empty one goes back."""
        if event.key() in ENTER_KEYS:
            self._on_save_clicked()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_save_clicked(self) -> None:
        self.sent.emit(self._field.text.strip())


def _named(button: Button, name: str) -> Button:
    button.setObjectName(name)
    return button
