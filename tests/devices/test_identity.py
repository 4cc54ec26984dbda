"""What the phone says it is."""

from dataclasses import replace
from pathlib import Path

import pytest

from miniapp_host.devices.display import Form
from miniapp_host.devices.identity import (
    Identity,
    IdentityError,
    Maker,
    Platform,
    SimulatedIdentity,
)
from miniapp_host.devices.preferences import Preferences


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "p.json")


def test_a_new_phone_is_an_iphone_and_a_set_one_stays_what_it_is(preferences: Preferences) -> None:
    owner = SimulatedIdentity(preferences)
    assert owner.identity.maker(Form.STANDARD) == Maker(
        "iPhone", "iPhone 13<iPhone14,5>", "iOS 17.0"
    )
    mine = Identity(Platform.ANDROID, "Acme", "A1", "Android 15", "3.0.0", 20)
    owner.change(mine)
    assert SimulatedIdentity(preferences).identity == mine
    assert mine.maker(Form.TABLET) == Maker("Acme", "A1", "Android 15")


def test_every_form_of_an_iphone_has_a_model_of_its_own() -> None:
    models = {Identity().maker(form).model for form in Form}
    assert len(models) == len(Form)


@pytest.mark.parametrize("platform", Platform)
def test_every_platform_has_a_maker(platform: Platform) -> None:
    maker = Identity(platform).maker(Form.STANDARD)
    assert all((maker.brand, maker.model, maker.system))


@pytest.mark.parametrize("version", ["", "3", "3.8", "3.8.x", "v3.8.1", "3.8.12.1"])
def test_a_version_that_is_none_is_refused_with_what_to_write(
    preferences: Preferences, version: str
) -> None:
    owner = SimulatedIdentity(preferences)
    with pytest.raises(IdentityError, match=r"three numbers, as 3\.8\.12"):
        owner.change(replace(owner.identity, sdk_version=version))
    assert owner.identity == Identity()


def test_a_size_of_letters_that_nobody_can_choose_is_refused(preferences: Preferences) -> None:
    owner = SimulatedIdentity(preferences)
    with pytest.raises(IdentityError, match="99"):
        owner.change(replace(owner.identity, font_size=99))


def test_only_a_change_is_announced(preferences: Preferences) -> None:
    owner, told = SimulatedIdentity(preferences), []
    owner.watch(told.append)
    owner.change(Identity())
    owner.change(Identity(font_size=20))
    assert [one.font_scale for one in told] == [1.25]


@pytest.mark.parametrize("kept", [3, {"platform": "wp", "sdk": "x", "font": True, "brand": 4}])
def test_a_damaged_identity_counts_as_not_set(preferences: Preferences, kept: object) -> None:
    preferences.set("identity", kept)
    assert SimulatedIdentity(preferences).identity == Identity()
