"""Says how far something is that takes a while, and lets the person stop it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from miniapp_host.permissions.prompts import plain_text
from miniapp_host.shell.kit.buttons import Button
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.sheet import HalfSheet
from miniapp_host.shell.kit.theme import theme_of, tone_of
from miniapp_host.texts import Texts

_BAR = 6
_LONGEST_NAME = 60


class WaitingSheet(HalfSheet):
    """Rejected by its button or Esc; a click beside it does nothing."""

    def __init__(self, screen: QWidget, kind: str, title: str, texts: Texts) -> None:
        """`kind` begins the names of its objects."""
        super().__init__(screen, title=title, dismissable=False)
        self.setObjectName(f"{kind}Sheet")
        self._texts = texts
        self._bar = _Bar()
        self._bar.setAccessibleName(title)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._done = PlainLabel("", pixels=14, tone="fg_1", align=middle)
        self.body.addSpacing(8)
        self.body.addWidget(self._bar)
        self.body.addSpacing(12)
        self.body.addWidget(self._done)
        self.body.addSpacing(8)
        cancel = Button(texts("Cancel"))
        cancel.setObjectName(f"{kind}Cancel")
        cancel.setMinimumWidth(184)
        cancel.clicked.connect(self.reject)
        self.footer.addWidget(cancel)

    def show_progress(self, done: int) -> None:
        """Show how much is done, in what the subclass counts."""
        raise NotImplementedError

    def say(self, done: str, share: float) -> None:
        """Show how much is done in words, and its share of the whole (0 to 1)."""
        self._done.setText(done)
        self._bar.setValue(round(100 * share))


def shown(name: str) -> str:
    """A name as it stands in the title."""
    return plain_text(name, _LONGEST_NAME)


class _Bar(QProgressBar):
    """A rounded line that fills from the left."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_BAR)
        self.setValue(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        for ground, share in (
            (QColor(theme_of(self).fg_5), 1.0),
            (tone_of(self, "brand"), self.value() / 100),
        ):
            painter.setBrush(ground)
            width = max(whole.width() * share, _BAR if share else 0)
            painter.drawRoundedRect(QRectF(0, 0, width, _BAR), _BAR / 2, _BAR / 2)
