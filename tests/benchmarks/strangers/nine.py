"""Nine permission tests of Nearby: what a stranger's first file holds."""

import pytest

from miniapp_host.testing import How

LOCATION = "scope.userLocation"


def test_allowed(miniapp, prompt, permissions):
    miniapp.tap("Use my location")
    prompt.allow(LOCATION)
    miniapp.expect_text("Closest first")
    assert permissions.state(LOCATION) == "granted"


def test_rejected(miniapp, prompt, permissions):
    miniapp.tap("Use my location")
    prompt.deny(LOCATION)
    miniapp.expect_text("Without your location")
    assert permissions.state(LOCATION) == "denied"


def test_dismissed_and_asked_again(miniapp, prompt, permissions):
    miniapp.tap("Use my location")
    prompt.dismiss()
    assert permissions.state(LOCATION) == "undecided"
    miniapp.tap("Use my location")
    prompt.allow()


def test_the_purpose_is_shown(miniapp, prompt):
    miniapp.tap("Use my location")
    assert prompt.expect(LOCATION).purpose
    prompt.dismiss()


def test_allowed_again_in_the_settings(miniapp, prompt, settings):
    miniapp.tap("Use my location")
    prompt.deny()
    settings.enable(LOCATION)
    miniapp.expect_text("Closest first")


@pytest.mark.permissions({LOCATION: "granted"})
def test_granted_before(miniapp, prompt):
    miniapp.expect_call("getLocation", result="ok", how=How.GRANTED_BEFORE)
    prompt.none()


@pytest.mark.permissions({LOCATION: "denied"})
def test_denied_before(miniapp, prompt):
    miniapp.expect_text("Without your location")
    prompt.none()


def test_switched_off_on_the_phone(miniapp, device, permissions):
    device.switch("location", on=False)
    miniapp.tap("Use my location")
    miniapp.expect_call("getLocation", how=How.SWITCHED_OFF)
    assert permissions.state(LOCATION) == "undecided"


def test_a_restart_remembers(miniapp, prompt):
    miniapp.tap("Use my location")
    prompt.allow()
    miniapp.restart()
    miniapp.expect_text("Closest first")
    prompt.none()
