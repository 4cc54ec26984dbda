"""Why a call ended as it did, as one line for a person, and what would help.

A line is made when somebody reads it: the record says how the call was decided, the history by whom
and when.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from difflib import get_close_matches
from enum import Enum

from miniapp_host.api.calls.journal import CallRecord, How
from miniapp_host.devices.switches import Switch
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.permissions.guards import GUARDS
from miniapp_host.permissions.history import Entry, History
from miniapp_host.permissions.scopes import SCOPES, scope_named
from miniapp_host.texts import Texts

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SWITCHES = {
    Switch.LOCATION: "Location",
    Switch.ALBUM: "Album",
    Switch.BLUETOOTH: "Bluetooth",
    Switch.CAMERA: "Camera",
    Switch.MICROPHONE: "Microphone",
}
GRANTED_BY = {
    Actor.PROMPT: "you allowed {scope} on {when}",
    Actor.SETTINGS: "you switched {scope} on in Settings on {when}",
    Actor.COMMAND: "the command line granted {scope} on {when}",
    Actor.SCRIPT: "a script granted {scope} on {when}",
    Actor.EARLIER: "{scope} was granted before this phone kept a history",
    None: "{scope} is granted",
}
DENIED_BY = {
    Actor.PROMPT: "you rejected {scope} on {when}",
    Actor.SETTINGS: "you switched {scope} off in Settings on {when}",
    Actor.COMMAND: "the command line denied {scope} on {when}",
    Actor.SCRIPT: "a script denied {scope} on {when}",
    Actor.EARLIER: "{scope} was denied before this phone kept a history",
    None: "{scope} is denied",
}
REFUSALS = {
    How.ASKED_DISMISSED: "Asked: you dismissed the question, which decides nothing. The next call "
    "asks again.",
    How.NO_TAP: "Refused: {name} needs a tap of the last 5 seconds, and a tap counts once. "
    "Call it from a tap's handler.",
    How.NOT_DECLARED: "Refused: app.json does not name {name} in requiredPrivateInfos. "
    "Add it there.",
    How.NO_PURPOSE: "Refused: app.json does not say what {scope} is for. Add {key}.",
    How.CONTRACT_REFUSED: "Refused: the program's privacy contract was not accepted. "
    "For 10 seconds after that nobody is asked again.",
    How.SWITCHED_OFF: "Refused: {switch} is switched off on the phone, for every program. "
    "Switch it on; what was decided about the program stays as it is.",
    How.NOT_RECORDED: "Failed: the decision could not be read or written, so nothing was granted. "
    "The phone said what was wrong.",
    How.TAKEN_BACK: "Refused: {scope} was taken back before {name} was through.",
    How.NOT_IN_FRONT: "Refused: {name} does not run while the person has left the program.",
}
FAILURES = {
    "cancel": "You cancelled.",
    "file doesn't exist": "There is no such file.",
    "invalid file type": "The file is not of a kind that {name} takes.",
    "not supported": "This phone does not have {name}.",
    "internal error": "That is a mistake of the phone's own; its log says more.",
}

_SLACK = timedelta(milliseconds=1)
"""The history keeps whole milliseconds."""


class Help(Enum):
    """What a person can do about it."""

    OPEN_SETTINGS = "open settings"
    ASK_AGAIN = "ask again"
    SWITCH_ON = "switch on"
    DECLARE = "declare"
    ANSWER = "answer"


@dataclass(frozen=True)
class Declaration:
    """What is missing in a file of the program: under `key` there should be `value`."""

    file: str
    key: str
    value: str


@dataclass(frozen=True)
class Why:
    """The line, and the ways to help; `switches` are the phone's own that are to be switched on."""

    sentence: str
    helps: tuple[Help, ...] = ()
    switches: tuple[Switch, ...] = ()
    declare: Declaration | None = None


@dataclass(frozen=True)
class Explainer:
    """Explains records by the history; `zone` is that of the times, None for the machine's."""

    history: History
    zone: tzinfo | None = field(default=None)

    def why(self, record: CallRecord, texts: Texts) -> Why:
        """Why the call ended as it did, or what it waits for, in the language of `texts`."""
        match record.how:
            case None:
                return _undecided(record, texts)
            case How.GRANTED_BEFORE:
                deed = self._deed_before(record, Decision.GRANTED, texts)
                told = texts("Allowed at once: {deed}.", deed=deed)
                return Why(_then(told, record, texts), (Help.ASK_AGAIN,))
            case How.DENIED_BEFORE:
                deed = self._deed_before(record, Decision.DENIED, texts)
                told = texts(
                    "Denied at once: {deed}. Allow it in Settings, or ask again.", deed=deed
                )
                return Why(told, (Help.OPEN_SETTINGS, Help.ASK_AGAIN))
            case How.ASKED_ALLOWED | How.ASKED_REJECTED:
                return self._asked(record, texts)
            case How.UNKNOWN_SCOPE:
                return _unknown(record, texts)
            case _:
                return _refused(record, record.how, texts)

    def _asked(self, record: CallRecord, texts: Texts) -> Why:
        if record.before is None:
            return _asked_each_time(record, texts)
        allowed = record.how is How.ASKED_ALLOWED
        decision = Decision.GRANTED if allowed else Decision.DENIED
        entry = self._answer(record, decision)
        deed = self._deed(record, decision, entry, texts)
        told = texts(_asked_how(record, entry), deed=deed)
        if allowed:
            return Why(_then(told, record, texts), (Help.ASK_AGAIN,))
        advice = texts("Allow it in Settings, or ask again.")
        helps = (Help.OPEN_SETTINGS, Help.ASK_AGAIN)
        return Why(texts("{problem} {remedy}", problem=told, remedy=advice), helps)

    def _deed_before(self, record: CallRecord, decision: Decision, texts: Texts) -> str:
        """Who made the decision that stood when the call came, and when."""
        earlier = [e for e in self._entries(record) if e.at is None or e.at <= record.at]
        entry = earlier[-1] if earlier and earlier[-1].new is decision else None
        return self._deed(record, decision, entry, texts)

    def _answer(self, record: CallRecord, decision: Decision) -> Entry | None:
        """The entry that answered the question of the call; None if it is not kept any more."""
        asked = record.at - _SLACK
        later = (e for e in self._entries(record) if e.at is not None and e.at >= asked)
        return next((entry for entry in later if entry.new is decision), None)

    def _entries(self, record: CallRecord) -> tuple[Entry, ...]:
        try:
            return self.history.of(record.subject, record.scope or "")
        except StoreError:
            return ()

    def _deed(
        self, record: CallRecord, decision: Decision, entry: Entry | None, texts: Texts
    ) -> str:
        phrases = GRANTED_BY if decision is Decision.GRANTED else DENIED_BY
        when = self._when(entry.at, record, texts) if entry and entry.at else ""
        phrase = phrases[entry.actor if entry else None]
        return texts(phrase, scope=_scope_title(record, texts), when=when)

    def _when(self, at: datetime, record: CallRecord, texts: Texts) -> str:
        return day_and_time(at.astimezone(self.zone), record.at.astimezone(self.zone), texts)


def day_and_time(moment: datetime, now: datetime, texts: Texts) -> str:
    """A local time as day and time of day, with the year if that is not the one of `now`."""
    month, time = texts(MONTHS[moment.month - 1]), f"{moment:%H:%M}"
    if moment.year == now.year:
        return texts("{day} {month} at {time}", day=moment.day, month=month, time=time)
    return texts(
        "{day} {month} {year} at {time}", day=moment.day, month=month, year=moment.year, time=time
    )


def _asked_how(record: CallRecord, entry: Entry | None) -> str:
    if entry is not None and entry.actor is not Actor.PROMPT:
        return "Asked, but before you answered, {deed}."
    return "Asked by an open question: {deed}." if record.joined else "Asked: {deed}."


def _undecided(record: CallRecord, texts: Texts) -> Why:
    if record.waits:
        words = "Waits for your answer about {scope}, with the calls that asked before."
        words = words if record.joined else "Waits for your answer about {scope}."
        return Why(texts(words, scope=_scope_title(record, texts)), (Help.ANSWER,))
    if record.result == f"{record.name}:ok":
        return Why(texts("Done: {name} needs no permission.", name=record.name))
    return Why(_outcome(record, texts))


def _then(told: str, record: CallRecord, texts: Texts) -> str:
    """`told`, and what came after it unless all went well."""
    if record.result == f"{record.name}:ok":
        return told
    return texts("{problem} {remedy}", problem=told, remedy=_outcome(record, texts))


def _outcome(record: CallRecord, texts: Texts) -> str:
    """What became of a call that nothing stood in the way of."""
    if record.runs:
        return texts("It still runs.")
    if record.result is None:
        return texts("The program was closed before it was answered.")
    reason = record.result.partition(":fail")[2].strip(" :;")
    if reason.startswith("parameter error"):
        wrong = reason.partition(":")[2].strip()
        return texts("The arguments are wrong: {wrong}. Nothing else was looked at.", wrong=wrong)
    if reason in FAILURES:
        return texts(FAILURES[reason], name=record.name)
    return texts("It failed by itself: {reason}.", reason=reason or record.result)


def _asked_each_time(record: CallRecord, texts: Texts) -> Why:
    if record.how is How.ASKED_ALLOWED:
        words = "Asked, as at each call of {name}: you allowed it."
        return Why(_then(texts(words, name=record.name), record, texts))
    words = "Asked, as at each call of {name}: you rejected it. The next call asks again."
    return Why(texts(words, name=record.name))


def _unknown(record: CallRecord, texts: Texts) -> Why:
    told = texts("Refused: there is no scope “{scope}”.", scope=record.scope or "")
    for near in get_close_matches(record.scope or "", [one.id for one in SCOPES], n=1):
        told = texts(
            "{problem} {remedy}", problem=told, remedy=texts("Did you mean {word}?", word=near)
        )
    return Why(told)


def _refused(record: CallRecord, how: How, texts: Texts) -> Why:
    switches = GUARDS.conditions(record.name, {}).switches if how is How.SWITCHED_OFF else ()
    declare = _missing(record, how)
    sentence = texts(
        REFUSALS[how],
        name=record.name,
        scope=_scope_title(record, texts),
        key=declare.key if declare else "",
        switch=", ".join(texts(SWITCHES[one]) for one in switches),
    )
    helps = (Help.SWITCH_ON,) if switches else (Help.DECLARE,) if declare else ()
    return Why(sentence, helps, switches, declare)


def _missing(record: CallRecord, how: How) -> Declaration | None:
    if how is How.NOT_DECLARED:
        return Declaration("app.json", "requiredPrivateInfos", record.name)
    if how is How.NO_PURPOSE:
        return Declaration("app.json", f'permission["{record.scope}"].desc', "")
    return None


def _scope_title(record: CallRecord, texts: Texts) -> str:
    """The scope as the settings call it; one that this phone does not know by its id."""
    known = scope_named(record.scope or "")
    return texts.of(known.title) if known else record.scope or ""
