"""The sheet of wx.showActionSheet: a view of one ActionSheet record."""

from PySide6.QtCore import QRectF, QSignalMapper, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from miniapp_host.api.calls.screen import ActionSheet
from miniapp_host.programs.usual_colours import SHEET_ITEM
from miniapp_host.shell.kit.accessible import Role, Spoken
from miniapp_host.shell.kit.cell import paint_hairline
from miniapp_host.shell.kit.icon import paint_icon
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.program_colour import program_colour
from miniapp_host.shell.kit.scroll import Scroll
from miniapp_host.shell.kit.sheet import SMALL, SheetPanel
from miniapp_host.shell.kit.theme import LIGHT, font, theme_of
from miniapp_host.texts import Texts

ITEM = 56
GAP = 8
SAFE, SAFE_SMALL = 34, 12
TALLEST = 0.75
_MARK = 20


class ActionSheetDialog(Overlay):
    """Tells once which item was chosen, by its index from 0, or None."""

    chosen = Signal(object)
    """int | None"""

    def __init__(
        self, screen: QWidget, sheet: ActionSheet, texts: Texts, layer: Layer = Layer.PAGE
    ) -> None:
        super().__init__(screen, layer)
        self.setObjectName("actionSheet")
        self.setAccessibleName(sheet.alert_text or texts("Choose one"))
        self.panel.deleteLater()
        self._ground = self.panel = _Ground(self)
        self._spent = False
        self._list = _ItemList()
        self._clicked = QSignalMapper(self)
        self._clicked.mappedInt.connect(self._choose)
        for at, item in enumerate(sheet.items):
            self._add_item(at, item, sheet)
        if sheet.alert_text:
            self._list.put_heading(sheet.alert_text)
        self._scroll = Scroll(self._list, self.panel)
        self._cancel = SheetItem(sheet.cancel or texts("Cancel"), "", self.panel)
        self._cancel.setObjectName("actionSheetCancel")
        self._cancel.clicked.connect(self.reject)

    def reject(self) -> None:
        self._choose(None)

    def arrange(self) -> None:
        width, safe = self.width(), SAFE if self.height() >= SMALL else SAFE_SMALL
        foot = GAP + ITEM + safe
        wanted = self._list.heightForWidth(width)
        items = min(wanted, int(self.height() * TALLEST) - foot)
        top = self.height() - round((items + foot) * self.shown_share)
        self.panel.setGeometry(0, top, width, items + foot)
        self._scroll.setGeometry(0, 0, width, items)
        self._cancel.setGeometry(0, items + GAP, width, ITEM + safe)
        self._cancel.room_below = safe
        self._ground.gap = QRectF(0, items, width, GAP)

    def _add_item(self, at: int, text: str, sheet: ActionSheet) -> None:
        item = SheetItem(text, LIGHT.red if at == sheet.destructive else sheet.color, self._list)
        item.setObjectName(f"actionSheetItem_{at}")
        item.divided = at > 0 or bool(sheet.alert_text)
        if sheet.current is not None:
            item.setCheckable(True)
            item.speak_as(Role.RadioButton)
            item.setChecked(at == sheet.current)
        item.clicked.connect(self._clicked.map)
        self._clicked.setMapping(item, at)
        self._list.column.addWidget(item)

    def _choose(self, at: int | None) -> None:
        if self._spent:
            return
        self._spent = True
        self.chosen.emit(at)
        self.leave()


class SheetItem(Spoken, Pressable):
    """One thing to choose, 56 high, its text in the middle."""

    def __init__(self, text: str, given: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.speak_as(Role.Button)
        self.setFont(font(17))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.divided = False
        self.room_below = 0
        self._given = given

    def sizeHint(self) -> QSize:
        return QSize(200, ITEM)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, area = theme_of(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, self.shade())
        if self.divided:
            paint_hairline(painter, theme, 0, 0, self.width())
        painter.setPen(program_colour(self._given, SHEET_ITEM, theme.fg_0, theme))
        room = self.rect().adjusted(24, 0, -24, -self.room_below)
        shown = QFontMetrics(self.font()).elidedText(
            self.text().replace("\n", " "), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)
        if self.isChecked():
            mark = QRectF(area.right() - 24 - _MARK, (ITEM - _MARK) / 2, _MARK, _MARK)
            paint_icon(painter, "check", mark, QColor(theme.brand))
        self.paint_ring(painter, area.adjusted(4, 4, -4, -4 - self.room_below), 8)


class _Ground(SheetPanel):
    """White, with a grey gap above Cancel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("bg_2", parent)
        self.gap = QRectF()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = theme_of(self)
        QPainter(self).fillRect(self.gap, QColor(theme.bg_0 if theme.dark else theme.bg_1))


class _ItemList(QWidget):
    """The items, under the heading if there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def heightForWidth(self, width: int) -> int:
        if self.column.hasHeightForWidth():
            return self.column.totalHeightForWidth(width)
        return self.column.totalSizeHint().height()

    def put_heading(self, text: str) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        heading = PlainLabel(text, pixels=12, tone="fg_1", lines=3, align=middle, balanced=False)
        heading.setObjectName("actionSheetAlert")
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(24, 18, 24, 18)
        inside.addWidget(heading)
        self.column.insertWidget(0, holder)
