"""Watches the phone itself while a person is recorded: what they change there becomes steps.

Programs change none of it but album and books, and then a call of theirs runs.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject

from miniapp_host.devices.battery import Charge
from miniapp_host.devices.book import Book
from miniapp_host.devices.conditions import Conditions
from miniapp_host.devices.devices import Devices
from miniapp_host.devices.display import Display, Form
from miniapp_host.devices.identity import Identity
from miniapp_host.devices.motion import FLAT, Attitude
from miniapp_host.devices.place import Place
from miniapp_host.devices.places import PLACES
from miniapp_host.devices.profile import Profile
from miniapp_host.devices.replay import Replayed
from miniapp_host.devices.switches import Switch
from miniapp_host.recording.device_steps import (
    attitude_step,
    battery_step,
    device_step,
    identity_steps,
    network_step,
    owner_steps,
    place_step,
    switch_step,
)
from miniapp_host.recording.recording import Line, Remark
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.settings.appearance import Appearance

_REPLAYED = Remark("The phone went along a track; the test puts it where it was then.")
_OFF_AT_FIRST = (Switch.BLUETOOTH,)


class RecordedDevices(QObject):
    """Tells every change as a line, until it is deleted."""

    def __init__(
        self,
        devices: Devices,
        appearance: Appearance,
        tell: Callable[[Line], None],
        calls_run: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """`calls_run` says whether a call of the program waits for its answer."""
        super().__init__(parent)
        self._devices = devices
        self._appearance = appearance
        self._tell = tell
        self._calls_run = calls_run
        self._identity = devices.identity.identity
        self._profile = devices.profile.profile
        self._screen = (devices.display.form, devices.display.turned)
        self._looks = (appearance.dark, appearance.language)
        self._ends = [
            bound_watch(self, devices.location.watch, self._on_location_move),
            bound_watch(self, devices.switches.watch, self._on_switch_turn),
            bound_watch(self, devices.conditions.watch, self._on_conditions_change),
            bound_watch(self, devices.battery.watch, self._on_battery_change),
            bound_watch(self, devices.motion.watch, self._on_motion_turn),
            bound_watch(self, devices.steps.watch, self._on_steps_change),
            bound_watch(self, devices.identity.watch, self._on_identity_change),
            bound_watch(self, devices.profile.watch, self._on_profile_change),
            bound_watch(self, devices.display.watch, self._on_display_change),
            bound_watch(self, devices.replay.watch, self._on_replay_change),
            bound_watch(self, devices.album.watch, self._on_album_change),
            bound_watch(self, appearance.watch, self._on_appearance_change),
            *(bound_watch(self, one.watch, self._on_book_change) for one in devices.books.all),
        ]

    def stop(self) -> None:
        """Watch no more."""
        for end in self._ends:
            end()
        self.deleteLater()

    def _on_location_move(self, place: Place) -> None:
        self._tell(place_step(place))

    def _on_switch_turn(self, switch: Switch) -> None:
        self._tell(switch_step(switch, on=self._devices.switches.is_on(switch)))

    def _on_conditions_change(self, conditions: Conditions) -> None:
        self._tell(network_step(conditions))

    def _on_battery_change(self, charge: Charge) -> None:
        self._tell(battery_step(charge))

    def _on_motion_turn(self, attitude: Attitude) -> None:
        self._tell(attitude_step(attitude))

    def _on_steps_change(self, steps: int) -> None:
        self._tell(device_step("steps", steps))

    def _on_identity_change(self, identity: Identity) -> None:
        before, self._identity = self._identity, identity
        self._tell_all(identity_steps(before, identity))

    def _on_profile_change(self, profile: Profile) -> None:
        before, self._profile = self._profile, profile
        self._tell_all(owner_steps(before, profile))

    def _on_display_change(self, display: Display) -> None:
        (form, turned), self._screen = self._screen, (display.form, display.turned)
        if display.form is not form:
            self._tell(device_step("form", display.form.value))
        if display.turned is not turned:
            self._tell(device_step("turn", display.turned))

    def _on_appearance_change(self, appearance: Appearance) -> None:
        (dark, language), self._looks = self._looks, (appearance.dark, appearance.language)
        if appearance.dark is not dark:
            self._tell(device_step("dark", appearance.dark))
        if appearance.language is not language:
            self._tell(_language_step(appearance))

    def _on_replay_change(self, replayed: Replayed) -> None:
        if replayed.running and replayed.passed == 0:
            self._tell(_REPLAYED)

    def _on_album_change(self, file: Path) -> None:
        if not self._calls_run():
            self._tell(
                Remark(f"The album was changed ({file.name}); a test's has its first pictures.")
            )

    def _on_book_change(self, book: Book) -> None:
        if not self._calls_run():
            title = book.kind.title[0]
            self._tell(Remark(f"{title} were changed; a test sets them by device.devices.books."))

    def _tell_all(self, lines: Iterator[Line]) -> None:
        for line in lines:
            self._tell(line)


def begun_devices(devices: Devices, appearance: Appearance) -> Iterator[Line]:
    """What has to be set on a new phone so that it is as this one; the language in any case."""
    yield _language_step(appearance)
    if appearance.theme_choice.value != "system":
        yield device_step("dark", appearance.dark)
    yield from _begun_screen(devices.display)
    yield from identity_steps(Identity(), devices.identity.identity)
    yield from _begun_surroundings(devices)
    own = devices.profile.profile
    yield from owner_steps(Profile(avatar=own.avatar), own)


def _language_step(appearance: Appearance) -> Line:
    return device_step("language", appearance.language.value.partition("_")[0])


def _begun_screen(display: Display) -> Iterator[Line]:
    if display.form is not Form.STANDARD:
        yield device_step("form", display.form.value)
    if display.turned:
        yield device_step("turn", True)


def _begun_surroundings(devices: Devices) -> Iterator[Line]:
    if devices.location.place != PLACES[0]:
        yield place_step(devices.location.place)
    for switch in Switch:
        if devices.switches.is_on(switch) is (switch in _OFF_AT_FIRST):
            yield switch_step(switch, on=devices.switches.is_on(switch))
    if devices.conditions.present != Conditions():
        yield network_step(devices.conditions.present)
    if devices.battery.charge != Charge():
        yield battery_step(devices.battery.charge)
    if devices.motion.attitude != FLAT:
        yield attitude_step(devices.motion.attitude)
