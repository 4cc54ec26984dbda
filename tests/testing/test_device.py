"""What a test sets of the phone itself."""

import pytest

from miniapp_host.devices.display import Form
from miniapp_host.devices.identity import Platform
from miniapp_host.testing.device import Device
from miniapp_host.testing.tested_phone import TestedPhone
from tests.conftest import MakePhone


@pytest.fixture
def device(make_phone: MakePhone, tmp_path_factory: pytest.TempPathFactory) -> Device:
    return Device(TestedPhone(make_phone(), tmp_path_factory.mktemp("pictures")))


def test_what_is_not_named_stays(device: Device) -> None:
    device.font_size(20)
    device.identity(platform="android", brand="Made")
    device.identity(model="One")
    said = device.devices.identity.identity
    assert (said.platform, said.brand, said.model) == (Platform.ANDROID, "Made", "One")
    assert said.font_size == 20
    device.owner(nickname="Ada")
    device.owner(city="London")
    owner = device.devices.profile.profile
    assert (owner.nickname, owner.city) == ("Ada", "London")


def test_a_place_is_known_by_either_name(device: Device) -> None:
    device.place("外滩")
    assert device.devices.location.place.name[0] == "The Bund"
    device.move(1.0, 2.0, altitude=30.0)
    assert device.devices.location.place.altitude == 30.0


def test_the_phone_is_another_and_held_otherwise(device: Device) -> None:
    device.form("tablet")
    device.turn(True)
    device.tilt(0, 90, 0)
    device.battery(15, low_power=True)
    display = device.devices.display
    assert (display.form, display.turned) == (Form.TABLET, True)
    assert device.devices.motion.attitude.beta == 90
    assert device.devices.battery.charge.low_power


@pytest.mark.parametrize(
    ("method", "arguments", "told"),
    [
        ("place", ("Nowhere",), "no place 'Nowhere'"),
        ("place", ("The Bnd",), "is it 'The Bund'?"),
        ("form", ("huge",), "no 'huge': use one of .*'tablet'"),
        ("network", ("6g",), "no '6g': use one of .*'5g'"),
        ("language", ("fr",), "no 'fr': use one of .*'zh'"),
        ("steps", (-1,), "-1"),
    ],
)
def test_what_there_is_not_is_refused(
    device: Device, method: str, arguments: tuple[object, ...], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        getattr(device, method)(*arguments)


def test_who_the_owner_can_t_be_is_told_with_what_there_is(device: Device) -> None:
    with pytest.raises(TypeError, match=r"no 'shoes': use one of .*'nickname'"):
        device.owner(shoes=43)
