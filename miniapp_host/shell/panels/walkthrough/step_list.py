"""All steps of a walk, one below the other, as high as they are: what is around them scrolls."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from miniapp_host.shell.inspector.row_painter import clear_highlight, paint_ground
from miniapp_host.shell.inspector.table_cell import Role
from miniapp_host.shell.kit.focus_ring import FocusRing
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.panels.walkthrough.sign import Sign
from miniapp_host.shell.panels.walkthrough.step_model import StepLine, StepModel
from miniapp_host.texts import Texts

_SIDE = 8
_NARROWEST = 80

Index = QModelIndex | QPersistentModelIndex


class StepRow(QWidget):
    """One step: sign, text, and below it what was said of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = Sign()
        self._label = PlainLabel(pixels=14, tone="fg_1", lines=0)
        self._note = PlainLabel(pixels=12, tone="fg_1", lines=0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._label)
        words.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 6, _SIDE, 6)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_line(self, line: StepLine, width: int) -> None:
        """Show a step, `width` pixels wide and as high as it is then."""
        self._sign.show_step(line.number, line.result, due=line.due)
        self._label.set_tone("fg_0" if line.due or line.result else "fg_1")
        self._label.setText(line.text)
        self._note.setText(line.note)
        self._note.setVisible(bool(line.note))
        wide = max(width, _NARROWEST)
        self.resize(wide, self.heightForWidth(wide))
        layout = self.layout()
        if layout is not None:
            layout.activate()


class StepPainter(QStyledItemDelegate):
    """Draws every step with one row, which is never shown itself."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._row = StepRow(view)
        self._row.hide()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._laid_out(index).size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_ground(painter, option, self._view)
        row = self._laid_out(index)
        painter.save()
        painter.translate(option.rect.topLeft())
        # Without a ground of its own: that of the row shows through.
        row.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
        painter.restore()

    def _laid_out(self, index: Index) -> StepRow:
        line = index.data(Role.RECORD)
        if isinstance(line, StepLine):
            self._row.show_line(line, self._view.viewport().width())
        return self._row


class StepList(QListView):
    """Shows a `StepModel`; the arrows go from step to step, Ctrl+C copies the chosen one."""

    reached = Signal(QRect)
    """The place of the step that the keys went to, in this list."""

    def __init__(self, model: StepModel, texts: Texts) -> None:
        super().__init__()
        self.setObjectName("walkSteps")
        self.setAccessibleName(texts("Steps"))
        self.setModel(model)
        self.setItemDelegate(StepPainter(self))
        self.setPalette(clear_highlight())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        FocusRing(self)
        model.dataChanged.connect(self._fit)
        model.modelReset.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(self.currentIndex().data() or ""))
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.reached.emit(self.visualRect(current))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Becomes as high as its rows, whose texts wrap."""
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(sum(map(self.sizeHintForRow, range(self.model().rowCount()))))
