"""A list in which parts of its rows are pressed, as buttons are: hand, press, and click."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

Index = QModelIndex | QPersistentModelIndex


class PressableList(QListView):
    """Subclasses say which row takes a press at a place, and what a press and a click do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ground = QWidget()  # Qt's own would make PySide load every kind of dialog
        self.setViewport(self.ground)
        self.setMouseTracking(True)
        self.ground.setMouseTracking(True)  # Qt gives a viewport of one's own none
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._pressed = QPersistentModelIndex()

    def row_pressed_at(self, place: QPoint) -> QModelIndex:
        """The row that takes a press at `place`, in the viewport's pixels; invalid if none does."""
        raise NotImplementedError

    def press(self, index: QModelIndex) -> None:
        """React to the left button going down; `index` is invalid beside all that takes presses."""

    def click(self, index: QModelIndex, place: QPoint) -> None:
        """React to a press that ended at `place` on the same row."""
        raise NotImplementedError

    def is_pressed(self, index: Index) -> bool:
        """Whether the mouse button is held on this row."""
        return index.isValid() and self._pressed == QPersistentModelIndex(index)

    def pointer(self) -> QPoint:
        """The pointer in the viewport's pixels; far outside when it is not over it."""
        if not self.ground.underMouse():
            return QPoint(-1, -1)
        return self.ground.mapFromGlobal(self.cursor().pos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            index = self.row_pressed_at(event.position().toPoint())
            self._pressed = QPersistentModelIndex(index)
            self.press(index)
            self.ground.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Treats a double click as two clicks."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.row_pressed_at(place)
        pressed, self._pressed = self._pressed, QPersistentModelIndex()
        self.ground.update()
        if index.isValid() and pressed == QPersistentModelIndex(index):
            self.click(index, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.row_pressed_at(event.position().toPoint()).isValid()
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.ground.setCursor(shape)
        self.ground.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.ground.update()
        super().leaveEvent(event)
