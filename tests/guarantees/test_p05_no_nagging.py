"""P5: after a denial nothing asks again, however it is called; only one settings panel is open."""

from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.prompts import Answer
from tests.api.pretend_phone import Phone
from tests.guarantees.tally import Tally, number

SCOPE = "scope.userLocation"
WAYS = (
    ("authorize", {"scope": SCOPE}),
    ("getLocation", {}),
    ("getLocation", {"type": "gcj02"}),
    ("chooseLocation", {}),
    ("startLocationUpdate", {}),
)


def test_after_a_denial_nothing_asks_again(pretended: Phone, tally: Tally) -> None:
    program = pretended.open()
    answers = program.call("authorize", {"scope": SCOPE})
    pretended.prompter.press(Answer.REJECT)
    assert answers
    for each in range(number(500, 10_000)):
        name, arguments = WAYS[each % len(WAYS)]
        said = str(program.message(name, arguments))
        quiet = len(pretended.prompter.asked) == 1 and not pretended.prompter.shown
        tally.add(quiet and said == f"{name}:fail auth deny", said)


def test_a_dismissal_decides_nothing_however_often_it_comes(pretended: Phone, tally: Tally) -> None:
    program = pretended.open()
    for each in range(number(100, 1_000)):
        answers = program.call("getLocation")
        pretended.prompter.press(Answer.DISMISS)
        one = len(pretended.prompter.asked) == each + 1 and len(answers) == 1
        tally.add(one and program.decision(SCOPE) is Decision.UNDECIDED, answers)


def test_the_settings_are_never_open_twice(pretended: Phone, tally: Tally) -> None:
    program = pretended.open()
    for _ in range(number(100, 1_000)):
        program.tap()
        program.call("openSetting")
        tally.add(len(program.screen.panels) == 1, f"{len(program.screen.panels)} panels")
