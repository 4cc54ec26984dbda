"""The console's entries as a list: text in a fixed-width face, below it when and where."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from miniapp_host.shell.cell import paint_hairline
from miniapp_host.shell.console_model import Level, LogEntry
from miniapp_host.shell.scroll import ThinBar
from miniapp_host.shell.theme import font, theme_of, tone_of

SIDE = 24
_MOST_LINES = 12

Index = QModelIndex | QPersistentModelIndex


class EntryList(QListView):
    """The entries, each as high as its text needs."""

    def __init__(self, model: QSortFilterProxyModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consoleList")
        self.setModel(model)
        self.setItemDelegate(_EntryPainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._bar = ThinBar(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setAutoFillBackground(False)


class _EntryPainter(QStyledItemDelegate):
    """Draws one entry: text in a fixed-width face, below it where and when."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: LogEntry = index.data(Qt.ItemDataRole.UserRole)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 390
        return QSize(width, self._text_box(entry, width).height() + 34)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: LogEntry = index.data(Qt.ItemDataRole.UserRole)
        view = option.widget
        area: QRect = option.rect
        painter.save()
        painter.fillRect(area, _ground(entry.level))
        box = self._text_box(entry, area.width()).translated(0, area.top())
        painter.setFont(_code_font())
        painter.setPen(_ink(entry.level, view))
        painter.drawText(box, _WRAP, entry.text)
        self._paint_foot(painter, area, entry, view)
        painter.translate(0, area.bottom() + 0.5)
        paint_hairline(painter, theme_of(view), 0, 0, area.width())
        painter.restore()

    def _text_box(self, entry: LogEntry, width: int) -> QRect:
        metrics = QFontMetrics(_code_font())
        most = metrics.lineSpacing() * _MOST_LINES
        room = QRect(SIDE, 8, width - 2 * SIDE, most)
        found = metrics.boundingRect(room, _WRAP, entry.text[:4000])
        height = max(metrics.lineSpacing(), min(most, found.height()))
        return QRect(SIDE, 8, width - 2 * SIDE, height)

    def _paint_foot(self, painter: QPainter, area: QRect, entry: LogEntry, view: QWidget) -> None:
        painter.setFont(font(10))
        painter.setPen(tone_of(view, "fg_1"))
        foot = QRect(area.left() + SIDE, area.bottom() - 22, area.width() - 2 * SIDE, 16)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, f"{entry.time:%H:%M:%S}")
        painter.setPen(tone_of(view, "link"))
        place = QFontMetrics(font(10)).elidedText(
            entry.place, Qt.TextElideMode.ElideLeft, foot.width() - 70
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, place)


_WRAP = int(Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextExpandTabs)


def _code_font() -> QFont:
    face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    face.setFamilies([*face.families(), *font(12).families()])
    face.setPixelSize(12)
    return face


def _ground(level: Level) -> QColor:
    match level:
        case Level.ERROR:
            return QColor(250, 81, 81, 26)
        case Level.WARN:
            return QColor(255, 195, 0, 31)
        case _:
            return QColor(0, 0, 0, 0)


def _ink(level: Level, view: QWidget) -> QColor:
    dark = theme_of(view).dark
    match level:
        case Level.ERROR:
            return QColor("#ff8080" if dark else "#b3261e")
        case Level.WARN:
            return QColor("#f0c75e" if dark else "#7a5200")
        case _:
            return tone_of(view, "fg_0")
