"""What the person does on the phone's own parts over a program, as steps."""

import shiboken6
from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from miniapp_host.phone.recorded_press import SWIPE_PIXELS
from miniapp_host.recording.line_queue import LineQueue
from miniapp_host.recording.recording import Remark, Step
from miniapp_host.shell.kit.overlay import Overlay

_BACK = Step("miniapp", "back")
_HOME = Step("miniapp", "home")
_STEPS = {"homeIndicator": _HOME, "capsuleClose": _HOME}
_MENU = "capsuleMenu"
_MENU_ITEMS = ("menuAbout", "menuDelete")
"""What else the menu offers has a step of its own, or is no part of a test."""
_TOOLS = ("errorPill", "failureRestart", "failureConsole", _MENU)
_WEB_PAGE = Remark("Something was tapped in a web page, which a test does not see into.")


class RecordedParts(QObject):
    """Turns presses on the widgets of `window` into steps of `queue`."""

    def __init__(self, window: QWidget, queue: LineQueue, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._queue = queue
        self._field: QLineEdit | None = None
        self._text = self._before = ""
        self._pressed: tuple[Step, QPoint] | None = None

    def press(self, widget: QWidget, place: QPoint) -> None:
        """The mouse goes down on `widget`, at `place` of the window."""
        self._pressed = None
        button = _button_of(widget)
        if isinstance(widget, QLineEdit):
            self.type_into(widget)
        elif button is not None:
            self._press_button(button)
        elif isinstance(widget, Overlay) and widget.masked:
            if widget.dismissable:
                self._queue.add(_BACK)
        elif widget.inherits("QQuickWidget"):
            self._queue.add(_WEB_PAGE)
        elif _listens(widget):
            self._pressed = (self._tap(widget), widget.mapFrom(self._window, place))

    def release(self, moved: QPoint) -> None:
        """The mouse comes up, `moved` from where it went down."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        tap, place = pressed
        named = (*tap.named, ("at", (place.x(), place.y())))
        if moved.manhattanLength() <= SWIPE_PIXELS:
            self._queue.add(Step("miniapp", "tap", tap.arguments, named))
        else:
            way = (moved.x(), moved.y())
            self._queue.add(Step("miniapp", "drag", (*tap.arguments, way), named))

    def point(self, widget: QWidget) -> None:
        """The person points at a text that the test shall expect."""
        text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        if text:
            self._queue.add(Step("miniapp", "expect_text", (text,)))

    def type_into(self, field: QLineEdit) -> None:
        """The person is about to type into `field`."""
        if field is self._field:
            return
        self.end_typing()
        self._field = field
        self._before = self._text = field.text()
        field.textChanged.connect(self._on_field_text_changed)

    def end_typing(self) -> None:
        """What was typed into the field, if anything, is a step now."""
        field, self._field = self._field, None
        if field is None or not shiboken6.isValid(field):
            return
        field.textChanged.disconnect(self._on_field_text_changed)
        if self._text != self._before:
            tap = self._tap(field)
            self._queue.add(Step("miniapp", "type", (*tap.arguments, self._text), tap.named))

    def _on_field_text_changed(self, text: str) -> None:
        self._text = text

    def _press_button(self, button: QAbstractButton) -> None:
        name = button.objectName()
        if name in _STEPS:
            self._queue.add(_STEPS[name])
        elif name in _MENU_ITEMS:
            self._queue.add(Step("miniapp", "menu", (name.removeprefix("menu"),)))
        elif name.startswith("tab_"):
            self._queue.add(Step("miniapp", "tab", (int(name.removeprefix("tab_")),)))
        elif name not in _TOOLS and not name.startswith("menu"):
            said = button.text() or ("" if name else button.accessibleName())
            self._queue.add(_tap(said) if said else self._tap(button))

    def _tap(self, widget: QWidget) -> Step:
        """A tap on a widget by its object name, or by that of what it is in."""
        while not widget.objectName() and (parent := widget.parentWidget()) is not None:
            widget = parent
        name = widget.objectName()
        alike = [one for one in self._window.findChildren(QWidget, name) if one.isVisible()]
        nth = alike.index(widget) if len(alike) > 1 and widget in alike else None
        return Step("miniapp", "tap", (f"widget={name}",), (("nth", nth),))


def _tap(target: str) -> Step:
    return Step("miniapp", "tap", (target,))


def _button_of(widget: QWidget | None) -> QAbstractButton | None:
    while widget is not None and not isinstance(widget, QAbstractButton):
        widget = widget.parentWidget()
    return widget


def _listens(widget: QWidget) -> bool:
    """Whether a class of ours does something when such a widget is pressed."""
    ours = (one for one in type(widget).__mro__ if one.__module__.startswith("miniapp_host"))
    return any("mousePressEvent" in vars(one) for one in ours if one is not Overlay)
