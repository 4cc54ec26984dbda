"""A picture as the inspector previews it: whole, never larger than it is, on a chequered ground."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from miniapp_host.shell.kit.theme import theme_of

HIGHEST = 240
_WIDEST = 480
_SQUARE = 8


class PictureBox(QWidget):
    """Shows the picture in `content`, the bytes of its file; empty if Qt can't read it."""

    def __init__(self, content: bytes, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._picture = read_preview(content)
        self.setFixedHeight(max(1, self._picture.height()))
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def picture(self) -> QPixmap:
        """What is drawn; null if it can't be read."""
        return self._picture

    def sizeHint(self) -> QSize:
        return self._picture.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        fitted = self._picture.size()
        if fitted.width() > self.width():
            fitted.scale(self.width(), self.height(), Qt.AspectRatioMode.KeepAspectRatio)
        where = QRectF(0, 0, fitted.width(), fitted.height())
        self._paint_ground(painter, where)
        painter.drawPixmap(where.toRect(), self._picture)

    def _paint_ground(self, painter: QPainter, where: QRectF) -> None:
        """Squares that show where the picture lets something through."""
        shade = QColor(theme_of(self).fg_5)
        painter.setClipRect(where)
        for top in range(0, int(where.height()), _SQUARE):
            for left in range(top // _SQUARE % 2 * _SQUARE, int(where.width()), 2 * _SQUARE):
                painter.fillRect(left, top, _SQUARE, _SQUARE, shade)


def read_preview(content: bytes) -> QPixmap:
    """The picture at the size of a preview; null if it is none or can't be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.height() > HIGHEST or size.width() > _WIDEST):
        size.scale(_WIDEST, HIGHEST, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(size)
    return QPixmap.fromImage(reader.read())
