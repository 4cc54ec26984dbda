"""The person turns the phone, charges it, saves power: programs hear of it as on a phone."""

import pytest

from miniapp_host.devices.battery import Charge
from miniapp_host.devices.motion import Attitude
from miniapp_host.testing.miniapp import MiniApp
from tests.stories.asking_program import asking_program, heard, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import Person

ROUND = "const round = (n) => Math.round(n * 100) / 100 || 0"
CALLS = {
    "accelerometer": f"{ROUND}; wx.onAccelerometerChange(({{x, y, z}}) =>"
    " latest(`${round(x)} ${round(y)} ${round(z)}`))",
    "compass": f"{ROUND}; wx.onCompassChange(({{direction, accuracy}}) =>"
    " latest(`${round(direction)} ${accuracy}`))",
    "motion": f"{ROUND}; wx.onDeviceMotionChange(({{alpha, beta, gamma}}) =>"
    " latest(`${round(alpha)} ${round(beta)} ${round(gamma)}`));"
    " wx.startDeviceMotionListening({ interval: 'game', ...told })",
    "gyroscope": "wx.onGyroscopeChange(({x, y, z}) => { if (x || y || z)"
    " latest(`turned ${Math.sign(x)} ${Math.sign(y)} ${Math.sign(z)}`) });"
    " wx.startGyroscope({ interval: 'game', ...told })",
    "stop": "wx.stopAccelerometer(told)",
    "silent": "wx.offAccelerometerChange()",
}
LATEST = """
let last
const latest = (line) => { if (line !== last) say(last = line) }
"""


def sensing(files: dict[str, str]) -> dict[str, str]:
    return {**files, "index.js": files["index.js"].replace("Page({", f"{LATEST}\nPage({{", 1)}


@pytest.fixture
def page(run_program: OpenProgram) -> MiniApp:
    return run_program(sensing(asking_program(CALLS)))


def hold(person: Person, *angles: float) -> None:
    person.phone.programs.devices.motion.turn(Attitude(*angles))


@pytest.mark.parametrize(
    ("button", "angles", "readings"),
    [
        ("accelerometer", (0, 90, 0), ["0 0 -1", "0 -1 0"]),
        ("compass", (270, 0, 0), ["0 0", "90 0"]),
        ("motion", (90, 45, -30), ["startDeviceMotionListening:ok", "0 0 0", "1.57 0.79 -0.52"]),
    ],
)
def test_a_sensor_reads_how_the_phone_is_held(
    page: MiniApp,
    person: Person,
    button: str,
    angles: tuple[float, float, float],
    readings: list[str],
) -> None:
    person.miniapp.tap(f"#{button}")
    wait_heard(page, *readings[:-1])
    hold(person, *angles)
    wait_heard(page, *readings)


def test_a_gyroscope_reads_while_the_phone_is_turned(page: MiniApp, person: Person) -> None:
    person.miniapp.tap("#gyroscope")
    wait_heard(page, "startGyroscope:ok")
    hold(person, 20, 0, 0)
    wait_heard(page, "startGyroscope:ok", "turned 0 0 1")


def test_a_stopped_sensor_is_still_and_one_in_the_background_rests(
    page: MiniApp, person: Person
) -> None:
    person.miniapp.tap("#accelerometer")
    wait_heard(page, "0 0 -1")
    person.clicks("homeIndicator")
    person.waits_for("launcher")
    hold(person, 0, 90, 0)
    hold(person, 0, 180, 0)
    person.phone.open(page.program.id)
    wait_heard(page, "0 0 -1", "0 0 1")
    person.miniapp.tap("#stop")
    wait_heard(page, "0 0 -1", "0 0 1", "stopAccelerometer:ok")
    hold(person, 0, 0, 0)
    person.miniapp.tap("#motion")
    person.wait(lambda: len(heard(page)) > 4, "another sensor reads")
    assert "0 0 -1" not in heard(page)[3:]


def test_saving_power_is_an_event_and_charging_is_none(
    run_program: OpenProgram, person: Person
) -> None:
    battery = person.phone.programs.devices.battery
    listen = "wx.onBatteryInfoChange((told) => say(JSON.stringify(told)))"
    ask = "const { level, isCharging } = wx.getBatteryInfoSync(); say(`${level} ${isCharging}`)"
    page = run_program(asking_program({"ask": ask}, on_load=listen))
    battery.set(Charge(20, charging=True))
    battery.set(Charge(20, charging=True, low_power=True))
    battery.set(Charge(21, charging=True, low_power=True))
    wait_heard(page, '{"isLowPowerModeEnabled":true}')
    person.miniapp.tap("#ask")
    wait_heard(page, '{"isLowPowerModeEnabled":true}', "21 true")
