"""P13: whatever text a program sends over its bridge, no decision is made and nothing is given."""

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miniapp_host.web.link import RuntimeLink
from miniapp_host.web.runtime_listener import LogLine, Respond
from tests.api.pretend_phone import OpenProgram, Phone
from tests.fuzz.words import texts, tries, values
from tests.guarantees.tally import Tally, number

KINDS = (
    "call", "decide", "grant", "answer", "allow", "result", "event", "tap", "chrome", "log", "ready",
    "evaluated", "driven", "drivingEvent", "launched", "pageData", "templates", "exit", "__proto__",
)  # fmt: skip
GUESSED = (
    "accept", "setAuth", "setSetting", "authorize", "decide", "prompt.allow", "allow", "grant",
    "__proto__", "constructor", "toString", "getSetting", "openSetting", "getLocation", "getUserInfo",
    "saveImageToPhotosAlbum", "Host.setPermission", "permissions.set", "private_getLocation",
)  # fmt: skip
SECRETS = ("latitude", "userInfo", "nickName", "encryptedData")


class Listener:
    """Hands calls to the phone, as an open program does; all else it only hears."""

    def __init__(self, phone: Phone, program: OpenProgram) -> None:
        self.phone = phone
        self.program = program

    def called(self, name: str, arguments: Any, respond: Respond) -> None:
        self.phone.dispatcher.dispatch(self.program.session, name, arguments, respond)

    def launched(self) -> None: ...
    def tapped(self) -> None:
        raise AssertionError("a tap was made up")

    def chrome_changed(self, chrome: dict[str, Any]) -> None: ...
    def logged(self, line: LogLine) -> None: ...
    def page_drawn(self, number: int) -> None: ...
    def templates_compiled(self, key: str, code: str) -> None: ...
    def evaluated(self, number: int, outcome: dict[str, Any]) -> None: ...
    def exit_requested(self) -> None: ...
    def page_data_told(self, told: dict[str, Any]) -> None: ...


class Bridge:
    """What a program says is read to its end; `said` is all it hears."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.program = phone.open("forger")
        self.said: list[str] = []
        listener = Listener(phone, self.program)
        self.link = RuntimeLink(self.said.append, listener, lambda: None)

    def hear(self, text: str) -> bool:
        """Whether nothing was decided or given after `text`."""
        self.said.clear()
        self.said.append(self.link.exchange(text))
        while not self.link.go_on():
            pass
        decided = self.phone.store.decisions(self.program.session.subject)
        given = [one for one in self.said if any(f'"{secret}":' in one for secret in SECRETS)]
        return not decided and not given and not self.phone.store.history.entries("forger")


messages = st.lists(
    st.tuples(st.sampled_from(KINDS) | texts, values)
    | st.tuples(st.just("call"), st.integers(), st.sampled_from(GUESSED) | texts, values)
    | values,
    max_size=6,
)


@pytest.mark.expects_log
@tries(200, 10_000)
@given(messages)
def test_no_forged_batch_decides_or_gives_anything(
    pretended: Phone, tally: Tally, batch: list[object]
) -> None:
    text = json.dumps(batch)
    tally.add(Bridge(pretended).hear(text), text[:200])
    pretended.broker.cancel(pretended.open("forger").session.subject)


@pytest.mark.expects_log
def test_every_call_with_every_guessed_word_decides_nothing(pretended: Phone, tally: Tally) -> None:
    chance, bridge = random.Random(4), Bridge(pretended)
    names = [*GUESSED, *pretended.dispatcher.names["async"], *pretended.dispatcher.names["sync"]]
    shapes: list[object] = [
        {"scope": "scope.userLocation", "decision": "granted"},
        {"authSetting": {"scope.userLocation": True}},
        {"__proto__": {"granted": True}},
        ["scope.userLocation", "granted"],
        "granted",
        None,
        True,
    ]
    for each in range(number(300, 10_000)):
        name, shape = chance.choice(names), chance.choice(shapes)
        text = json.dumps([["call", each, name, shape]])
        tally.add(bridge.hear(text), text)
