"""The switch: 52 x 32, its knob moves in 0.35 s and overshoots a little.

`Switch` is a widget; `paint_switch` and `KnobSlide` are for rows that paint a switch themselves.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.accessible import Role, Spoken
from miniapp_host.shell.kit.pressable import Pressable, paint_ring
from miniapp_host.shell.kit.theme import (
    KNOB_SHADOW,
    WHITE,
    Theme,
    mixed,
    motion,
    shade_of,
    theme_of,
)

WIDTH, HEIGHT, KNOB, INSET = 52, 32, 28, 2
SLIDE_MS = 350


@dataclass(frozen=True, slots=True)
class SwitchLook:
    """How a switch looks now; `share` is the knob's place: 0 off, 1 on, between while it moves."""

    share: float
    hovered: bool = False
    pressed: bool = False
    ringed: bool = False


def paint_switch(painter: QPainter, at: QPointF, theme: Theme, look: SwitchLook) -> None:
    """Paint a switch of WIDTH x HEIGHT pixels whose upper left corner is `at`."""
    painter.save()
    painter.translate(at)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    track = QRectF(0, 0, WIDTH, HEIGHT)
    shade = shade_of(theme, hovered=look.hovered, pressed=look.pressed)
    ground = mixed(QColor(theme.fg_3), QColor(theme.brand), look.share)
    for fill in (ground, shade):
        painter.setBrush(fill)
        painter.drawRoundedRect(track, HEIGHT / 2, HEIGHT / 2)
    _paint_knob(painter, look.share)
    if look.ringed:
        paint_ring(painter, track, HEIGHT / 2 - 1, QColor(theme.link))
    painter.restore()


def _paint_knob(painter: QPainter, share: float) -> None:
    travel = WIDTH - KNOB - 2 * INSET
    left = min(max(INSET + share * travel, 0.5), WIDTH - KNOB - 0.5)
    painter.setBrush(QColor(KNOB_SHADOW))
    painter.drawEllipse(QRectF(left - 0.5, INSET + 0.5, KNOB + 1, KNOB + 1))
    painter.setBrush(QColor(WHITE))
    painter.drawEllipse(QRectF(left, INSET, KNOB, KNOB))


class KnobSlide(QVariantAnimation):
    """The way of a knob from one place to another; `valueChanged` at each step."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        curve = QEasingCurve(QEasingCurve.Type.OutBack)
        curve.setOvershoot(0.9)
        self.setEasingCurve(curve)

    @property
    def share(self) -> float | None:
        """Where the knob is on its way; None unless it is under way."""
        now = self.currentValue()
        moving = self.state() is QVariantAnimation.State.Running
        return now if moving and isinstance(now, float) else None

    def run(self, start: float, end: float, milliseconds: int) -> None:
        """Move from `start` to `end`; a move under way ends where it is."""
        self.stop()
        self.setStartValue(start)
        self.setEndValue(end)
        self.setDuration(milliseconds)
        self.start()


class Switch(Spoken, Pressable):
    """A checkable button; `toggled` and `clicked` as any other. `name` is its accessible name."""

    def __init__(
        self, name: str = "", *, checked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.speak_as(Role.Switch)
        self.setCheckable(True)
        self.setChecked(checked)
        self.setAccessibleName(name)
        self.setFixedSize(WIDTH, HEIGHT)
        self._at = 1.0 if checked else 0.0
        self._slide = KnobSlide(self)
        self._slide.valueChanged.connect(self._on_slide_value_changed)
        self.toggled.connect(self._on_toggled)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        enabled = self.isEnabled()
        painter.setOpacity(1 if enabled else 0.4)
        hovered, pressed = enabled and self.hovered, enabled and self.isDown()
        look = SwitchLook(self._at, hovered, pressed, self.ringed)
        paint_switch(painter, QPointF(0, 0), theme_of(self), look)

    def _on_toggled(self, checked: bool) -> None:
        end = 1.0 if checked else 0.0
        lasts = motion(self, SLIDE_MS) if self.isVisible() else 0
        if lasts:
            self._slide.run(self._at, end, lasts)
            return
        self._slide.stop()
        self._on_slide_value_changed(end)

    def _on_slide_value_changed(self, value: object) -> None:
        self._at = value if isinstance(value, float) else self._at
        self.update()
