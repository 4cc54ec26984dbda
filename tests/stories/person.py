"""Someone at the phone: sees what is visible, clicks where it is, and waits as people do.

Every click goes to the window at a place, so that it lands on whatever lies on top there.
"""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.phone.phone import Phone
from miniapp_host.shell.kit.overlay import Overlay
from miniapp_host.shell.settings.scope_list import ScopeList
from miniapp_host.shell.settings.settings_model import Role
from miniapp_host.shell.sheets.action_sheet import SheetItem
from tests.driver import PATIENCE_MS, PageDriver

PROMPT = "authorizationDialog"
PANEL = "settingsPanel"
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


class Person:
    """Uses one phone by the object names of what is on its screen."""

    def __init__(self, qtbot: QtBot, phone: Phone) -> None:
        self.qtbot = qtbot
        self.phone = phone
        self.window = phone.window

    # Seeing

    def sees(self, name: str) -> bool:
        """Whether something of that name is on the screen and not on its way out."""
        return bool(self._visible(name))

    def count(self, name: str) -> int:
        """How many of that name are on the screen."""
        return len(self._visible(name))

    def reads(self, name: str) -> str:
        """The text of the one label of that name."""
        label = self.find(name)
        assert isinstance(label, QLabel)
        return label.text()

    def words(self, name: str) -> list[str]:
        """Every text that stands in the one widget of that name, and in the rows of its lists."""
        holder = self.find(name)
        labels = [one.text() for one in holder.findChildren(QLabel) if one.isVisible()]
        lists = [one.model() for one in holder.findChildren(QListView) if one.isVisible()]
        return labels + [
            rows.index(at, 0).data() for rows in lists for at in range(rows.rowCount())
        ]

    def find(self, name: str) -> QWidget:
        """The one visible widget of that name."""
        found = self._visible(name)
        assert len(found) == 1, f"{len(found)} visible widgets are called {name}"
        return found[0]

    def waits_for(self, name: str) -> QWidget:
        """Until it is there, scrolled to, still, and nothing lies over it."""
        self.wait(lambda: self.sees(name) and self._is_reached(self.find(name)), f"{name} in reach")
        return self.find(name)

    def _is_reached(self, widget: QWidget) -> bool:
        _scroll_to(widget)
        return self._in_reach(widget)

    def waits_until_gone(self, name: str) -> None:
        """Until nothing of that name is there, not even on its way out."""
        self.wait(lambda: not self._present(name), f"{name} gone")

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        def holds() -> None:
            assert condition(), f"waited in vain: {what}"

        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    # Doing

    def clicks(self, name: str) -> None:
        """Waits for it, then clicks its middle."""
        widget = self.waits_for(name)
        self.clicks_at(self._place(widget, widget.rect().center()))

    def clicks_at(self, place: QPoint) -> None:
        """Clicks a place of the phone, whatever is there."""
        QTest.mouseClick(self.window.windowHandle(), LEFT, PLAIN, place)

    def taps(self, page: PageDriver, selector: str) -> None:
        """Waits for it, and for what lies over it to go, then clicks where the page shows it."""
        page.wait_for(selector)
        place = self.place_of(page, selector)
        self.wait(lambda: self._is_on_top(page.surface, place), f"{selector} in reach")
        self.clicks_at(place)

    def place_of(self, page: PageDriver, selector: str) -> QPoint:
        """Where on the phone the page shows the first match, scrolled into view."""
        point = page.bring_into_view(selector)  # Chromium may change the surface meanwhile
        return self._place(page.surface, point)

    def presses(self, key: Qt.Key) -> None:
        """A key on whatever has the focus."""
        QTest.keyClick(self.window.windowHandle(), key)

    # What people do here

    def allows(self) -> None:
        """Clicks Allow and sees the prompt go."""
        self._answers("allow")

    def rejects(self) -> None:
        """Clicks Reject and sees the prompt go."""
        self._answers("reject")

    def chooses(self, item: str) -> None:
        """Picks an item of the capsule's menu: Settings, About, Console, Restart or Delete."""
        self.clicks("capsuleMenu")
        self.clicks(f"menu{item}")
        self.waits_until_gone("capsuleMenuSheet")

    def opens_settings(self) -> None:
        self.chooses("Settings")
        self.waits_for(PANEL)

    def leaves_settings(self) -> None:
        self.clicks("back")
        self.waits_until_gone(PANEL)

    def switches(self) -> dict[str, bool]:
        """What the panel lists, top to bottom: scope and whether its switch is on."""
        model = self._scopes().model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        return {row.data(Role.SCOPE).id: _is_checked(row) for row in rows}

    def waits_for_switches(self, expected: dict[str, bool]) -> None:
        """Until the panel lists exactly these."""

        def holds() -> None:
            assert self.switches() == expected

        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def toggles(self, scope: str) -> None:
        """Waits for its row in the settings, then clicks its switch."""
        self.waits_for("scopes")
        self.wait(lambda: scope in self.switches(), f"{scope} in the settings")
        row = list(self.switches()).index(scope)
        view = self._scopes()
        place = self._place(view.viewport(), view.switch_rect(view.model().index(row, 0)).center())
        self.wait(lambda: self._is_on_top(view, place), f"the switch of {scope} in reach")
        self.clicks_at(place)

    def turns_off(self, scope: str) -> None:
        """Toggles and confirms."""
        self.toggles(scope)
        self.clicks("modalConfirm")
        self.waits_until_gone("modal")

    def goes_home(self) -> None:
        """Sends the program to the background."""
        self.clicks("homeIndicator")
        self.waits_for("launcher")

    def chooses_program(self, name: str) -> None:
        """Clicks its row in the launcher."""
        self.clicks_at(self._in_row(name, self.phone.launcher.list.row_rect))

    def opens_sample(self, name: str) -> PageDriver:
        """Clicks its row in the launcher and waits for its first page."""
        before = set(self.phone.running)
        self.chooses_program(name)
        (opened,) = self.phone.running.keys() - before
        self.waits_until_gone("splash")
        return PageDriver(self.qtbot, self.phone.running[opened])

    def asks_more_about(self, name: str) -> None:
        """Clicks the "···" of its row in the launcher."""
        self.clicks_at(self._in_row(name, self.phone.launcher.list.more_rect))

    def picks(self, words: str) -> None:
        """Waits for a sheet that has come up, then clicks its item of these words."""
        sheet = self.find("actionSheet")
        (item,) = [one for one in sheet.findChildren(SheetItem) if one.text() == words]
        self.clicks(item.objectName())

    def deletes_program(self) -> None:
        """From the open program's menu, and confirms."""
        self.chooses("Delete")
        self.clicks("modalConfirm")
        self.waits_for("launcher")

    # How

    def _answers(self, button: str) -> None:
        prompt = self.waits_for(PROMPT)
        self.clicks(button)
        self.wait(lambda: prompt not in self._present(PROMPT), "the prompt gone")

    def _present(self, name: str) -> list[QWidget]:
        return [one for one in self.window.findChildren(QWidget, name) if one.isVisible()]

    def _visible(self, name: str) -> list[QWidget]:
        return [one for one in self._present(name) if not _is_leaving(one)]

    def _in_reach(self, widget: QWidget) -> bool:
        middle = self._place(widget, widget.rect().center())
        return self._is_on_top(widget, middle) and _is_still(widget)

    def _is_on_top(self, widget: QWidget, place: QPoint) -> bool:
        on_top = self.window.childAt(place)
        return on_top is widget or (on_top is not None and widget.isAncestorOf(on_top))

    def _place(self, widget: QWidget, point: QPoint) -> QPoint:
        return widget.mapTo(self.window, point)

    def _scopes(self) -> ScopeList:
        (view,) = self.find(PANEL).findChildren(ScopeList)
        return view

    def _in_row(self, name: str, part: Callable[[QModelIndex], QRect]) -> QPoint:
        """The middle of a part of the row of that program."""
        rows = self.phone.launcher.list
        model = rows.model()
        indices = [model.index(row, 0) for row in range(model.rowCount())]
        index = next(one for one in indices if one.data() == name)
        rows.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return self._place(rows.viewport(), part(index).center())


def _scroll_to(widget: QWidget) -> None:
    """As a person scrolls a list until they see what they want."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, 0)
        above = above.parentWidget()


def _is_checked(row: QModelIndex) -> bool:
    return bool(row.data(Role.ALLOWED) == Qt.CheckState.Checked)


def _overlay_of(widget: QWidget | None) -> Overlay | None:
    while widget is not None and not isinstance(widget, Overlay):
        widget = widget.parentWidget()
    return widget


def _is_leaving(widget: QWidget) -> bool:
    overlay = _overlay_of(widget)
    return overlay is not None and overlay.leaving


def _is_still(widget: QWidget) -> bool:
    overlay = _overlay_of(widget)
    return overlay is None or overlay.shown_share == 1.0
