"""What this phone does not have: programs hear it in WeChat's words, and live on."""

import pytest

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.notes import NOTE, noted, notes, wait_notes


def run(run_program: OpenProgram, script: str) -> PageDriver:
    return run_program({"index.wxml": "<view/>", "index.js": f"{NOTE}{script}\nPage({{}})"})


@pytest.mark.parametrize("made", ["createRewardedVideoAd", "createInterstitialAd"])
def test_there_is_no_advertisement_for_anybody(run_program: OpenProgram, made: str) -> None:
    page = run(
        run_program,
        f"""const ad = wx.{made}({{ adUnitId: 'adunit-1' }})
        ad.onLoad(() => note('loaded')); ad.onClose(() => note('closed'))
        ad.onError(({{ errCode }}) => note('error', errCode))
        setTimeout(() => {{
          ad.offError()
          ad.load().catch(({{ errCode }}) => note('load', errCode))
          ad.show()
          ad.show().then(() => note('shown'), ({{ errCode }}) => {{ note('show', errCode); ad.destroy(); note('end') }})
        }}, 20)""",
    )
    noted(page, "end")
    assert sorted(notes(page)) == [["end"], ["error", 1004], ["load", 1004], ["show", 1004]]
    assert page.errors() == []


def test_a_unit_has_one_rewarded_advertisement(run_program: OpenProgram) -> None:
    page = run(
        run_program,
        """const make = (options) => wx.createRewardedVideoAd(options)
        note('same', make({ adUnitId: 'a' }) === make({ adUnitId: 'a' }), make({ adUnitId: 'a' }) === make({ adUnitId: 'b' }))
        note('multiton', make({ adUnitId: 'a' }) === make({ adUnitId: 'a', multiton: true }))""",
    )
    assert noted(page, "same") == [True, False]
    assert noted(page, "multiton") == [False]


def test_missing_hardware_fails_with_its_number(run_program: OpenProgram) -> None:
    page = run(
        run_program,
        """for (const name of ['startWifi', 'getConnectedWifi', 'getHCEState', 'startSoterAuthentication', 'startBeaconDiscovery'])
          wx[name]({ fail: ({ errMsg, errCode }) => note(errMsg, errCode) })""",
    )
    assert wait_notes(page, 5) == [
        ["startWifi:fail system not support", 12001],
        ["getConnectedWifi:fail not init", 12000],
        ["getHCEState:fail this phone has no NFC", 13000],
        ["startSoterAuthentication:fail this phone has no SOTER", 90001],
        ["startBeaconDiscovery:fail unsupport", 11000],
    ]


def test_plain_facts_are_told(run_program: OpenProgram) -> None:
    page = run(
        run_program,
        """wx.checkIsSupportSoterAuthentication().then(({ supportMode, errMsg }) => note(supportMode, errMsg))
        wx.checkIsAddedToMyMiniProgram({ success: ({ added }) => note(added) })
        const performance = wx.getPerformance()
        performance.createObserver(() => {}).observe({ entryTypes: ['render'] })
        note(performance.getEntries(), wx.getExptInfoSync(['color']), wx.getExtConfigSync())""",
    )
    found = sorted(wait_notes(page, 3), key=str)
    assert found == [[False], [[], "checkIsSupportSoterAuthentication:ok"], [[], {}, {}]]


def test_the_phone_lies_still_on_a_table(run_program: OpenProgram) -> None:
    page = run(
        run_program,
        """let left = 3
        wx.onAccelerometerChange((reading) => {
          note('reading', reading)
          if (--left === 0) wx.stopAccelerometer({ success: () => setTimeout(() => note('quiet', left), 100) })
        })
        wx.onGyroscopeChange(() => note('never started'))
        wx.onDeviceMotionChange(() => note('never started'))
        wx.startAccelerometer({ interval: 'game' })""",
    )
    assert noted(page, "quiet") == [0]
    assert notes(page)[:3] == [["reading", {"x": 0, "y": 0, "z": -1}]] * 3


def test_random_bytes_are_as_many_as_asked_for(run_program: OpenProgram) -> None:
    page = run(
        run_program,
        """wx.getRandomValues({ length: 70000, success: ({ randomValues }) => note('many', randomValues.byteLength, new Set(new Uint8Array(randomValues)).size) })
        wx.getUserCryptoManager().getRandomValues({ length: 4 }).then(({ randomValues }) => note('few', randomValues.byteLength))
        wx.getRandomValues({ length: -1, fail: ({ errno }) => note('none', errno) })""",
    )
    assert noted(page, "many") == [70000, 256]
    assert noted(page, "few") == [4]
    assert noted(page, "none") == [1001]


def test_a_buffer_gets_an_address_that_a_picture_can_show(run_program: OpenProgram) -> None:
    one_pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    page = run_program(
        {
            "index.wxml": '<image src="{{url}}" bindload="came"/>',
            "index.js": NOTE
            + f"""Page({{ data: {{ url: wx.createBufferURL(wx.base64ToArrayBuffer('{one_pixel}')) }},
              came({{ detail }}) {{ note('came', detail.width); wx.revokeBufferURL(this.data.url) }} }})""",
        }
    )
    assert noted(page, "came") == [1]
