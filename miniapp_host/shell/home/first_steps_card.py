"""The hint for who is new: three steps on a card at the foot of the launcher.

It covers nothing and keeps no click from anything: whoever does not read it goes on beside it.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from miniapp_host.shell.kit.buttons import Button, Kind, LinkButton
from miniapp_host.shell.kit.icon import IconButton
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.pressable import Pressable, paint_ring
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.texts import Text, Texts

_SIDE, _FOOT, _RADIUS, _PADDING = 16, 24, 12, 16
_DOT, _DOT_GAP = 6, 6


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its title and what it says; `points_at` names what of the launcher it means."""

    title: Text
    words: Text
    points_at: str = ""


STEPS = (
    Step(
        Text("This is a phone", "这是一部手机"),
        Text(
            "Mini programs run here as on a real one. A click is a tap, the wheel scrolls, Esc "
            "goes back. Everything is remembered until you delete a program.",
            "小程序在这里像在真机上一样运行：单击即点按，滚轮滚动，Esc 返回。"
            "所有记录都会保留，直到你删除小程序。",
        ),
    ),
    Step(
        Text("Open your own program", "打开你自己的小程序"),
        Text(
            "Press + or drop its folder or .zip on this window. What you save in the folder is on "
            "the phone within a second.",
            "点右上角的 +，或把文件夹、.zip 拖到窗口上。之后在文件夹里保存的改动，一秒内就会生效。",
        ),
        points_at="addFolder",
    ),
    Step(
        Text("Walk through a permission", "走一遍授权流程"),
        Text(
            "Let Nearby ask for your location: reject it, then allow it in ··· > Settings. F12 "
            "shows every call and why it ended so, F1 lists the keys.",
            "让“附近”请求你的位置：先拒绝，再到 ··· > 设置 里允许。"
            "按 F12 可看到每次调用及其结果的原因，按 F1 查看快捷键。",
        ),
    ),
)
LAST = len(STEPS) - 1


class FirstStepsCard(QWidget):
    """Shows the step of that index, from 0; its owner puts another card in its place."""

    step_wished = Signal(int)
    left = Signal()
    """The person has read enough."""
    try_wished = Signal()
    """The person wants to do at once what the last step says."""

    def __init__(self, step: int, texts: Texts, *, can_try: bool) -> None:
        """`can_try`: whether there is a program to try the last step with."""
        super().__init__()
        self.setObjectName("firstSteps")
        self.step = step
        self._texts = texts
        shown = STEPS[step]
        self.setAccessibleName(texts.of(shown.title))
        self.setAccessibleDescription(texts.of(shown.words))
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE + _PADDING, _PADDING, _SIDE + _PADDING, _FOOT + _PADDING)
        column.setSpacing(0)
        column.addLayout(self._head(texts.of(shown.title)))
        column.addSpacing(4)
        column.addWidget(PlainLabel(texts.of(shown.words), pixels=14, tone="fg_1", lines=0))
        column.addSpacing(14)
        self._main = self._main_button(can_try)
        column.addLayout(self._foot())

    @property
    def points_at(self) -> str:
        """The object name of what this step means; empty if it means nothing."""
        return STEPS[self.step].points_at

    @property
    def ringed(self) -> bool:
        """Whether the person has come to one of its buttons by keyboard."""
        return any(button.ringed for button in self.findChildren(Pressable))

    def take_focus(self, *, by_keys: bool) -> None:
        """Give the keyboard to the button that goes on; it is marked for who uses keys."""
        reason = Qt.FocusReason.ShortcutFocusReason if by_keys else Qt.FocusReason.OtherFocusReason
        self._main.setFocus(reason)

    def leave(self) -> None:
        """Say that the person has read enough."""
        self.left.emit()

    def _head(self, title: str) -> QHBoxLayout:
        close = IconButton("close", self._texts("Close"), size=16, reach=32, tone="fg_1")
        close.setObjectName("firstStepsClose")
        close.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, -8, 0)
        row.addWidget(PlainLabel(title, medium=True), 1)
        row.addWidget(close)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(_Dots(self.step))
        row.addStretch(1)
        if self.step:
            back = LinkButton(self._texts("Back"))
            back.setObjectName("firstStepsBack")
            back.clicked.connect(self._on_back_clicked)
            row.addWidget(back)
        row.addWidget(self._main)
        return row

    def _main_button(self, can_try: bool) -> Button:
        if self.step < LAST:
            button = Button(self._texts("Next step"), Kind.PRIMARY, mini=True)
            button.clicked.connect(self._on_next_clicked)
        elif can_try:
            button = Button(self._texts("Open Nearby"), Kind.PRIMARY, mini=True)
            button.clicked.connect(self.try_wished)
        else:
            button = Button(self._texts("Got it"), Kind.PRIMARY, mini=True)
            button.clicked.connect(self.left)
        button.setObjectName("firstStepsNext")
        return button

    def _on_next_clicked(self) -> None:
        self.step_wished.emit(self.step + 1)

    def _on_back_clicked(self) -> None:
        self.step_wished.emit(self.step - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme_of(self).bg_2))
        ground = QRectF(self.rect()).adjusted(_SIDE, 0, -_SIDE, -_FOOT)
        painter.drawRoundedRect(ground, _RADIUS, _RADIUS)


class Beacon(QWidget):
    """A ring around a button that a step speaks of; clicks go through it."""

    def __init__(self, button: QWidget) -> None:
        super().__init__(button)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(button.rect())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_ring(painter, around, around.width() / 2, QColor(theme_of(self).brand))


class _Dots(QWidget):
    """Which of the steps this is."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self._step = step
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(len(STEPS) * (_DOT + _DOT_GAP) - _DOT_GAP, _DOT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = theme_of(self)
        for at in range(len(STEPS)):
            painter.setBrush(QColor(theme.brand if at == self._step else theme.fg_3))
            painter.drawEllipse(QRectF(at * (_DOT + _DOT_GAP), 0, _DOT, _DOT))
