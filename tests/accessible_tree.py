"""What a screen reader finds on a window: its accessible tree, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role

CHECKABLE = {Role.CheckBox, Role.RadioButton, Role.Switch}
ROWS = {Role.ListItem, Role.TreeItem, Role.Cell}
VALUED = {Role.Slider, Role.ProgressBar, Role.Dial, Role.SpinBox}
FIELDS = {Role.EditableText}
ACTING = (
    {Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.ComboBox, Role.Link, Role.MenuItem}
    | {Role.PageTab}
    | CHECKABLE
    | ROWS
    | VALUED
    | FIELDS
)
"""Roles of what a person does something with."""
SAYS_NOTHING = {Role.NoRole, Role.Client}
OVER_EVERY_MASK = {"capsuleMenu", "capsuleClose", "homeIndicator"}
"""A program can be left whatever it asks."""


@dataclass(frozen=True)
class Node:
    """One thing that is read; `names` are the object names on the way to it, its own last."""

    interface: QAccessibleInterface
    names: tuple[str, ...]

    @property
    def role(self) -> QAccessible.Role:
        return self.interface.role()

    @property
    def name(self) -> str:
        return self.interface.text(QAccessible.Text.Name).strip()

    @property
    def value(self) -> str:
        return self.interface.text(QAccessible.Text.Value).strip()

    @property
    def description(self) -> str:
        return self.interface.text(QAccessible.Text.Description).strip()

    @property
    def state(self) -> QAccessible.State:
        return self.interface.state()

    @property
    def acts(self) -> bool:
        """Whether a person does something with it."""
        return bool(self.state.focusable) or self.role in ACTING

    def __str__(self) -> str:
        return f"{self.role.name} “{self.name}” at {'/'.join(self.names)}"


def nodes_of(window: QWidget) -> Iterator[Node]:
    """Everything visible of a window, from the window on."""
    yield from _below(QAccessible.queryAccessibleInterface(window), ())


def _below(interface: QAccessibleInterface, above: tuple[str, ...]) -> Iterator[Node]:
    if not interface.isValid() or interface.state().invisible:
        return
    thing = interface.object()
    own = thing.objectName() or type(thing).__name__ if thing is not None else ""
    node = Node(interface, (*above, own) if own else above)
    yield node
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None:
            yield from _below(child, node.names)


def named(window: QWidget, name: str) -> Node:
    """The one visible node whose object has that name."""
    found = [node for node in nodes_of(window) if node.names[-1:] == (name,)]
    assert len(found) == 1, f"{len(found)} nodes are called {name}"
    return found[0]


def faults_of(window: QWidget) -> list[str]:
    """What a screen reader can't say, or should not: a line for each."""
    nodes = list(nodes_of(window))
    return [f"{node}: {fault}" for node in nodes for fault in _faults(node)] + _beneath(nodes)


def _faults(node: Node) -> Iterator[str]:
    if node.acts and not node.name:
        yield "has no name"
    if node.acts and node.role in SAYS_NOTHING:
        yield "has no role"
    if node.role is Role.Dialog and not node.state.modal and len(node.names) > 1:
        yield "is a dialog that is not modal"
    yield from _state_faults(node)


def _state_faults(node: Node) -> Iterator[str]:
    state, interface = node.state, node.interface
    if node.role in CHECKABLE and not state.checkable:
        yield "does not say whether it is checked"
    if node.role is Role.PageTab and not state.selectable:
        yield "does not say whether it is the current one"
    if node.role in ROWS and not (state.selectable or state.checkable):
        yield "says neither whether it is selected nor whether it is checked"
    if node.role in VALUED and interface.valueInterface() is None and not node.value:
        yield "has no value"
    if node.role in FIELDS and state.editable == state.readOnly:
        yield "does not say whether it can be written into"
    if node.role is Role.PageTabList and not _has_current(interface):
        yield "has no current tab"


def _has_current(tabs: QAccessibleInterface) -> bool:
    children = [tabs.child(at) for at in range(tabs.childCount())]
    return [one for one in children if one is not None and one.state().selected] != []


def _beneath(nodes: list[Node]) -> list[str]:
    """What can be reached although a dialog lies over it."""
    dialogs = [node.names for node in nodes if node.role is Role.Dialog and len(node.names) > 1]
    if not dialogs:
        return []
    top = dialogs[-1]
    return [
        f"{node}: lies beneath {top[-1]}"
        for node in nodes
        if node.acts and "phoneScreen" in node.names and node.names[: len(top)] != top
        if node.names[-1] not in OVER_EVERY_MASK and node.names != top[: len(node.names)]
    ]
