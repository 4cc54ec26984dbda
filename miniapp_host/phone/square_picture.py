"""Makes square pictures: the middle of a file's picture, upright and scaled."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter


def square_png(file: Path, side: int) -> bytes:
    """A PNG of `side` × `side` pixels; raises OSError if Qt can't read the picture."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    picture = reader.read()
    if picture.isNull():
        raise OSError(f"{file.name}: {reader.errorString()}")
    return _png(_middle(picture, side))


def _middle(picture: QImage, side: int) -> QImage:
    whole = picture.scaled(
        QSize(side, side),
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    part = QRect(0, 0, side, side)
    part.moveCenter(whole.rect().center())
    return whole.copy(part)


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(buffer.data().data())
