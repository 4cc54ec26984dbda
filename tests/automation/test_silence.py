"""What is asked of a program that says nothing any more is refused in the end."""

import json
from typing import Any

import pytest

from miniapp_host.automation.silence import BEAT_SECONDS, PATIENCE, SILENT, Silence
from miniapp_host.web.link import RuntimeLink
from tests.api.pretend_phone import FakeClock
from tests.web.test_link import Listener

LONG = BEAT_SECONDS * (PATIENCE + 1)


class Asked:
    """A link and what was answered to the one thing that was asked over it."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.answers: list[dict[str, Any]] = []
        self.clock = FakeClock()
        self.silence = Silence(self.clock)
        self.link = RuntimeLink(self.sent.append, Listener(), lambda: None)
        self.link.drive("App.getCurrentPage", {}, self.answers.append)
        self.silence.watch(self.link)

    def say(self, *messages: list[object]) -> None:
        self.link.exchange(json.dumps(messages))


@pytest.fixture
def asked() -> Asked:
    return Asked()


def test_what_a_program_that_never_begins_is_asked_is_refused(asked: Asked) -> None:
    asked.clock.advance(LONG)
    assert asked.answers == [{"error": SILENT}]
    asked.say(["launched"])
    assert not any("App.getCurrentPage" in text for text in asked.sent)


def test_what_a_program_leaves_unanswered_is_refused(asked: Asked) -> None:
    asked.say(["launched"])
    asked.clock.advance(LONG)
    assert asked.answers == [{"error": SILENT}]
    asked.say(["driven", 1, {"result": "{}"}])
    assert asked.answers == [{"error": SILENT}]


def test_a_program_that_answers_greetings_has_all_time(asked: Asked) -> None:
    asked.say(["launched"])
    for _ in range(10):
        asked.sent.clear()
        asked.clock.advance(BEAT_SECONDS)
        assert any("greet" in text for text in asked.sent)
        asked.say(["greeted"])
    assert asked.answers == []
    asked.say(["driven", 1, {"result": "{}"}])
    assert asked.answers == [{"result": "{}"}]


def test_a_program_that_is_asked_nothing_is_left_alone(asked: Asked) -> None:
    asked.say(["launched"], ["driven", 1, {"result": "{}"}])
    asked.clock.advance(BEAT_SECONDS)
    assert asked.clock.running == 0
    asked.link.drive("App.getPageStack", {}, asked.answers.append)
    asked.silence.watch(asked.link)
    asked.clock.advance(LONG)
    assert asked.answers[-1] == {"error": SILENT}
