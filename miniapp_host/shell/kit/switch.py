"""The switch: 52 x 32, its knob moves in 0.35 s and overshoots a little."""

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.theme import KNOB_SHADOW, WHITE, motion, theme_of

WIDTH, HEIGHT, KNOB, INSET = 52, 32, 28, 2
SLIDE_MS = 350


class Switch(Pressable):
    """A checkable button; `toggled` and `clicked` as any other. `name` is its accessible name."""

    def __init__(
        self, name: str = "", *, checked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.setCheckable(True)
        self.setChecked(checked)
        self.setAccessibleName(name)
        self.setFixedSize(WIDTH, HEIGHT)
        self._at = 1.0 if checked else 0.0
        self._slide = QVariantAnimation(self)
        curve = QEasingCurve(QEasingCurve.Type.OutBack)
        curve.setOvershoot(0.9)
        self._slide.setEasingCurve(curve)
        self._slide.valueChanged.connect(self._on_slide_value_changed)
        self.toggled.connect(self._on_toggled)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1 if self.isEnabled() else 0.4)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, 0, WIDTH, HEIGHT)
        for fill in (self._track_colour(), self.shade()):
            painter.setBrush(fill)
            painter.drawRoundedRect(track, HEIGHT / 2, HEIGHT / 2)
        self._paint_knob(painter)
        self.paint_ring(painter, track, HEIGHT / 2 - 1)

    def _paint_knob(self, painter: QPainter) -> None:
        travel = WIDTH - KNOB - 2 * INSET
        left = min(max(INSET + self._at * travel, 0.5), WIDTH - KNOB - 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(KNOB_SHADOW))
        painter.drawEllipse(QRectF(left - 0.5, INSET + 0.5, KNOB + 1, KNOB + 1))
        painter.setBrush(QColor(WHITE))
        painter.drawEllipse(QRectF(left, INSET, KNOB, KNOB))

    def _track_colour(self) -> QColor:
        theme = theme_of(self)
        off, on = QColor(theme.fg_3), QColor(theme.brand)
        share = min(max(self._at, 0.0), 1.0)
        return QColor.fromRgbF(
            off.redF() + (on.redF() - off.redF()) * share,
            off.greenF() + (on.greenF() - off.greenF()) * share,
            off.blueF() + (on.blueF() - off.blueF()) * share,
            off.alphaF() + (on.alphaF() - off.alphaF()) * share,
        )

    def _on_toggled(self, checked: bool) -> None:
        end = 1.0 if checked else 0.0
        lasts = motion(self, SLIDE_MS) if self.isVisible() else 0
        self._slide.stop()
        if not lasts:
            self._on_slide_value_changed(end)
            return
        self._slide.setStartValue(self._at)
        self._slide.setEndValue(end)
        self._slide.setDuration(lasts)
        self._slide.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)

    def _on_slide_value_changed(self, value: object) -> None:
        self._at = value if isinstance(value, float) else self._at
        self.update()
