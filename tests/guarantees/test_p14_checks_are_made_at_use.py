"""P14: a grant that is taken back stops a use at once, and no later call gets the data."""

from miniapp_host.api.places.location import TICK
from miniapp_host.devices.places import PLACES
from miniapp_host.permissions.decisions import Actor, Decision
from tests.api.pretend_phone import Phone
from tests.guarantees.tally import Tally, number

SCOPE = "scope.userLocation"
SECRET = {"latitude", "longitude"}


def test_what_is_taken_back_is_given_to_nobody_any_more(pretended: Phone, tally: Tally) -> None:
    for each in range(number(20, 500)):
        program = pretended.open(f"nearby{each}")
        program.decide(SCOPE, granted=True)
        granted = program.result("getLocation")
        program.call("startLocationUpdate")
        pretended.clock.advance(TICK)
        running = [name for name, _ in program.events]
        decision = (Decision.DENIED, Decision.UNDECIDED)[each % 2]
        pretended.store.decide(program.session.subject, SCOPE, decision, Actor.SETTINGS)
        program.events.clear()
        pretended.location.move(PLACES[each % len(PLACES)])
        pretended.clock.advance(10 * TICK)
        told = [detail for _, detail in program.events if SECRET & set(detail)]
        answers = program.call("getLocation")
        given = [one for one in answers if SECRET & set(one)]
        right = bool(set(granted) >= SECRET) and running == ["locationChange"]
        tally.add(right and not told and not given, (each, told, given))
        program.close()
