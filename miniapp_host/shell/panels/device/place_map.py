"""The map of the device panel: wheel and drag, and the approximate place beside the precise one."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy

from miniapp_host.devices.coordinates import distance, fuzzy
from miniapp_host.shell.kit.theme import WHITE, tone_of
from miniapp_host.shell.sheets.drawn_map import DrawnMap

_NEAR, _FAR, _STEP = 4.0, 0.12, 1.25
_START = 0.3
_METRES_PER_PIXEL = 111_320 / 14_000


class PlaceMap(DrawnMap):
    """Sixteen by nine; the wheel zooms around the pin."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("deviceMap")
        self._zoom = _START
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def zoom(self) -> float:
        """How much larger than drawn: 1 is some 8 metres to the pixel."""
        return self._zoom

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * 9 // 16

    def sizeHint(self) -> QSize:
        return QSize(356, 200)

    def wheelEvent(self, event: QWheelEvent) -> None:
        step = _STEP if event.angleDelta().y() > 0 else 1 / _STEP
        self._zoom = max(_FAR, min(_NEAR, self._zoom * step))
        self.update()
        event.accept()

    def _paint_marks(self, painter: QPainter) -> None:
        """Paints the approximate point, and the circle in which the precise place may lie."""
        here = self._latitude, self._longitude
        rough = fuzzy(*here)
        middle = self._point_of(*rough)
        radius = distance(here, rough) / _METRES_PER_PIXEL * self._zoom
        ink = tone_of(self, "link")
        painter.setPen(QPen(ink, 1.5, Qt.PenStyle.DashLine))
        fill = QColor(ink)
        fill.setAlphaF(0.14)
        painter.setBrush(fill)
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(QPen(QColor(WHITE), 2))
        painter.setBrush(ink)
        painter.drawEllipse(middle, 5, 5)
        painter.setPen(QPen(ink, 1))
        painter.drawLine(middle, QPointF(0, 0))
