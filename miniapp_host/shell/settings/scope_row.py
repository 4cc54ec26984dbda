"""A row of the settings panel's list, painted: icon, title, switch, lines between the rows."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from miniapp_host.permissions.scopes import Scope
from miniapp_host.shell.kit import switch
from miniapp_host.shell.kit.cell import LEAST_HEIGHT, SIDE, paint_hairline
from miniapp_host.shell.kit.icon import paint_icon
from miniapp_host.shell.kit.switch import KnobSlide, SwitchLook, paint_switch
from miniapp_host.shell.kit.theme import font, motion, theme_of, tone_of
from miniapp_host.shell.settings.settings_model import Index, Role

_ICON = 24
_GAP = 12
_MOST_LINES = 3
_WRAP = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class RowState:
    """What the mouse and the keyboard do at a row's switch."""

    hovered: bool
    pressed: bool
    ringed: bool


class ScopeRow(QStyledItemDelegate):
    """Paints the rows of `view`; `state_of` says what the mouse and the keyboard do there."""

    def __init__(self, view: QAbstractItemView, state_of: Callable[[Index], RowState]) -> None:
        super().__init__(view)
        self._view = view
        self._state_of = state_of
        self._drawn: dict[str, float] = {}
        """Scope id -> where its knob was painted last: a slide starts there."""
        self._slides: dict[str, KnobSlide] = {}

    def height(self, index: Index, width: int) -> int:
        """How high a row is in a list of that width, in pixels."""
        metrics = QFontMetrics(font(17))
        room = QRect(0, 0, _words(QRect(0, 0, width, LEAST_HEIGHT)).width(), 0)
        words = metrics.boundingRect(room, _WRAP, index.data(Role.TITLE)).height()
        most = _MOST_LINES * metrics.lineSpacing()
        return max(LEAST_HEIGHT, min(words, most) + 2 * _GAP)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self.height(index, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: QRect = option.rect
        scope: Scope = index.data(Role.SCOPE)
        painter.save()
        self._paint_ground(painter, row, index)
        icon = QRectF(row.left() + SIDE, row.center().y() + 1 - _ICON / 2, _ICON, _ICON)
        paint_icon(painter, scope.icon, icon, tone_of(self._view, "fg_1"))
        painter.setFont(font(17))
        painter.setPen(tone_of(self._view, "fg_0"))
        painter.drawText(_words(row), _WRAP, index.data(Role.TITLE))
        self._paint_switch(painter, row, index)
        painter.restore()

    def slide_knob(self, index: Index) -> None:
        """Let a row's knob slide from where it is on the screen to where the row says."""
        scope: Scope = index.data(Role.SCOPE)
        end = _place(index)
        start = self._drawn.get(scope.id, end)
        lasts = motion(self._view, switch.SLIDE_MS) if self._view.isVisible() else 0
        if lasts and start != end:
            self._slide(scope).run(start, end, lasts)

    def _slide(self, scope: Scope) -> KnobSlide:
        if scope.id not in self._slides:
            self._slides[scope.id] = KnobSlide(self)
            self._slides[scope.id].valueChanged.connect(self._on_slide_value_changed)
        return self._slides[scope.id]

    def _on_slide_value_changed(self, _value: object) -> None:
        self._view.viewport().update()

    def _paint_ground(self, painter: QPainter, row: QRect, index: Index) -> None:
        theme = theme_of(self._view)
        painter.fillRect(row, QColor(theme.bg_2))
        first, last = index.row() == 0, index.row() == index.model().rowCount() - 1
        paint_hairline(painter, theme, 0 if first else SIDE, row.top(), row.right() + 1)
        if last:
            paint_hairline(painter, theme, 0, row.bottom() + 0.5, row.right() + 1)

    def _paint_switch(self, painter: QPainter, row: QRect, index: Index) -> None:
        scope: Scope = index.data(Role.SCOPE)
        slide = self._slides.get(scope.id)
        under_way = slide.share if slide is not None else None
        share = _place(index) if under_way is None else under_way
        self._drawn[scope.id] = share
        state = self._state_of(index)
        look = SwitchLook(share, state.hovered, state.pressed, state.ringed)
        corner = QRectF(switch_box(row)).topLeft()
        paint_switch(painter, corner, theme_of(self._view), look)


def switch_box(row: QRect) -> QRect:
    """Where the switch of a row is; empty if there is no row."""
    if row.isEmpty():
        return QRect()
    top = row.top() + (row.height() - switch.HEIGHT) // 2
    left = row.right() + 1 - SIDE - switch.WIDTH
    return QRect(left, top, switch.WIDTH, switch.HEIGHT)


def _words(row: QRect) -> QRect:
    """Where the title of a row is."""
    left = SIDE + _ICON + _GAP
    return row.adjusted(left, 0, -(SIDE + switch.WIDTH + _GAP), 0)


def _place(index: Index) -> float:
    """Where the knob of a row rests: 1 for on."""
    return 1.0 if index.data(Role.ALLOWED) == Qt.CheckState.Checked else 0.0
