"""The launcher's list: one row per program on a round card, with "···" at its end."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from miniapp_host.shell.home.ago import use_said
from miniapp_host.shell.home.launcher_model import Role
from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.icon import paint_icon
from miniapp_host.shell.kit.pressable import KEYBOARD_REASONS, paint_ring
from miniapp_host.shell.kit.pressable_list import Index, PressableList
from miniapp_host.shell.kit.program_icon import ProgramFace, paint_face, picture_of
from miniapp_host.shell.kit.scroll import ThinBar
from miniapp_host.shell.kit.theme import font, shade_of, theme_of, tone_of
from miniapp_host.texts import Texts

ROW = 76
_SIDE = 16
_INSET = 16
_ICON = 48
_MORE = 44
_RADIUS = 12
_REFRESH_MS = 30_000
FOOT = 24


class ProgramList(PressableList):
    """A click or Enter opens a program; "···", Delete or the context menu offer more."""

    program_chosen = Signal(QModelIndex)
    more_requested = Signal(QModelIndex)
    delete_requested = Signal(QModelIndex)

    def __init__(
        self,
        model: QAbstractItemModel,
        texts: Texts,
        now: Callable[[], datetime] = datetime.now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("programList")
        self.setAccessibleName(texts("Mini Programs"))
        self.setModel(model)
        self._painter = _RowPainter(texts, now, self)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.keyboard = False
        """Whether the person moves in it by keyboard: only then the current row has a ring."""
        self._bar = ThinBar(self)
        self._refresh = QTimer(self)
        self._refresh.timeout.connect(self.ground.update)
        self._refresh.start(_REFRESH_MS)

    def updateGeometries(self) -> None:
        """Ends a list that scrolls a little above the edge of the screen."""
        # Qt sets the bar's maximum anew in each call, so the addition does not grow.
        super().updateGeometries()
        bar = self.verticalScrollBar()
        if bar.maximum():
            bar.setMaximum(bar.maximum() + FOOT)

    def row_rect(self, index: Index) -> QRect:
        """Where a row is drawn, in the viewport's pixels."""
        return self.visualRect(index).adjusted(_SIDE, 0, -_SIDE, 0)

    def more_rect(self, index: Index) -> QRect:
        """Where a row's "···" takes clicks."""
        row = self.row_rect(index)
        return QRect(row.right() - _MORE, row.top(), _MORE, row.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.keyboard = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.keyboard = False
        super().mousePressEvent(event)

    def press(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)

    def click(self, index: QModelIndex, place: QPoint) -> None:
        if self.more_rect(index).contains(place):
            self.more_requested.emit(index)
        else:
            self.program_chosen.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        self.keyboard = True
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if index.isValid():
                self.program_chosen.emit(index)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if index.isValid():
                self.delete_requested.emit(index)
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.row_pressed_at(event.pos())
        if index.isValid():
            self.more_requested.emit(index)

    def row_pressed_at(self, place: QPoint) -> QModelIndex:
        index = self.indexAt(place)
        return index if self.row_rect(index).contains(place) else QModelIndex()


class _RowPainter(QStyledItemDelegate):
    """Draws a program's row; keeps the icons it has read."""

    def __init__(self, texts: Texts, now: Callable[[], datetime], view: ProgramList) -> None:
        super().__init__(view)
        self._view = view
        self._texts = texts
        self._now = now
        self._pictures: dict[ProgramFace, QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = QRectF(self._view.row_rect(index))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, option, index)
        face: ProgramFace = index.data(Role.FACE)
        icon = QRectF(row.left() + _INSET, row.top() + (ROW - _ICON) / 2, _ICON, _ICON)
        paint_face(painter, icon, face, self._picture(face), theme_of(self._view))
        if index.data(Role.RUNNING):
            self._paint_dot(painter, icon)
        self._paint_words(painter, row, icon.right() + 14, index)
        self._paint_more(painter, index)
        painter.restore()

    def _picture(self, face: ProgramFace) -> QPixmap:
        if face not in self._pictures:
            self._pictures[face] = picture_of(face)
        return self._pictures[face]

    def _paint_ground(
        self, painter: QPainter, row: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        theme = theme_of(self._view)
        card = _card(row, first=index.row() == 0, last=self._is_last(index))
        painter.fillPath(card, QColor(theme.bg_2))
        over = self._view.row_rect(index).contains(self._view.pointer())
        pressed = self._view.is_pressed(index)
        painter.fillPath(card, shade_of(theme, hovered=over, pressed=pressed))
        if not self._is_last(index):
            left = row.left() + _INSET + _ICON + 14
            paint_hairline(painter, theme, left, row.bottom() - 0.5, row.right())
        focused = self._view.hasFocus() and self._view.currentIndex() == index
        if focused and self._view.keyboard:
            paint_ring(painter, row.adjusted(2, 2, -2, -2), 9, QColor(theme.link))

    def _is_last(self, index: Index) -> bool:
        return index.row() == index.model().rowCount() - 1

    def _paint_dot(self, painter: QPainter, icon: QRectF) -> None:
        theme = theme_of(self._view)
        dot = QRectF(icon.right() - 12, icon.bottom() - 12, 12, 12)
        painter.setPen(QPen(QColor(theme.bg_2), 2))
        painter.setBrush(QColor(theme.brand))
        painter.drawEllipse(dot)

    def _paint_words(self, painter: QPainter, row: QRectF, left: float, index: Index) -> None:
        width = row.right() - _MORE - left
        name_face, note_face = font(17, medium=True), font(14)
        middle = row.center().y()
        painter.setFont(name_face)
        painter.setPen(tone_of(self._view, "fg_0"))
        name = QFontMetrics(name_face).elidedText(
            index.data(Role.NAME), Qt.TextElideMode.ElideRight, int(width)
        )
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, middle - 25, width, 26), flags, name)
        painter.setFont(note_face)
        painter.setPen(tone_of(self._view, "fg_1"))
        note = QFontMetrics(note_face).elidedText(
            self.note(index), Qt.TextElideMode.ElideRight, int(width)
        )
        painter.drawText(QRectF(left, middle + 2, width, 20), flags, note)

    def note(self, index: Index) -> str:
        """The row's second line."""
        running = bool(index.data(Role.RUNNING))
        return use_said(index.data(Role.LAST_USED), self._now(), self._texts, running=running)

    def _paint_more(self, painter: QPainter, index: Index) -> None:
        box = self._view.more_rect(index)
        over = box.contains(self._view.pointer())
        middle = QRectF(box).center()
        if over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme_of(self._view).fg_5))
            painter.drawEllipse(middle, 17, 17)
        tone = tone_of(self._view, "fg_0" if over else "fg_1")
        paint_icon(painter, "more", QRectF(middle.x() - 10, middle.y() - 10, 20, 20), tone)


def _card(row: QRectF, *, first: bool, last: bool) -> QPainterPath:
    """The row's part of the card: round where the card ends."""
    card = QPainterPath()
    grown = row.adjusted(0, 0 if first else -_RADIUS, 0, 0 if last else _RADIUS)
    card.addRoundedRect(grown, _RADIUS, _RADIUS)
    clip = QPainterPath()
    clip.addRect(row)
    return card.intersected(clip)
