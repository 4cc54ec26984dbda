"""A program's picture: its own icon, or its first letter on a colour that stays the same."""

import zlib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImageReader, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.program_colour import legible
from miniapp_host.shell.kit.theme import (
    ICON_EDGE,
    LETTER_GROUNDS,
    WHITE,
    Theme,
    font,
    theme_of,
)

_LARGEST = 192


@dataclass(frozen=True, slots=True)
class ProgramFace:
    """How a program shows itself: its id, name and icon, if it has one."""

    id: str
    name: str
    icon: Path | None = None


def letter_of(face: ProgramFace) -> str:
    """The letter that stands for a program without an icon."""
    return next((sign for sign in face.name if sign.isalnum()), "·").upper()


def colour_of(face: ProgramFace) -> QColor:
    """The colour behind the letter: always the same for the same program."""
    return QColor(LETTER_GROUNDS[zlib.crc32(face.id.encode()) % len(LETTER_GROUNDS)])


def picture_of(face: ProgramFace) -> QPixmap:
    """The icon's picture, at most 192 pixels wide; null if there is none or it is damaged."""
    if face.icon is None:
        return QPixmap()
    reader = QImageReader(str(face.icon))
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _LARGEST:
        box = QSize(_LARGEST, _LARGEST)
        reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return QPixmap.fromImageReader(reader)


def paint_face(
    painter: QPainter, place: QRectF, face: ProgramFace, picture: QPixmap, theme: Theme
) -> None:
    """Draws the program round, `picture` cut to the circle or else the letter."""
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    circle = QPainterPath()
    circle.addEllipse(place)
    if picture.isNull():
        _paint_letter(painter, place, face, theme)
    else:
        painter.setClipPath(circle)
        painter.fillPath(circle, QColor(WHITE))
        painter.drawPixmap(place, picture, _square(picture))
        painter.setClipping(False)
    painter.setPen(QPen(QColor(ICON_EDGE), 0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(place.adjusted(0.25, 0.25, -0.25, -0.25))
    painter.restore()


def _paint_letter(painter: QPainter, place: QRectF, face: ProgramFace, theme: Theme) -> None:
    ground = colour_of(face)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(legible(ground, QColor(WHITE)) if theme.contrast else ground)
    painter.drawEllipse(place)
    painter.setFont(font(max(8, round(place.height() * 0.45)), medium=True))
    painter.setPen(QColor(WHITE))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter_of(face))


def _square(picture: QPixmap) -> QRectF:
    side = min(picture.width(), picture.height())
    return QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)


class ProgramIcon(QWidget):
    """The program's picture, `size` square."""

    def __init__(self, face: ProgramFace, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._face = face
        self._picture = picture_of(face)

    def paintEvent(self, event: QPaintEvent) -> None:
        place = QRectF(self.rect())
        paint_face(QPainter(self), place, self._face, self._picture, theme_of(self))
