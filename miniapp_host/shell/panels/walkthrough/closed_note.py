"""Says in a walk that its program is closed, and opens it again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from miniapp_host.shell.inspector.tool_button import ToolTextButton
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.texts import Texts


class ClosedNote(QWidget):
    """A warning, and the button `open_button` beside it."""

    def __init__(self, program: str, texts: Texts) -> None:
        super().__init__()
        self.setObjectName("walkClosed")
        said = texts("{program} is closed: nothing of it is seen here.", program=program)
        self.open_button = ToolTextButton("walkOpen", texts("Open the program"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(Icon("warning", 18, "warning_ink"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(said, pixels=14, lines=0), 1)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
