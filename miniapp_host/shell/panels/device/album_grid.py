"""Thumbnails of the album's files in rows, each read when it is first painted."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImageReader,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from miniapp_host.shell.inspector.tool_button import ToolButton
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.theme import NOTE_ON_BLACK, VIDEO_GROUND, font, theme_of
from miniapp_host.texts import Texts

_SIDE, _GAP, _MOST = 64, 6, 24
_VIDEO = ".mp4"


class AlbumGrid(QWidget):
    """As many columns as fit, at most two dozen files."""

    delete_wished = Signal(object)
    """The path of the file that the person wants deleted."""
    open_wished = Signal(object)
    """The path of the file that the person wants to see."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._thumbs: dict[Path, AlbumThumb] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_files(self, files: Sequence[Path]) -> int:
        """Show the first ones, and return how many are left out."""
        shown = files[:_MOST]
        for file in set(self._thumbs) - set(shown):
            gone = self._thumbs.pop(file)
            gone.hide()
            gone.deleteLater()
        self._thumbs = {file: self._thumbs.get(file) or self._made(file) for file in shown}
        for at, thumb in enumerate(self._thumbs.values()):
            thumb.setObjectName(f"album_{at}")
        self._arrange()
        self.updateGeometry()
        return len(files) - len(shown)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._thumbs) // self._columns(width))
        return max(0, rows * (_SIDE + _GAP) - _GAP)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE * 4, self.heightForWidth(max(_SIDE, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _made(self, file: Path) -> "AlbumThumb":
        thumb = AlbumThumb(file, self._texts, self)
        thumb.delete_wished.connect(self.delete_wished)
        thumb.open_wished.connect(self.open_wished)
        thumb.show()
        return thumb

    def _columns(self, width: int) -> int:
        return max(1, (width + _GAP) // (_SIDE + _GAP))

    def _arrange(self) -> None:
        columns = self._columns(self.width())
        for at, thumb in enumerate(self._thumbs.values()):
            place = QPoint(at % columns, at // columns) * (_SIDE + _GAP)
            thumb.setGeometry(QRect(place, QSize(_SIDE, _SIDE)))


class AlbumThumb(Pressable):
    """One file; Delete, its cross or its menu deletes it."""

    delete_wished = Signal(object)
    """Its path."""
    open_wished = Signal(object)
    """Its path."""

    def __init__(self, file: Path, texts: Texts, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(file.name)
        self.setToolTip(file.name)
        self._file = file
        self._texts = texts
        self._picture: QPixmap | None = None
        self._cross = ToolButton("close", texts("Delete"), self)
        self._cross.setObjectName("albumDelete")
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.move(_SIDE - self._cross.width(), 0)
        self._cross.hide()
        self._cross.clicked.connect(self._on_cross_clicked)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._on_cross_clicked()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._texts("Delete"), self._on_cross_clicked)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._cross.setVisible(self.underMouse())
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        area = QRectF(self.rect())
        if self._file.suffix.lower() == _VIDEO:
            painter.fillRect(area, QColor(VIDEO_GROUND))
            painter.setFont(font(12, medium=True))
            painter.setPen(QColor(NOTE_ON_BLACK))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "MP4")
        else:
            painter.fillRect(area, QColor(theme_of(self).fg_3))
            picture = self._read()
            painter.drawPixmap(area, picture, _middle_square(picture))
        painter.fillRect(area, self.shade())
        if self.underMouse():
            painter.fillRect(QRectF(self._cross.geometry()), QColor(theme_of(self).bg_2))
        self.paint_ring(painter, area.adjusted(1, 1, -1, -1), 3)

    def _read(self) -> QPixmap:
        if self._picture is None:
            reader = QImageReader(str(self._file))
            reader.setAutoTransform(True)
            size = reader.size()
            if size.isValid():
                ratio = self.devicePixelRatioF()
                wanted = QSize(_SIDE, _SIDE) * ratio
                mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding
                reader.setScaledSize(size.scaled(wanted, mode))
            self._picture = QPixmap.fromImage(reader.read())
        return self._picture

    def _on_cross_clicked(self) -> None:
        self.delete_wished.emit(self._file)

    def _on_clicked(self) -> None:
        self.open_wished.emit(self._file)


def _middle_square(picture: QPixmap) -> QRectF:
    side = min(picture.width(), picture.height())
    left, top = (picture.width() - side) / 2, (picture.height() - side) / 2
    return QRectF(left, top, side, side)
