"""A scope is one record and an endpoint for each of its interfaces, and nothing else."""

import pytest

from miniapp_host.api.calls.asking import Asking
from miniapp_host.api.calls.call import Call
from miniapp_host.api.calls.dispatcher import Dispatcher
from miniapp_host.api.calls.endpoint import Endpoint
from miniapp_host.api.calls.privacy import Privacy
from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.guard import Guard
from miniapp_host.permissions.guards import GUARDS, Guards
from miniapp_host.permissions.prompts import Answer
from miniapp_host.permissions.scopes import Scope
from miniapp_host.texts import Text
from tests.api.later_calls import NO_CALLS
from tests.api.pretend_phone import OpenProgram, Phone

GESTURES = Scope(
    id="scope.gestures",
    guards=(
        Guard("readGestures", declared=True, switch=Switch.BLUETOOTH, needs_tap=True),
        Guard("feelGestures", contract=False),
    ),
    request=Text("Watch how you move the phone", "查看你如何移动手机"),
    title=Text("Gestures", "手势"),
    icon="person",
    purpose_required=True,
)
DECLARED = {
    "requiredPrivateInfos": ["readGestures"],
    "permission": {GESTURES.id: {"desc": "to count"}},
}


@pytest.fixture
def wider_phone(phone: Phone) -> Phone:
    """A phone with one more scope, and endpoints that answer."""
    phone.dispatcher = Dispatcher(
        [Endpoint(guard.interface, Call.ok, guarded=True) for guard in GESTURES.guards],
        [],
        Asking(phone.broker, phone.owner),
        Privacy(phone.clock),
        phone.switches,
        Guards((GESTURES,), ()),
    )
    return phone


def message(program: OpenProgram) -> str:
    program.tap()
    return str(program.message("readGestures"))


def test_a_new_scopes_interface_asks_and_the_decision_is_kept(wider_phone: Phone) -> None:
    program = wider_phone.open(**DECLARED)
    wider_phone.switches.turn(Switch.BLUETOOTH, on=True)
    program.tap()
    answers = program.call("readGestures")
    (prompt,) = wider_phone.prompter.asked
    assert (prompt.scope, prompt.purpose) == (GESTURES, "to count")
    wider_phone.prompter.press(Answer.ALLOW)
    assert answers == [{"errMsg": "readGestures:ok"}]
    assert program.decision(GESTURES.id) is Decision.GRANTED
    assert message(program) == "readGestures:ok"


def test_a_new_scopes_record_alone_says_what_else_must_be_true(wider_phone: Phone) -> None:
    """Each wrong thing put right shows the next one."""
    program = wider_phone.open(version="release", requiredPrivateInfos=[])
    program.decide(GESTURES.id, granted=False)
    assert "TAP" in str(program.message("readGestures"))
    assert "requiredPrivateInfos" in message(program)
    program = wider_phone.open(version="release", requiredPrivateInfos=["readGestures"])
    assert message(program) == "readGestures:fail:require permission desc"
    program = wider_phone.open(version="release", __usePrivacyCheck__=True, **DECLARED)
    program.tap()
    answers = program.call("readGestures")
    assert answers == [], "the contract is asked for"
    program.screen.answer(True)
    assert answers == [{"errMsg": "readGestures:fail system permission denied", "errno": 3}]
    wider_phone.switches.turn(Switch.BLUETOOTH, on=True)
    assert message(program) == "readGestures:fail auth deny"
    program.decide(GESTURES.id, granted=True)
    assert message(program) == "readGestures:ok"


def test_a_new_scopes_row_may_do_without_the_contract(wider_phone: Phone) -> None:
    program = wider_phone.open(__usePrivacyCheck__=True, **DECLARED)
    program.decide(GESTURES.id, granted=True)
    assert program.message("feelGestures") == "feelGestures:ok"


def test_every_guarded_interface_has_an_endpoint(phone: Phone) -> None:
    assert sorted(GUARDS.interfaces - phone.dispatcher.guarded - NO_CALLS) == [], (
        "permissions/ guards these, but no endpoint is marked guarded under their name"
    )


def test_every_guarded_endpoint_is_in_the_table(phone: Phone) -> None:
    assert sorted(phone.dispatcher.guarded - GUARDS.interfaces) == [], (
        "these endpoints are marked guarded, but neither a scope nor guards.py has a row for them"
    )
