"""Says in a window of its own why the phone can't start, when no terminal would show it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from miniapp_host.memory.store_error import StoreError
from miniapp_host.paths import resources
from miniapp_host.programs.open_error import OpenError
from miniapp_host.programs.tree import PackageError
from miniapp_host.shell.kit.accessible import Role, Spoken
from miniapp_host.shell.kit.buttons import Button, Kind
from miniapp_host.shell.kit.focus_ring import FocusRing
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.scroll import ThinBar
from miniapp_host.shell.kit.theme import Theme, palette
from miniapp_host.texts import FileError, Texts

TITLE = "MiniApp Host"
_WIDTH = 480
_ICON = 48
_DETAILS_HEIGHT = 180


class TroubleWindow(Spoken, QWidget):
    """The sentence, what to do, and details that can be opened and copied."""

    def __init__(self, words: object, details: str, texts: Texts, colours: Theme) -> None:
        """`words` are a sentence or an error; `details` are for whoever looks into it."""
        super().__init__()
        self.speak_as(Role.Dialog)
        self.setObjectName("troubleWindow")
        self.setWindowTitle(TITLE)
        self.setPalette(palette(colours))
        self.setAutoFillBackground(True)
        self._texts = texts
        icon = QIcon(str(resources() / "desktop" / "miniapp-host.svg"))
        self.setWindowIcon(icon)
        self.setAccessibleName(TITLE)
        self._details = _details_view(details, self)
        self._details.setAccessibleName(texts("Details"))
        self._more = Button(texts("Details"), mini=True, parent=self)
        self._more.setObjectName("troubleDetails")
        self._more.clicked.connect(self._on_more_clicked)
        self._copy = Button(texts("Copy"), mini=True, parent=self)
        self._copy.setObjectName("troubleCopy")
        self._copy.clicked.connect(self._on_copy_clicked)
        self._copy.hide()
        self._start = Button(texts("Start and keep nothing"), mini=True, parent=self)
        self._start.setObjectName("troubleStart")
        self._start.clicked.connect(self._on_start_clicked)
        self._start.hide()
        self.start_wished = False
        self._arrange(icon, words)

    def offer_start(self) -> None:
        """Let the person start the phone all the same, one that forgets all when it closes."""
        self._start.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)

    def _arrange(self, icon: QIcon, words: object) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 20)
        whole.setSpacing(20)
        whole.addLayout(self._message(icon, words))
        whole.addWidget(self._details)
        whole.addLayout(self._buttons())
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _message(self, icon: QIcon, words: object) -> QHBoxLayout:
        picture = QLabel(self)
        picture.setPixmap(icon.pixmap(_ICON, _ICON))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._told(words))
        return row

    def _told(self, words: object) -> QVBoxLayout:
        """Who is at fault, what is wrong and what to do, and with which file."""
        title = "This can't be opened" if _is_program(words) else "MiniApp Host can't start"
        labels = {
            "troubleTitle": PlainLabel(self._texts(title), medium=True, parent=self),
            "troubleText": PlainLabel(self._texts.said(words), pixels=14, lines=0, parent=self),
            "troubleFile": PlainLabel(
                _file_in(words), pixels=12, tone="fg_1", lines=0, parent=self
            ),
        }
        column = QVBoxLayout()
        column.setSpacing(6)
        for name, label in labels.items():
            label.setObjectName(name)
            label.setFixedWidth(_WIDTH - 48 - _ICON - 16)
            label.setVisible(label.text() != "")
            column.addWidget(label)
        return column

    def _buttons(self) -> QHBoxLayout:
        close = Button(self._texts("Close"), Kind.PRIMARY, mini=True, parent=self)
        close.setObjectName("troubleClose")
        close.clicked.connect(self.close)
        close.setFocus()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._more)
        row.addWidget(self._copy)
        row.addStretch()
        row.addWidget(self._start)
        row.addWidget(close)
        return row

    def _on_more_clicked(self) -> None:
        hidden = self._details.isHidden()
        self._details.setVisible(hidden)
        self._copy.setVisible(hidden)
        self._more.setText(self._texts("Hide details" if hidden else "Details"))

    def _on_start_clicked(self) -> None:
        self.start_wished = True
        self.close()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
        self._copy.setText(self._texts("Copied"))


def _is_program(words: object) -> bool:
    """Whether a program or another file of the person's is at fault, and not the phone itself."""
    return isinstance(words, FileError | PackageError | OpenError)


def _file_in(words: object) -> str:
    """The file that is meant, if the sentence does not name it itself; else empty."""
    detail = words.detail if isinstance(words, StoreError) else ""
    return detail if Path(detail).is_absolute() else ""


def _details_view(details: str, window: QWidget) -> QPlainTextEdit:
    view = QPlainTextEdit(details, window)
    view.setObjectName("troubleDetailsText")
    view.setReadOnly(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    face.setPixelSize(12)
    view.setFont(face)
    ThinBar(view)
    FocusRing(view)
    view.document().setDocumentMargin(12)
    view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    view.setFixedHeight(_DETAILS_HEIGHT)
    view.hide()
    return view
