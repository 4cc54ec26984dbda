"""Two hundred scenarios of Nearby: twenty-five rounds of eight."""

import pytest

from miniapp_host.testing import How, Way, each_way

LOCATION = "scope.userLocation"
rounds = pytest.mark.parametrize("round_", range(25))


@rounds
@each_way(LOCATION)
def test_the_list_is_there_whatever_is_decided(miniapp, way, round_):
    if way not in (Way.DENIED_BEFORE, Way.ALLOWED_AGAIN):  # decided: Nearby does not offer to ask
        miniapp.tap("Use my location")
        miniapp.expect_call("getLocation")
    miniapp.expect_text("Closest first" if way.grants else "All places")


@rounds
def test_a_dismissal_decides_nothing(miniapp, prompt, permissions, round_):
    miniapp.tap("Use my location")
    prompt.dismiss()
    assert permissions.state(LOCATION) == "undecided"
    miniapp.tap("Use my location")
    prompt.deny()
    miniapp.expect_text("Without your location")


@rounds
@pytest.mark.permissions({LOCATION: "granted"})
def test_who_allowed_before_is_not_asked(miniapp, prompt, round_):
    miniapp.expect_call("getLocation", result="ok", how=How.GRANTED_BEFORE)
    prompt.none()
