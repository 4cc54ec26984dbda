"""A program in a real page whose network gets slow, goes away and comes back."""

from pytestqt.qtbot import QtBot

from miniapp_host.devices.conditions import Preset
from miniapp_host.devices.network import Purpose
from miniapp_host.devices.traffic import Outcome
from miniapp_host.phone.phone import Phone
from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, wait_notes
from tests.web_server import serving

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'


def test_a_program_hears_how_its_network_changes(phone: Phone, run_program: OpenProgram) -> None:
    script = """
    wx.onNetworkStatusChange(({ isConnected, networkType }) => note('now', isConnected, networkType))
    wx.onNetworkWeakChange(({ weakNet, networkType }) => note('weak', weakNet, networkType))
    Page({})"""
    page = run_program({"index.wxml": "<view/>", "index.js": f"{NOTE}{script}"})
    for preset in (Preset.TWO_G, Preset.OFFLINE, Preset.ONLINE):
        phone.programs.devices.conditions.set(preset.value)
    assert wait_notes(page, 5) == [
        ["now", True, "2g"],
        ["weak", True, "2g"],
        ["now", False, "none"],
        ["now", True, "wifi"],
        ["weak", False, "wifi"],
    ]


def test_offline_requests_and_pictures_fail_and_are_logged(
    qtbot: QtBot, phone: Phone, run_program: OpenProgram
) -> None:
    with serving({"/a.png": PICTURE}) as web:
        script = f"""
        Page({{
          failed() {{ note('picture') }},
          onReady() {{ wx.request({{ url: '{web.url}/', fail: ({{ errMsg, errno }}) => note(errMsg, errno) }}) }}
        }})"""
        phone.programs.devices.conditions.set(Preset.OFFLINE.value)
        page = run_program(
            {
                "index.wxml": f'<image src="{web.url}/a.png" binderror="failed"/>',
                "index.js": f"{NOTE}{script}",
            }
        )
        gone = "request:fail errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED"
        assert sorted(wait_notes(page, 2)) == [["picture"], [gone, 600001]]
        assert web.asked == []
    log = phone.programs.devices.traffic
    assert {one.outcome for one in log} == {Outcome.FAILED}
    assert {one.purpose for one in log} == {Purpose.REQUEST, Purpose.SHOWN}
    assert {one.program for one in log} == {page.program.id}


def test_a_slow_network_is_slow_for_pictures_of_the_page_too(
    phone: Phone, run_program: OpenProgram
) -> None:
    with serving({"/a.png": PICTURE}) as web:
        script = """
        Page({ onLoad() { this.began = Date.now() }, shown() { note(Date.now() - this.began >= 350) } })"""
        phone.programs.devices.conditions.set(Preset.THREE_G.value)
        page = run_program(
            {
                "index.wxml": f'<image src="{web.url}/a.png" bindload="shown" binderror="shown"/>',
                "index.js": f"{NOTE}{script}",
            }
        )
        assert wait_notes(page, 1) == [[True]]
        # Qt asks a server again that closed the connection before all of its answer was read.
        assert set(web.asked) == {"/a.png"}
    assert [one.url for one in phone.programs.devices.traffic] == [f"{web.url}/a.png"]
