"""What a screen reader is told of our own widgets, and that the telling ends with them."""

import gc
import weakref

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QPushButton, QWidget

from miniapp_host.shell.inspector.tab_strip import Tab, TabStrip
from miniapp_host.shell.kit.accessible import Role
from miniapp_host.shell.kit.cell import Cell, CellGroup
from miniapp_host.shell.kit.layers import Layer
from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.shell.kit.spoken_screen import SpokenScreen
from miniapp_host.shell.kit.switch import Switch
from miniapp_host.texts import Texts


def heard(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def parts_of(widget: QWidget) -> list[str]:
    told = heard(widget)
    names = (told.child(at).text(QAccessible.Text.Name) for at in range(told.childCount()))
    return [name for name in names if name]


class Sheet(Overlay):
    """Any overlay."""

    def __init__(self, screen: QWidget, name: str) -> None:
        super().__init__(screen, Layer.DIALOG)
        self.setAccessibleName(name)

    def arrange(self) -> None:
        self.panel.setGeometry(self.rect())

    def on_late(self) -> None:
        """Connected only after it was shown."""


def test_a_switch_is_one_and_can_be_turned(screen: QWidget) -> None:
    switch = Switch("Location", checked=True, parent=screen)
    switch.show()
    told = heard(switch)
    assert (told.role(), told.text(QAccessible.Text.Name)) == (Role.Switch, "Location")
    assert told.state().checkable
    assert told.state().checked
    assert told.state().focusable
    told.actionInterface().doAction("Toggle")
    assert not switch.isChecked()
    assert not told.state().checked


def test_a_cell_is_a_button_with_a_value_and_one_that_leads_nowhere_is_none(
    screen: QWidget,
) -> None:
    group = CellGroup("Me")
    group.setParent(screen)
    leads = group.add(Cell("Nickname", note="Mini", clickable=True))
    stays = group.add(Cell("Version", note="1"))
    group.show()
    told = heard(leads)
    assert (told.role(), told.text(QAccessible.Text.Value)) == (Role.Button, "Mini")
    leads.set_note("Max")
    assert told.text(QAccessible.Text.Value) == "Max"
    assert heard(stays).role() is Role.Grouping
    assert heard(group).role() is Role.Grouping
    assert heard(group).text(QAccessible.Text.Name) == "Me"


def test_the_current_tab_is_selected(screen: QWidget, texts: Texts) -> None:
    strip = TabStrip([Tab("calls", "Calls"), Tab("files", "Files")], texts)
    strip.setParent(screen)
    strip.resize(300, 36)
    strip.show()
    strip.show_current("files")
    told = heard(strip)
    assert told.role() is Role.PageTabList
    tabs = [told.child(at) for at in range(2)]
    assert [tab.role() for tab in tabs] == [Role.PageTab] * 2
    assert [tab.state().selected for tab in tabs] == [0, 1]


def test_an_overlay_is_modal_and_hides_what_it_covers(screen: QWidget) -> None:
    glass = SpokenScreen(screen)
    QPushButton("Beneath", glass)
    glass.show()
    assert parts_of(glass) == ["Beneath"]
    lower, upper = Sheet(glass, "Lower"), Sheet(glass, "Upper")
    lower.open()
    upper.open()
    assert heard(upper).role() is Role.Dialog
    assert heard(upper).state().modal
    assert parts_of(glass) == ["Upper"]
    upper.reject()
    assert parts_of(glass) == ["Lower"]
    lower.reject()
    assert parts_of(glass) == ["Beneath"]


def test_a_slot_that_is_connected_later_changes_nothing(screen: QWidget) -> None:
    glass = SpokenScreen(screen)
    glass.show()
    sheet = Sheet(glass, "Sheet")
    sheet.open()
    sheet.opened.connect(sheet.on_late)
    other = QPushButton("Other", screen)
    other.show()
    other.setFocus()
    sheet.setFocus()
    assert heard(sheet).state().modal


def test_whoever_goes_first_nothing_is_left(screen: QWidget) -> None:
    for owner in (None, screen):
        switch = Switch("Any", parent=owner)
        switch.show()
        assert heard(switch).role() is Role.Switch
        gone = weakref.ref(switch)
        if owner is not None:
            switch.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        del switch
        gc.collect()
        assert gone() is None
