"""Pictures full screen on black: arrow keys, wheel or a swipe turn them, a click closes."""

from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.shell.kit.spinner import Spinner
from miniapp_host.shell.kit.theme import BLACK, NOTE_ON_BLACK, WHITE, font, motion
from miniapp_host.shell.sheets.scaled_picture import read_scaled
from miniapp_host.texts import Texts

Fetch = Callable[[str, Callable[[bytes], None]], None]
"""Fetches the bytes at an address; calls back later, with no bytes after a failure."""

_TURN_MS = 220
_SWIPE = 48
_CLICK = 6
_TOP = 56


class PicturePreview(Overlay):
    """Shows `sources` from number `current` on; those of the network when they have come."""

    def __init__(
        self,
        screen: QWidget,
        texts: Texts,
        sources: tuple[str, ...],
        current: int,
        fetch: Fetch | None = None,
    ) -> None:
        super().__init__(screen, Layer.PAGE, masked=False, dismissable=False)
        self.setObjectName("picturePreview")
        self.setAccessibleName(texts("Pictures"))
        self.panel.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.panel.hide()
        self._texts = texts
        self._sources = sources
        self._current = min(max(0, current), max(0, len(sources) - 1))
        self._pictures: dict[int, QPixmap] = {}
        self._fetch = fetch
        self._fetched: dict[str, bytes | None] = {}
        self._spinner = Spinner(36, self)
        self._spinner.set_ink(QColor(WHITE))
        self._spinner.hide()
        self._pressed: QPointF | None = None
        self._shift = 0.0
        self._turn = QVariantAnimation(self)
        self._turn.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._turn.valueChanged.connect(self._on_turn_value_changed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def current(self) -> int:
        """The index of the picture shown."""
        return self._current

    def arrange(self) -> None:
        self.panel.setGeometry(self.rect())
        self._say_which()
        spinner = self._spinner.rect()
        spinner.moveCenter(self.rect().center())
        self._spinner.setGeometry(spinner)
        self._look_whether_it_came()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.AltModifier
        if plain and event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Space):
            self._show(self._current + 1)
        elif plain and event.key() == Qt.Key.Key_Left:
            self._show(self._current - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._turn.stop()
            self._shift = event.position().x() - self._pressed.x()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        moved = event.position().x() - self._pressed.x()
        self._pressed = None
        if abs(moved) < _CLICK:
            self.reject()
        elif abs(moved) > _SWIPE:
            self._show(self._current + (1 if moved < 0 else -1))
        else:
            self._show(self._current)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        delta = event.angleDelta().y() or event.angleDelta().x()
        if delta and self._turn.state() is not QVariantAnimation.State.Running:
            self._show(self._current + (1 if delta < 0 else -1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(min(max(self.shown_share, 0.0), 1.0))
        painter.fillRect(self.rect(), QColor(BLACK))
        for index in range(self._current - 1, self._current + 2):
            left = (index - self._current) * self.width() + self._shift
            if 0 <= index < len(self._sources) and abs(left) < self.width():
                self._paint_picture(painter, index, left)
        self._paint_counter(painter)

    def _say_which(self) -> None:
        self.setAccessibleDescription(f"{self._current + 1} / {len(self._sources)}")

    def _show(self, index: int) -> None:
        """Turns to picture `index`, or back to the present one at either end."""
        target = min(max(0, index), len(self._sources) - 1)
        self._shift += (target - self._current) * self.width()
        self._current = target
        self._say_which()
        self._look_whether_it_came()
        self._pictures = {
            key: picture for key, picture in self._pictures.items() if abs(key - target) <= 1
        }
        self._turn.stop()
        lasts = motion(self, _TURN_MS)
        if not lasts:
            self._on_turn_value_changed(0.0)
            return
        self._turn.setStartValue(self._shift)
        self._turn.setEndValue(0.0)
        self._turn.setDuration(lasts)
        self._turn.start()

    def _on_turn_value_changed(self, shift: object) -> None:
        if isinstance(shift, float):
            self._shift = shift
            self.update()

    def _picture(self, index: int) -> QPixmap:
        if index not in self._pictures:
            source = self._sources[index]
            box = QSize(self.width(), self.height()) * self.devicePixelRatioF()
            local = Path(source).is_absolute()
            content = Path(source) if local else self._fetched.get(source)
            self._pictures[index] = read_scaled(content, box) if content else QPixmap()
        return self._pictures[index]

    def _look_whether_it_came(self) -> None:
        """Asks for what is shown and for its neighbours; turns the ring until it is there."""
        for index in (self._current, self._current + 1, self._current - 1):
            if 0 <= index < len(self._sources):
                self._ask_for(self._sources[index])
        self._spinner.setVisible(self._is_coming(self._current))

    def _is_coming(self, index: int) -> bool:
        sources = self._sources[index : index + 1]
        return bool(sources) and self._fetched.get(sources[0], b"") is None

    def _ask_for(self, source: str) -> None:
        if self._fetch is None or not _is_network(source) or source in self._fetched:
            return
        self._fetched[source] = None

        def came(body: bytes) -> None:
            if shiboken6.isValid(self):
                self._on_fetched(source, body)

        self._fetch(source, came)

    def _on_fetched(self, source: str, body: bytes) -> None:
        self._fetched[source] = body
        self._pictures = {
            index: picture for index, picture in self._pictures.items() if not picture.isNull()
        }
        self._look_whether_it_came()
        self.update()

    def _paint_picture(self, painter: QPainter, index: int, left: float) -> None:
        picture = self._picture(index)
        if picture.isNull():
            self._paint_missing(painter, index, left)
            return
        fitted = picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(
            left + (self.width() - fitted.width()) / 2,
            (self.height() - fitted.height()) / 2,
            fitted.width(),
            fitted.height(),
        )
        painter.drawPixmap(place, picture, QRectF(picture.rect()))

    def _paint_missing(self, painter: QPainter, index: int, left: float) -> None:
        if self._is_coming(index):
            return
        painter.setPen(QColor(NOTE_ON_BLACK))
        painter.setFont(font(14))
        source = self._sources[index]
        unanswered = _is_network(source) and not self._fetched.get(source)
        why = "This picture does not come" if unanswered else "This picture cannot be shown"
        place = QRectF(left + 32, self.height() / 2 - 60, self.width() - 64, 120)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWrapAnywhere
        painter.drawText(place, int(flags), f"{self._texts(why)}\n\n{source[:200]}")

    def _paint_counter(self, painter: QPainter) -> None:
        if len(self._sources) < 2:
            return
        painter.setFont(font(15, medium=True))
        painter.setPen(QColor(WHITE))
        place = QRectF(0, _TOP, self.width(), 28)
        counter = f"{self._current + 1}/{len(self._sources)}"
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, counter)


def _is_network(source: str) -> bool:
    return source.startswith(("http://", "https://"))
