import wave
from pathlib import Path

import pytest

from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.prompts import Answer
from tests.api.pretend_phone import OpenProgram, Phone

START, STOP = "RecorderManager.start", "RecorderManager.stop"


def allowed(phone: Phone) -> OpenProgram:
    program = phone.open()
    program.decide("scope.record", granted=True)
    return program


def heard(program: OpenProgram, event: str) -> list[dict[str, object]]:
    return [dict(detail) for name, detail in program.events if name == event]


def recorded(program: OpenProgram) -> Path:
    (stop,) = heard(program, "recorderStop")
    file = program.session.files.resolve(str(stop["tempFilePath"]))
    assert file is not None
    assert file.stat().st_size == stop["fileSize"]
    return file


@pytest.mark.parametrize("name", ["startRecord", START])
def test_it_asks_and_a_refusal_is_recorded(phone: Phone, name: str) -> None:
    program = phone.open()
    answers = program.call(name)
    assert [prompt.scope.id for prompt in phone.prompter.asked] == ["scope.record"]
    phone.prompter.press(Answer.REJECT)
    assert answers == [{"errMsg": f"{name}:fail auth deny", "errno": 103}]
    assert program.decision("scope.record") is Decision.DENIED
    assert program.result(name)["errno"] == 103
    assert heard(program, "recorderStart") == []


@pytest.mark.parametrize("name", ["startRecord", START])
def test_a_dismissal_is_asked_again(phone: Phone, name: str) -> None:
    program = phone.open()
    for turn in (1, 2):
        answers = program.call(name)
        phone.prompter.press(Answer.DISMISS)
        assert answers == [{"errMsg": f"{name}:fail auth deny", "errno": 104}]
        assert len(phone.prompter.asked) == turn


def test_a_recording_is_a_real_sound_file_of_its_length(phone: Phone) -> None:
    program = allowed(phone)
    options = {"format": "wav", "sampleRate": 16000, "numberOfChannels": 1}
    assert program.message(START, options) == f"{START}:ok"
    phone.clock.advance(2.5)
    assert program.message(STOP) == f"{STOP}:ok"
    assert heard(program, "recorderStop")[0]["duration"] == 2500
    with wave.open(str(recorded(program)), "rb") as sound:
        assert (sound.getframerate(), sound.getnchannels()) == (16000, 1)
        assert sound.getnframes() == 40000
        assert not any(sound.readframes(40000))


def test_raw_samples_have_no_header(phone: Phone) -> None:
    program = allowed(phone)
    program.call(START, {"format": "PCM", "sampleRate": 8000, "numberOfChannels": 2})
    phone.clock.advance(1)
    program.call(STOP)
    file = recorded(program)
    assert (file.suffix, file.stat().st_size) == (".pcm", 32000)


def test_the_person_is_told_that_it_is_silent_and_wav(phone: Phone) -> None:
    program = allowed(phone)
    program.call(START, {"format": "mp3"})
    program.call(STOP)
    told = " ".join(text for _, text in program.console)
    assert "silent" in told
    assert "mp3" in told
    assert recorded(program).suffix == ".wav"


def test_time_does_not_count_while_it_pauses(phone: Phone) -> None:
    program = allowed(phone)
    program.call(START)
    phone.clock.advance(1)
    program.call("RecorderManager.pause")
    phone.clock.advance(100)
    program.call("RecorderManager.resume")
    phone.clock.advance(2)
    program.call(STOP)
    assert heard(program, "recorderStop")[0]["duration"] == 3000
    assert [name for name, _ in program.events] == [
        "recorderStart",
        "recorderPause",
        "recorderResume",
        "recorderStop",
    ]


def test_it_ends_by_itself_after_the_wanted_time(phone: Phone) -> None:
    program = allowed(phone)
    program.call(START, {"duration": 5000})
    phone.clock.advance(9)
    assert heard(program, "recorderStop")[0]["duration"] == 5000
    assert program.message(STOP) == f"{STOP}:fail recorder not start"
    assert phone.clock.running == 0


@pytest.mark.parametrize(
    "name", ["stopRecord", STOP, "RecorderManager.pause", "RecorderManager.resume"]
)
def test_nothing_to_stop_is_a_failure(phone: Phone, name: str) -> None:
    assert allowed(phone).message(name) == f"{name}:fail recorder not start"


def test_one_recording_at_a_time(phone: Phone) -> None:
    program = allowed(phone)
    program.call(START)
    assert program.message(START) == f"{START}:fail is recording or paused"


def test_a_rate_no_phone_knows_is_refused(phone: Phone) -> None:
    program = allowed(phone)
    assert program.message(START, {"sampleRate": 7}) == f"{START}:fail sampleRate is invalid"


def test_taking_the_scope_back_ends_it_without_a_file(phone: Phone) -> None:
    program = allowed(phone)
    program.call(START)
    program.decide("scope.record", granted=False)
    assert heard(program, "recorderError") == [
        {"errMsg": "operateRecorder:fail auth deny", "errno": 103}
    ]
    assert heard(program, "recorderStop") == []
    assert phone.clock.running == 0


def test_the_old_call_answers_at_the_end(phone: Phone) -> None:
    program = allowed(phone)
    answers = program.call("startRecord")
    phone.clock.advance(1)
    assert answers == []
    assert program.message("stopRecord") == "stopRecord:ok"
    (result,) = answers
    assert result["errMsg"] == "startRecord:ok"
    assert str(result["tempFilePath"]).endswith(".wav")


def test_the_old_call_ends_after_a_minute(phone: Phone) -> None:
    answers = allowed(phone).call("startRecord")
    phone.clock.advance(60)
    assert len(answers) == 1


def test_a_closed_program_leaves_nothing_running(phone: Phone) -> None:
    program = allowed(phone)
    program.call(START)
    program.close()
    assert phone.clock.running == 0


@pytest.mark.parametrize("name", ["startRecord", START])
def test_switching_the_phones_microphone_off_breaks_the_recording_off(
    phone: Phone, name: str
) -> None:
    program = allowed(phone)
    answers = program.call(name)
    phone.switches.turn(Switch.CAMERA, on=False)
    assert program.message(name) == f"{name}:fail is recording or paused"
    phone.switches.turn(Switch.MICROPHONE, on=False)
    if name == START:
        (error,) = heard(program, "recorderError")
        assert error == {"errMsg": "operateRecorder:fail system permission denied", "errno": 3}
    else:
        assert answers == [{"errMsg": "startRecord:fail system permission denied", "errno": 3}]
    assert program.result(name) == {"errMsg": f"{name}:fail system permission denied", "errno": 3}
    assert program.decision("scope.record") is Decision.GRANTED
