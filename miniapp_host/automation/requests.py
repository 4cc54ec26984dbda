"""Requests from outside and their answers, each a JSON object on a line of its own.

{"id": 1, "method": "Host.getPrompts", "params": {}} is answered with the same id and a "result", or
an "error" with "message", "code" and, if other languages can say it, "sentence". What a method does
is up to its verb.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
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
        try:
            request = _read(line)
        except VerbError as error:
            reply(_line({"id": None, **_told(error)}))
            return nothing_to_cancel
        return self._answer(request, reply)

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


def _read(line: bytes) -> Request:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        given = None
    match given:
        case {"id": str() | int() | float() | None as request_id, "method": str(method)}:
            params = given.get("params")
            return Request(request_id, method, Params(params if isinstance(params, dict) else {}))
        case _:
            raise VerbError(
                "A request is a JSON object on one line, with id and method.", Fault.USAGE
            )


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
