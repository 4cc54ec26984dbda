"""P18: what is not declared, unknown or mistyped fails with its text, and nobody is asked."""

from miniapp_host.permissions.decisions import Decision
from tests.api.pretend_phone import Phone
from tests.guarantees.tally import Tally

INVALID = "authorize:fail invalid scope"
TYPES = (
    ({}, "Undefined"),
    ({"scope": None}, "Null"),
    ({"scope": 7}, "Number"),
    ({"scope": True}, "Boolean"),
    ({"scope": {}}, "Object"),
    ({"scope": ["scope.userLocation"]}, "Array"),
)
UNKNOWN = (
    "",
    "userLocation",
    "scope.UserLocation",
    "scope.userLocation ",
    "scope.__proto__",
    "scope.userLocation\x00",
    "scope.*",
)


def test_a_scope_that_is_none_asks_nobody(pretended: Phone, tally: Tally) -> None:
    program = pretended.open()
    for scope in UNKNOWN:
        said = program.message("authorize", {"scope": scope})
        tally.add(said == INVALID and not pretended.prompter.asked, (scope, said))
    for arguments, found in TYPES:
        said = program.message("authorize", arguments)
        expected = f"parameter.scope should be String instead of {found};"
        tally.add(expected in str(said) and not pretended.prompter.asked, said)


def test_what_is_not_declared_asks_nobody(pretended: Phone, tally: Tally) -> None:
    purpose = {"scope.userLocation": {"desc": "to show the weather"}}
    for version in ("trial", "release"):
        for number, (app, text) in enumerate(
            (
                ({"requiredPrivateInfos": ["getLocation"]}, "require permission desc"),
                ({"permission": purpose, "requiredPrivateInfos": []}, "requiredPrivateInfos"),
                ({"permission": purpose}, "requiredPrivateInfos"),
            )
        ):
            program = pretended.open(f"p{number}{version}", version, **app)
            said = str(program.message("getLocation"))
            undecided = program.decision("scope.userLocation") is Decision.UNDECIDED
            right = said.startswith("getLocation:fail") and text in said
            tally.add(right and undecided and not pretended.prompter.asked, (version, said))
