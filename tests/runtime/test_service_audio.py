"""wx.createInnerAudioContext() and wx.getBackgroundAudioManager(): sounds that no page shows."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from miniapp_host.phone.phone import Phone
from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.program_folder import write_program
from tests.runtime.notes import NOTE, noted, notes
from tests.runtime.sounds import tone

EVENTS = "Canplay Play Pause Stop Ended TimeUpdate Error Waiting Seeking Seeked"


def player(
    script: str, made: str = "wx.createInnerAudioContext()", page: str = ""
) -> dict[str, str]:
    """A program with one `audio` whose events it notes, but for those that come often."""
    return {
        "index.wxml": '<button id="go" bindtap="go">go</button>',
        "index.js": NOTE
        + f"""const audio = {made}
        for (const name of '{EVENTS}'.split(' ')) audio['on' + name]((detail) => {{
          if (!['Waiting', 'TimeUpdate'].includes(name)) note(name, detail, audio.paused)
        }})
        {script}
        Page({{ {page} }})""",
    }


@pytest.fixture
def play(phone: Phone, tmp_path: Path, open_folder: OpenProgram) -> OpenProgram:
    """Runs a program whose package holds `sound.wav`, a second long, and `noise.wav`, no sound."""

    def run(files: dict[str, str]) -> PageDriver:
        folder = write_program(tmp_path / "program", files)
        (folder / "sound.wav").write_bytes(tone(1))
        (folder / "short.wav").write_bytes(tone(0.2))
        (folder / "noise.wav").write_bytes(b"this is no sound at all" * 40)
        return open_folder(phone, folder)

    return run


def names(page: PageDriver) -> list[object]:
    return [note[0] for note in notes(page)]


def test_a_sound_of_the_package_plays_to_its_end(play: OpenProgram) -> None:
    page = play(player("audio.src = '/short.wav'; audio.play(); note('now', audio.paused)"))
    noted(page, "Ended")
    assert notes(page) == [
        ["now", False],
        ["Canplay", {}, False],
        ["Play", {}, False],
        ["Ended", {}, True],
    ]


def test_it_says_how_long_it_is_and_how_far_it_has_come(play: OpenProgram) -> None:
    page = play(
        player(
            """audio.autoplay = true
            audio.onTimeUpdate(() => audio.currentTime > 0.2 && note('time', audio.currentTime, audio.duration, audio.buffered))
            audio.src = '../../sound.wav'"""
        )
    )
    current, duration, buffered = noted(page, "time")
    assert 0.2 < current <= 1
    assert duration == pytest.approx(1, abs=0.01)
    assert buffered == pytest.approx(1, abs=0.01)


def test_paused_it_rests_where_it_is_and_stopped_it_begins_again(play: OpenProgram) -> None:
    page = play(
        player(
            """audio.src = 'sound.wav'; audio.startTime = 0.4; audio.play()
            audio.onPlay(() => audio.pause())
            audio.onPause(() => { note('at', Math.round(audio.currentTime * 10)); audio.stop(); note('then', audio.currentTime) })"""
        )
    )
    noted(page, "Stop")
    assert noted(page, "at") == [4]
    assert noted(page, "then") == [0]
    assert [name for name in names(page) if name in ("Play", "Pause", "Stop")] == [
        "Play",
        "Pause",
        "Stop",
    ]


def test_a_jump_is_told_when_it_begins_and_when_it_is_done(play: OpenProgram) -> None:
    page = play(
        player(
            """audio.src = '/sound.wav'
            audio.onCanplay(() => { audio.offCanplay(); audio.seek(0.5); note('set', audio.currentTime) })
            audio.onSeeked(() => note('is', audio.currentTime))"""
        )
    )
    assert noted(page, "is") == [0.5]
    assert noted(page, "set") == [0.5]
    assert names(page).index("Seeking") < names(page).index("Seeked")


@pytest.mark.parametrize(
    ("source", "number"),
    [("/noise.wav", 10004), ("/gone.wav", 10003), ("cloud://x/y.mp3", 10003)],
)
def test_what_cannot_be_played_is_an_error_with_its_number(
    play: OpenProgram, source: str, number: int
) -> None:
    page = play(player(f"audio.src = '{source}'; audio.play()"))
    (problem, paused) = noted(page, "Error")
    assert problem["errCode"] == number
    assert problem["errMsg"].startswith("MediaError: ")
    assert paused


def test_a_destroyed_one_is_silent_and_heard_no_more(play: OpenProgram) -> None:
    page = play(
        player(
            """audio.src = '/short.wav'; audio.onPlay(() => audio.destroy()); audio.play()
            const other = wx.createInnerAudioContext()
            other.onEnded(() => note('other ended', audio.paused)); other.src = '/sound.wav'; other.play()"""
        )
    )
    assert noted(page, "other ended") == [True]
    assert "Ended" not in names(page)


def test_settings_out_of_range_and_of_what_is_only_read_are_ignored(play: OpenProgram) -> None:
    page = play(
        player(
            """Object.assign(audio, { volume: 7, playbackRate: 0.1, loop: 1, startTime: -3, duration: 9, obeyMuteSwitch: false })
            note('is', audio.volume, audio.playbackRate, audio.loop, audio.startTime, audio.duration, audio.obeyMuteSwitch, audio.src)
            wx.setInnerAudioOption({ mixWithOther: false, success: ({ errMsg }) => note('option', errMsg) })"""
        )
    )
    assert noted(page, "is") == [1, 1, True, 0, 0, False, ""]
    assert noted(page, "option") == ["setInnerAudioOption:ok"]


def test_behind_another_program_it_pauses(play: OpenProgram, phone: Phone, qtbot: QtBot) -> None:
    page = play(
        player("audio.src = '/sound.wav'; audio.loop = true; audio.play(); wx.offAppHide()")
    )
    noted(page, "Play")
    phone.window.leave_program()
    noted(page, "Pause")


def test_background_audio_begins_when_it_is_named_and_is_one(play: OpenProgram) -> None:
    page = play(
        player(
            """note('same', audio === wx.getBackgroundAudioManager(), audio.protocol)
            audio.title = 'A song'; audio.singer = 'Ada'; audio.src = '/short.wav'""",
            made="wx.getBackgroundAudioManager()",
        )
    )
    noted(page, "Ended")
    assert noted(page, "same") == [True, "http"]
    assert [name for name in names(page) if name in ("Play", "Ended")] == ["Play", "Ended"]
    assert not any("title" in line for line in page.log_lines())


@pytest.mark.parametrize("goes_on", [True, False])
def test_background_audio_goes_on_behind_if_app_json_says_so(
    play: OpenProgram, phone: Phone, goes_on: bool
) -> None:
    modes = '"requiredBackgroundModes": ["audio"],' if goes_on else ""
    app = f'{{{modes} "pages": ["pages/index/index"]}}'
    script = """audio.onTimeUpdate(() => hidden && note('hidden', audio.paused))
    let hidden = false
    wx.onAppHide(() => { hidden = true })
    audio.title = 'A song'; audio.src = '/sound.wav'"""
    files = player(script, made="wx.getBackgroundAudioManager()")
    page = play({**files, "app.json": app})
    noted(page, "Play")
    phone.window.leave_program()
    if goes_on:
        assert noted(page, "Ended")
        assert "Pause" not in names(page)
    else:
        noted(page, "Pause")


def test_the_old_voice_answers_at_its_end(play: OpenProgram) -> None:
    page = play(
        player(
            """wx.playVoice({ filePath: '/short.wav', success: ({ errMsg }) => {
              note(errMsg)
              wx.playVoice({ filePath: '/gone.wav', fail: ({ errMsg }) => note(errMsg.slice(0, 14)) })
            } })"""
        )
    )
    noted(page, "playVoice:ok")
    noted(page, "playVoice:fail")


def test_the_old_background_audio_tells_its_state(play: OpenProgram) -> None:
    page = play(
        player(
            """const state = (when) => wx.getBackgroundAudioPlayerState({ success: ({ status, dataUrl }) => note(when, status, dataUrl) })
            state('before')
            wx.onBackgroundAudioPlay(() => { state('playing'); wx.pauseBackgroundAudio() })
            wx.onBackgroundAudioPause(() => state('paused'))
            wx.playBackgroundAudio({ dataUrl: '/sound.wav', title: 'A song' })"""
        )
    )
    assert noted(page, "paused") == [0, "/sound.wav"]
    assert noted(page, "before") == [2, ""]
    assert noted(page, "playing") == [1, "/sound.wav"]
