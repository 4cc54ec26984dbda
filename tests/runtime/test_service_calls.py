"""How wx functions are called and answer, whoever answers them."""

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, noted, notes, wait_notes

VIEW = {"index.wxml": "<view/>"}


def test_callbacks_and_promises_exclude_each_other(run_program: OpenProgram) -> None:
    page = run_program(
        VIEW
        | {
            "index.js": NOTE
            + """const isPromise = (value) => value instanceof Promise
            note('none', isPromise(wx.getSetting()), isPromise(wx.getSetting({})), isPromise(wx.getSetting({ success: undefined })))
            note('some', wx.getSetting({ success() {} }) === undefined, wx.getSetting({ complete() {} }) === undefined)
            note('never', wx.getPrivacySetting({}) === undefined, wx.getFuzzyLocation() === undefined)
            note('wrong', isPromise(wx.getSetting('writePhotosAlbum')), isPromise(wx.openSetting('x').catch(() => {})),
              isPromise(wx.authorize(7).catch(() => {})), isPromise(wx.getSetting(null)))
            Page({})"""
        }
    )
    assert noted(page, "none") == [True, True, True]
    assert noted(page, "some") == [True, True]
    assert noted(page, "never") == [True, True]
    assert noted(page, "wrong") == [True, True, True, True]


def test_callbacks_come_later_once_and_complete_last_with_the_same_object(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        VIEW
        | {
            "index.js": NOTE
            + """let first
            wx.setClipboardData({ data: 'x', success(result) { first = result; note('success', result) },
              fail() { note('fail') }, complete(result) { note('complete', result === first) } })
            wx.getStorage({ key: 'none', success() { note('no') }, fail(result) { first = result; note('failed', result.errMsg); throw new Error('in fail') },
              complete(result) { note('after fail', result === first) } })
            note('now')
            Page({})"""
        }
    )
    assert wait_notes(page, 5) == [
        ["now"],
        ["success", {"errMsg": "setClipboardData:ok"}],
        ["complete", True],
        ["failed", "getStorage:fail data not found"],
        ["after fail", True],
    ]
    entry = page.wait_log("in fail")
    assert (entry.file, entry.line) == ("pages/index/index.js", 5)


def test_the_wx_object_can_be_spread_wrapped_and_replaced(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "app.js": NOTE
            + """const old = wx
            wx = { ...wx, getSetting: (options) => { note('wrapped'); return old.getSetting(options) } }
            const { getStorageSync, setStorageSync, canIUse } = wx
            setStorageSync('key', { deep: [1, '二'] })
            note('free', getStorageSync('key'), getStorageSync('other'), canIUse('getSetting'))
            note('own', Object.keys(wx).includes('getLocation'), Object.keys(old).length > 400)
            App({})""",
            "index.wxml": "<view/>",
            "index.js": NOTE
            + "wx['getSetting']({ success: ({ authSetting }) => note('setting', authSetting) })\nwx.own = 1\nnote('kept', wx.own)\nPage({})",
        }
    )
    assert noted(page, "free") == [{"deep": [1, "二"]}, "", True]
    assert noted(page, "own") == [True, True]
    assert noted(page, "kept") == [1]
    assert noted(page, "setting") == [{}]
    assert ["wrapped"] in notes(page)


def test_what_is_not_supported_exists_fails_and_is_told_once(run_program: OpenProgram) -> None:
    page = run_program(
        VIEW
        | {
            "index.js": NOTE
            + """const say = (name) => (result) => note(name, result)
            wx.addCard({ fail: say('fail'), complete: say('complete') })
            wx.addCard().catch(say('promise'))
            wx.createUDPSocket().bind()
            const pusher = wx.createLivePusherContext()
            pusher.start({ fail: say('context') })
            note('at once', wx.isVKSupport('v1'), wx.getExptInfoSync(['a']), typeof wx.getPerformance().createObserver)
            wx.cloud.init({})
            wx.cloud.database().collection('x').where({ a: 1 }).get().catch(say('cloud'))
            wx.cloud.callFunction({ name: 'f', fail: say('cloud callback') })
            wx.reportEvent('x', {})
            wx.onHCEMessage(() => {}); wx.offHCEMessage()
            note('can', wx.canIUse('addCard'), wx.canIUse('getLocation'), wx.canIUse('button.open-type.getUserInfo'),
              wx.canIUse('button.open-type.none'), wx.canIUse('scroll-view'), wx.canIUse('nothing'))
            Page({})"""
        }
    )
    refused = {"errMsg": "addCard:fail not supported", "errno": 100}
    assert noted(page, "fail") == noted(page, "complete") == noted(page, "promise") == [refused]
    assert noted(page, "context")[0]["errMsg"].endswith(":fail not supported")
    assert noted(page, "at once") == [False, {}, "function"]
    assert "fail not supported" in noted(page, "cloud")[0]["errMsg"]
    assert "fail not supported" in noted(page, "cloud callback")[0]["errMsg"]
    assert noted(page, "can") == [False, True, True, False, True, False]
    told = [entry for entry in page.log() if entry.text == "wx.addCard is not supported"]
    assert [(entry.file, entry.line) for entry in told] == [("pages/index/index.js", 3)]


def test_synchronous_calls_answer_at_once_or_throw(run_program: OpenProgram) -> None:
    page = run_program(
        VIEW
        | {
            "index.js": NOTE
            + """const info = wx.getSystemInfoSync()
            note('info', info.windowWidth > 0, typeof info.SDKVersion)
            wx.setStorageSync('n', 1); wx.removeStorageSync('n')
            note('storage', wx.getStorageSync('n'), wx.getStorageInfoSync().keys)
            try { wx.setStorageSync(undefined, 1) } catch (error) { note('threw', error instanceof Error, error.message === error.errMsg) }
            wx.batchSetStorageSync([{ key: 'a', value: 1 }, { key: 'b', value: [2] }])
            note('batch', wx.batchGetStorageSync(['a', 'b', 'c']))
            wx.batchSetStorage({ fail: ({ errMsg }) => note('no list', errMsg) })
            note('launch', wx.getLaunchOptionsSync().path)
            note('base64', wx.arrayBufferToBase64(new Uint8Array([1, 2, 255]).buffer), [...new Uint8Array(wx.base64ToArrayBuffer('AQL/'))])
            note('env', wx.env.USER_DATA_PATH)
            wx.nextTick(() => note('tick'))
            Page({})"""
        }
    )
    assert noted(page, "info") == [True, "string"]
    assert noted(page, "storage") == ["", []]
    assert noted(page, "threw") == [True, True]
    assert noted(page, "batch") == [[1, [2], ""]]
    assert noted(page, "no list") == [
        "batchSetStorage:fail parameter error: parameter.kvList should be Array instead of Undefined;"
    ]
    assert noted(page, "launch") == ["pages/index/index"]
    assert noted(page, "base64") == ["AQL/", [1, 2, 255]]
    assert noted(page, "env") == ["wxfile://usr"]
    noted(page, "tick")


def test_what_json_has_no_word_for_is_kept_as_it_was(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": NOTE
            + """const odd = { at: new Date(5), never: new Date(NaN), none: undefined, no: NaN, far: -Infinity, own: { '@wx': 'Date', value: '1' } }
            const said = (value) => `${Object.prototype.toString.call(value)} ${value instanceof Date ? value.getTime() : JSON.stringify(value) ?? value} ${Object.is(value, NaN)}`
            for (const [key, value] of Object.entries(odd)) {
              note('set', wx.setStorageSync(key, value) === undefined)
              note(key, said(wx.getStorageSync(key)))
              wx.setStorage({ key: key + 2, data: value, success: () => wx.getStorage({ key: key + 2, success: ({ data }) => note(key + 2, said(data)) }) })
            }
            wx.batchSetStorageSync([{ key: 'many', value: new Date(9) }])
            note('many', said(wx.batchGetStorageSync(['many'])[0]))
            Page({})""",
        }
    )
    said = {
        "at": "[object Date] 5 false",
        "never": "[object Date] NaN false",
        "none": "[object Undefined] undefined false",
        "no": "[object Number] null true",
        "far": "[object Number] null false",
        "own": '[object Object] {"@wx":"Date","value":"1"} false',
    }
    assert noted(page, "set") == [True]
    assert {key: noted(page, key) for key in said} == {key: [text] for key, text in said.items()}
    later = {key: noted(page, f"{key}2") for key in said}
    assert later == {key: [text] for key, text in said.items()}
    assert noted(page, "many") == ["[object Date] 9 false"]


def test_a_promise_nobody_catches_is_told_with_the_line_of_its_call(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        VIEW | {"index.js": "Page({\n  onLoad() {\n    wx.getStorage({ key: 'none' })\n  },\n})"}
    )
    entry = page.wait_log("getStorage:fail data not found")
    assert (entry.file, entry.line) == ("pages/index/index.js", 3)


def test_events_of_the_phone_are_heard_until_they_are_let_go(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "app.js": NOTE
            + "App({ onThemeChange: ({ theme }) => note('app', theme), onShow() { note('show') }, onHide() { note('hide') } })",
            "index.wxml": "<view/>",
            "index.js": NOTE
            + """const hear = ({ theme }) => note('first', theme)
            wx.onThemeChange(hear)
            wx.onThemeChange(({ theme }) => { note('second', theme); wx.offThemeChange(hear) })
            wx.onAppHide(() => note('wx hide'))
            Page({ onHide() { note('page hide') }, onShow() { note('page show') }, onResize({ size }) { note('resize', size) } })""",
        }
    )
    emit = page.program.view.link.emit
    emit("themeChange", {"theme": "dark"})
    emit("themeChange", {"theme": "light"})
    noted(page, "second", "light")
    assert [note for note in notes(page) if note[0] == "first"] == [["first", "dark"]]
    assert ["app", "dark"] in notes(page)
    emit("appHide", {})
    noted(page, "hide")
    assert notes(page)[-3:] == [["page hide"], ["hide"], ["wx hide"]]
    emit("windowResize", {"size": {"windowWidth": 400, "windowHeight": 500}})
    assert noted(page, "resize") == [{"windowWidth": 400, "windowHeight": 500}]
