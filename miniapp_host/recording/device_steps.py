"""What was changed of the phone itself, as steps in the terms of `miniapp_host.testing.device`."""

from collections.abc import Iterator
from dataclasses import fields

from miniapp_host.devices.battery import Charge
from miniapp_host.devices.conditions import Conditions
from miniapp_host.devices.identity import Identity
from miniapp_host.devices.motion import Attitude
from miniapp_host.devices.place import Place
from miniapp_host.devices.places import place_named
from miniapp_host.devices.profile import Profile
from miniapp_host.devices.switches import Switch
from miniapp_host.recording.recording import Remark, Step

FIXTURE = "device"
AVATAR = Remark("Another avatar was chosen; a test sets it by device.devices.profile.")


def device_step(method: str, *arguments: object, **named: object) -> Step:
    """A step of the phone itself; what is None is left out."""
    return Step(FIXTURE, method, arguments, tuple(named.items()))


def place_step(place: Place) -> Step:
    """The phone was moved: by the place's name if it is known by that."""
    if place_named(place.name[0]) == place:
        return device_step("place", place.name[0])
    degrees = (round(place.latitude, 6), round(place.longitude, 6))
    return device_step("move", *degrees, altitude=place.altitude or None)


def switch_step(switch: Switch, *, on: bool) -> Step:
    """One of the phone's switches was turned."""
    return device_step("switch", switch.name.lower(), on=on)


def network_step(conditions: Conditions) -> Step:
    """The network became another one."""
    return device_step(
        "network",
        conditions.connection.value,
        latency_ms=conditions.latency_ms or None,
        kilobytes_a_second=conditions.rate or None,
    )


def battery_step(charge: Charge) -> Step:
    """The battery's level or what the person did about it."""
    return device_step(
        "battery", charge.level, charging=charge.charging, low_power=charge.low_power
    )


def attitude_step(attitude: Attitude) -> Step:
    """The phone was turned in space."""
    angles = (attitude.alpha, attitude.beta, attitude.gamma)
    return device_step("tilt", *(_short(degrees) for degrees in angles))


def identity_steps(before: Identity, now: Identity) -> Iterator[Step]:
    """What the phone says it is now, and the size of its letters."""
    said = {name: value for name, value in _changes(before, now) if name != "font_size"}
    if "platform" in said:
        said["platform"] = now.platform.value
    if said:
        yield device_step("identity", **said)
    if before.font_size != now.font_size:
        yield device_step("font_size", now.font_size)


def owner_steps(before: Profile, now: Profile) -> Iterator[Step | Remark]:
    """What is another about the owner."""
    said = {name: value for name, value in _changes(before, now) if name != "avatar"}
    if said:
        yield device_step("owner", **said)
    if before.avatar != now.avatar:
        yield AVATAR


def _changes(before: object, now: object) -> Iterator[tuple[str, object]]:
    """The fields of a dataclass that differ, with what they are now."""
    for field in fields(now):  # type: ignore[arg-type]
        value = getattr(now, field.name)
        if value != getattr(before, field.name):
            yield field.name, value


def _short(degrees: float) -> float:
    """An angle to a tenth of a degree, without a dot if it is a whole one."""
    rounded = round(float(degrees), 1)
    return int(rounded) if rounded.is_integer() else rounded
