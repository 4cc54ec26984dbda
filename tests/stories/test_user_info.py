"""Who the person is: shared after they see what would be shared, by call, by button, once at a time."""

import json

from PySide6.QtCore import Qt

from miniapp_host.devices.profile import Profile
from miniapp_host.permissions.decisions import Decision
from miniapp_host.testing.miniapp import MiniApp
from tests.stories.asking_program import asking_program, heard, wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PROMPT, Person

USER_INFO = "scope.userInfo"
KEYS = ["nickName", "gender", "language", "city", "province", "country", "avatarUrl"]
CALLS = {
    "who": "wx.getUserInfo({ success: (all) => say(JSON.stringify(all)), fail: told.fail })",
    "login": "wx.login({ success: ({ errMsg, code }) => say(`${errMsg} ${typeof code}`) })",
    "profile": """
      wx.getUserProfile({
        desc: 'Fills in the form',
        success: ({ errMsg, userInfo }) => say(`${errMsg} ${userInfo.nickName}`),
        fail: told.fail,
      })""",
    "settings": "wx.getSetting({ success: ({ authSetting }) => say(JSON.stringify(authSetting)) })",
}
BUTTON = {
    "index.wxml": """
      <button id="ask" open-type="getUserInfo" lang="en" bindgetuserinfo="told">ask</button>
      <view id="heard">{{heard}}</view>""",
    "index.js": """Page({
      data: { heard: '' },
      told({ detail }) { this.setData({ heard: JSON.stringify(detail) }) },
    })""",
}


def newest(page: MiniApp) -> dict[str, object]:
    """The last line that the program heard, as the object it was."""
    found = json.loads(heard(page)[-1])
    assert isinstance(found, dict)
    return found


def asks_and_hears(person: Person, page: MiniApp, button: str) -> dict[str, object]:
    """Taps `button`; what the program hears, without a prompt."""
    before = len(heard(page))
    person.miniapp.tap(f"#{button}")
    page.wait(lambda: len(heard(page)) > before, f"an answer to {button}")
    assert not person.sees(PROMPT)
    return newest(page)


def test_the_prompt_shows_what_would_be_shared_and_the_program_gets_just_that(
    run_program: OpenProgram, person: Person
) -> None:
    owner = person.phone.programs.devices.profile
    owner.change(Profile("小明", None, 1, "Guangzhou", "Guangdong", "China", "zh_CN"))
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#who")
    person.waits_for(PROMPT)
    assert person.reads("scopeTitle") == "Access your nickname and avatar"
    assert person.reads("nickname") == "小明"
    person.prompt.allow()
    page.wait(lambda: bool(heard(page)), "the profile")
    told = newest(page)
    info = told["userInfo"]
    assert isinstance(info, dict)
    assert told["errMsg"] == "getUserInfo:ok"
    assert list(info) == KEYS
    assert {**info, "avatarUrl": ""} == {
        "nickName": "小明",
        "gender": 1,
        "language": "zh_CN",
        "city": "Guangzhou",
        "province": "Guangdong",
        "country": "China",
        "avatarUrl": "",
    }


def test_the_raw_data_is_signed_with_the_key_of_the_login(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#who")
    person.prompt.allow()
    page.wait(lambda: bool(heard(page)), "the profile")
    before = newest(page)
    assert before["rawData"] == json.dumps(
        before["userInfo"], ensure_ascii=False, separators=(",", ":")
    )
    assert len(bytes.fromhex(str(before["signature"]))) == 20
    assert "encryptedData" not in before
    assert asks_and_hears(person, page, "who")["signature"] == before["signature"]

    person.miniapp.tap("#login")
    page.wait(lambda: heard(page)[-1] == "login:ok string", "the login")
    after = asks_and_hears(person, page, "who")
    assert after["rawData"] == before["rawData"]
    assert after["signature"] != before["signature"]
    assert after["encryptedData"]
    assert after["iv"]


def test_the_button_asks_once_and_tells_the_same_as_the_call(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(BUTTON)
    person.miniapp.tap("#ask")
    person.waits_for(PROMPT)
    person.prompt.allow()
    page.expect_text("getUserInfo:ok", within="#heard")
    detail = json.loads(page.text_of("#heard") or "")
    assert detail["userInfo"]["nickName"] == "Mini"
    assert detail["userInfo"]["language"] == "en"
    assert detail["rawData"] == json.dumps(
        detail["userInfo"], ensure_ascii=False, separators=(",", ":")
    )
    assert len(detail["signature"]) == 40


def test_a_refused_button_hears_why_and_asks_no_more(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(BUTTON)
    for _ in range(2):
        person.miniapp.tap("#ask")
        if not page.text_of("#heard"):
            person.prompt.deny()
        page.expect_text('{"errMsg":"getUserInfo:fail auth deny","errno":103}', within="#heard")
    assert not person.sees(PROMPT)
    person.settings.open()
    person.settings.toggle(USER_INFO)
    person.settings.leave()
    person.miniapp.tap("#ask")
    page.expect_text("getUserInfo:ok", within="#heard")


def test_the_profile_is_asked_for_at_every_call_and_nothing_is_recorded(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#profile")
    person.waits_for(PROMPT)
    assert person.reads("purpose") == "Fills in the form"
    person.prompt.allow()
    person.miniapp.tap("#profile")
    person.prompt.deny()
    person.miniapp.tap("#profile")
    person.waits_for(PROMPT)
    person.miniapp.press(Qt.Key.Key_Escape)
    person.miniapp.tap("#profile")
    person.prompt.allow()
    wait_heard(
        page,
        "getUserProfile:ok Mini",
        "getUserProfile:fail auth deny 103",
        "getUserProfile:fail auth deny 104",
        "getUserProfile:ok Mini",
    )
    person.miniapp.tap("#settings")
    wait_heard(page, *heard(page)[:4], "{}")
    person.miniapp.tap("#who")
    person.waits_for(PROMPT)


def test_the_profile_is_asked_for_also_where_the_scope_was_refused(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(asking_program(CALLS))
    person.miniapp.tap("#who")
    person.prompt.deny()
    wait_heard(page, "getUserInfo:fail auth deny 103")
    person.miniapp.tap("#profile")
    person.prompt.allow()
    wait_heard(page, "getUserInfo:fail auth deny 103", "getUserProfile:ok Mini")
    store = person.phone.store
    assert store.decision(page.program.subject, USER_INFO) is Decision.DENIED


def test_the_profile_needs_a_tap_and_a_reason(run_program: OpenProgram, person: Person) -> None:
    page = run_program(
        asking_program(
            {
                "mute": "wx.getUserProfile(told)",
                "vague": "wx.getUserProfile({ desc: '', ...told })",
            },
            on_load="wx.getUserProfile({ desc: 'Fills in the form', ...told })",
        )
    )
    wait_heard(page, "getUserProfile:fail can only be invoked by user TAP gesture.")
    person.miniapp.tap("#mute")
    page.wait(lambda: len(heard(page)) == 2, "an answer")
    assert heard(page)[1] == (
        "getUserProfile:fail parameter error: parameter.desc should be String instead of"
        " Undefined; 1001"
    )
    person.miniapp.tap("#vague")
    page.wait(lambda: len(heard(page)) == 3, "an answer")
    assert heard(page)[2] == "getUserProfile:fail desc length does not meet the requirements"
    assert not person.sees(PROMPT)


def test_the_avatar_is_shown_drawn_described_and_downloaded_without_a_network(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(
        {
            "index.wxml": """<image id="face" src="{{face}}" bindload="loaded" />
              <view style="width: 64px; height: 64px; background-image: url({{face}})" />
              <button id="preview" bindtap="preview">preview</button><view id="said">{{said}}</view>""",
            "index.js": """Page({
              data: { face: '', said: '' },
              onLoad() {
                wx.getUserInfo({ success: ({ userInfo }) => this.use(userInfo.avatarUrl) })
              },
              use(url) {
                this.setData({ face: url })
                wx.getImageInfo({ src: url, complete: ({ width }) => this.say('info', width) })
                wx.downloadFile({ url, complete: ({ statusCode }) => this.say('file', statusCode) })
                const picture = wx.createOffscreenCanvas({ type: '2d', width: 9, height: 9 }).createImage()
                picture.onload = () => this.say('drawn', picture.width)
                picture.onerror = () => this.say('drawn', 'never')
                picture.src = url.replace(/132$/, '46')
              },
              loaded({ detail }) { this.say('shown', detail.width) },
              say(what, value) { this.setData({ said: `${this.data.said} ${what} ${value};` }) },
              preview() { wx.previewImage({ urls: [this.data.face] }) },
            })""",
        }
    )
    person.prompt.allow()
    for words in ("info 132;", "file 200;", "drawn 46;", "shown 132;"):
        page.expect_text(words, within="#said")
    person.miniapp.tap("#preview")
    preview = person.waits_for("picturePreview")
    middle = preview.rect().center()
    person.wait(
        lambda: preview.grab().toImage().pixelColor(middle).lightness() > 60,
        "the avatar in the preview",
    )
