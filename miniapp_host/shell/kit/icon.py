"""Our line icons (resources/style/NAME.svg): drawn in any tone, sharp at any scale."""

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from miniapp_host import paths
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.theme import CLEAR, Tone, tone_of


def paint_icon(painter: QPainter, name: str, where: QRectF, ink: QColor) -> None:
    """Draws the icon `name` into `where`; `ink` stands for the drawing's currentColor."""
    painter.save()
    painter.setOpacity(painter.opacity() * ink.alphaF())
    painter.drawPixmap(where.topLeft(), _drawn(name, where.size(), ink, painter))
    painter.restore()


def _drawn(name: str, size: QSizeF, ink: QColor, painter: QPainter) -> QPixmap:
    """The icon as a picture, drawn once for each size, colour and screen."""
    scale = painter.device().devicePixelRatioF()
    key = f"icon {name} {size.width()}x{size.height()} {ink.name()} {scale}"
    drawn = QPixmap()
    if not QPixmapCache.find(key, drawn):
        drawn = QPixmap((size * scale).toSize())
        drawn.setDevicePixelRatio(scale)
        drawn.fill(QColor(CLEAR))
        drawing = (paths.resources() / "style" / f"{name}.svg").read_text("utf-8")
        coloured = drawing.replace("currentColor", ink.name())
        renderer = QSvgRenderer(QByteArray(coloured.encode()))
        renderer.render(QPainter(drawn), QRectF(QPointF(), size))
        QPixmapCache.insert(key, drawn)
    return drawn


class Icon(QWidget):
    """One icon, `size` square."""

    def __init__(
        self, name: str, size: int = 24, tone: Tone = "fg_0", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone: Tone = tone
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._name, QRectF(self.rect()), tone_of(self, self._tone))


class IconButton(Pressable):
    """An icon to press, `reach` square; `name` is its accessible name."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        size: int = 24,
        reach: int = 40,
        tone: Tone = "fg_0",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self._icon = icon
        self._size = size
        self._tone: Tone = tone
        self.setFixedSize(reach, reach)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.shade())
        painter.drawEllipse(disc)
        spare = (self.width() - self._size) / 2
        where = QRectF(spare, spare, self._size, self._size)
        paint_icon(painter, self._icon, where, tone_of(self, self._tone))
        self.paint_ring(painter, disc, disc.width() / 2)
