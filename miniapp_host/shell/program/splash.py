"""What a program shows until its first page is painted: icon, name, three breathing dots."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QShowEvent,
)
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from miniapp_host.shell.kit.program_icon import ProgramFace, paint_face, picture_of
from miniapp_host.shell.kit.theme import font, motion, theme_of, tone_of

_ICON = 64
_FADE_MS = 180
_BREATH_MS = 1200


class Splash(QWidget):
    """Covers the program's view; `leave` fades it away."""

    def __init__(self, face: ProgramFace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("splash")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._face = face
        self._picture = picture_of(face)
        self._breath = QVariantAnimation(self)
        self._breath.setStartValue(0.0)
        self._breath.setEndValue(1.0)
        self._breath.setDuration(_BREATH_MS)
        self._breath.setLoopCount(-1)
        self._breath.valueChanged.connect(self._on_breath_value_changed)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._on_fade_value_changed)
        self._fade.finished.connect(self._on_fade_finished)

    def leave(self) -> None:
        """Fade out, then delete itself."""
        lasts = motion(self, _FADE_MS) if self.isVisible() else 0
        if not lasts:
            self._on_fade_finished()
            return
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGraphicsEffect(QGraphicsOpacityEffect(self))
        self._fade.setDuration(lasts)
        self._fade.start()

    def showEvent(self, event: QShowEvent) -> None:
        if motion(self, _BREATH_MS):
            self._breath.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._breath.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dots = self._dots()
        if not dots.contains(event.rect()):
            icon = self._icon()
            paint_face(painter, icon, self._face, self._picture, theme_of(self))
            self._draw_name(painter, icon.bottom() + 14)
        self._draw_dots(painter, QRectF(dots).center())

    def _icon(self) -> QRectF:
        middle = QPointF(self.width() / 2, self.height() * 0.36)
        return QRectF(middle.x() - _ICON / 2, middle.y() - _ICON / 2, _ICON, _ICON)

    def _dots(self) -> QRect:
        """The area that the animation repaints."""
        icon = self._icon()
        middle = QPointF(icon.center().x(), icon.bottom() + 62)
        return QRectF(middle - QPointF(18, 4), middle + QPointF(18, 4)).toAlignedRect()

    def _draw_name(self, painter: QPainter, top: float) -> None:
        face = font(17, medium=True)
        painter.setFont(face)
        painter.setPen(tone_of(self, "fg_0"))
        name = QFontMetrics(face).elidedText(
            self._face.name, Qt.TextElideMode.ElideRight, self.width() - 64
        )
        painter.drawText(QRectF(0, top, self.width(), 26), Qt.AlignmentFlag.AlignCenter, name)

    def _draw_dots(self, painter: QPainter, middle: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        moment = float(self._breath.currentValue() or 0.0)
        for dot in range(3):
            ink = QColor(tone_of(self, "fg_0"))
            wave = math.sin((moment - dot * 0.16) * 2 * math.pi)
            ink.setAlphaF(0.28 + 0.22 * wave)
            painter.setBrush(ink)
            painter.drawEllipse(middle + QPointF((dot - 1) * 14, 0), 3.5, 3.5)

    def _on_breath_value_changed(self, _moment: object) -> None:
        self.update(self._dots())

    def _on_fade_value_changed(self, opacity: object) -> None:
        effect = self.graphicsEffect()
        if isinstance(effect, QGraphicsOpacityEffect) and isinstance(opacity, float):
            effect.setOpacity(opacity)

    def _on_fade_finished(self) -> None:
        self.hide()
        self.deleteLater()
