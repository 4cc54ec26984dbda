"""Requests from outside and their answers, each a JSON object on a line of its own.

{"id": 1, "method": "Host.getPrompts", "params": {}} is answered with the same id and a "result", or
an "error" with "message", "code" and, if other languages can say it, "sentence". What a method does
is up to its verb.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isfinite
from typing import Any

from miniapp_host.automation.later import Later
from miniapp_host.automation.params import Params
from miniapp_host.automation.verb_error import Fault, VerbError
from miniapp_host.texts import Sentence, ToldError

Verb = Callable[[Params], object]
"""Does what a method asks and returns its result, which JSON can hold, or a `Later`.

Raises ToldError if it can't; only a VerbError may say that the request itself is wrong.
"""

ANSWER_FIRST_MS = 50
"""What ends the connection waits so long, so that its own answer still goes out."""
_LONGEST_NUMBER = 400
"""Digits of a whole number that is read: one that is longer is none in JavaScript either."""
_NO_REQUEST = VerbError("A request is a JSON object on one line, with id and method.", Fault.USAGE)
_BROKEN = VerbError(Sentence("The phone failed inside; its terminal says more."))


def nothing_to_cancel() -> None:
    """The cancel function of a request that is answered already."""


@dataclass(frozen=True)
class Request:
    """A request as it was read; `id` is given back as it came."""

    id: object
    method: str
    params: Params


def request_line(number: int, method: str, params: Mapping[str, object]) -> bytes:
    """The line that asks for `method`."""
    return _line({"id": number, "method": method, "params": params})


def result_of(line: bytes) -> object:
    """The result in an answer; raises VerbError with the error in it."""
    answer = json.loads(line)
    error = answer.get("error")
    if error is not None:
        raise VerbError(_sentence(error), Fault(error["code"]))
    return answer.get("result")


def event_line(method: str, params: Mapping[str, object]) -> bytes:
    """The line that tells of something that nobody asked for."""
    return _line({"method": method, "params": params})


class Requests:
    """Answers every request once, whatever its verb does."""

    def __init__(self, make_verbs: Callable[[], Mapping[str, Verb]]) -> None:
        """`make_verbs` gives the verbs by method; it is called at the first request."""
        self._make_verbs = make_verbs

    @cached_property
    def _verbs(self) -> Mapping[str, Verb]:
        return self._make_verbs()

    def take(self, line: bytes, reply: Callable[[bytes], None]) -> Callable[[], None]:
        """Call `reply` with the answer to `line`, now or later; the result ends the waiting."""
        given = _parsed(line)
        match given:
            case {"id": str() | int() | float() | None as request_id, "method": str(method)}:
                params = given.get("params")
                read = Params(params if isinstance(params, dict) else {})
                return self._answer(Request(request_id, method, read), reply)
            case {"id": str() | int() | float() | None as request_id}:
                reply(_line({"id": request_id, **_told(_NO_REQUEST)}))
            case _:
                reply(_line({"id": None, **_told(_NO_REQUEST)}))
        return nothing_to_cancel

    def _answer(self, request: Request, reply: Callable[[bytes], None]) -> Callable[[], None]:
        def answer(outcome: object) -> None:
            told = _told(outcome) if isinstance(outcome, ToldError) else {"result": outcome}
            reply(_line({"id": request.id, **told}))

        outcome: object = _BROKEN  # stays if the verb raises what it must not
        try:
            outcome = self._outcome(request)
        finally:
            if isinstance(outcome, Later):
                outcome.then(answer)
            else:
                answer(outcome)
        return outcome.abandon if isinstance(outcome, Later) else nothing_to_cancel

    def _outcome(self, request: Request) -> object:
        verb = self._verbs.get(request.method)
        try:
            if verb is None:
                raise VerbError(f"{request.method} unimplemented", Fault.USAGE)
            return verb(request.params)
        except ToldError as error:
            return error


class Waiting:
    """What one client waits for: given up together when the client goes, forgotten when told."""

    def __init__(self, requests: Requests) -> None:
        self._requests = requests
        self._cancels: dict[object, Callable[[], None]] = {}

    def take(self, line: bytes, reply: Callable[[bytes], None]) -> None:
        """Call `reply` with the answer to `line`, unless everything is abandoned before."""
        key = object()
        self._cancels[key] = nothing_to_cancel

        def answer(told: bytes) -> None:
            self._cancels.pop(key, None)
            reply(told)

        cancel = self._requests.take(line, answer)
        if key in self._cancels:
            self._cancels[key] = cancel

    def abandon(self) -> None:
        """Nobody waits any more."""
        cancels, self._cancels = self._cancels, {}
        for cancel in cancels.values():
            cancel()


def _parsed(line: bytes) -> Any:
    """The value of a line; None if it is no JSON."""
    try:
        return json.loads(line, parse_int=_whole, parse_float=_finite, parse_constant=_finite)
    except (ValueError, RecursionError):
        return None


def _finite(written: str) -> float | None:
    """The number, None for NaN and infinity: no JSON that JavaScript reads can hold them."""
    number = float(written)
    return number if isfinite(number) else None


def _whole(written: str) -> int | None:
    return int(written) if len(written) <= _LONGEST_NUMBER else None


def _told(error: ToldError) -> dict[str, object]:
    fault = error.fault if isinstance(error, VerbError) else Fault.REFUSED
    told: dict[str, object] = {"message": str(error), "code": fault.value}
    if isinstance(error.sentence, Sentence):
        told["sentence"] = error.sentence.record()
    return {"error": told}


def _sentence(error: Mapping[str, Any]) -> str:
    """What an error says, which whoever asked can say in a language of their own."""
    if "sentence" in error:
        return Sentence.of_record(error["sentence"])
    return str(error["message"])


def _line(message: Mapping[str, object]) -> bytes:
    return json.dumps(message, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
