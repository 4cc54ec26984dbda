"""Watches what the person does on the phone and writes it down as lines of a test.

It sees the window's own mouse and keys before any widget does. What is done beside the program, on
the home screen and in the inspector, is no step; what it changes of the phone is.
"""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent, QWheelEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from miniapp_host.permissions.decisions import Subject
from miniapp_host.phone.held_input import HeldInput
from miniapp_host.phone.program import OpenProgram
from miniapp_host.phone.programs import OpenPrograms
from miniapp_host.phone.recorded_answers import RecordedAnswers
from miniapp_host.phone.recorded_devices import RecordedDevices
from miniapp_host.phone.recorded_page import RecordedPage
from miniapp_host.phone.recorded_parts import RecordedParts
from miniapp_host.phone.recorded_press import SWIPE_PIXELS
from miniapp_host.recording.line_queue import LineQueue
from miniapp_host.recording.recording import Recording, Remark, Step
from miniapp_host.shell.kit.soon import soon
from miniapp_host.shell.window.back import is_back
from miniapp_host.web.program_view import ProgramView

_PANEL, _PROMPT = "settingsPanel", "authorizationDialog"
_RETURN = Step("miniapp", "press", ("Return",))
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_NATIVE_WINDOW = (QEvent.Type.Show, QEvent.Type.WinIdChange)
_OTHER_PROGRAM = Remark("Another program was opened here; a test drives one.")
_STARTED_ANEW = Remark("A test starts the program as from the home screen.")


class Recorder(QObject):
    """Records the program that `shown` gives into `recording` until `stop`.

    A click with Ctrl points at a text instead: the test will expect it.
    """

    def __init__(
        self,
        programs: OpenPrograms,
        shown: Callable[[], OpenProgram | None],
        recording: Recording,
        parent: QObject,
    ) -> None:
        """Raises AssertionError if no program is shown."""
        super().__init__(parent)
        program = shown()
        assert program is not None
        self._shown = shown
        self._id, self._page, self._view = program.id, program.page, program.view
        self._journal = programs.parts.journal
        self._window = programs.parts.window
        self._queue = LineQueue(recording)
        self._input = HeldInput(lambda: self._native, self._take, self._focus_page)
        self._hand = self._hand_on(program.view)
        self._own = RecordedParts(self._window, self._queue, self)
        self._answers = RecordedAnswers(programs.parts, self._subject, self._queue, self)
        self._devices = RecordedDevices(
            programs.devices, programs.parts.memory.appearance, self._queue.add, self._calls, self
        )
        self._down: QPoint | None = None
        self._pressed_page = False
        self._went_back = False
        self._native: QWindow | None = None
        self._window.installEventFilter(self)
        self._watch_native()
        self._window.program_shown.connect(self._on_window_program_shown)

    def stop(self) -> None:
        """Write the last lines, and watch no more."""
        self._answers.stop()
        self._devices.stop()
        self._own.end_typing()
        self._hand.stop()
        self._note_page()
        self._window.removeEventFilter(self)
        if self._native is not None and shiboken6.isValid(self._native):
            self._native.removeEventFilter(self)
        self._window.program_shown.disconnect(self._on_window_program_shown)
        self.deleteLater()

    def follow(self) -> None:
        """Another program is shown, or the recorded one was restarted: its view is another one."""
        program = self._program
        if program is None or program.view is self._view:
            return
        self._hand.stop()
        self._view, self._page = program.view, program.page
        self._hand = self._hand_on(program.view)
        first = self._page == program.session.package.manifest.entry_page
        page = () if first else (self._page,)
        self._queue.add(Step("miniapp", "restart" if first else "open", page))
        if program.start.again:
            self._queue.add(_STARTED_ANEW)

    def _hand_on(self, view: ProgramView) -> RecordedPage:
        hand = RecordedPage(view, self._queue, self)
        hand.known.connect(self._input.go_on)
        return hand

    # What the window gets

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() in _NATIVE_WINDOW:
                self._watch_native()
        elif isinstance(event, QMouseEvent | QWheelEvent | QKeyEvent):
            return self._input.see(event)
        return False

    def _take(self, event: QInputEvent) -> bool:
        """Record an event; whether it is kept from the phone."""
        match event:
            case QMouseEvent() if event.button() is Qt.MouseButton.LeftButton:
                return self._mouse(event, event.position().toPoint())
            case QWheelEvent() if event.angleDelta().y():
                self._wheel(event)
            case QMouseEvent() if event.button() is Qt.MouseButton.BackButton:
                self._go_back()
            case QKeyEvent() if event.type() is QEvent.Type.KeyPress:
                return self._key(event)
            case QKeyEvent() if event.type() is QEvent.Type.ShortcutOverride:
                self._shortcut(event)
        return False

    def _focus_page(self) -> None:
        if shiboken6.isValid(self._view):
            self._view.setFocus(Qt.FocusReason.MouseFocusReason)

    def _watch_native(self) -> None:
        """Qt makes the native window anew when it first shows Chromium; the old one is gone."""
        native = self._window.windowHandle()
        if native is not None and native is not self._native:
            self._native = native
            native.installEventFilter(self)

    def _mouse(self, event: QMouseEvent, place: QPoint) -> bool:
        """Whether the event is kept from the phone: a click with Ctrl only points."""
        points = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not self._is_in_front:
            return False
        if event.type() in _PRESSES:
            self._down = place
            if self._press(place, points):
                self._input.hold(event)  # it goes on once the page has said what lies there
                return True
        elif event.type() is QEvent.Type.MouseButtonRelease and self._down is not None:
            moved, self._down = place - self._down, None
            if not points:
                self._release(moved if moved.manhattanLength() > SWIPE_PIXELS else QPoint())
        return points and self._is_on_phone(place)

    def _press(self, place: QPoint, points: bool) -> bool:
        """Whether it is on the page, which has to be asked first."""
        on_top = self._window.childAt(place)
        self._pressed_page = self._is_page(on_top)
        if on_top is None or not self._is_on_phone(place) or _is_in(on_top, _PROMPT):
            return False
        self._own.end_typing()
        self._note_page()
        if self._pressed_page:
            within = on_top.mapFrom(self._window, place)
            (self._hand.point if points else self._hand.press)(within)
        else:
            self._press_own(on_top, place, points)
        return self._pressed_page and not points

    def _press_own(self, on_top: QWidget, place: QPoint, points: bool) -> None:
        if points:
            self._own.point(on_top)
        elif _is_in(on_top, _PANEL):
            if _is_in(on_top, "back"):
                self._answers.leave_panel()
        elif not self._panel_is_open():
            if _is_in(on_top, "menuSettings"):
                self._answers.open_panel()
            self._own.press(on_top, place)

    def _release(self, moved: QPoint) -> None:
        if self._pressed_page:
            self._hand.release(moved)
        else:
            self._own.release(moved)

    def _wheel(self, event: QWheelEvent) -> None:
        place = event.position().toPoint()
        on_top = self._window.childAt(place)
        if on_top is not None and self._is_in_front and self._is_page(on_top):
            self._note_page()
            # Chromium scrolls by the angle, also where a touchpad tells pixels
            self._hand.turn_wheel(on_top.mapFrom(self._window, place), -event.angleDelta().y())

    def _key(self, event: QKeyEvent) -> bool:
        """Whether it is kept until the page has said what stands in its field."""
        focused = QApplication.focusWidget()
        if focused is None or not self._is_in_front or not self._is_of_phone(focused):
            return False
        waits = False
        self._note_page()
        if is_back(event):
            self._go_back()
        elif isinstance(focused, QLineEdit):
            self._own.type_into(focused)
            if event.key() in _ENTER:
                self._own.end_typing()
                self._queue.add(_RETURN)
        elif event.key() in _ENTER and self._is_page(focused):
            waits = self._hand.end_typing()
            self._queue.add(_RETURN)
        elif event.text():
            self._hand.key()
        if waits:
            self._input.hold(event)
        return waits

    def _shortcut(self, event: QKeyEvent) -> None:
        """A page gets no key that is a shortcut of the phone's."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_back(event):
            self._go_back()
        elif alt and event.key() == Qt.Key.Key_Home and self._is_in_front:
            self._queue.add(Step("miniapp", "home"))

    def _go_back(self) -> None:
        """Press and release, or the key as a shortcut and as a key, are one way back."""
        if self._answers.asks or self._went_back or not self._is_in_front:
            return
        self._went_back = True
        soon(self, self._forget_way_back)
        self._own.end_typing()
        if self._panel_is_open():
            self._answers.leave_panel()
        else:
            self._note_page()
            self._queue.add(Step("miniapp", "back"))

    def _forget_way_back(self) -> None:
        self._went_back = False

    # Where the person is

    @property
    def _program(self) -> OpenProgram | None:
        """The program that is recorded; None while another one is shown, or it is closed."""
        program = self._shown()
        return program if program is not None and program.id == self._id else None

    def _subject(self) -> Subject | None:
        program = self._program
        return program.subject if program is not None else None

    def _calls(self) -> bool:
        """Whether a call of the program waits for its answer."""
        return any(one.runs for one in self._journal.records if one.subject == self._subject())

    @property
    def _is_in_front(self) -> bool:
        front = self._window.front
        return front is not None and front.program_id == self._id

    def _note_page(self) -> None:
        """The test waits for a page that has come to front since the last step."""
        program = self._program
        if program is not None and program.page != self._page:
            self._page = program.page
            self._queue.add(Step("miniapp", "expect_page", (self._page.partition("?")[0],)))

    def _on_window_program_shown(self, program_id: str) -> None:
        own = program_id == self._id
        self._queue.add(Step("miniapp", "come_back") if own else _OTHER_PROGRAM)

    def _is_on_phone(self, place: QPoint) -> bool:
        glass = self._window.screen_widget
        return glass.rect().contains(glass.mapFrom(self._window, place))

    def _is_of_phone(self, widget: QWidget) -> bool:
        """Whether it is a part of the phone, and not of a tool beside it."""
        glass = self._window.screen_widget
        return widget is glass or glass.isAncestorOf(widget)

    def _is_page(self, widget: QWidget | None) -> bool:
        return widget is not None and widget is self._view.focusProxy()

    def _panel_is_open(self) -> bool:
        """What the panel asks lies over it, and is a part of the switching."""
        panel = self._window.findChild(QWidget, _PANEL)
        return panel is not None and panel.isVisible()


def _is_in(widget: QWidget | None, name: str) -> bool:
    while widget is not None and widget.objectName() != name:
        widget = widget.parentWidget()
    return widget is not None
