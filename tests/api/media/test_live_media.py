"""Live sound and picture: what asks, in which order, and what is told when it is taken back."""

import pytest

from miniapp_host.permissions.prompts import Answer
from tests.api.later_calls import CHAT
from tests.api.pretend_phone import OpenProgram, Phone

OPEN_CAMERA, OPEN_MICROPHONE = "LivePusher.openCamera", "LivePusher.openMicrophone"


def asked(phone: Phone) -> list[str]:
    return [prompt.scope.id for prompt in phone.prompter.asked]


def shown(phone: Phone) -> OpenProgram:
    program = phone.open()
    for scope, name in (("camera", OPEN_CAMERA), ("record", OPEN_MICROPHONE)):
        program.decide(f"scope.{scope}", granted=True)
        program.result(name)
    return program


@pytest.mark.parametrize(("scope", "part"), [("camera", "camera"), ("record", "microphone")])
def test_a_live_pusher_hears_which_scope_was_taken_back(
    phone: Phone, scope: str, part: str
) -> None:
    program = shown(phone)
    program.decide(f"scope.{scope}", granted=False)
    assert program.events == [("livePusherStop", {"part": part})]
    program.decide(f"scope.{scope}", granted=False)
    assert len(program.events) == 1


def test_what_is_decided_of_other_scopes_and_programs_stops_nothing(phone: Phone) -> None:
    program, other = shown(phone), phone.open("other")
    other.decide("scope.camera", granted=False)
    program.decide("scope.userLocation", granted=False)
    assert program.events == []


def test_a_closed_program_hears_nothing(phone: Phone) -> None:
    program = shown(phone)
    program.close()
    program.decide("scope.camera", granted=False)
    assert program.events == []


def test_a_chat_with_pictures_asks_for_the_microphone_then_for_the_camera(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("joinVoIPChat", {**CHAT, "roomType": "video"})
    assert asked(phone) == ["scope.record"]
    phone.prompter.press(Answer.ALLOW)
    assert asked(phone) == ["scope.record", "scope.camera"]
    phone.prompter.press(Answer.REJECT)
    assert answers == [{"errMsg": "joinVoIPChat:fail auth deny", "errno": 103}]


def test_a_chat_of_voices_needs_no_camera_and_finds_nobody(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("joinVoIPChat", {**CHAT, "roomType": "voice"})
    phone.prompter.press(Answer.ALLOW)
    assert answers == [{"errMsg": "joinVoIPChat:fail not supported", "errno": 100}]
    assert asked(phone) == ["scope.record"]


def test_a_chat_without_its_signature_asks_nobody(phone: Phone) -> None:
    message = str(phone.open().message("joinVoIPChat", {**CHAT, "signature": None}))
    assert message.startswith("joinVoIPChat:fail parameter error: parameter.signature")
    assert asked(phone) == []
