"""What is switched off on the phone itself no program gets, whatever it was allowed."""

import pytest

from miniapp_host.devices.switches import Switch
from tests.stories.asking_program import SETTINGS, asking_program, heard, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PROMPT, Person

PICTURE = {"picture.png": ""}
CALLS = {
    "locate": "wx.getLocation(told)",
    "roughly": "wx.getFuzzyLocation(told)",
    "choose": "wx.chooseLocation(told)",
    "save": "wx.saveImageToPhotosAlbum({ filePath: '/app.json', ...told })",
    "ask": "wx.authorize({ scope: 'scope.userLocation', ...told })",
    "follow": """
      wx.onLocationChangeError(({ errCode }) => say(`error ${errCode}`))
      wx.startLocationUpdate(told)""",
    "settings": SETTINGS,
    "phone": "wx.openAppAuthorizeSetting(told)",
    "radio": "wx.openSystemBluetoothSetting({ success: told.success })",
    "facts": """
      const { locationAuthorized, albumAuthorized } = wx.getAppAuthorizeSetting()
      say(`${locationAuthorized} ${albumAuthorized} ${wx.getSystemSetting().bluetoothEnabled}`)""",
}
SWITCHES = "switchesPage"
OFF = "fail system permission denied 3"


@pytest.mark.parametrize(
    ("switch", "button", "call"),
    [
        (Switch.LOCATION, "locate", "getLocation"),
        (Switch.LOCATION, "roughly", "getFuzzyLocation"),
        (Switch.LOCATION, "choose", "chooseLocation"),
        (Switch.ALBUM, "save", "saveImageToPhotosAlbum"),
    ],
)
def test_a_switched_off_device_fails_unasked_and_leaves_the_scope_undecided(
    run_program: OpenProgram, person: Person, switch: Switch, button: str, call: str
) -> None:
    person.phone.programs.devices.switches.turn(switch, False)
    page = run_program(asking_program(CALLS))
    person.miniapp.tap(f"#{button}")
    wait_heard(page, f"{call}:{OFF}")
    assert not person.sees(PROMPT)
    person.miniapp.tap("#settings")
    wait_heard(page, f"{call}:{OFF}", "{}")


def test_a_granted_scope_stays_granted_and_works_when_the_phone_allows_it_again(
    run_program: OpenProgram, person: Person
) -> None:
    switches = person.phone.programs.devices.switches
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, "getLocation:ok")
    switches.turn(Switch.LOCATION, False)
    person.miniapp.tap("#locate")
    wait_heard(page, "getLocation:ok", f"getLocation:{OFF}")
    person.miniapp.tap("#ask")
    wait_heard(page, *heard(page)[:2], "authorize:ok")
    switches.turn(Switch.LOCATION, True)
    person.miniapp.tap("#locate")
    wait_heard(page, *heard(page)[:3], "getLocation:ok")
    assert not person.sees(PROMPT)


def test_switching_off_while_the_prompt_is_open_keeps_the_answer_but_not_the_place(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    person.phone.programs.devices.switches.turn(Switch.LOCATION, False)
    person.prompt.allow()
    wait_heard(page, f"getLocation:{OFF}")
    person.miniapp.tap("#settings")
    wait_heard(page, f"getLocation:{OFF}", '{"scope.userLocation":true}')


def test_switching_off_ends_running_location_updates(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#follow")
    person.prompt.allow()
    wait_heard(page, "startLocationUpdate:ok")
    person.phone.programs.devices.switches.turn(Switch.LOCATION, False)
    wait_heard(page, "startLocationUpdate:ok", "error 3")


def test_the_person_switches_it_off_in_the_phones_own_settings(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.home()
    person.clicks("hostSettings")
    person.clicks("hostSwitch_location")
    person.clicks("back")
    assert not person.phone.programs.devices.switches.location
    person.phone.open(page.program.id)
    person.miniapp.tap("#locate")
    wait_heard(page, f"getLocation:{OFF}")


def test_a_program_opens_the_phones_own_switches_and_hears_when_the_person_is_back(
    run_program: OpenProgram, person: Person
) -> None:
    switches = person.phone.programs.devices.switches
    switches.turn(Switch.LOCATION, False)
    shown = asking_program(
        CALLS, app="App({ onShow() { say('shown') }, onHide() { say('hidden') } })"
    )
    page = run_program(shown)
    person.miniapp.tap("#locate")
    wait_heard(page, "shown", f"getLocation:{OFF}")
    person.miniapp.tap("#phone")
    person.waits_for(SWITCHES)
    person.clicks("hostSwitch_location")
    person.wait(lambda: switches.location, "the location switched on")
    person.clicks("hostSwitch_album")
    person.clicks("back")
    person.waits_until_gone(SWITCHES)
    away = ("shown", f"getLocation:{OFF}", "hidden", "shown")
    wait_heard(page, *away, "openAppAuthorizeSetting:ok")
    person.miniapp.tap("#facts")
    person.miniapp.tap("#locate")
    person.prompt.allow()
    page.wait(lambda: heard(page)[-2:] == ["authorized denied false", "getLocation:ok"], "all")


def test_a_program_opens_the_bluetooth_switch_alone(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#radio")
    person.waits_for(SWITCHES)
    assert not person.sees("hostSwitch_location")
    person.clicks("hostSwitch_bluetooth")
    person.clicks("back")
    wait_heard(page, "openSystemBluetoothSetting:ok")
    person.miniapp.tap("#facts")
    wait_heard(page, "openSystemBluetoothSetting:ok", "authorized authorized true")
