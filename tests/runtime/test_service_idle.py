"""Names that programs call for nothing: they succeed quietly, and what is idle is called back."""

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, noted

VIEW = {"index.wxml": "<view>hello</view>"}


def test_an_idle_callback_comes_later_with_the_time_that_is_left(run_program: OpenProgram) -> None:
    page = run_program(
        VIEW
        | {
            "index.js": NOTE
            + """const id = wx.requestIdleCallback(({ didTimeout, timeRemaining }) =>
              note('idle', typeof id, didTimeout, timeRemaining() > 0 && timeRemaining() <= 50), { timeout: 3000 })
            note('turn')
            const late = wx.requestIdleCallback((deadline) => note('late', deadline.didTimeout, deadline.timeRemaining()), { timeout: 1 })
            for (const begun = Date.now(); Date.now() - begun < 20;);
            const never = wx.requestIdleCallback(() => note('never'))
            wx.cancelIdleCallback(never)
            wx.requestIdleCallback(() => note('last'), null)
            Page({})"""
        }
    )
    page.wait(lambda: noted(page, "last") == [], "the last callback")
    assert noted(page, "idle") == ["number", False, True]
    assert noted(page, "late") == [True, 0]
    assert not any("never" in line for line in page.log_lines())


def test_an_idle_callback_that_raises_is_the_programs_error(run_program: OpenProgram) -> None:
    page = run_program(
        VIEW | {"index.js": "wx.requestIdleCallback(() => { throw new Error('lazy') }); Page({})"}
    )
    assert "lazy" in page.wait_log("lazy").text


def test_reports_are_taken_and_nothing_is_said(run_program: OpenProgram) -> None:
    page = run_program(
        VIEW
        | {
            "index.js": NOTE
            + """note('given', wx.reportEvent('x', { a: 1 }), wx.reportMonitor('1', 1), wx.reportAnalytics('y', {}),
              wx.reportPerformance(1101, 680, 'custom'))
            const names = ['reportEvent', 'reportMonitor', 'reportAnalytics', 'reportPerformance', 'requestIdleCallback',
              'cancelIdleCallback', 'getVideoInfo', 'compressVideo', 'getSelectedTextRange', 'saveFileToDisk',
              'setWindowSize', 'chooseContact', 'getShareInfo']
            note('can', names.every((name) => wx.canIUse(name)))
            Page({})"""
        }
    )
    assert noted(page, "given") == [None] * 4
    assert noted(page, "can") == [True]
    assert not [line for line in page.log_lines() if "not supported" in line]
