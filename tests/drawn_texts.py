"""The texts that a window really draws: the words, their ink, and the ground that lies under them.

Widgets are painted once more onto a device that keeps nothing but the texts; the ground is read
from a picture of the window.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QRegion,
    QTextItem,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from miniapp_host.shell.kit.accessible import Spoken
from miniapp_host.shell.kit.program_colour import AA, contrast
from miniapp_host.shell.kit.theme import mixed

LARGE, LARGE_BOLD, LEAST_OF_LARGE = 24, 18.66, 3.0
"""From these heights in pixels on, WCAG asks less of a text."""

Metric = QPaintDevice.PaintDeviceMetric


@dataclass(frozen=True)
class DrawnText:
    """A piece of text in one ink; `place` is in the widget that draws it."""

    words: str
    ink: QColor
    place: QRect
    font: QFont

    @property
    def least_contrast(self) -> float:
        """What WCAG's AA asks of it."""
        bold = self.font.weight() >= QFont.Weight.Bold
        large = QFontInfo(self.font).pixelSize() >= (LARGE_BOLD if bold else LARGE)
        return LEAST_OF_LARGE if large else AA


def faint_texts(window: QWidget) -> list[str]:
    """The texts of a window that have too little contrast, a line for each.

    What a dialog covers and what is disabled does not count.
    """
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return [
        fault
        for widget in _read_parts(window)
        if widget.isEnabled() and not widget.visibleRegion().isEmpty()
        for fault in _faults_of(widget, picture, widget.mapTo(window, QPoint(0, 0)))
    ]


def texts_of(widget: QWidget) -> list[DrawnText]:
    """What a widget itself draws, without its children."""
    device = _Listener(widget.size())
    painter = QPainter(device)
    widget.render(painter, QPoint(0, 0), QRegion(), QWidget.RenderFlag(0))
    painter.end()
    return device.engine.texts


def _faults_of(widget: QWidget, picture: QImage, corner: QPoint) -> Iterator[str]:
    seen = widget.visibleRegion()
    for text in texts_of(widget):
        if not text.words.strip() or not seen.contains(text.place.center()):
            continue
        ground = _ground(picture, text.place.translated(corner))
        ink = mixed(ground, QColor(text.ink.rgb()), text.ink.alphaF())
        if (reached := contrast(ink, ground)) < text.least_contrast:
            colours = f"{ink.name()} on {ground.name()}"
            name = widget.objectName() or type(widget).__name__
            yield f"“{text.words}” of {name}: {reached:.1f}, {colours}"


def _ground(picture: QImage, place: QRect) -> QColor:
    """The commonest colour of a place: letters are thin."""
    part = picture.copy(place.intersected(picture.rect()))
    pixels = memoryview(part.constBits()).cast("I")
    return QColor.fromRgb(Counter(pixels).most_common(1)[0][0])


def _read_parts(widget: QWidget) -> Iterator[QWidget]:
    """The widget and all visible ones in it, without what an overlay covers."""
    yield widget
    if isinstance(widget, QAbstractScrollArea):
        yield from _read_parts(widget.viewport())
    parts = widget.spoken_parts() if isinstance(widget, Spoken) else None
    for part in widget.children() if parts is None else parts:
        if isinstance(part, QWidget) and part.isVisible() and not part.isWindow():
            yield from _read_parts(part)


class _Listener(QPaintDevice):
    """Has a size, and an engine that listens."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine = _Ear()
        self._measures = {
            Metric.PdmWidth: size.width(),
            Metric.PdmHeight: size.height(),
            Metric.PdmDpiX: 96,
            Metric.PdmDpiY: 96,
            Metric.PdmPhysicalDpiX: 96,
            Metric.PdmPhysicalDpiY: 96,
            Metric.PdmDepth: 32,
            Metric.PdmDevicePixelRatioScaled: 1 << 16,
        }

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return self._measures.get(metric, 1)


class _Ear(QPaintEngine):
    """Notes the texts that it is to draw, and draws nothing."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[DrawnText] = []

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:
        painter = self.painter()
        ink = painter.pen().color()
        ink.setAlphaF(ink.alphaF() * painter.opacity())
        corner = painter.deviceTransform().map(at - QPointF(0, item.ascent())).toPoint()
        size = QSize(round(item.width()), round(item.ascent() + item.descent()))
        self.texts.append(DrawnText(item.text(), ink, QRect(corner, size), item.font()))

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        pass

    def drawPixmap(self, *_place: object) -> None:
        pass

    def drawImage(self, *_place: object) -> None:
        pass

    def drawPath(self, path: QPainterPath) -> None:
        pass

    def drawPolygon(self, *_points: object) -> None:
        pass
