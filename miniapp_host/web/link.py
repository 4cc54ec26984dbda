"""What the runtime and the host say to each other, as typed events instead of JSON.

Messages travel in batches; what is answered while a batch is read is the answer to that batch. In
one turn of the event loop a program is listened to for a few milliseconds only: so no program,
whatever it says, keeps the phone from anything else.
"""

import json
import logging
import time
from collections import deque
from collections.abc import Callable
from itertools import count
from typing import Any

from miniapp_host.programs.program_json import read_program_json
from miniapp_host.web.long_texts import LONG_ANSWER, LongAnswers, LongTexts
from miniapp_host.web.runtime_listener import LogLine, Respond, RuntimeListener
from miniapp_host.web.runtime_words import said_of_runtime

log = logging.getLogger(__name__)

TURN_SECONDS = 0.012
"""How long a program is listened to in one turn; a call takes some 0.03 ms."""
UNREAD = "\n"
"""Begins an answer, as white space before its JSON, while a part of the batch waits to be read."""

Hear = Callable[[dict[str, Any]], None]
"""Takes {"result": JSON} or {"error": message}."""
HearEvent = Callable[[str, str], None]
"""Takes the name of an event and its parameters as JSON."""


class RuntimeLink:
    """`send` carries a JSON text to the runtime; `listener` hears what comes from it."""

    def __init__(
        self,
        send: Callable[[str], None],
        listener: RuntimeListener,
        want_turn: Callable[[], None],
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """`want_turn` has `go_on` called in a later turn of the event loop, once."""
        self._send = send
        self._listener = listener
        self._want_turn = want_turn
        self._clock = clock
        self._unread: deque[Any] = deque()
        self._greeted: Callable[[], None] | None = None
        self._outbox: list[tuple[Any, ...]] = []
        self._reading = False
        self._end = ""  # why nothing is answered any more
        self._asked: dict[int, Hear] = {}
        self._driver: HearEvent | None = None
        self._questions = count(1)
        self._early: list[tuple[Any, ...]] | None = []  # None once the program has begun
        self.heard = 0
        """How often the runtime has said something."""
        self.texts = LongTexts()
        self.answers = LongAnswers()
        self.answers.taken = self._on_answer_taken
        self._decoder = json.JSONDecoder(parse_constant=self.texts.take)

    def exchange(self, text: str) -> str:
        """Read a batch; the result is a batch of what there is to answer, empty if nothing.

        If the turn is too short for all of it, the result begins with UNREAD, and `go_on` reads
        the rest. What has a wrong shape is logged and dropped: the text comes out of the program.
        """
        self.heard += 1
        self._unread.extend(self._messages(text))
        self._read_for_a_turn()
        return (UNREAD if self._unread else "") + self._batch()

    def go_on(self) -> bool:
        """Read more of what is unread, and send the answers; whether that was all."""
        self._read_for_a_turn()
        if batch := self._batch():
            self._send(batch)
        return not self._unread

    def _read_for_a_turn(self) -> None:
        """Reads in the order in which things were said, until the turn is over."""
        until = self._clock() + TURN_SECONDS
        self._reading = True
        try:
            while self._unread and not self._keeps_waiting:
                self._read(self._unread.popleft())
                if self._clock() >= until:
                    break
        finally:
            self._reading = False
            if not self._unread:
                self.texts.done()
            elif not self._keeps_waiting:
                self._want_turn()

    @property
    def _keeps_waiting(self) -> bool:
        """Whether a program that does not take its answers is not listened to any more.

        One that waits to hand over texts can't take any: it is.
        """
        return self.answers.full and not self.texts.awaited

    def _on_answer_taken(self) -> None:
        if self._unread and not self._reading:
            self._want_turn()

    def when_room(self, go_on: Callable[[], None]) -> None:
        """Call `go_on` once there is room for more texts of the service, which waits for it."""
        self.texts.when_room(go_on)
        if self._unread:
            self._want_turn()

    def emit(self, event: str, detail: object) -> None:
        """Tells the service that something happened on the phone."""
        self.tell("event", event, detail)

    def tell(self, *message: Any) -> None:
        """Sends one message of the contract: a kind and its parts."""
        self._outbox.append(self.answers.apart(message))
        if not self._reading and (batch := self._batch()):
            self._send(batch)

    def drive(self, method: str, params: object, hear: Hear) -> None:
        """Ask the service for a method of the automator's protocol; `hear` is called once.

        What is asked before the program has begun waits until then: nobody would hear it.
        """
        if self._end:
            hear({"error": self._end})
            return
        number = next(self._questions)
        self._asked[number] = hear
        message = ("drive", number, method, params)
        if self._early is None:
            self.tell(*message)
        else:
            self._early.append(message)

    def hear_driven(self, driver: HearEvent) -> None:
        """Let `driver` hear what a script that drives the program is to be told unasked."""
        self._driver = driver

    def greet(self, hear: Callable[[], None]) -> None:
        """Call `hear` once the program's worker answers; only the latest greeting is answered."""
        self._greeted = hear
        self.tell("greet")

    def poke(self) -> None:
        """Have the program's worker say that it is there, once it has begun."""
        if self._early is None:
            self.tell("greet")

    @property
    def waits(self) -> bool:
        """Whether something is asked that was not answered yet."""
        return bool(self._asked)

    def refuse(self, why: str) -> None:
        """Answer everything that is asked with the error `why`; what comes later is not heard."""
        if self._early is not None:
            self._early.clear()
        asked, self._asked = self._asked, {}
        for hear in asked.values():
            hear({"error": why})

    def close(self, why: str = "page destroyed") -> None:
        """Drop every answer that comes from now on; what was asked is refused because of `why`."""
        self._end = self._end or why
        self._unread.clear()
        self.texts.clear()
        self.answers.clear()
        self._greeted = None
        self.refuse(self._end)

    def _read(self, message: Any) -> None:
        match message:
            case ["call", int(number), str(name), arguments]:
                self._listener.called(name, arguments, self._answer(number))
            case ["chrome", dict(chrome)]:
                self._listener.chrome_changed(chrome)
            case ["log", str(level), str(text), *place]:
                self._listener.logged(LogLine(level, text, *_place(place), _values(place)))
            case ["ready", int(number)]:
                self._listener.page_drawn(number)
            case ["templates", str(key), str(code)]:
                self._listener.templates_compiled(key, code)
            case _:
                self._read_rare(message)

    def _read_rare(self, message: Any) -> None:
        match message:
            case ["note", str(level), str(text), *place]:
                self._listener.logged(LogLine(level, said_of_runtime(text), *_place(place)))
            case ["whole"]:
                self._read_whole()
            case ["drivingEvent", str(name), str(text)]:
                if self._driver is not None:
                    self._driver(name, text)
            case ["launched"]:
                self._listener.launched()
                self._tell_early()
            case ["pageData", dict(told)]:
                self._listener.page_data_told(told)
            case ["exit"]:
                self._listener.exit_requested()
            case _:
                self._read_answer(message)

    def _read_whole(self) -> None:
        """Reads a message that was handed over; parsed it waits for the next turn."""
        try:
            whole = self._messages(f"[{self.texts.take()}]")
        except ValueError:
            log.warning("the runtime said something unknown: ['whole'] of nothing")
            return
        self._unread.extendleft(reversed(whole))

    def _messages(self, text: str) -> list[Any]:
        """The messages of a batch, with the long texts that were handed over for them."""
        try:
            found = read_program_json(text, self._decoder)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, list):
            return found
        self.texts.clear()
        log.warning("the runtime said something unknown: %.200r", text)
        return []

    def _read_answer(self, message: Any) -> None:
        """Reads the answer to something that the host has asked."""
        match message:
            case ["evaluated", int(number), dict(outcome)]:
                self._listener.evaluated(number, outcome)
            case ["driven", int(number), dict(outcome)]:
                self._hear_driven(number, outcome)
            case ["greeted"]:
                self._hear_greeting()
            case _:
                log.warning("the runtime said something unknown: %.200r", message)

    def _hear_driven(self, number: int, outcome: dict[str, Any]) -> None:
        """Passes on what was asked; what was refused meanwhile has its answer already."""
        hear = self._asked.pop(number, None)
        if hear is not None:
            hear(outcome)

    def _hear_greeting(self) -> None:
        hear, self._greeted = self._greeted, None
        if hear is not None:
            hear()

    def _tell_early(self) -> None:
        early, self._early = self._early or [], None
        for message in early:
            self.tell(*message)

    def _answer(self, number: int) -> Respond:
        def respond(result: dict[str, Any]) -> None:
            self.tell("result", number, result)

        return respond

    def _batch(self) -> str:
        """The waiting messages as one batch; they are sent only once."""
        batch, self._outbox = self._outbox, []
        if not batch or self._end:
            return ""
        text = json.dumps(batch)
        if len(text) <= LONG_ANSWER:
            return text
        return json.dumps([["whole", self.answers.keep(text)]])


def _place(parts: list[Any]) -> tuple[str | None, int | None]:
    file = parts[0] if parts and isinstance(parts[0], str) else None
    line = parts[1] if len(parts) > 1 and isinstance(parts[1], int) else None
    return file, line


def _values(parts: list[Any]) -> tuple[object, ...]:
    return tuple(parts[2]) if len(parts) > 2 and isinstance(parts[2], list) else ()
