"""The conditions of a call are checked in one order, and each is told by itself."""

from miniapp_host.api.calls.asking import Asking
from miniapp_host.api.calls.call import Call
from miniapp_host.api.calls.dispatcher import Dispatcher
from miniapp_host.api.calls.endpoint import Endpoint, Parameter
from miniapp_host.api.calls.privacy import Privacy
from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.guard import Guard
from miniapp_host.permissions.guards import Guards
from miniapp_host.permissions.scopes import Scope
from miniapp_host.texts import Text
from tests.api.pretend_phone import OpenProgram, Phone

GUARD = Guard("weigh", declared=True, needs_tap=True, switch=Switch.BLUETOOTH)


def scope(name: str) -> Scope:
    title = Text(name, name)
    return Scope(
        id=f"scope.{name}",
        guards=(GUARD,),
        request=title,
        title=title,
        icon="person",
        purpose_required=True,
    )


SCALES, HEALTH = scope("scales"), scope("health")


def with_scales(phone: Phone) -> Phone:
    """A phone with an interface of two scopes that everything guards, switched off."""
    phone.dispatcher = Dispatcher(
        [Endpoint("weigh", Call.ok, (Parameter("unit"),), guarded=True)],
        [],
        Asking(phone.broker, phone.owner),
        Privacy(phone.clock),
        phone.switches,
        Guards((SCALES, HEALTH), ()),
    )
    return phone


def opened(phone: Phone, *purposes: Scope, declared: bool = True) -> OpenProgram:
    return phone.open(
        version="release",
        __usePrivacyCheck__=True,
        requiredPrivateInfos=["weigh"] if declared else [],
        permission={one.id: {"desc": "to weigh"} for one in purposes},
    )


def said(program: OpenProgram, arguments: object = None) -> object:
    return program.message("weigh", {"unit": "kg"} if arguments is None else arguments)


def test_each_wrong_thing_put_right_shows_the_next_one(phone: Phone) -> None:
    with_scales(phone)
    program = opened(phone, declared=False)
    program.decide(SCALES.id, granted=False)
    assert "parameter.unit should be String" in str(said(program, {}))
    assert said(program) == "weigh:fail can only be invoked by user TAP gesture."
    program.tap()
    assert "requiredPrivateInfos" in str(said(program))
    program = opened(phone)
    program.tap()
    assert said(program) == "weigh:fail:require permission desc", "before any contract"
    program = opened(phone, SCALES)
    program.tap()
    assert said(program) == "weigh:fail:require permission desc", "the second scope needs one too"
    program = opened(phone, SCALES, HEALTH)
    program.tap()
    answers = program.call("weigh", {"unit": "kg"})
    assert answers == [], "the contract is asked for"
    program.screen.answer(True)
    assert answers == [{"errMsg": "weigh:fail system permission denied", "errno": 3}]
    phone.switches.turn(Switch.BLUETOOTH, on=True)
    program.tap()
    assert said(program) == "weigh:fail auth deny"
    program.decide(SCALES.id, granted=True)
    program.decide(HEALTH.id, granted=True)
    program.tap()
    assert said(program) == "weigh:ok"
