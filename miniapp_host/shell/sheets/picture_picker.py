"""Choosing pictures or videos: the album's grid with numbered checks, or this computer's files."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSignalMapper, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from miniapp_host.devices.album import Media
from miniapp_host.shell.kit.buttons import Button, Kind, LinkButton
from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.soon import soon
from miniapp_host.shell.kit.theme import (
    CHECK_GROUND,
    CLEAR,
    VEIL_CHOSEN,
    VEIL_HOVERED,
    VIDEO_GROUND,
    WHITE,
    font,
    theme_of,
)
from miniapp_host.shell.sheets.open_dialog import OpenDialog
from miniapp_host.shell.sheets.scaled_picture import middle_square, read_scaled
from miniapp_host.texts import Texts

_COLUMNS = 4
_GAP = 3
_FOOT = 52
_SAFE_AREA = 34
_PICTURES = "*.png *.jpg *.jpeg *.gif *.webp *.bmp"
_FILES = {
    Media.PICTURES: _PICTURES,
    Media.VIDEOS: "*.mp4",
    Media.BOTH: f"{_PICTURES} *.mp4",
    Media.FILES: "*",
}
_TITLES = {Media.FILES: "Files"}
_VIDEO = ".mp4"


class PicturePicker(Page):
    """Calls `on_chosen` once, with at most `count` files in the order chosen; none: went back."""

    def __init__(
        self,
        screen: QWidget,
        texts: Texts,
        pictures: Sequence[Path],
        count: int,
        on_chosen: Callable[[tuple[Path, ...]], None],
        media: Media = Media.PICTURES,
    ) -> None:
        super().__init__(screen, texts(_TITLES.get(media, "Album")), texts("Back"))
        self.setObjectName("picturePicker")
        self._texts = texts
        self._media = media
        self._count = max(1, count)
        self._on_chosen = on_chosen
        self._chosen: list[Path] = []
        self._thumbs = [_Thumb(file, index) for index, file in enumerate(pictures)]
        self._foot = _Foot(texts, self.panel)
        self._foot.done_clicked.connect(self.accept)
        self._foot.files_clicked.connect(self._on_foot_files_clicked)
        self._fill_body()
        self._renumber()
        self.finished.connect(self._on_finished)

    @property
    def chosen(self) -> tuple[Path, ...]:
        """The files chosen now, in order."""
        return tuple(self._chosen)

    def arrange(self) -> None:
        super().arrange()
        foot = _FOOT + _SAFE_AREA
        height = max(0, self.height() - self.body_top - foot)
        self._area.setGeometry(0, self.body_top, self.width(), height)
        self._foot.setGeometry(0, self.height() - foot, self.width(), foot)

    def _fill_body(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        grid.setSpacing(_GAP)
        clicked = QSignalMapper(self)
        clicked.mappedInt.connect(self._on_thumb_mapped)
        for index, thumb in enumerate(self._thumbs):
            thumb.clicked.connect(clicked.map)
            clicked.setMapping(thumb, index)
            grid.addWidget(thumb, index // _COLUMNS, index % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(grid)
        if not self._thumbs:
            videos = self._media is Media.VIDEOS
            empty = self._texts("No videos yet") if videos else self._texts("The album is empty")
            middle = Qt.AlignmentFlag.AlignHCenter
            self.body.addSpacing(120)
            self.body.addWidget(PlainLabel(empty, pixels=14, tone="fg_1", align=middle))
        self.body.addStretch(1)

    def _on_thumb_mapped(self, index: int) -> None:
        thumb = self._thumbs[index]
        if thumb.file in self._chosen:
            self._chosen.remove(thumb.file)
        elif self._count == 1:
            self._chosen = [thumb.file]
        elif len(self._chosen) < self._count:
            self._chosen.append(thumb.file)
        self._renumber()

    def _renumber(self) -> None:
        full = self._count > 1 and len(self._chosen) >= self._count
        for thumb in self._thumbs:
            number = self._chosen.index(thumb.file) + 1 if thumb.file in self._chosen else 0
            thumb.show_number(number, faded=full and not number)
        self._foot.show_count(len(self._chosen), self._count)

    def _on_foot_files_clicked(self) -> None:
        modes = QFileDialog.FileMode
        mode = modes.ExistingFiles if self._count > 1 else modes.ExistingFile
        title = self._texts(self._dialog_title())
        dialog = OpenDialog(self, title, "pictureFiles", self._filter(), mode)
        dialog.filesSelected.connect(self._on_files_selected)
        dialog.open()

    def _dialog_title(self) -> str:
        return "Choose files" if self._media is Media.FILES else "Choose pictures"

    def _filter(self) -> str:
        word = {
            Media.PICTURES: self._texts("Pictures"),
            Media.VIDEOS: self._texts("Videos"),
            Media.BOTH: self._texts("Pictures and videos"),
            Media.FILES: self._texts("Files"),
        }
        return f"{word[self._media]} ({_FILES[self._media]})"

    def _on_files_selected(self, files: list[str]) -> None:
        if self._count == 1:
            self._chosen.clear()
        room = self._count - len(self._chosen)
        self._chosen.extend(Path(file) for file in files[:room])
        self.accept()

    def _on_finished(self, result: int) -> None:
        accepted = result == self.DialogCode.Accepted.value
        self._on_chosen(self.chosen if accepted else ())


class _Thumb(Pressable):
    """One picture of the grid, read when it is first visible."""

    def __init__(self, file: Path, index: int) -> None:
        super().__init__()
        self.setObjectName(f"picture_{index}")
        self.setAccessibleName(file.stem)
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.file = file
        self.number = 0
        self._faded = False
        self._asked = False
        self._picture = QPixmap()

    def show_number(self, number: int, *, faded: bool) -> None:
        """Show its number among the chosen, 0 for none; faded if no more can be chosen."""
        self.number = number
        self.setChecked(number > 0)
        self.setAccessibleDescription(str(number) if number else "")
        self._faded = faded
        self.update()

    def nextCheckState(self) -> None:
        """The picker says which ones are chosen."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width

    def sizeHint(self) -> QSize:
        return QSize(90, 90)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        area = QRectF(self.rect())
        painter.fillRect(area, QColor(theme_of(self).fg_3))
        if self.file.suffix.lower() == _VIDEO:
            _paint_video(painter, area, self.file.stem)
        elif self._picture.isNull():
            self._ask_for_picture()
        else:
            painter.drawPixmap(area, self._picture, middle_square(self._picture))
        if self._faded:
            ground = QColor(theme_of(self).bg_0)
            ground.setAlphaF(0.6)
            painter.fillRect(area, ground)
        veil = QColor(VEIL_CHOSEN if self.number else VEIL_HOVERED if self.hovered else CLEAR)
        painter.fillRect(area, veil)
        self._paint_check(painter, QPointF(self.width() - 16, 16))
        self.paint_ring(painter, area, 0)

    def _paint_check(self, painter: QPainter, middle: QPointF) -> None:
        painter.setPen(QPen(QColor(WHITE), 1.5))
        painter.setBrush(QColor(theme_of(self).brand) if self.number else QColor(CHECK_GROUND))
        painter.drawEllipse(middle, 10, 10)
        if self.number:
            painter.setFont(font(12, medium=True))
            box = QRectF(middle.x() - 10, middle.y() - 10, 20, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.number))

    def _ask_for_picture(self) -> None:
        if not self._asked:
            self._asked = True
            soon(self, self._read_picture)

    def _read_picture(self) -> None:
        self._picture = read_scaled(self.file, QSize(240, 240))
        self.update()


class _Foot(QWidget):
    """The bar below the grid."""

    done_clicked = Signal()
    files_clicked = Signal()

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = texts
        self._done = Button(texts("Done"), Kind.PRIMARY, mini=True)
        self._done.setObjectName("pictureDone")
        self._done.clicked.connect(self.done_clicked)
        files = LinkButton(texts("From this computer…"), pixels=15)
        files.setObjectName("pictureFromComputer")
        files.clicked.connect(self.files_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, _SAFE_AREA)
        row.addWidget(files)
        row.addStretch(1)
        row.addWidget(self._done)

    def show_count(self, chosen: int, most: int) -> None:
        done = self._texts("Done")
        self._done.setText(f"{done} ({chosen}/{most})" if chosen and most > 1 else done)
        self._done.setEnabled(chosen > 0)
        self._done.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self)
        painter.fillRect(self.rect(), QColor(theme.bg_2))
        paint_hairline(painter, theme, 0, 0, self.width())


def _paint_video(painter: QPainter, area: QRectF, name: str) -> None:
    """A play sign and the file's name: no frame of it is decoded here."""
    painter.fillRect(area, QColor(VIDEO_GROUND))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(WHITE))
    middle = area.center()
    sign = ((-7, -9), (10, 0), (-7, 9))
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in sign]))
    painter.setPen(QColor(WHITE))
    painter.setFont(font(10))
    room = area.adjusted(6, 0, -6, -5)
    shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, int(room.width()))
    bottom = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
    painter.drawText(room, bottom, shown)
