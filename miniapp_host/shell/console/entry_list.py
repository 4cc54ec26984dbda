"""The console's entries as a list: text in a fixed-width font, below it time and place."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from miniapp_host.shell.console.console_model import Level, LogEntry
from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.code_font import code_font
from miniapp_host.shell.kit.focus_ring import FocusRing
from miniapp_host.shell.kit.scroll import ThinBar
from miniapp_host.shell.kit.theme import (
    CLEAR,
    ERROR_GROUND,
    WARNING_GROUND,
    font,
    theme_of,
    tone_of,
)
from miniapp_host.texts import Texts

SIDE = 24
_MOST_LINES = 12
_LONGEST = 4000
_TAB = 28.0

Index = QModelIndex | QPersistentModelIndex


class EntryList(QListView):
    """The entries, each as high as its text needs."""

    def __init__(
        self, model: QSortFilterProxyModel, texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("consoleList")
        self.setAccessibleName(texts("Console"))
        self.setModel(model)
        self.setItemDelegate(_EntryPainter(texts, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._bar = ThinBar(self)
        FocusRing(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setAutoFillBackground(False)


class _EntryPainter(QStyledItemDelegate):
    """Draws one entry: text in a fixed-width font, below it place and time."""

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = texts

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: LogEntry = index.data(Qt.ItemDataRole.UserRole)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 390
        return QSize(width, round(_height(self._laid_out(entry, width))) + 34)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: LogEntry = index.data(Qt.ItemDataRole.UserRole)
        view = option.widget
        area: QRect = option.rect
        painter.save()
        painter.fillRect(area, _ground(entry.level))
        painter.setPen(_ink(entry.level, view))
        text = self._laid_out(entry, area.width())
        text.draw(painter, QPointF(area.left() + SIDE, area.top() + 8))
        self._paint_foot(painter, area, entry, view)
        painter.translate(0, area.bottom() + 0.5)
        paint_hairline(painter, theme_of(view), 0, 0, area.width())
        painter.restore()

    def _laid_out(self, entry: LogEntry, width: int) -> QTextLayout:
        return _laid_out(self._texts.said(entry.text), width)

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


def _laid_out(said: str, width: int) -> QTextLayout:
    """The first lines of the text; a word that is longer than a line is broken anywhere."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(_TAB)
    text = said[:_LONGEST].replace("\n", "\N{LINE SEPARATOR}")
    layout = QTextLayout(text, code_font(12))
    layout.setTextOption(option)
    layout.beginLayout()
    for _ in range(_MOST_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width - 2 * SIDE)
        line.setPosition(QPointF(0, line.height() * line.lineNumber()))
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    return sum(layout.lineAt(at).height() for at in range(layout.lineCount()))


def _ground(level: Level) -> QColor:
    match level:
        case Level.ERROR:
            return QColor(ERROR_GROUND)
        case Level.WARN:
            return QColor(WARNING_GROUND)
        case _:
            return QColor(CLEAR)


def _ink(level: Level, view: QWidget) -> QColor:
    theme = theme_of(view)
    match level:
        case Level.ERROR | Level.FAILURE:
            return QColor(theme.error_ink)
        case Level.WARN:
            return QColor(theme.warning_ink)
        case _:
            return tone_of(view, "fg_0")
