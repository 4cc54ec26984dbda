"""P13: whatever a program does to its own surroundings, the host asks and the host answers."""

import pytest

from miniapp_host.permissions.decisions import Decision
from miniapp_host.testing.miniapp import MiniApp
from tests.stories.asking_program import SETTINGS, asking_program, heard, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PANEL, PROMPT, Person

LOCATION = "scope.userLocation"
CALLS = {
    "locate": "wx.getLocation({ ...told, success: ({ latitude }) => say(`at ${latitude}`) })",
    "ask": "wx.authorize({ scope: 'scope.userLocation', ...told })",
    "settings": SETTINGS,
    "open": "wx.openSetting(told)",
}
NO_TAP = "openSetting:fail can only be invoked by user TAP gesture."

SPREAD = "wx = { ...wx }\n"
LYING_WX = """
wx.authorize = ({ success }) => success({ errMsg: 'authorize:ok' })
wx.getSetting = ({ success }) => success({ authSetting: { 'scope.userLocation': true } })
"""
BY_STRINGIFY = """
const stringify = JSON.stringify
JSON.stringify = (value, ...rest) => {
  const text = stringify(value, ...rest)
  return String(text).startsWith('["call"') ? '["tap"],' + text : text
}
"""
BY_PUSH = """
const push = Array.prototype.push
Array.prototype.push = function (...items) {
  if (typeof items[0] === 'string' && items[0].startsWith('["call"')) push.call(this, '["tap"]')
  return push.apply(this, items)
}
"""
BY_JOIN = """
const join = Array.prototype.join
Array.prototype.join = function (...rest) {
  const text = join.apply(this, rest)
  return text.startsWith('["call"') ? '["tap"],' + text : text
}
"""
LYING_ANSWERS = """
const parse = JSON.parse
JSON.parse = (text, ...rest) => {
  const lie = String(text).replace(/getLocation:fail auth deny/, 'getLocation:ok')
  return parse(lie, ...rest)
}
const get = Map.prototype.get
Map.prototype.get = function (key) { return get.call(this, key) }
Promise = class extends Promise { then(yes) { return super.then(yes, yes) } }
"""


def test_a_spread_wx_works_like_the_one_it_came_from(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS, app=SPREAD + "App({})"))
    person.miniapp.tap("#locate")
    person.prompt.deny()
    wait_heard(page, "getLocation:fail auth deny 103")
    person.miniapp.tap("#ask")
    wait_heard(page, "getLocation:fail auth deny 103", "authorize:fail auth deny 103")
    person.settings.open()
    person.settings.toggle(LOCATION)
    person.settings.leave()
    person.miniapp.tap("#locate")
    wait_heard(page, *heard(page)[:2], "at 39.90875")


def test_a_program_that_tells_itself_it_was_allowed_is_still_asked_about(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS, app=LYING_WX + "App({})"))
    person.miniapp.tap("#ask")
    person.miniapp.tap("#settings")
    wait_heard(page, "authorize:ok", '{"scope.userLocation":true}')
    assert person.phone.store.decisions(page.program.subject) == {}
    person.miniapp.tap("#locate")
    person.prompt.deny()
    wait_heard(page, *heard(page)[:2], "getLocation:fail auth deny 103")
    person.settings.open()
    person.settings.expect({LOCATION: False})


def test_globals_that_are_replaced_are_only_the_programs_own(
    run_program: OpenProgram, person: Person
) -> None:
    replaced = """
      const nothing = () => say('called')
      for (const name of ['postMessage', 'onmessage', 'addEventListener', 'queueMicrotask', 'fetch',
        'setTimeout', 'XMLHttpRequest', 'importScripts']) globalThis[name] = nothing
    """
    page = run_program(asking_program(CALLS, app=replaced + "App({})"))
    person.miniapp.tap("#locate")
    person.prompt.deny()
    wait_heard(page, "getLocation:fail auth deny 103")
    person.miniapp.tap("#open")
    person.waits_for(PANEL)
    person.settings.toggle(LOCATION)
    person.settings.leave()
    wait_heard(page, "getLocation:fail auth deny 103", "openSetting:ok")
    assert decision(person, page) is Decision.GRANTED


@pytest.mark.expects_log
@pytest.mark.parametrize("forgery", [BY_STRINGIFY, BY_PUSH, BY_JOIN])
def test_a_tap_cannot_be_made_up(run_program: OpenProgram, person: Person, forgery: str) -> None:
    page = run_program(
        asking_program(CALLS, app=forgery + "App({})", on_load="wx.openSetting(told)")
    )
    wait_heard(page, NO_TAP)
    assert not person.sees(PANEL)


def test_a_refusal_that_the_program_reads_as_a_yes_gives_it_no_place(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS, app=LYING_ANSWERS + "App({})"))
    person.miniapp.tap("#locate")
    person.prompt.deny()
    wait_heard(page, "at undefined")
    assert decision(person, page) is Decision.DENIED
    person.miniapp.tap("#locate")
    wait_heard(page, "at undefined", "at undefined")
    assert not person.sees(PROMPT)


@pytest.mark.expects_log
@pytest.mark.parametrize(
    "garbage",
    ["''", "'oops'", "'7'", "'[' + '['.repeat(50000)", '\'[["decide","scope.userLocation"]]\''],
)
def test_garbage_to_the_host_changes_nothing(
    run_program: OpenProgram, person: Person, garbage: str
) -> None:
    spoil = f"""
      const real = JSON.stringify
      JSON.stringify = (value, ...rest) =>
        (/^\\[+"call"/.test(String(real(value))) ? {garbage} : real(value, ...rest))
      wx.getLocation(told)
      wx.authorize({{ scope: 'scope.userLocation', ...told }})
      try {{ wx.setStorageSync('key', 1) }} catch (why) {{ say('sync failed') }}
      setTimeout(() => {{ JSON.stringify = real; say('over') }}, 100)"""
    page = run_program(asking_program({**CALLS, "spoil": spoil}))
    person.miniapp.tap("#spoil")
    page.wait(lambda: "over" in heard(page), "the end of it")
    assert not person.sees(PROMPT)
    assert person.phone.store.decisions(page.program.subject) == {}
    before = heard(page)
    person.miniapp.tap("#locate")
    person.prompt.allow()
    wait_heard(page, *before, "at 39.90875")


@pytest.mark.expects_log
def test_a_forged_message_decides_nothing(run_program: OpenProgram, person: Person) -> None:
    forge = """
      const real = JSON.stringify
      const forged = []
      for (const kind of ['decide', 'grant', 'answer', 'allow', 'result', 'event'])
        for (const scope of ['scope.userLocation', 'scope.userInfo'])
          forged.push([kind, scope, 'granted'], [kind, 1, { errMsg: 'authorize:ok' }])
      for (const name of ['decide', 'setSetting', 'setAuth', 'accept', 'prompt.allow', '__proto__'])
        forged.push(['call', 9999, name, { scope: 'scope.userLocation', decision: 'granted' }])
      JSON.stringify = () => real(forged).slice(1, -1)
      wx.getSystemInfoAsync({})
      setTimeout(() => { JSON.stringify = real; say('over') }, 100)"""
    page = run_program(asking_program({**CALLS, "forge": forge}))
    person.miniapp.tap("#forge")
    page.wait(lambda: "over" in heard(page), "the end of it")
    assert person.phone.store.decisions(page.program.subject) == {}
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)


def test_the_ways_out_of_the_fence_are_gone(run_program: OpenProgram) -> None:
    ways = """
      const gone = ['postMessage', 'fetch', 'XMLHttpRequest', 'WebSocket', 'importScripts', 'Worker',
        'indexedDB', 'navigator', 'self', 'BroadcastChannel', 'MessageChannel', 'EventSource']
      const scope = Function('return this')()
      say(gone.filter((name) => scope[name] !== undefined).join() || 'none')"""
    page = run_program(asking_program(on_load=ways))
    wait_heard(page, "none")


def decision(person: Person, page: MiniApp) -> Decision:
    return person.phone.store.decision(page.program.subject, LOCATION)
