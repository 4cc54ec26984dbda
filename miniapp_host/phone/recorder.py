"""Watches what the person does on the phone and writes it down as steps of a test.

It sees the window's own mouse and keys before any widget does. What was decided is told by its
owners: the clicks that lead to an answer or through the settings are no steps.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from miniapp_host.api.calls.journal import How
from miniapp_host.permissions.decisions import Actor, Change, Decision
from miniapp_host.permissions.prompts import Prompt
from miniapp_host.phone.program import OpenProgram
from miniapp_host.phone.programs import OpenPrograms
from miniapp_host.phone.recorded_page import SWIPE_PIXELS, RecordedPage
from miniapp_host.recording.recording import Recording, Step
from miniapp_host.recording.step_queue import StepQueue
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.kit.soon import soon
from miniapp_host.shell.window.phone_window import is_back

_ANSWERS = {
    How.ASKED_ALLOWED: ("allow", "granted"),
    How.ASKED_REJECTED: ("deny", "denied"),
    How.ASKED_DISMISSED: ("dismiss", "undecided"),
}
_OWN_STEPS = {
    "homeIndicator": Step("miniapp", "home"),
    "navigationBack": Step("miniapp", "back"),
}
_PANEL, _PROMPT, _MENU = "settingsPanel", "authorizationDialog", "capsuleMenu"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


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
        super().__init__(parent)
        self._shown = shown
        self._queue = StepQueue(recording)
        self._parts = programs.parts
        self._window = self._parts.window
        self._hand: RecordedPage | None = None
        self._down: QPoint | None = None
        self._pressed_page = False
        self._by_menu = False
        self._switched = False
        self._went_back = False
        program = shown()
        self._page = program.page if program else ""
        broker, store = self._parts.broker, self._parts.memory.store
        self._prompt = broker.shown
        self._answered: list[str] = []
        self._ends = [
            bound_watch(self, broker.watch_shown, self._on_prompt_change),
            bound_watch(self, store.watch, self._on_store_change),
        ]
        self._window.windowHandle().installEventFilter(self)
        self._window.program_shown.connect(self._on_window_program_shown)
        self.follow()

    def stop(self) -> None:
        """Write the last steps, and watch no more."""
        self._note_answers()
        if self._hand is not None:
            self._hand.end_typing()
        self._note_page()
        for end in self._ends:
            end()
        self._window.windowHandle().removeEventFilter(self)
        self._window.program_shown.disconnect(self._on_window_program_shown)
        self.deleteLater()

    def follow(self) -> None:
        """Another program is shown, or it was restarted: its view is another one."""
        program = self._shown()
        self._hand = RecordedPage(program.view, self._queue, self) if program else None

    # What the window gets

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QMouseEvent() if event.button() is Qt.MouseButton.LeftButton:
                return self._mouse(event, event.position().toPoint())
            case QWheelEvent() if event.angleDelta().y():
                self._wheel(event)
            case QMouseEvent() if event.button() is Qt.MouseButton.BackButton:
                self._go_back()
            case QKeyEvent() if event.type() is QEvent.Type.KeyPress:
                self._key(event)
            case QKeyEvent() if event.type() is QEvent.Type.ShortcutOverride and is_back(event):
                self._go_back()  # a page gets no key that is a shortcut of the phone's
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent, place: QPoint) -> bool:
        """Whether the event is kept from the phone: a click with Ctrl only points."""
        points = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.type() is QEvent.Type.MouseButtonPress:
            self._down = place
            self._press(place, points)
        elif event.type() is QEvent.Type.MouseButtonRelease and self._down is not None:
            moved, self._down = place - self._down, None
            if self._pressed_page and self._hand is not None and not points:
                self._hand.release(moved if moved.manhattanLength() > SWIPE_PIXELS else QPoint())
        return points and self._is_on_phone(place)

    def _press(self, place: QPoint, points: bool) -> None:
        on_top = self._window.childAt(place)
        self._pressed_page = self._is_page(on_top)
        if on_top is None or not self._is_on_phone(place) or _is_in(on_top, _PROMPT):
            return
        self._note_page()
        if self._pressed_page:
            self._press_page(on_top, place, points)
        elif points:
            self._point(on_top)
        else:
            self._press_widget(on_top)

    def _press_page(self, surface: QWidget, place: QPoint, points: bool) -> None:
        assert self._hand is not None
        within = surface.mapFrom(self._window, place)
        if points:
            self._hand.point(within)
        else:
            self._hand.press(within)

    def _point(self, widget: QWidget) -> None:
        text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        if text:
            self._queue.add(Step("miniapp", "expect_text", (text,)))

    def _press_widget(self, widget: QWidget) -> None:
        button = _button_of(widget)
        if _is_in(widget, _PANEL):
            if button is not None and button.objectName() == "back":
                self._leave_panel()
        elif button is not None and not self._panel_is_open():
            self._press_button(button)

    def _press_button(self, button: QAbstractButton) -> None:
        name = button.objectName()
        if name == _MENU:
            return
        if name == "menuSettings":
            self._by_menu = True
        elif name in _OWN_STEPS:
            self._queue.add(_OWN_STEPS[name])
        elif name.startswith("menu"):
            self._queue.add(_tap(f"widget={_MENU}"), _tap(f"widget={name}"))
        elif name.startswith("tab_"):
            self._queue.add(Step("miniapp", "tab", (int(name.removeprefix("tab_")),)))
        else:
            self._queue.add(_tap(button.text() or f"widget={name}"))

    def _wheel(self, event: QWheelEvent) -> None:
        place = event.position().toPoint()
        if self._is_page(self._window.childAt(place)):
            pixels = event.pixelDelta().y() or event.angleDelta().y()
            self._queue.add(Step("miniapp", "scroll", (-pixels,)))

    def _key(self, event: QKeyEvent) -> None:
        if is_back(event):
            self._go_back()
        elif event.key() in _ENTER and self._hand is not None:
            self._hand.end_typing()
            self._queue.add(Step("miniapp", "press", ("Return",)))
        elif self._hand is not None:
            self._hand.key()

    def _go_back(self) -> None:
        """Press and release, or the key as a shortcut and as a key, are one way back."""
        if self._prompt is not None or self._went_back:
            return
        self._went_back = True
        soon(self, self._forget_way_back)
        if self._panel_is_open():
            self._leave_panel()
        else:
            self._note_page()
            self._queue.add(Step("miniapp", "back"))

    def _forget_way_back(self) -> None:
        self._went_back = False

    # What was decided

    def _on_prompt_change(self, prompt: Prompt | None) -> None:
        """The journal knows a moment later how the question ended."""
        ended, self._prompt = self._prompt, prompt
        if ended is not None and ended.subject == self._subject:
            self._answered.append(ended.scope.id)
            soon(self, self._note_answers)

    def _note_answers(self) -> None:
        answered, self._answered = self._answered, []
        for scope in answered:
            self._note_answer(scope)

    def _note_answer(self, scope: str) -> None:
        records = self._parts.journal.records
        hows = (one.how for one in reversed(records) if one.scope == scope and one.asked)
        answer = _ANSWERS.get(next(hows, None) or How.NO_TAP)
        if answer is not None:
            method, state = answer
            self._queue.add(
                Step("prompt", method, (scope,)),
                Step("permissions", "state", (scope,), expected=state),
            )

    def _on_store_change(self, change: Change) -> None:
        if change.actor is not Actor.SETTINGS or change.subject != self._subject:
            return
        if change.decision is Decision.UNDECIDED:
            self._queue.add(Step("permissions", "reset", (change.scope,)))
            return
        self._await_panel()
        self._switched = True
        on = change.decision is Decision.GRANTED
        self._queue.add(Step("settings", "enable" if on else "disable", (change.scope,)))

    def _await_panel(self) -> None:
        """A panel that the program opened is waited for; the test opens the others itself."""
        if not self._by_menu and not self._switched:
            self._queue.add(Step("settings", "expect"))

    def _leave_panel(self) -> None:
        if not self._switched:
            self._queue.add(
                Step("settings", "open" if self._by_menu else "expect"), Step("settings", "leave")
            )
        self._by_menu = self._switched = False

    # Where the person is

    @property
    def _subject(self) -> object:
        program = self._shown()
        return program.subject if program else None

    def _note_page(self) -> None:
        """The test waits for a page that has come to front since the last step."""
        program = self._shown()
        if program is not None and program.page != self._page:
            self._page = program.page
            self._queue.add(Step("miniapp", "expect_page", (self._page.partition("?")[0],)))

    def _on_window_program_shown(self, _program_id: str) -> None:
        self._queue.add(Step("miniapp", "come_back"))

    def _is_on_phone(self, place: QPoint) -> bool:
        glass = self._window.screen_widget
        return glass.rect().contains(glass.mapFrom(self._window, place))

    def _is_page(self, widget: QWidget | None) -> bool:
        program = self._shown()
        return widget is not None and program is not None and widget is program.view.focusProxy()

    def _panel_is_open(self) -> bool:
        """What the panel asks lies over it, and is a part of the switching."""
        panel = self._window.findChild(QWidget, _PANEL)
        return panel is not None and panel.isVisible()


def _tap(target: str) -> Step:
    return Step("miniapp", "tap", (target,))


def _is_in(widget: QWidget | None, name: str) -> bool:
    while widget is not None and widget.objectName() != name:
        widget = widget.parentWidget()
    return widget is not None


def _button_of(widget: QWidget | None) -> QAbstractButton | None:
    while widget is not None and not isinstance(widget, QAbstractButton):
        widget = widget.parentWidget()
    return widget
