"""Reads a picture no larger than it is drawn, and says which part of it fills a square."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap


def read_scaled(file: Path | bytes, box: QSize) -> QPixmap:
    """A picture at least as large as `box` where it is; null if it is unreadable."""
    if isinstance(file, bytes):
        content = QBuffer()
        content.setData(QByteArray(file))
        reader = QImageReader(content)
    else:
        reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    fitting = size.scaled(box, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if size.isValid() and fitting.width() < size.width():
        reader.setScaledSize(fitting)
    return QPixmap.fromImageReader(reader)


def middle_square(picture: QPixmap) -> QRectF:
    """The largest square in the middle of `picture`, in its pixels."""
    side = min(picture.width(), picture.height())
    return QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)
