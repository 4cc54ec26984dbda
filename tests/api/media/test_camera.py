from pathlib import Path

import pytest

from miniapp_host.devices.album import Media
from miniapp_host.devices.drawing import avatar_png
from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.prompts import Answer
from tests.api.pretend_phone import OpenProgram, Phone

TAKE, FILM, CUT = (f"CameraContext.{name}" for name in ("takePhoto", "startRecord", "stopRecord"))
MP4 = b"\x00\x00\x00\x18ftypisom" + bytes(40)

every_use = pytest.mark.parametrize("name", ["insertCamera", TAKE, FILM])


def allowed(phone: Phone) -> OpenProgram:
    program = phone.open()
    program.decide("scope.camera", granted=True)
    return program


def choose(program: OpenProgram, *files: Path) -> None:
    program.screen.picture_choices[-1][1](files)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "a.png"
    file.write_bytes(avatar_png(8))
    return file


@every_use
def test_it_asks_and_a_refusal_is_recorded(phone: Phone, name: str) -> None:
    program = phone.open()
    answers = program.call(name)
    assert [prompt.scope.id for prompt in phone.prompter.asked] == ["scope.camera"]
    phone.prompter.press(Answer.REJECT)
    assert answers == [{"errMsg": f"{name}:fail auth deny", "errno": 103}]
    assert program.decision("scope.camera") is Decision.DENIED
    assert program.screen.picture_choices == []


@every_use
def test_a_dismissal_is_asked_again(phone: Phone, name: str) -> None:
    program = phone.open()
    for turn in (1, 2):
        answers = program.call(name)
        phone.prompter.press(Answer.DISMISS)
        assert answers == [{"errMsg": f"{name}:fail auth deny", "errno": 104}]
        assert len(phone.prompter.asked) == turn


def test_a_photo_is_the_picture_that_the_person_chooses(phone: Phone, picture: Path) -> None:
    program = allowed(phone)
    answers = program.call(TAKE)
    assert program.screen.media == [Media.PICTURES]
    choose(program, picture)
    (result,) = answers
    copy = program.session.files.resolve(str(result["tempImagePath"]))
    assert copy is not None
    assert copy.read_bytes() == picture.read_bytes()


def test_no_photo_is_a_cancel(phone: Phone) -> None:
    program = allowed(phone)
    answers = program.call(TAKE)
    choose(program)
    assert answers == [{"errMsg": f"{TAKE}:fail cancel", "errno": 1}]


def test_a_film_is_the_video_that_the_person_chooses(phone: Phone, tmp_path: Path) -> None:
    program = allowed(phone)
    file = tmp_path / "a.mp4"
    file.write_bytes(MP4)
    assert program.message(FILM) == f"{FILM}:ok"
    assert program.message(FILM) == f"{FILM}:fail is recording"
    answers = program.call(CUT)
    assert program.screen.media == [Media.VIDEOS]
    choose(program, file)
    (result,) = answers
    assert str(result["tempVideoPath"]).endswith(".mp4")
    assert str(result["tempThumbPath"]).endswith(".png")
    assert program.message(CUT) == f"{CUT}:fail is not recording"


def test_taking_the_scope_back_stops_what_is_shown(phone: Phone) -> None:
    program = allowed(phone)
    other = phone.open("other")
    other.decide("scope.camera", granted=True)
    program.call("insertCamera")
    other.call("insertCamera")
    program.call(FILM)
    program.decide("scope.camera", granted=False)
    assert program.events == [("cameraStop", {})]
    assert other.events == []
    assert program.message(CUT) == f"{CUT}:fail is not recording"


def test_switching_the_phones_camera_off_stops_every_program_and_keeps_the_decision(
    phone: Phone,
) -> None:
    program, other = allowed(phone), phone.open("other")
    program.call("insertCamera")
    program.call(FILM)
    phone.switches.turn(Switch.MICROPHONE, on=False)
    assert program.events == []
    phone.switches.turn(Switch.CAMERA, on=False)
    assert program.events == [("cameraStop", {})]
    assert other.events == []
    assert program.message("CameraContext.takePhoto").endswith("fail system permission denied")
    phone.switches.turn(Switch.CAMERA, on=True)
    assert program.message("insertCamera") == "insertCamera:ok"


def test_a_film_is_not_given_if_the_camera_is_switched_off_while_the_person_chooses(
    phone: Phone, tmp_path: Path
) -> None:
    program, file = allowed(phone), tmp_path / "a.mp4"
    file.write_bytes(MP4)
    program.call(FILM)
    answers = program.call(CUT)
    phone.switches.turn(Switch.CAMERA, on=False)
    choose(program, file)
    assert answers == [{"errMsg": f"{CUT}:fail system permission denied", "errno": 3}]
