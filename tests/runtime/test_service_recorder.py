"""wx.getRecorderManager() and wx.startRecord: asked for, and silent."""

from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.runtime.notes import NOTE, noted, notes
from tests.stories.person import Person

FILES = {
    "index.wxml": '<button id="stop" bindtap="stop">stop</button>',
    "index.js": NOTE
    + """const manager = wx.getRecorderManager()
    note('same', manager === wx.getRecorderManager(), wx.canIUse('getRecorderManager'))
    manager.onStart(() => note('replaced'))
    for (const name of ['onStart', 'onPause', 'onResume', 'onStop', 'onError'])
      manager[name]((result) => note(name, result))
    Page({ onLoad() { manager.start({ format: 'wav', duration: 60000 }) }, stop() { manager.pause(); manager.resume(); manager.stop() } })""",
}


def names(page: PageDriver) -> list[object]:
    return [note[0] for note in notes(page)]


def test_allowed_it_starts_pauses_and_stops(run_program: OpenProgram, person: Person) -> None:
    page = run_program(FILES)
    person.clicks("allow")
    noted(page, "onStart")
    page.tap("#stop")
    (stopped,) = noted(page, "onStop")
    assert names(page) == ["same", "onStart", "onPause", "onResume", "onStop"]
    assert noted(page, "same") == [True, True]
    assert stopped["tempFilePath"].endswith(".wav")
    assert stopped["fileSize"] >= 44
    file = page.program.session.files.resolve(stopped["tempFilePath"])
    assert file is not None
    assert file.read_bytes()[:4] == b"RIFF"


def test_refused_it_says_so_as_programs_expect(run_program: OpenProgram, person: Person) -> None:
    page = run_program(FILES)
    person.clicks("reject")
    assert noted(page, "onError") == [{"errMsg": "operateRecorder:fail auth deny", "errno": 103}]
    assert "onStart" not in names(page)
    page.tap("#stop")
    page.wait(lambda: len(notes(page)) == 5, "three more failures")
    assert notes(page)[-1] == ["onError", {"errMsg": "operateRecorder:fail recorder not start"}]


def test_the_old_pair_answers_at_the_end(run_program: OpenProgram, person: Person) -> None:
    page = run_program(
        {
            "index.wxml": '<button id="stop" bindtap="stop">stop</button>',
            "index.js": NOTE
            + """Page({ onLoad() { wx.startRecord({ success: ({ tempFilePath }) => note('recorded', tempFilePath) }) },
              stop() { wx.stopRecord({ fail: () => note('nothing yet'), success: () => note('stopped') }) } })""",
        }
    )
    person.clicks("allow")
    page.tap("#stop")
    noted(page, "stopped")
    assert noted(page, "recorded")[0].endswith(".wav")
