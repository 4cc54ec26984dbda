"""Draws the cells of the inspector's tables and trees from their `TableCell`."""

from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from miniapp_host.shell.inspector.table_cell import Cut, Role, TableCell
from miniapp_host.shell.kit.code_font import code_font
from miniapp_host.shell.kit.icon import paint_icon
from miniapp_host.shell.kit.theme import CLEAR, font, palette, theme_of, tone_of

ROW = 28
SIDE = 8
_DOT = 8
_ICON = 14
_LONGEST_SHOWN = 1000
_LONGEST_HINT = 2000
_LONGEST_EDITED = 16 * 1024 * 1024
_SELECTED = QStyle.StateFlag.State_Selected
_UNDER_MOUSE = QStyle.StateFlag.State_MouseOver
_ELIDED = {
    Cut.START: Qt.TextElideMode.ElideLeft,
    Cut.MIDDLE: Qt.TextElideMode.ElideMiddle,
    Cut.END: Qt.TextElideMode.ElideRight,
}

Index = QModelIndex | QPersistentModelIndex


def cell_of(index: Index) -> TableCell:
    """The cell behind an index; a model that says nothing of it has its text alone."""
    found = index.data(Role.CELL)
    return found if isinstance(found, TableCell) else TableCell(str(index.data() or ""))


def face_of(cell: TableCell) -> QFont:
    """The font of a cell."""
    return code_font(12) if cell.code else font(13)


class RowPainter(QStyledItemDelegate):
    """Rows of 28 pixels; what does not fit is cut, and told whole when the mouse rests on it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = cell_of(index)
        width = QFontMetrics(face_of(cell)).horizontalAdvance(cell.text[:_LONGEST_SHOWN])
        return QSize(width + _before(cell) + 2 * SIDE, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one cell; this runs for every cell in view, ten times a second in a flood."""
        view = option.widget
        hovered = getattr(view, "hovered_row", None)
        paint_ground(painter, option, view, None if hovered is None else hovered == index.row())
        cell = cell_of(index)
        area = option.rect
        left, room = area.left() + SIDE, area.width() - 2 * SIDE
        before = _before(cell)
        if cell.icon or cell.dot is not None:
            self._paint_mark(painter, left, area.center().y() + 0.5, cell, view)
        shown = _fitted(cell.text, room - before, cell.cut, cell.code)
        if not shown.text:
            return
        face = _face(cell.code)
        painter.setFont(face.font)
        painter.setPen(tone_of(view, cell.tone))
        spare = room - before - shown.width if cell.right else 0
        base = area.top() + (area.height() - face.height) // 2 + face.ascent
        painter.drawText(left + before + spare, base, shown.text)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Gives the editor colours of its own: those of the rows have no highlight."""
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setMaxLength(_LONGEST_EDITED)  # Qt's own limit would cut a long value silently
        editor.setFont(face_of(cell_of(index)))
        editor.setPalette(palette(theme_of(parent)))
        return editor

    def _paint_mark(
        self, painter: QPainter, left: int, middle: float, cell: TableCell, view: QWidget
    ) -> None:
        if cell.dot is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone_of(view, cell.dot))
            painter.drawEllipse(QRectF(left, middle - _DOT / 2, _DOT, _DOT))
        else:
            where = QRectF(left, middle - _ICON / 2, _ICON, _ICON)
            paint_icon(painter, cell.icon, where, tone_of(view, cell.tone))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        QToolTip.showText(event.globalPos(), self._hint(option, index), view)
        return True

    def _hint(self, option: QStyleOptionViewItem, index: Index) -> str:
        """The model's own hint, or the whole text if it was cut; as plain text."""
        told = index.data(Qt.ItemDataRole.ToolTipRole)
        cell = cell_of(index)
        if not told:
            room = option.rect.width() - 2 * SIDE - _before(cell)
            told = cell.text if fitted(cell, room) != _one_line(cell.text) else ""
        return escaped(str(told)[:_LONGEST_HINT])


def escaped(text: str) -> str:
    """`text` so that a tooltip shows it literally, whatever tags a program put into it."""
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<span>{shown}</span>" if shown else ""


def fitted(cell: TableCell, width: int) -> str:
    """The text as it fits into `width` pixels, on one line."""
    return _fitted(cell.text, width, cell.cut, cell.code).text


class _Face(NamedTuple):
    """A font and what is often asked of it."""

    font: QFont
    metrics: QFontMetrics
    height: int
    ascent: int


class _Fitted(NamedTuple):
    """A text as it is drawn, and its width in pixels."""

    text: str
    width: int


@cache
def _face(code: bool) -> _Face:
    face = code_font(12) if code else font(13)
    metrics = QFontMetrics(face)
    return _Face(face, metrics, metrics.height(), metrics.ascent())


@lru_cache(maxsize=4096)
def _fitted(text: str, width: int, cut: Cut, code: bool) -> _Fitted:
    """The text cut for a width; most cells are drawn again and again as they are."""
    metrics = _face(code).metrics
    shown = metrics.elidedText(_one_line(text), _ELIDED[cut], width)
    return _Fitted(shown, metrics.horizontalAdvance(shown))


def _one_line(text: str) -> str:
    """The text without line ends; of a very long one, both ends."""
    if len(text) > _LONGEST_SHOWN:
        half = _LONGEST_SHOWN // 2
        text = f"{text[:half]}…{text[-half:]}"
    return " ".join(text.splitlines())


def _before(cell: TableCell) -> int:
    """The room before the text in pixels."""
    if cell.dot is not None:
        return _DOT + 7
    return _ICON + 6 if cell.icon or cell.gutter else 0


def paint_ground(
    painter: QPainter,
    option: QStyleOptionViewItem,
    view: QWidget,
    hovered: bool | None = None,
) -> None:
    """The ground of a row: chosen, under the mouse, or none.

    `hovered` says whether the mouse is over it; None leaves that to `option`.
    """
    state = option.state
    under_mouse = _UNDER_MOUSE in state if hovered is None else hovered
    if _SELECTED in state:
        ground = QColor(theme_of(view).link)
        strong = view.hasFocus() and not theme_of(view).contrast
        ground.setAlphaF(0.28 if strong else 0.16)
        painter.fillRect(option.rect, ground)
    elif under_mouse:
        painter.fillRect(option.rect, QColor(theme_of(view).fg_5))


def clear_highlight() -> QPalette:
    """A palette for a view of such rows: Qt paints the platform's highlight below each."""
    clear = QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        clear.setColor(group, QPalette.ColorRole.Highlight, QColor(CLEAR))
    return clear
