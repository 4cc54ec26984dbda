"""Rows of the host's own pages: a cell, and a group of cells under a title.

What may be hidden is shown or hidden after its layout has given it a parent: without one,
`setVisible(True)` opens a window that flashes and takes the focus.
"""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from miniapp_host.shell.kit.accessible import Role, Spoken
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.theme import Theme, Tone, theme_of

SIDE = 16
LEAST_HEIGHT = 56


class Cell(Spoken, Pressable):
    """`title`, then `note` (grey), then `trailing` (any widget) or a chevron; maybe `clickable`.

    `leading` is drawn before the title (an icon).
    """

    def __init__(
        self,
        title: str,
        *,
        note: str = "",
        tone: Tone = "fg_0",
        leading: QWidget | None = None,
        trailing: QWidget | None = None,
        clickable: bool = False,
        chevron: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self.speak_as(Role.Button if clickable else Role.Grouping)
        self._chosen = False
        self.divided = False
        self._clickable = clickable
        if not clickable:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SIDE, 12, SIDE, 12)
        self._row.setSpacing(12)
        self._title = PlainLabel(title, tone=tone, lines=3)
        self._note = PlainLabel(note, tone="fg_1", align=Qt.AlignmentFlag.AlignRight)
        end = trailing or (Icon("chevron-right", 16, "fg_2") if chevron else None)
        for widget, share in ((leading, 0), (self._title, 1), (self._note, 0), (end, 0)):
            if widget is not None:
                self._row.addWidget(widget, share)
        self._note.setVisible(bool(note))
        self.setMinimumHeight(LEAST_HEIGHT)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_note(self, note: str) -> None:
        """Show another note, or none if it is empty."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleDescription(note)

    def be_choice(self, *, chosen: bool) -> None:
        """Tell screen readers that it is one of several, and whether it is the chosen one."""
        self.speak_as(Role.RadioButton)
        self._chosen = chosen

    def spoken_value(self) -> str:
        return self.accessibleDescription()

    def tell_state(self, state: QAccessible.State) -> None:
        if self.spoken_role is Role.RadioButton:
            state.checkable, state.checked = True, self._chosen

    def hitButton(self, at: QPoint) -> bool:
        return self._clickable and super().hitButton(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area, theme = QRectF(self.rect()), theme_of(self)
        if self._clickable:
            painter.fillRect(area, self.shade())
        if self.divided:
            paint_hairline(painter, theme, SIDE, 0, self.width() - SIDE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ring(painter, area.adjusted(2, 2, -2, -2), 4)


class Group(Spoken, QWidget):
    """What belongs together on a page; `title` stands above it, grey. Fill `inside`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.speak_as(Role.Grouping)
        self.setAccessibleName(title)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(0)
        self._title = PlainLabel(title, pixels=14, tone="fg_1", lines=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        heading = QHBoxLayout()
        heading.setContentsMargins(SIDE, SIDE if title else 0, SIDE, 3 if title else 0)
        heading.addWidget(self._title)
        column.addLayout(heading)
        column.addLayout(self.inside)
        self._title.setVisible(bool(title))

    @property
    def title(self) -> PlainLabel:
        """The label above it, hidden while there is no title."""
        return self._title


class CellGroup(Group):
    """Cells on one white ground."""

    def __len__(self) -> int:
        return self.inside.count()

    def add(self, cell: Cell) -> Cell:
        """Add a cell below the others, with a line between; given back as it came."""
        cell.divided = len(self) > 0
        self.inside.addWidget(cell)
        self.update()
        return cell

    def cell(self, row: int) -> Cell:
        """The cell in that row, from 0."""
        item = self.inside.itemAt(row)
        widget = item.widget() if item is not None else None
        assert isinstance(widget, Cell)
        return widget

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self)
        if not len(self):
            return
        ground = self.inside.geometry()
        painter.fillRect(ground, QColor(theme.bg_2))
        paint_hairline(painter, theme, 0, ground.top(), self.width())
        paint_hairline(painter, theme, 0, ground.bottom() + 0.5, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()


def paint_hairline(painter: QPainter, theme: Theme, left: float, top: float, right: float) -> None:
    """A line half a pixel high."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.fg_3))
    painter.drawRect(QRectF(left, top, right - left, 0.5))
    painter.restore()


class DetailCell(Cell):
    """A cell whose second line, grey, says more; without it, an ordinary cell."""

    def __init__(
        self,
        title: str,
        detail: str,
        *,
        leading: QWidget | None = None,
        trailing: QWidget | None = None,
        clickable: bool = False,
    ) -> None:
        super().__init__(title, leading=leading, trailing=trailing, clickable=clickable)
        self._detail = PlainLabel(detail, pixels=14, tone="fg_1", lines=4)
        column = QVBoxLayout()
        column.setSpacing(2)
        self._row.removeWidget(self._title)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        self._row.insertLayout(1 if leading is not None else 0, column, 1)
        self._detail.setVisible(bool(detail))
        self.setAccessibleDescription(detail)

    @property
    def detail(self) -> str:
        """The second line."""
        return self._detail.text()
