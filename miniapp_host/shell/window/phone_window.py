"""The phone: one window with the launcher beneath and the open programs above it.

Only the program in front is visible. Who opens, closes or starts programs is the application's
business; this window shows, moves and says what the person left.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from miniapp_host.devices.display import Shape
from miniapp_host.paths import resources
from miniapp_host.shell.kit.glass import Status, set_shape
from miniapp_host.shell.kit.line_splitter import HANDLE
from miniapp_host.shell.kit.tab_stops import go_to, is_out_of_use, next_stop, tab_stops
from miniapp_host.shell.kit.theme import Theme, palette
from miniapp_host.shell.window.back import is_back, is_back_click
from miniapp_host.shell.window.desk import Desk, Side
from miniapp_host.shell.window.fitting import fitting_size, least_height
from miniapp_host.shell.window.phone_screen import PhoneScreen
from miniapp_host.shell.window.spot import keep_on_screen
from miniapp_host.shell.window.web_surface import expect_pages
from miniapp_host.texts import Texts

if TYPE_CHECKING:
    from miniapp_host.shell.program.program_screen import ProgramScreen

TITLE = "MiniApp Host"
_ANY_SIZE = 16_777_215
"""Qt's word for "no limit"."""


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
        self._given_height = self._shape.height
        self._chosen_height: int | None = None
        self.take_shape(self._shape)
        self.set_theme(colours)
        expect_pages(self)

    @property
    def screen_widget(self) -> PhoneScreen:
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
        """Become a phone of this shape, as large as the desktop allows."""
        before, self._shape = self._shape, shape
        self._glass.take_shape(shape)
        if self._desk.crowded:
            self._stand_beside()
        else:
            self._stand_alone(self.fitting_size().height())
        if shape != before:
            keep_on_screen(self)

    def take_status(self, status: Status) -> None:
        """Set what the status bar shows besides the time."""
        self._glass.take_status(status)

    def fitting_size(self, shape: Shape | None = None) -> QSize:
        """The size of the phone, or of one of `shape`, where the desktop has room for it."""
        return fitting_size(shape or self._shape, self.screen(), self._chosen_height)

    def take_height(self, height: int) -> None:
        """Set the height, as near as the phone and the desktop allow."""
        height = fitting_size(self._shape, self.screen(), height).height()
        if self._desk.crowded:
            self._give_height(height)
        else:
            self.resize(self.width(), height)

    @property
    def is_workbench(self) -> bool:
        """Whether a tool stands beside the phone."""
        return self._desk.crowded

    @property
    def is_upright(self) -> bool:
        """Whether the phone is higher than wide, as its launcher is."""
        return not self._shape.landscape

    @property
    def given_height(self) -> int:
        """The height that the phone itself gave the window; the person may have given another."""
        return self._given_height

    def choose_height(self, height: int) -> None:
        """Set the height that the person wants the window to have, whatever is in front."""
        self._chosen_height = self._given_height = height
        self.take_shape(self._shape)

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
        """Set the width, as near as the desktop allows, and keep the window on it."""
        desktop = self.screen().availableGeometry()
        self.resize(max(least, min(width, desktop.width())), self.height())
        keep_on_screen(self)

    def _give_height(self, height: int) -> None:
        """Give the phone this height between its tools; a window that is too small grows first."""
        fitting = fitting_size(self._shape, self.screen(), height).height()
        self.resize(self.width(), max(fitting, self.height()))
        self._set_phone_height(height)

    def _set_phone_height(self, height: int) -> None:
        self._desk.set_phone_size(QSize(self._shape.width, height))
        self.resize(max(self._desk.least_width, self.width()), self.height())

    def _stand_beside(self) -> None:
        """Give the phone its height beside a tool, in the window that the person made for both."""
        chosen = self._chosen_height
        if chosen is None:
            self._give_height(self._shape.height)
            return
        if not self.isMaximized():
            self.resize(self.width(), min(chosen, self.screen().availableGeometry().height()))
        self._set_phone_height(self._shape.height)

    def _stand_alone(self, height: int) -> None:
        """Give the window the phone's size and shape."""
        width = self.fitting_size().width()
        self.setFixedSize(width, height)  # in one step: programs hear of every size
        self._desk.set_phone_size(None)
        self.setMinimumHeight(least_height(self._shape))
        self.setMaximumHeight(self._shape.height)

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

    def remove_program(self, program: "ProgramScreen", then: Callable[[], None]) -> None:
        """Takes a closed program off the phone; calls `then` once its screen is out of sight."""
        program.retire()
        self._glass.remove_program(program, then)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not event.spontaneous():
            self._given_height = event.size().height()

    def showEvent(self, event: QShowEvent) -> None:
        """Listens for the mouse's back button on the whole window, programs' views included."""
        super().showEvent(event)
        self.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and is_back_click(event, self._glass):
            if event.type() == QEvent.Type.MouseButtonPress:
                self.go_back()
            return True
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
