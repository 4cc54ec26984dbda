"""The program's settings panel, by hand: "···", Settings, the switch, back."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from miniapp_host.automation.scope_words import scope_named
from miniapp_host.shell.settings.scope_list import ScopeList
from miniapp_host.shell.settings.settings_model import Role
from miniapp_host.testing.settling import settle
from miniapp_host.testing.tested_phone import TestedPhone

__tracebackhide__ = True  # a failure's traceback ends in the test

_PANEL, _DIALOG = "settingsPanel", "modal"


class SettingsDriver:
    """Opens the panel if it is not open, switches, and goes back to the program.

    A panel that the program opened (`wx.openSetting`) is used and closed as well: the program goes
    on.
    """

    def __init__(self, tested: TestedPhone) -> None:
        self._tested = tested

    @property
    def states(self) -> dict[str, bool]:
        """What the panel lists, opened and left for it: scope and whether its switch is on."""
        self.open()
        listed = self._listed()
        self.leave()
        return listed

    def enable(self, scope: str) -> None:
        """Switch a listed scope on; raises WaitError if it is not listed."""
        self._switch(scope_named(scope), on=True)

    def disable(self, scope: str) -> None:
        """Switch a listed scope off and confirm; raises WaitError if it is not listed."""
        self._switch(scope_named(scope), on=False)

    def open(self) -> None:
        """Open the panel through the capsule's menu, unless the program has opened it."""
        settle(self._tested)
        if not self._tested.visible(_PANEL):
            self._tested.click("capsuleMenu")
            self._tested.click("menuSettings")
        self._tested.wait(self._is_up, "the settings panel")

    def expect(self, states: Mapping[str, bool] | None = None) -> None:
        """Wait for the panel, whoever opens it; until it lists exactly `states` if given.

        Those are scopes as in `wx` with whether their switch is on.
        """
        if states is None:
            self._tested.wait(self._is_up, "the settings panel")
        else:
            told = f"the settings panel to list {dict(states)}"
            self._tested.wait(lambda: self._lists(states), lambda: f"{told}{self._instead()}")

    @property
    def listed(self) -> dict[str, bool]:
        """What the open panel lists, top to bottom: scope and whether its switch is on."""
        return self._listed()

    def toggle(self, scope: str) -> None:
        """Press the switch of a listed scope in the open panel, which may ask before it acts."""
        named = scope_named(scope)
        self.expect()
        self._expect_listed(named)
        self._click_switch(named)

    def turn_off(self, scope: str) -> None:
        """Switch a listed scope off in the open panel, which stays open, and confirm."""
        others = self._tested.visible(_DIALOG)
        self.toggle(scope)
        self._expect_state(scope_named(scope), others, on=False)

    def leave(self) -> None:
        """Go back to the program."""
        self._tested.click("back")
        self._tested.expect_gone(_PANEL)

    def _switch(self, scope: str, *, on: bool) -> None:
        self.open()
        self._expect_listed(scope)
        others = self._tested.visible(_DIALOG)
        if self._listed()[scope] is not on:
            self._click_switch(scope)
        self._expect_state(scope, others, on=on)
        self.leave()

    def _expect_state(self, scope: str, others: Sequence[QWidget], *, on: bool) -> None:
        """Confirm what the panel asks, but none of the `others`, until the switch stands so."""
        self._tested.wait(
            lambda: self._confirmed(others) and self._listed().get(scope) is on,
            f"{scope} switched {'on' if on else 'off'}",
        )

    def _expect_listed(self, scope: str) -> None:
        self._tested.wait(
            lambda: scope in self._listed(),
            lambda: f"{scope} in the settings panel, which lists {[*self._listed()]}",
        )

    def _lists(self, states: Mapping[str, bool]) -> bool:
        return bool(self._tested.visible(_PANEL)) and self._listed() == dict(states)

    def _instead(self) -> str:
        return f"; it lists {self._listed()}" if self._tested.visible(_PANEL) else ""

    def _is_up(self) -> bool:
        found = self._tested.visible(_PANEL)
        return bool(found) and self._tested.is_in_reach(found[0])

    def _click_switch(self, scope: str) -> None:
        view = self._view()
        row = view.model().index([*self._listed()].index(scope), 0)
        place = self._tested.place_of(view.viewport(), view.switch_rect(row).center())
        self._tested.wait(lambda: self._tested.is_on_top(view, place), f"the switch of {scope}")
        self._tested.click_at(place)

    def _confirmed(self, others: Sequence[QWidget]) -> bool:
        """Confirms what the panel asks once per visit before it switches off."""
        asked = [one for one in self._tested.visible(_DIALOG) if one not in others]
        for button in [each for one in asked for each in self._tested.visible("modalConfirm", one)]:
            if self._tested.is_in_reach(button):
                self._tested.click_at(self._tested.place_of(button))
        return not asked

    def _listed(self) -> dict[str, bool]:
        model = self._view().model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        on = Qt.CheckState.Checked
        return {row.data(Role.SCOPE).id: row.data(Role.ALLOWED) == on for row in rows}

    def _view(self) -> ScopeList:
        panels = self._tested.visible(_PANEL)
        assert panels, self._tested.described("the settings panel is not open")
        (view,) = panels[0].findChildren(ScopeList)
        return view
