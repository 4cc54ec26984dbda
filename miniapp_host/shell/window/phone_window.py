"""The phone: one window with the launcher beneath and the open programs above it.

Only the program in front is visible. Who opens, closes or starts programs is the application's
business; this window shows, moves and says what the person left.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from miniapp_host.devices.display import Shape
from miniapp_host.paths import resources
from miniapp_host.shell.kit.glass import Status, set_shape
from miniapp_host.shell.kit.line_splitter import HANDLE
from miniapp_host.shell.kit.tab_stops import go_to, is_out_of_use, next_stop, tab_stops
from miniapp_host.shell.kit.theme import Theme, palette
from miniapp_host.shell.window.desk import Desk, Side
from miniapp_host.shell.window.phone_screen import PhoneScreen
from miniapp_host.texts import Texts

if TYPE_CHECKING:
    from miniapp_host.shell.program.program_screen import ProgramScreen

TITLE = "MiniApp Host"
_LEAST_HEIGHT = 480
_ANY_SIZE = 16_777_215
"""Qt's word for "no limit"."""
_FRAME = 48
"""Room for the desktop's own title bar, which no API tells before the window is shown."""


def is_back(event: QKeyEvent) -> bool:
    """Whether a key means "back": Escape, Alt+Left or the keyboard's own Back."""
    if event.key() == Qt.Key.Key_Left:
        return event.modifiers() == Qt.KeyboardModifier.AltModifier
    return event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Back)


class PhoneWindow(QMainWindow):
    """As large as the phone's shape, lower on small desktops; its glass holds everything shown."""

    program_shown = Signal(str)
    """The id of the program that came to the front."""
    program_hidden = Signal(str)
    """The id of the program that went to the background."""
    orientation_changed = Signal()
    """A program's page wants the phone to be held otherwise than the one before."""
    closed = Signal()

    def __init__(self, texts: Texts, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("phoneWindow")
        self.setWindowTitle(TITLE)
        self.setWindowIcon(QIcon(str(resources() / "desktop" / "miniapp-host.svg")))
        self._glass = PhoneScreen(texts)
        self._glass.indicator.clicked.connect(self.leave_program)
        self._desk = Desk(self._glass)
        self.setCentralWidget(self._desk)
        self._shape = Shape()
        self.take_shape(self._shape)
        self.set_theme(colours)

    @property
    def screen_widget(self) -> QWidget:
        """The parent of the host's own pages, sheets and prompts."""
        return self._glass

    @property
    def front(self) -> "ProgramScreen | None":
        """The program in front, None while the launcher is."""
        return self._glass.front

    @property
    def top_screen(self) -> QWidget:
        """The screen on which a notice is visible now."""
        from miniapp_host.shell.kit.overlay import open_overlays

        if open_overlays(self._glass):
            return self._glass
        return self.front or self._glass.launcher or self._glass

    def set_theme(self, colours: Theme) -> None:
        """Give the whole phone these colours."""
        self.setPalette(palette(colours))
        self._glass.setPalette(palette(colours))
        self._glass.tint_indicator()

    def take_shape(self, shape: Shape) -> None:
        """Become a phone of this shape, as high as the desktop allows."""
        self._shape = shape
        self._glass.take_shape(shape)
        if self._desk.crowded:
            self._be_as_high(shape.height)
        else:
            self._stand_alone(self.fitting_size().height())

    def take_status(self, status: Status) -> None:
        """Set what the status bar shows besides the time."""
        self._glass.take_status(status)

    def fitting_size(self, shape: Shape | None = None) -> QSize:
        """The size of the phone, or of one of `shape`, as high as the desktop allows."""
        shape = shape or self._shape
        desktop = QGuiApplication.primaryScreen()
        room = desktop.availableGeometry().height() - _FRAME if desktop else shape.height
        least = min(_LEAST_HEIGHT, shape.height)
        return QSize(shape.width, max(least, min(shape.height, room)))

    def take_height(self, height: int) -> None:
        """Set the height, as near as the phone and the desktop allow."""
        height = max(self._least_height, min(self.fitting_size().height(), height))
        if self._desk.crowded:
            self._be_as_high(height)
        else:
            self.resize(self._shape.width, height)

    def put_beside(self, side: Side, tool: QWidget, width: int) -> None:
        """Place `tool` left or right of the phone; the window grows by `width` if there is room."""
        others = self._desk.sizes()
        self._desk.set_phone_size(QSize(self._shape.width, self._shape.height))
        self.setMinimumWidth(0)
        self.setMaximumSize(_ANY_SIZE, _ANY_SIZE)
        least = self._desk.least_width + HANDLE + tool.minimumWidth()
        self._resize_to(self.width() + HANDLE + width, least)
        self._desk.put(side, tool, width, others)

    def take_from_beside(self, tool: QWidget) -> None:
        """Remove `tool`, which then has no parent; the window shrinks."""
        width, height = self.width() - HANDLE - tool.width(), self._glass.height()
        self._desk.take(tool)
        if self._desk.crowded:
            self._resize_to(width, self._desk.least_width)
        else:
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMaximized)
            self._stand_alone(height)

    def _resize_to(self, width: int, least: int) -> None:
        """Set the width, as near as the desktop allows, and keep the window's right edge on it."""
        desktop = self.screen().availableGeometry()
        self.resize(max(least, min(width, desktop.width())), self.height())
        if self.isVisible() and self.frameGeometry().right() > desktop.right():
            self.move(max(desktop.left(), desktop.right() - self.frameGeometry().width()), self.y())

    def _be_as_high(self, height: int) -> None:
        """Give the phone this height between its tools; a window that is too small grows first."""
        fitting = min(height, self.fitting_size().height())
        self.resize(self.width(), max(fitting, self.height()))
        self._desk.set_phone_size(QSize(self._shape.width, height))
        self.resize(max(self._desk.least_width, self.width()), self.height())

    def _stand_alone(self, height: int) -> None:
        """Give the window the phone's size and shape."""
        self.setFixedSize(self._shape.width, height)  # in one step: programs hear of every size
        self._desk.set_phone_size(None)
        self.setMinimumHeight(self._least_height)
        self.setMaximumHeight(self._shape.height)

    @property
    def _least_height(self) -> int:
        return min(_LEAST_HEIGHT, self._shape.height)

    def set_launcher(self, launcher: QWidget) -> None:
        """Set the launcher and delete the one before."""
        self._glass.set_launcher(launcher)

    def adopt_program(self, program: "ProgramScreen", shape: Shape | None = None) -> None:
        """Gives a program's screen, still unseen, the theme of the phone and the size for `shape`.

        The size is the phone's own if None.
        """
        self._glass.adopt(program)
        program.orientation_changed.connect(self.orientation_changed)
        if shape is not None:
            set_shape(program, shape)
            program.resize(self.fitting_size(shape))

    def show_program(self, program: "ProgramScreen") -> None:
        """Brings a program to the front, new or from the background."""
        if program is self.front:
            return
        self.leave_program()
        self._glass.raise_program(program)
        self._name_window()
        self.program_shown.emit(program.program_id)

    def leave_program(self) -> None:
        """Sends the program in front to the background: the launcher comes forward."""
        program = self.front
        if program is None:
            return
        self._glass.lower_program(program.hide)
        self._name_window()
        self.program_hidden.emit(program.program_id)

    def remove_program(self, program: "ProgramScreen") -> None:
        """Takes a closed program off the phone and destroys its screen."""
        program.retire()
        self._glass.remove_program(program)
        self._name_window()

    def _name_window(self) -> None:
        name = self.front.name if self.front is not None else ""
        self.setWindowTitle(f"{name} - {TITLE}" if name else TITLE)

    def go_back(self) -> None:
        """Closes what lies on top, or goes a page back in the program in front."""
        from miniapp_host.shell.kit.overlay import open_overlays

        overlays = open_overlays(self._glass)
        if not overlays and self.front is None and self._glass.launcher is not None:
            overlays = open_overlays(self._glass.launcher)
        if overlays:
            overlays[-1].reject()
        elif self.front is not None:
            self.front.go_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        home = event.key() == Qt.Key.Key_Home
        if is_back(event):
            self.go_back()
        elif home and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.leave_program()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keeps Qt from moving the focus when its widget is hidden or disabled.

        Beside a tool, Tab moves in a circle on the phone.
        """
        now = QApplication.focusWidget()
        if is_out_of_use(now):
            self.take_focus()
        elif self._desk.crowded:
            stop = next_stop(tab_stops(self._glass), now, forward=forward)
            go_to(stop or self._glass, forward=forward)
        else:
            return super().focusNextPrevChild(forward)
        return True

    def take_focus(self) -> None:
        """Give the keys to what is in front on the phone."""
        (self.front or self._glass.launcher or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Listens for the mouse's back button on the whole window, programs' views included."""
        super().showEvent(event)
        self.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and self._is_back_click(event):
            if event.type() == QEvent.Type.MouseButtonPress:
                self.go_back()
            return True
        return super().eventFilter(watched, event)

    def _is_back_click(self, event: QMouseEvent) -> bool:
        """Whether it is the mouse's back button, on the phone and not on a tool beside it."""
        place = self._glass.mapFrom(self, event.position().toPoint())
        back = event.button() is Qt.MouseButton.BackButton
        return back and self._glass.rect().contains(place)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
