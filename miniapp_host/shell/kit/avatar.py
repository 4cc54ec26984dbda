"""A person's picture with round corners; a silhouette where there is none."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.icon import paint_icon
from miniapp_host.shell.kit.theme import theme_of, tone_of


class Avatar(QWidget):
    """`size` square; a picture that cannot be read counts as none."""

    def __init__(
        self, picture: Path | None, size: int = 40, radius: int = 4, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._radius = radius
        self._picture = QPixmap()
        self.setFixedSize(size, size)
        self.show_picture(picture)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_picture(self, picture: Path | None) -> None:
        """Show another picture, or the silhouette."""
        self._picture = _read(picture, self.size() * 3) if picture else QPixmap()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fill())
        painter.drawRoundedRect(area, self._radius, self._radius)
        if self._picture.isNull():
            inset = self.width() * 0.2
            where = area.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, "person", where, tone_of(self, "fg_1"))

    def _fill(self) -> QBrush:
        if self._picture.isNull():
            return QBrush(QColor(theme_of(self).fg_5))
        brush = QBrush(self._picture)
        share = self.width() / self._picture.width()
        transform = brush.transform()
        brush.setTransform(transform.scale(share, share))
        return brush


def _read(file: Path, size: QSize) -> QPixmap:
    """The middle of the picture, at most `size` wide and high."""
    reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if reader.size().isValid():
        grown = reader.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        reader.setScaledSize(grown)
    picture = QPixmap.fromImageReader(reader)
    side = min(picture.width(), picture.height())
    return picture.copy((picture.width() - side) // 2, (picture.height() - side) // 2, side, side)
