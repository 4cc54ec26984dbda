"""The privacy contract in a real page: the program's own sheet, or the host's."""

from tests.conftest import OpenProgram
from tests.runtime.notes import NOTE, noted, notes
from tests.stories.person import Person

APP = '{"pages": ["pages/index/index"], "__usePrivacyCheck__": true}'
BUTTONS = """<button id="go" bindtap="go">go</button>
<button id="agree" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="agree">agree</button>
<button id="no" bindtap="no">no</button><button id="read" bindtap="read">read</button>"""
SCRIPT = """Page({
  onLoad() { wx.getPrivacySetting({ success: (result) => note('setting', result.needAuthorization, result.privacyContractName) }) },
  go() { wx.getWeRunData({ complete: (result) => note('run', result.errMsg, result.errno) }) },
  agree({ detail }) { note('agreed', detail.errMsg); this.resolve?.({ event: 'agree', buttonId: 'agree' }) },
  no() { this.resolve({ event: 'disagree' }) },
  read() { wx.openPrivacyContract({ success: (result) => note('read', result.errMsg) }) },
})"""
LISTEN = """wx.onNeedPrivacyAuthorization((resolve, { referrer }) => {
  note('asked', referrer); getCurrentPages()[0].resolve = resolve; resolve({ event: 'exposureAuthorization' }) })
"""
LISTENING = {"app.json": APP, "index.wxml": BUTTONS, "index.js": NOTE + LISTEN + SCRIPT}
SILENT = {"app.json": APP, "index.wxml": BUTTONS, "index.js": NOTE + SCRIPT}


def test_the_programs_own_button_accepts_and_the_call_goes_on(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(LISTENING)
    assert noted(page, "setting")[0] is True
    page.tap("#go")
    assert noted(page, "asked") == ["getWeRunData"]
    assert not person.sees("confirmSheet")
    page.tap("#agree")
    assert noted(page, "agreed") == ["agreePrivacyAuthorization:ok"]
    person.clicks("allow")
    assert noted(page, "run") == ["getWeRunData:ok", None]


def test_disagreeing_fails_the_call_and_the_scope_is_never_asked(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(LISTENING)
    page.tap("#go")
    noted(page, "asked")
    page.tap("#no")
    message = "getWeRunData:fail privacy permission is not authorized"
    assert noted(page, "run") == [message, 104]
    page.tap("#go")
    page.wait(lambda: [one[0] for one in notes(page)].count("run") == 2, "the second failure")
    assert [one[0] for one in notes(page)].count("asked") == 1
    assert not person.sees("authorizationDialog")


def test_a_program_that_does_not_listen_gets_the_hosts_sheet(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(SILENT)
    page.tap("#go")
    person.clicks("confirmYes")
    person.clicks("allow")
    assert noted(page, "run") == ["getWeRunData:ok", None]


def test_the_contract_can_be_read(run_program: OpenProgram, person: Person) -> None:
    page = run_program(SILENT)
    page.tap("#read")
    assert noted(page, "read") == ["openPrivacyContract:ok"]
    person.waits_for("privacyPage")


def test_one_button_may_accept_and_ask(run_program: OpenProgram, person: Person) -> None:
    page = run_program(
        {
            "app.json": APP,
            "index.wxml": '<button id="b" open-type="getUserInfo|agreePrivacyAuthorization" '
            'bindgetuserinfo="hear" bindagreeprivacyauthorization="hear">b</button>',
            "index.js": NOTE + "Page({ hear({ type, detail }) { note(type, detail.errMsg) } })",
        }
    )
    page.tap("#b")
    assert noted(page, "agreeprivacyauthorization") == ["agreePrivacyAuthorization:ok"]
    person.clicks("allow")
    assert noted(page, "getuserinfo") == ["getUserInfo:ok"]
