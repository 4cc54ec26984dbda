"""The page of wx.scanCode: the person types what the camera would have read."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.shell.kit.buttons import Button, Kind
from miniapp_host.shell.kit.field import Field
from miniapp_host.shell.kit.icon import Icon
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.page import Page
from miniapp_host.texts import Texts

_SIDE = 24
_ICON = 64


class ScanPage(Page):
    """Calls `on_scanned` once: with the text of the code, or None when the person went back."""

    def __init__(
        self, screen: QWidget, texts: Texts, on_scanned: Callable[[str | None], None]
    ) -> None:
        super().__init__(screen, texts("Scan a code"), texts("Back"))
        self.setObjectName("scanPage")
        self._on_scanned = on_scanned
        self._code = Field("scannedCode", texts("Type what the code says"), texts)
        self._code.text_changed.connect(self._on_code_text_changed)
        self._done = Button(texts("Done"), Kind.PRIMARY)
        self._done.setObjectName("scanDone")
        self._done.setEnabled(False)
        self._done.clicked.connect(self.accept)
        self._fill_body(texts("This phone has no camera that reads codes."))
        self.finished.connect(self._on_finished)

    def first_focus(self) -> QWidget:
        return self._code

    def _fill_body(self, note: str) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout()
        column.setContentsMargins(_SIDE, 64, _SIDE, 0)
        column.setSpacing(16)
        column.addWidget(Icon("camera", _ICON, "fg_2"), 0, middle)
        column.addWidget(PlainLabel(note, pixels=14, tone="fg_1", lines=2, align=middle))
        column.addWidget(self._code)
        column.addSpacing(8)
        column.addWidget(self._done, 0, middle)
        self.body.addLayout(column)
        self.body.addStretch(1)

    def _on_code_text_changed(self, text: str) -> None:
        self._done.setEnabled(bool(text))

    def _on_finished(self, result: int) -> None:
        accepted = result == self.DialogCode.Accepted.value
        self._on_scanned(self._code.text if accepted else None)
