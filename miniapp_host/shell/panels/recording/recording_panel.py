"""The panel Record: what the person does on the phone as the text of a pytest test."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.inspector.tool_button import ToolTextButton
from miniapp_host.shell.kit.code_font import code_font
from miniapp_host.shell.kit.focus_ring import FocusRing
from miniapp_host.texts import Texts


class RecordingPanel(Panel):
    """Shows what it is given by `show_state`; says what the person wants in signals."""

    toggled = Signal()
    """Begin a recording, or end the one that runs."""
    save_wished = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__("recording", texts("Record"), texts)
        self._toggle = ToolTextButton("recordingToggle", texts("Record"))
        self._toggle.clicked.connect(self.toggled)
        self.tools.add_widget(self._toggle)
        self._copy = self.tools.add_button("copy", "Copy", texts("Copy"))
        self._copy.clicked.connect(self._on_copy_clicked)
        self._save = self.tools.add_button("document", "Save", texts("Save as a file"))
        self._save.clicked.connect(self.save_wished)
        self._text = QPlainTextEdit()
        self._text.setObjectName("recordingText")
        self._text.setAccessibleName(texts("The recorded test"))
        self._text.setReadOnly(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setFont(code_font(13))
        self._text.setTabChangesFocus(True)
        FocusRing(self._text)
        self.set_body(self._text)
        self.say_empty(
            texts("Nothing recorded"),
            texts(
                "Record, then use the phone: taps, texts, prompts and settings become a pytest "
                "test. A click with Ctrl on a text lets the test expect it."
            ),
        )
        self.show_state("", running=False)

    def show_state(self, source: str, *, running: bool) -> None:
        """Show the test so far, its end in view, and whether it still grows."""
        self._toggle.setText(self.texts("Stop") if running else self.texts("Record"))
        self._toggle.setAccessibleName(self._toggle.text())
        self._toggle.updateGeometry()
        for button in (self._copy, self._save):
            button.setEnabled(bool(source))
        if source != self._text.toPlainText():
            self._text.setPlainText(source)
            bar = self._text.verticalScrollBar()
            bar.setValue(bar.maximum())
        self.show_empty(not source)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
