"""The device panel beside a running program: what the person changes there, the program hears."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.shell.settings.appearance import ThemeChoice
from miniapp_host.testing.miniapp import MiniApp
from tests.stories.asking_program import asking_program, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import Person

LISTEN = """
wx.onNetworkStatusChange(({ isConnected, networkType }) => say(`network ${isConnected} ${networkType}`))
wx.onThemeChange(({ theme }) => say(`theme ${theme}`))
wx.onBatteryInfoChange(({ isLowPowerModeEnabled }) => say(`saving ${isLowPowerModeEnabled}`))
wx.onWindowResize(({ size }) => say(`width ${size.windowWidth}`))
wx.onCompassChange(({ direction }) => direction && say(`heading ${direction}`) && wx.stopCompass())
"""
FOLLOW = """wx.onLocationChange(({ latitude }) => latitude === 48.5 && say('moved') && wx.stopLocationUpdate())
wx.startLocationUpdate({ type: 'wgs84' })"""
FACTS = """{
  const { platform, SDKVersion, fontSizeSetting, cameraAuthorized } = wx.getSystemInfoSync()
  say([platform, SDKVersion, fontSizeSetting, cameraAuthorized, wx.getBatteryInfoSync().isCharging].join(' '))
}"""


@pytest.fixture
def page(run_program: OpenProgram, person: Person) -> MiniApp:
    person.phone.appearance.choose_theme(ThemeChoice.LIGHT)
    files = asking_program({"facts": FACTS, "follow": FOLLOW}, on_load=LISTEN)
    opened = run_program(files)
    person.phone.tools.workbench.show_panel("device")
    person.waits_for("panel_device")
    return opened


def inside(person: Person, name: str) -> QWidget:
    """A part of the panel, scrolled into view or not."""
    panel = person.find("panel_device")
    (found,) = [one for one in panel.findChildren(QWidget, name) if not one.isHidden()]
    return found


def presses(person: Person, name: str) -> None:
    QTest.mouseClick(inside(person, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("button", "heard"),
    [
        ("networkKind_NONE", "network false none"),
        ("networkPreset_THREE_G", "network true 3g"),
        ("deviceTheme_DARK", "theme dark"),
        ("batteryLowPower", "saving true"),
        ("deviceForm_large", "width 430"),
    ],
)
def test_a_press_in_the_panel_is_an_event_in_the_program(
    page: MiniApp, person: Person, button: str, heard: str
) -> None:
    presses(person, button)
    wait_heard(page, heard)


def test_another_language_is_another_panel_and_no_change_of_the_theme(
    page: MiniApp, person: Person
) -> None:
    presses(person, "deviceLanguage_ZH")
    person.wait(lambda: "电池" in person.words("panel_device"), "the panel in Chinese")
    presses(person, "deviceTheme_LIGHT")
    presses(person, "batteryLowPower")
    wait_heard(page, "saving true")


def test_the_phone_that_is_turned_there_turns_the_programs_compass(
    page: MiniApp, person: Person
) -> None:
    phone = inside(person, "drawnPhone")
    QTest.keyClick(phone, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    wait_heard(page, "heading 5")


def test_a_place_that_is_written_there_reaches_who_follows(page: MiniApp, person: Person) -> None:
    subject = page.program.subject
    person.phone.store.decide(subject, "scope.userLocation", Decision.GRANTED, Actor.COMMAND)
    person.miniapp.tap("#follow")
    line = inside(person, "deviceLatitude")
    assert isinstance(line, QLineEdit)
    line.setText("48.5")
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_heard(page, "moved")


def test_what_the_phone_says_of_itself_is_what_the_panel_says(
    page: MiniApp, person: Person
) -> None:
    for button in (
        "devicePlatform_android",
        "deviceFont_20",
        "deviceSwitch_camera",
        "batteryCharging",
    ):
        presses(person, button)
    person.miniapp.tap("#facts")
    wait_heard(page, "android 3.8.12 20 false true")


def test_the_phone_keeps_its_size_beside_the_panel_and_changes_it_from_there(
    page: MiniApp, person: Person
) -> None:
    glass = person.phone.window.screen_widget
    presses(person, "deviceForm_small")
    person.wait(lambda: glass.width() == 375, "a small phone beside the inspector")
    assert person.sees("inspector")
    wait_heard(page, "width 375")
