"""Walks a scope in one of its ways: what is decided before, and who answers the prompt."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer

from miniapp_host.api.calls.screen import Matter
from miniapp_host.api.calls.ways import Way
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.permissions.scopes import scope_named
from miniapp_host.testing.settings import SettingsDriver
from miniapp_host.testing.tested_phone import PROMPT, TestedPhone

__tracebackhide__ = True  # a failure's traceback ends in the test

_PARTS = {
    Way.ALLOWED: "allow",
    Way.REJECTED: "reject",
    Way.DISMISSED: PROMPT,
    Way.SWITCHED_OFF: "allow",  # wx.authorize asks all the same
}
_LOOK_MS = 5


def begin_way(tested: TestedPhone, scope: str, way: Way) -> "Answering":
    """Decide what is decided before the flow begins; the result answers its prompts."""
    if way is Way.SWITCHED_OFF:
        _switch_off(tested, scope)
    elif way in (Way.DENIED_BEFORE, Way.ALLOWED_AGAIN):
        store, subject = tested.phone.store, tested.program.subject
        store.decide(subject, scope, Decision.DENIED, Actor.SCRIPT)
        if way is Way.ALLOWED_AGAIN:
            SettingsDriver(tested).enable(scope)
    return Answering(tested, scope, way)


def _switch_off(tested: TestedPhone, scope: str) -> None:
    known = scope_named(scope)
    guards = known.guards if known else ()
    for switch in {guard.switch for guard in guards if guard.switch is not None}:
        tested.phone.programs.devices.switches.turn(switch, on=False)


class Answering(QObject):
    """Answers every prompt for a scope as the way says, by a click or by Esc, once it is up.

    It agrees to the privacy contract, which is asked before any scope. Nobody asks where the way
    has decided before.
    """

    def __init__(self, tested: TestedPhone, scope: str, way: Way) -> None:
        super().__init__()
        self._tested = tested
        self._scope = scope
        self._way = way
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def finish(self) -> None:
        """Answer what is open, then no more."""
        self._tested.wait(lambda: self._part() is None, "the prompt to be answered")
        self._timer.stop()

    def _on_timer_timeout(self) -> None:
        name = self._part()
        for part in self._tested.visible(name) if name is not None else []:
            if self._tested.is_in_reach(part):
                self._answer(name != PROMPT, self._tested.place_of(part))

    def _part(self) -> str | None:
        """What the person would press now, by its object name; None if nothing is theirs."""
        prompts = self._tested.prompts
        if not prompts:
            return None
        if prompts[0].kind == Matter.PRIVACY.value:
            return "confirmYes"
        return _PARTS.get(self._way) if prompts[0].scope == self._scope else None

    def _answer(self, click: bool, place: QPoint) -> None:
        if click:
            self._tested.click_at(place)
        else:
            self._tested.press(Qt.Key.Key_Escape)
