"""The panel Device: every card shows its device, changes it by click, and hears of it elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from miniapp_host.devices.battery import Charge
from miniapp_host.devices.conditions import Conditions, Connection, Preset
from miniapp_host.devices.devices import Devices
from miniapp_host.devices.display import Form
from miniapp_host.devices.identity import Platform
from miniapp_host.devices.motion import FLAT, UPRIGHT
from miniapp_host.devices.place import point_on_map
from miniapp_host.devices.places import PLACES
from miniapp_host.devices.preferences import Preferences
from miniapp_host.devices.switches import Switch
from miniapp_host.programs.boot import Arrival
from miniapp_host.programs.start import Start
from miniapp_host.programs.starts import Starts
from miniapp_host.shell.panels.device.album_card import AlbumCard
from miniapp_host.shell.panels.device.device_panel import DevicePanel
from miniapp_host.shell.panels.device.drawn_phone import DrawnPhone
from miniapp_host.shell.panels.device.level_slider import LevelSlider
from miniapp_host.shell.panels.device.place_map import PlaceMap
from miniapp_host.shell.panels.device.start_card import StartSources
from miniapp_host.shell.settings.appearance import Appearance, ThemeChoice
from miniapp_host.texts import Texts, ToldError
from tests.devices.test_track import TIMED
from tests.shell.devices import FullDisk, devices_over

LEFT = Qt.MouseButton.LeftButton


@dataclass
class Told:
    """A phone on which a program runs, that notes what is wished of it."""

    starts: Starts
    program: tuple[str, str] | None = ("wx1", "Nearby")
    wishes: list[object] = field(default_factory=list)

    @property
    def sources(self) -> StartSources:
        return StartSources(
            program=lambda: self.program,
            now=lambda _id: Start(arrival=Arrival(1047), version="trial"),
            starts=lambda _id: self.starts,
            begin=lambda program, start: self.wishes.append((program, start)),
            ask=lambda program: self.wishes.append(f"ask {program}"),
            restart=lambda program: self.wishes.append(f"restart {program}"),
        )


@pytest.fixture
def told(tmp_path: Path) -> Told:
    return Told(Starts(tmp_path / "files"))


@pytest.fixture
def panel(
    qtbot: QtBot, devices: Devices, appearance: Appearance, texts: Texts, told: Told
) -> Iterator[DevicePanel]:
    made = DevicePanel(devices, appearance, told.sources, texts)
    qtbot.addWidget(made)
    made.resize(500, 800)
    made.show()
    yield made
    made.close()


def part(panel: QWidget, name: str) -> QWidget:
    (found,) = (
        one
        for one in panel.findChildren(QWidget)
        if one.objectName() == name and not one.isHidden()
    )
    return found


def click(panel: QWidget, name: str) -> None:
    QApplication.processEvents()  # new rows are shown by then
    QTest.mouseClick(part(panel, name), LEFT)


def checked(panel: QWidget, name: str) -> bool:
    button = part(panel, name)
    assert isinstance(button, QAbstractButton)
    return button.isChecked()


def write(panel: QWidget, name: str, text: str) -> None:
    line = part(panel, name)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def reads(panel: QWidget, name: str) -> str:
    label = part(panel, name)
    assert isinstance(label, QLabel | QLineEdit)
    return label.text()


# -- the place


def test_a_search_finds_a_city_and_a_click_moves_the_phone_there(
    panel: DevicePanel, devices: Devices
) -> None:
    QTest.keyClicks(part(panel, "placeSearch"), "hangz")
    click(panel, "found_0")
    assert devices.location.place.name.en == "Hangzhou"
    assert reads(panel, "placeName").startswith("Hangzhou")
    assert reads(panel, "placeSearch") == ""


def test_a_search_that_finds_nothing_says_so(panel: DevicePanel) -> None:
    QTest.keyClicks(part(panel, "placeSearch"), "atlantis")
    QApplication.processEvents()
    assert part(panel, "nothingFound").isVisible()
    QTest.keyClick(part(panel, "placeSearch"), Qt.Key.Key_Escape)
    assert panel.findChild(QLabel, "nothingFound").isHidden()


def test_degrees_are_written_and_wrong_ones_are_marked_and_change_nothing(
    panel: DevicePanel, devices: Devices
) -> None:
    write(panel, "deviceLatitude", "48.5")
    assert devices.location.place.latitude == 48.5
    here = devices.location.place
    write(panel, "deviceLatitude", "95")
    assert part(panel, "deviceLatitudeField").property("wrong")
    assert devices.location.place == here


def test_a_place_is_kept_chosen_again_and_forgotten(panel: DevicePanel, devices: Devices) -> None:
    devices.location.move(PLACES[4])
    click(panel, "placeKeep")
    assert devices.favourites.places == (PLACES[4],)
    assert not part(panel, "placeKeep").isEnabled()
    devices.location.move(PLACES[0])
    click(panel, "favourite_0")
    assert devices.location.place == PLACES[4]
    click(panel, "favourite_0_forget")
    assert devices.favourites.places == ()


def test_the_map_is_dragged_and_what_it_shows_is_told_at_once_and_kept_at_the_end(
    panel: DevicePanel, devices: Devices, preferences: Preferences
) -> None:
    devices.location.move(PLACES[0])
    at = part(panel, "deviceMap")
    middle = at.rect().center()
    QTest.mousePress(at, LEFT, pos=middle)
    QTest.mouseMove(at, middle + QPoint(0, 40))
    QApplication.processEvents()
    moved = devices.location.place
    assert moved.latitude > PLACES[0].latitude
    kept = preferences.get("location.place")
    assert isinstance(kept, dict)
    assert kept["latitude"] == PLACES[0].latitude
    QTest.mouseRelease(at, LEFT, pos=middle + QPoint(0, 40))
    kept = preferences.get("location.place")
    assert isinstance(kept, dict)
    assert kept["latitude"] == moved.latitude


def test_the_wheel_zooms_the_map_within_limits(panel: DevicePanel) -> None:
    at = part(panel, "deviceMap")
    assert isinstance(at, PlaceMap)
    before = at.zoom
    wheel(at, 120)
    assert at.zoom > before
    for _ in range(60):
        wheel(at, -120)
    far = at.zoom
    wheel(at, -120)
    assert 0 < at.zoom == far < before


def wheel(widget: QWidget, turn: int) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(0, 0),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_approximate_place_stands_beside_the_precise_one(
    panel: DevicePanel, devices: Devices
) -> None:
    devices.location.move(point_on_map(31.23944, 121.48557))
    assert reads(panel, "placeShifted").startswith("GCJ-02 31.237")
    assert "km away" in reads(panel, "placeRough")


def test_a_gpx_file_is_replayed_from_the_panel(
    panel: DevicePanel, devices: Devices, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "way.gpx"
    file.write_text(TIMED, "utf-8")
    click(panel, "trackChoose")
    dialog = panel.findChild(QFileDialog, "trackDialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(file))
    dialog.close()
    click(panel, "trackFactor_16")
    click(panel, "trackRun")
    assert devices.replay.now.running
    assert devices.replay.now.factor == 16
    qtbot.waitUntil(lambda: devices.location.place.latitude > 31.0, timeout=5000)
    assert reads(panel, "trackFacts").startswith("Along the river")
    click(panel, "trackRun")
    assert not devices.replay.now.running


def test_a_file_that_is_no_way_is_told(panel: DevicePanel, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "bad.gpx").write_text("no")
    click(panel, "trackChoose")
    dialog = panel.findChild(QFileDialog, "trackDialog")
    assert dialog is not None
    with qtbot.waitSignal(panel.problem_found) as told:
        dialog.fileSelected.emit(str(tmp_path / "bad.gpx"))
    dialog.close()
    assert "bad.gpx" in str(told.args[0])


# -- the filter


def test_the_filter_leaves_the_cards_in_which_the_word_stands(panel: DevicePanel) -> None:
    def cards() -> set[str]:
        shown = (one for one in panel.findChildren(QWidget) if one.isVisible())
        return {name for one in shown if (name := one.objectName()).startswith("card_")}

    every = cards()
    write(panel, "deviceFilter", "BLUETOOTH")
    assert cards() == {"card_switches"}
    assert part(panel, "card_switches").y() < 20, "it moves up"
    write(panel, "deviceFilter", "nothing like it")
    assert cards() == set()
    assert panel.is_empty
    QTest.keyClick(part(panel, "deviceFilter"), Qt.Key.Key_Escape)
    assert cards() == every
    assert len(every) == 11


# -- the screen, switches, network, looks, identity


@pytest.mark.parametrize("form", list(Form))
def test_another_phone_is_chosen(panel: DevicePanel, devices: Devices, form: Form) -> None:
    click(panel, f"deviceForm_{form.value}")
    assert devices.display.form is form
    assert checked(panel, f"deviceForm_{form.value}")


def test_the_phone_is_turned(panel: DevicePanel, devices: Devices) -> None:
    click(panel, "deviceHold_landscape")
    assert devices.display.turned
    click(panel, "screenDelivered")
    assert not devices.display.turned
    assert checked(panel, "deviceHold_portrait")


@pytest.mark.parametrize("switch", list(Switch))
def test_a_switch_is_turned_here_and_elsewhere(
    panel: DevicePanel, devices: Devices, switch: Switch
) -> None:
    name, before = f"deviceSwitch_{switch.name.lower()}", devices.switches.is_on(switch)
    click(panel, name)
    assert devices.switches.is_on(switch) is not before
    assert checked(panel, name) is not before
    devices.switches.turn(switch, before)
    assert checked(panel, name) is before
    click(panel, name)
    click(panel, "switchesDelivered")
    assert devices.switches.is_on(switch) is (switch is not Switch.BLUETOOTH)


def test_the_network_is_chosen_by_kind_and_by_speed(panel: DevicePanel, devices: Devices) -> None:
    click(panel, "networkPreset_THREE_G")
    assert devices.conditions.preset is Preset.THREE_G
    assert checked(panel, "networkKind_THREE_G")
    click(panel, "networkKind_NONE")
    assert devices.conditions.present.connection is Connection.NONE
    click(panel, "networkDelivered")
    assert devices.conditions.preset is Preset.ONLINE


def test_delay_and_rate_are_typed(panel: DevicePanel, devices: Devices) -> None:
    click(panel, "networkPreset_THREE_G")
    for name, text in (("deviceLatency", "75"), ("deviceRate", "")):
        field = part(panel, name)
        assert isinstance(field, QLineEdit)
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert devices.conditions.present == Conditions(Connection.THREE_G, 75, 0)
    assert not checked(panel, "networkPreset_THREE_G")


def test_theme_and_size_of_letters_are_chosen(
    panel: DevicePanel, devices: Devices, appearance: Appearance
) -> None:
    click(panel, "deviceTheme_DARK")
    assert appearance.theme_choice is ThemeChoice.DARK
    click(panel, "deviceFont_20")
    assert devices.identity.identity.font_size == 20
    assert checked(panel, "deviceFont_20")


def test_the_phone_says_it_is_another(panel: DevicePanel, devices: Devices) -> None:
    click(panel, "devicePlatform_android")
    assert devices.identity.identity.platform is Platform.ANDROID
    assert reads(panel, "deviceBrand") == "Xiaomi"
    write(panel, "deviceModel", "  My  phone ")
    assert devices.identity.identity.maker(Form.STANDARD).model == "My phone"
    click(panel, "identityDelivered")
    assert reads(panel, "deviceBrand") == "iPhone"


def test_a_version_that_is_none_is_told_and_marked(
    panel: DevicePanel, devices: Devices, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.problem_found) as told:
        write(panel, "deviceSdk", "3.x")
    assert "3.x" in str(told.args[0])
    assert part(panel, "deviceSdkField").property("wrong")
    assert devices.identity.identity.sdk_version == "3.8.12"


# -- motion, battery, owner, album


def test_the_drawn_phone_is_turned_by_mouse_wheel_and_keys(
    panel: DevicePanel, devices: Devices, preferences: Preferences
) -> None:
    phone = part(panel, "drawnPhone")
    assert isinstance(phone, DrawnPhone)
    middle = phone.rect().center()
    QTest.mousePress(phone, LEFT, pos=middle)
    QTest.mouseMove(phone, middle + QPoint(30, -50))
    QApplication.processEvents()
    QTest.mouseRelease(phone, LEFT, pos=middle + QPoint(30, -50))
    held = devices.motion.attitude
    assert (round(held.beta), round(held.gamma)) == (30, 18)
    assert preferences.get("motion") == [held.alpha, held.beta, held.gamma]
    wheel(phone, 120)
    assert devices.motion.attitude.alpha == 5
    assert "355°" in reads(panel, "motionFacts")
    QTest.keyClick(phone, Qt.Key.Key_Up)
    assert round(devices.motion.attitude.beta) == 35
    click(panel, "motionHeld_upright")
    assert devices.motion.attitude == UPRIGHT
    click(panel, "motionDelivered")
    assert devices.motion.attitude == FLAT


def test_the_battery_is_set(panel: DevicePanel, devices: Devices) -> None:
    slider = part(panel, "batteryLevel")
    assert isinstance(slider, LevelSlider)
    QTest.mouseClick(slider, LEFT, pos=QPoint(2, 10))
    assert devices.battery.charge.level == 1
    click(panel, "batteryCharging")
    click(panel, "batteryLowPower")
    assert devices.battery.charge == Charge(1, charging=True, low_power=True)
    click(panel, "batteryDelivered")
    assert devices.battery.charge == Charge()
    assert slider.value() == 90


def test_the_owner_is_written(panel: DevicePanel, devices: Devices) -> None:
    write(panel, "owner_nickname", " Ada  L ")
    write(panel, "owner_city", "London")
    click(panel, "ownerGender_2")
    profile = devices.profile.profile
    assert (profile.nickname, profile.city, profile.gender) == ("Ada L", "London", 2)
    write(panel, "owner_phone_number", "13900139000")
    assert devices.profile.profile.phone_number == "13900139000"


@pytest.mark.parametrize("key", ["nickname", "phone_number"])
def test_the_owner_always_has_a_name_and_a_number(
    panel: DevicePanel, devices: Devices, key: str
) -> None:
    before = devices.profile.profile
    write(panel, f"owner_{key}", " ")
    assert devices.profile.profile == before


def drop(card: AlbumCard, *files: Path) -> None:
    told = QMimeData()
    told.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(20, 20), Qt.DropAction.CopyAction, told, LEFT, Qt.KeyboardModifier.NoModifier
    )
    card.dropEvent(event)


def test_pictures_are_dropped_on_the_album_and_deleted_from_it(
    panel: DevicePanel, devices: Devices, tmp_path: Path, qtbot: QtBot
) -> None:
    card = part(panel, "card_album")
    assert isinstance(card, AlbumCard)
    (one,) = devices.album.pictures()
    drop(card, one, one)
    assert len(devices.album.pictures()) == 3
    assert part(panel, "album_2").isVisible()
    QTest.keyClick(part(panel, "album_0"), Qt.Key.Key_Delete)
    assert len(devices.album.pictures()) == 2
    text = tmp_path / "a.txt"
    text.write_text("no picture")
    with qtbot.waitSignal(panel.problem_found) as told:
        drop(card, text)
    assert "a.txt" in str(told.args[0])


# -- starts


def test_the_program_shown_is_started_in_a_kept_way_in_another_and_again(
    panel: DevicePanel, told: Told
) -> None:
    assert (
        reads(panel, "startNowFacts")
        == "Nearby · First page · 1047 Scanned mini program code · Trial"
    )
    kept = Start("pages/a", name="From a friend", again=True)
    told.starts.keep(kept)
    click(panel, "keptStart_0")
    click(panel, "startAsk")
    click(panel, "startAgain")
    assert told.wishes == [("wx1", kept), "ask wx1", "restart wx1"]


def test_without_a_program_nothing_can_be_started(panel: DevicePanel, told: Told) -> None:
    told.starts.keep(Start("pages/a", name="x", again=True))
    told.program = None
    panel.follow()
    assert "Open a program" in reads(panel, "startNowFacts")
    assert not part(panel, "startAsk").isEnabled()
    assert not part(panel, "startAgain").isEnabled()


# -- the panel as a whole


def test_a_panel_that_is_not_seen_watches_nothing_and_shows_how_things_are_when_it_is(
    panel: DevicePanel, devices: Devices
) -> None:
    panel.hide()
    devices.battery.set(Charge(42))
    assert part(panel, "batteryLevel").property("value") == 90
    panel.show()
    assert part(panel, "batteryLevel").property("value") == 42


def test_what_the_disk_refuses_is_told_and_not_shown_as_done(
    qtbot: QtBot, tmp_path: Path, texts: Texts
) -> None:
    full = FullDisk(tmp_path / "p.json")
    sources = Told(Starts(tmp_path)).sources
    panel = DevicePanel(devices_over(full, tmp_path), Appearance(full), sources, texts)
    qtbot.addWidget(panel)
    panel.show()
    with qtbot.waitSignal(panel.problem_found) as told:
        click(panel, "deviceSwitch_camera")
    assert isinstance(told.args[0], ToldError)
    assert checked(panel, "deviceSwitch_camera")


@pytest.mark.parametrize(("width", "columns"), [(480, 1), (820, 2), (1210, 3)])
def test_the_cards_stand_in_as_many_columns_as_fit(
    panel: DevicePanel, width: int, columns: int
) -> None:
    panel.resize(width, 800)
    QApplication.processEvents()
    cards = [part(panel, f"card_{name}") for name in ("place", "screen", "album", "motion")]
    cards += [part(panel, f"card_{name}") for name in ("battery", "looks", "owner", "network")]
    assert len({card.x() for card in cards}) == columns
    assert all(card.geometry().right() < width for card in cards)
