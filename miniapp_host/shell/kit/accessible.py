"""What a screen reader is told of widgets that Qt has no words for.

A widget that is `Spoken` says its role by `speak_as`; Qt knows buttons, fields, lists and labels by
itself. Not by `QAccessible.installFactory`: PySide calls the factory without Python's lock, and
Chromium asks for interfaces at every focus.
"""

from collections.abc import Sequence

import shiboken6
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

Role = QAccessible.Role

_PRESS = QAccessibleActionInterface.pressAction
_TOGGLE = QAccessibleActionInterface.toggleAction


class Spoken:
    """Mixed into a widget, before its Qt class; its accessible name is the widget's, as ever."""

    spoken_role = Role.Client

    def speak_as(self, role: QAccessible.Role) -> None:
        """Say what it is."""
        self.spoken_role = role

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)  # type: ignore[misc]
        self.be_heard()

    def be_heard(self) -> None:
        """Have Qt ask this widget, from its first show on.

        Qt knows an interface by the widget's class as it was then, and PySide makes another class
        whenever a slot of it is connected for the first time: then it takes another interface.
        """
        assert isinstance(self, QWidget)
        held = self.property(_HELD) or _Held()
        known_as = shiboken6.getCppPointer(self.metaObject())[0]
        if known_as not in held.interfaces:
            held.interfaces[known_as] = _SpokenWidget(self, self.spoken_role)
            QAccessible.registerAccessibleInterface(held.interfaces[known_as])
            self.setProperty(_HELD, held)
        above: object = self.parentWidget()
        if isinstance(above, Spoken):
            above.be_heard()

    def tell_state(self, state: QAccessible.State) -> None:
        """Set what else is true of it: that it is selected, checked, modal."""

    def spoken_value(self) -> str:
        """The value that it shows, if it has one."""
        return ""

    def spoken_parts(self) -> Sequence[QWidget] | None:
        """The widgets in it that can be read now; None if all of them can."""
        return None


class _SpokenWidget(QAccessibleWidget):
    """Asks the widget itself, each time."""

    @property
    def _spoken(self) -> Spoken:
        widget = self.object()
        assert isinstance(widget, Spoken)
        return widget

    @property
    def _button(self) -> QAbstractButton | None:
        widget = self.object()
        return widget if isinstance(widget, QAbstractButton) else None

    def role(self) -> QAccessible.Role:
        return self._spoken.spoken_role

    def text(self, kind: QAccessible.Text) -> str:
        if kind is QAccessible.Text.Value:
            return self._spoken.spoken_value()
        said, button = super().text(kind), self._button
        if kind is QAccessible.Text.Name and not said and button is not None:
            return button.text()
        return said

    def state(self) -> QAccessible.State:
        state, button = super().state(), self._button
        if button is not None:
            state.pressed = button.isDown()
            state.checkable, state.checked = button.isCheckable(), button.isChecked()
        self._spoken.tell_state(state)
        return state

    def actionNames(self) -> list[str]:
        names, button = super().actionNames(), self._button
        if button is None or not button.isEnabled():
            return names
        return [_TOGGLE() if button.isCheckable() else _PRESS(), *names]

    def doAction(self, name: str) -> None:
        button = self._button
        if button is not None and name in (_PRESS(), _TOGGLE()):
            button.click()
        else:
            super().doAction(name)

    def childCount(self) -> int:
        parts = self._spoken.spoken_parts()
        return super().childCount() if parts is None else len(parts)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        parts = self._spoken.spoken_parts()
        if parts is None:
            return super().child(index)
        there = 0 <= index < len(parts)
        return QAccessible.queryAccessibleInterface(parts[index]) if there else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        parts = self._spoken.spoken_parts()
        if parts is None:
            return super().indexOfChild(child)
        sought = child.object()
        return next((at for at, part in enumerate(parts) if part is sought), -1)


class _Held:
    """Keeps Python's side of the interfaces as long as the widget is there.

    Qt deletes the interfaces with the widget. They lie in a property and not in an attribute: of a
    widget that Python owns, attributes go first, and with them what Qt would delete once more.
    """

    def __init__(self) -> None:
        self.interfaces: dict[int, _SpokenWidget] = {}


_HELD = "spoken interface"
