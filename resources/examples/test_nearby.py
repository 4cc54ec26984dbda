"""Tests of the sample program Nearby, to run and to copy from.

pytest --miniapp resources/programs/nearby resources/examples
"""

import pytest

from miniapp_host.testing import How, Way, each_way

LOCATION = "scope.userLocation"


def test_a_refusal_is_survived(miniapp, prompt, permissions):
    miniapp.tap("Use my location")
    prompt.deny(LOCATION)
    assert permissions.state(LOCATION) == "denied"
    prompt.none()
    miniapp.expect_text("Without your location")


def test_a_dismissal_decides_nothing(miniapp, prompt, permissions):
    miniapp.tap("Use my location")
    prompt.dismiss()
    assert permissions.state(LOCATION) == "undecided"
    miniapp.tap("Use my location")
    prompt.allow()
    miniapp.expect_text("Closest first")


def test_the_purpose_of_app_json_is_shown(miniapp, prompt):
    miniapp.tap("Use my location")
    assert prompt.expect(LOCATION).purpose
    prompt.dismiss()


def test_who_refused_may_change_their_mind(miniapp, prompt, settings):
    miniapp.tap("Use my location")
    prompt.deny()
    settings.enable(LOCATION)
    miniapp.expect_text("Closest first")
    prompt.none()


@pytest.mark.permissions({LOCATION: "granted"})
def test_who_allowed_before_is_not_asked(miniapp, prompt):
    miniapp.expect_text("Closest first")
    miniapp.expect_call("getLocation", result="ok", how=How.GRANTED_BEFORE)
    prompt.none()


@each_way(LOCATION)
def test_the_list_is_there_whatever_is_decided(miniapp, way):
    if way not in (Way.DENIED_BEFORE, Way.ALLOWED_AGAIN):  # decided: Nearby does not offer to ask
        miniapp.tap("Use my location")
        miniapp.expect_call("getLocation")
    miniapp.expect_text("Closest first" if way.grants else "All places")
    miniapp.expect_text("West Lake")
