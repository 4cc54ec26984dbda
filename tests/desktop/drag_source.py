"""`python -m tests.desktop.drag_source PATH…`: a window from which these files can be dragged."""

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

TITLE = "drag source"


class DragSource(QLabel):
    """A press begins a drag, as a file manager offers it: to copy or to move."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__("\n".join(paths))
        self._urls = [QUrl.fromLocalFile(path) for path in paths]
        self.setWindowTitle(TITLE)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setGeometry(20, 60, 260, 160)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mime = QMimeData()
        mime.setUrls(self._urls)
        drag = QDrag(self)
        drag.setMimeData(mime)
        actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        print("dropped:", drag.exec(actions, Qt.DropAction.MoveAction).name, flush=True)


if __name__ == "__main__":
    app = QApplication([])
    source = DragSource(sys.argv[1:])
    source.show()
    sys.exit(app.exec())
