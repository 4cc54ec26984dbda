"""The person starts a program as if it had been scanned, shared, opened by another one."""

import json

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from miniapp_host.permissions.decisions import Decision
from miniapp_host.programs.boot import Arrival
from miniapp_host.programs.start import Start
from miniapp_host.testing.miniapp import MiniApp
from tests.stories.asking_program import wait_heard
from tests.stories.conftest import OpenProgram
from tests.stories.person import PROMPT, Person

TELL = """
const line = ({ path, query, scene, referrerInfo }) =>
  [path, JSON.stringify(query), scene, JSON.stringify(referrerInfo)].join(' ')
const lines = []
App({
  onLaunch(options) { lines.push('launch ' + line(options)) },
  onShow(options) { lines.push('show ' + line(options)) },
  tell(page, query) {
    const version = wx.getAccountInfoSync().miniProgram.envVersion
    if (__wxConfig.envVersion !== version) throw new Error(__wxConfig.envVersion)
    page.setData({ heard: [...lines, 'sync ' + line(wx.getLaunchOptionsSync()),
      'enter ' + line(wx.getEnterOptionsSync()), version + ' ' + JSON.stringify(query)] })
  },
})"""
PAGE = "Page({ data: { heard: [] }, onLoad(query) { this.query = query }, onShow() { getApp().tell(this, this.query) } })"
HEARD = '<view class="heard" wx:for="{{heard}}" wx:key="index">{{item}}</view>'
FILES = {
    "app.js": TELL,
    "index.wxml": HEARD,
    "index.js": PAGE,
    "pages/goods/goods.wxml": HEARD + '<button id="locate" bindtap="locate">locate</button>',
    "pages/goods/goods.js": PAGE.replace("onShow", "locate() { wx.getLocation({}) }, onShow"),
    "app.json": json.dumps(
        {
            "pages": ["pages/index/index", "pages/goods/goods"],
            "requiredPrivateInfos": ["getLocation"],
            "permission": {"scope.userLocation": {"desc": "why"}},
        }
    ),
}
OPTIONS = (
    'pages/goods/goods {"id":"7","n":"a%20b"} 1037 {"appId":"wx9","extraData":{"from":"test"}}'
)
WANTED = [
    f"launch {OPTIONS}",
    f"show {OPTIONS}",
    f"sync {OPTIONS}",
    f"enter {OPTIONS}",
    'trial {"id":"7","n":"a%20b"}',
]


def write(person: Person, name: str, text: str) -> None:
    line = person.waits_for(name)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def started(person: Person, before: MiniApp) -> MiniApp:
    """The program that took the place of the one before."""
    program_id = before.program.id
    person.wait(lambda: person.phone.running.get(program_id) not in (None, before.program), "start")
    return person.at(person.phone.running[program_id])


def describes(person: Person) -> None:
    person.clicks("startPath")
    person.clicks("page_pages/goods/goods")
    person.waits_until_gone("pageChooser")
    write(person, "startQuery", "id=7&n=a%20b")
    person.clicks("startScene")
    write(person, "sceneSearch", "1037")
    person.clicks("scene_1037")
    person.waits_until_gone("sceneChooser")
    person.clicks("startVersion")
    person.clicks("actionSheetItem_1")
    person.waits_until_gone("actionSheet")
    write(person, "startReferrer", "wx9")
    write(person, "startExtra", '{"from": "test"}')


def test_a_described_start_is_what_the_program_is_told_and_restart_tells_it_again(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(FILES)
    person.miniapp.menu("StartAs")
    person.waits_for("startPage")
    describes(person)
    person.clicks("startNow")
    again = started(person, page)
    wait_heard(again, *WANTED)
    run = again.program.session
    person.miniapp.menu("Restart")
    person.wait(lambda: again.program.session is not run, "another run")
    wait_heard(again, *WANTED)


def test_a_start_is_kept_by_name_and_begun_by_a_click(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(FILES)
    person.miniapp.menu("StartAs")
    write(person, "startName", "From a friend")
    write(person, "startQuery", "a=1")
    person.clicks("startKeep")
    person.waits_for("start_0")
    person.clicks("start_0")
    again = started(person, page)
    again.expect(".heard")
    assert again.program.start.name == "From a friend"
    person.miniapp.menu("StartAs")
    person.clicks("startForget_0")
    person.waits_until_gone("start_0")
    assert person.phone.memory.starts(page.program.id).all == ()


def test_the_launchers_menu_starts_a_program_so(run_program: OpenProgram, person: Person) -> None:
    page = run_program(FILES)
    person.miniapp.home()
    person.launcher.press_more(page.program.screen.name)
    person.picks("Start as…")
    person.waits_for("startPage")
    write(person, "startQuery", "b=2")
    person.clicks("startNow")
    again = started(person, page)
    again.expect_text('{"b":"2"}', within=".heard")


def test_extra_data_that_is_no_object_is_told_and_nothing_starts(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(FILES)
    person.miniapp.menu("StartAs")
    write(person, "startExtra", "from test")
    person.clicks("startNow")
    person.waits_for("modal")
    assert any("extraData" in text for text in person.words("modal"))
    assert person.phone.running[page.program.id] is page.program


def test_a_kept_start_whose_page_is_gone_is_told_and_the_program_runs_on(
    run_program: OpenProgram, person: Person
) -> None:
    page = run_program(FILES)
    person.phone.memory.starts(page.program.id).keep(Start("pages/old", name="Old", again=True))
    person.miniapp.menu("StartAs")
    person.clicks("start_0")
    person.waits_for("modal")
    assert any("pages/old" in text for text in person.words("modal"))
    assert person.phone.running[page.program.id] is page.program


def test_each_version_type_has_its_own_decisions(run_program: OpenProgram, person: Person) -> None:
    page = run_program(FILES)
    start = Start("pages/goods/goods", Arrival(1011), "release", again=True)
    again = person.at(person.phone.programs.start(page.program.id, start))
    person.miniapp.tap("#locate")
    person.waits_for(PROMPT)
    QTest.keyClick(person.window.windowHandle(), Qt.Key.Key_Escape)
    person.waits_until_gone(PROMPT)
    person.miniapp.tap("#locate")
    person.prompt.allow()
    decided = again.program.subject
    assert decided.version == "release"
    person.wait(
        lambda: person.phone.store.decision(decided, "scope.userLocation") is Decision.GRANTED,
        "the decision of the release",
    )
