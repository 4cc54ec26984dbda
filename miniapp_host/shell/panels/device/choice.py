"""Words of which one is chosen, and the small switch: the person's wish, and what the device says.

Neither holds the value: a click tells the wish, and `show_chosen` or `show_on` draws the answer.
"""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from miniapp_host.shell.inspector.tool_button import ToolChip
from miniapp_host.shell.kit.accessible import Role, Spoken
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.switch import HEIGHT, WIDTH, SwitchLook, paint_switch
from miniapp_host.shell.kit.theme import theme_of

_SMALL = 0.62


class Choice(QWidget):
    """Chips side by side on one grey ground; `wished` names the key of the one that was pressed."""

    wished = Signal(str)

    def __init__(self, name: str, labels: Mapping[str, str]) -> None:
        """Each chip is named NAME_KEY."""
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self._chips = {key: _Chip(f"{name}_{key}", key, label) for key, label in labels.items()}
        for chip in self._chips.values():
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
            chip.pressed_key.connect(self.wished)

    def show_chosen(self, chosen: str) -> None:
        """Draw this one as chosen, and none if there is no such key."""
        for key, chip in self._chips.items():
            chip.setChecked(key == chosen)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme_of(self).fg_5))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)


class _Chip(Spoken, ToolChip):
    """A chip that knows its key; only its owner checks it."""

    pressed_key = Signal(str)

    def __init__(self, name: str, key: str, label: str) -> None:
        super().__init__(name, label)
        self.speak_as(Role.RadioButton)
        self._key = key
        self.clicked.connect(self._on_clicked)

    def nextCheckState(self) -> None:
        """Does nothing: the device answers the wish."""

    def _on_clicked(self) -> None:
        self.pressed_key.emit(self._key)


class SmallSwitch(Spoken, Pressable):
    """A switch for a mouse; `wished` with the position that the person wants."""

    wished = Signal(bool)
    key_wished = Signal(str, bool)
    """The same, with the switch's key."""

    def __init__(self, name: str, label: str, key: str = "") -> None:
        super().__init__()
        self.speak_as(Role.Switch)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._key = key
        self.setCheckable(True)
        self.setFixedSize(self.sizeHint())
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        return QSize(round(WIDTH * _SMALL) + 2, round(HEIGHT * _SMALL) + 2)

    def show_on(self, on: bool) -> None:
        """Draw it on or off."""
        self.setChecked(on)

    def nextCheckState(self) -> None:
        """Does nothing: the device answers the wish."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(1, 1)
        painter.scale(_SMALL, _SMALL)
        look = SwitchLook(
            float(self.isChecked()),
            hovered=self.hovered,
            pressed=self.isDown(),
            ringed=self.ringed,
        )
        paint_switch(painter, QPointF(0, 0), theme_of(self), look)

    def _on_clicked(self) -> None:
        on = not self.isChecked()
        self.wished.emit(on)
        self.key_wished.emit(self._key, on)
