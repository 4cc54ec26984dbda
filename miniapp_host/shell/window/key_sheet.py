"""The sheet that lists the phone's keys."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from miniapp_host.shell.kit.buttons import LinkButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.sheet import HalfSheet
from miniapp_host.shell.kit.theme import font, theme_of, tone_of
from miniapp_host.shell.window.keys import KEYS, Key, key_text
from miniapp_host.texts import Text, Texts

_ROW = 40
OTHER_KEYS: tuple[tuple[Text, tuple[str, ...]], ...] = (
    (Text("Back, or close what is on top", "返回，或关闭最上层"), ("Esc",)),
    (Text("Find in the console", "在控制台中查找"), ("F3", "Shift+F3")),
    (Text("Panels of the inspector", "调试器的面板"), ("Ctrl+1 … 9", "Ctrl+PgUp", "Ctrl+PgDown")),
)
"""Keys that belong to no wish: the place where they are pressed gives them their meaning."""


class KeySheet(HalfSheet):
    """One row for each key, and the way to the first steps; a click outside closes it."""

    first_steps_wished = Signal()

    def __init__(self, screen: QWidget, texts: Texts) -> None:
        super().__init__(screen, title=texts("Keys"), layer=Layer.NOTICE)
        self.setObjectName("keySheet")
        for key in KEYS:
            self.body.addWidget(_KeyRow(texts.of(key.title), _named(key)))
        for title, keys in OTHER_KEYS:
            self.body.addWidget(_KeyRow(texts.of(title), keys))
        steps = LinkButton(texts("Show the first steps"))
        steps.setObjectName("showFirstSteps")
        steps.clicked.connect(self._on_steps_clicked)
        self.body.addSpacing(12)
        self.body.addWidget(steps, 0, Qt.AlignmentFlag.AlignHCenter)

    def _on_steps_clicked(self) -> None:
        self.finished.connect(self.first_steps_wished)  # once the focus is given back
        self.leave()


def _named(key: Key) -> tuple[str, ...]:
    return tuple(map(key_text, key.keys))


class _KeyRow(QWidget):
    """A title, and its keys as caps."""

    def __init__(self, title: str, keys: tuple[str, ...]) -> None:
        super().__init__()
        self.setFixedHeight(_ROW)
        self.setAccessibleName(f"{title}: {', '.join(keys)}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(PlainLabel(title, pixels=15), 1)
        for key in keys[:2]:
            row.addWidget(_KeyCap(key))


class _KeyCap(QWidget):
    """A key as it looks on a keyboard."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(max(24, QFontMetrics(font(12)).horizontalAdvance(self._words) + 14), 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        painter.setBrush(QColor(theme.fg_5))
        painter.setPen(QPen(QColor(theme.fg_3), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(font(12))
        painter.setPen(tone_of(self, "fg_0"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
