"""The journal of calls: what programs called, how it was decided, what came of it.

It is kept for the phone's run and bounded. A call costs one small note; the records are made of the
notes when somebody reads them.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

from miniapp_host.api.calls.argument_text import argument_text
from miniapp_host.permissions.decisions import Decision, Subject
from miniapp_host.watchers import Notice, Unwatch, Watchers

if TYPE_CHECKING:
    from miniapp_host.api.calls.session import Session

MOST_RECORDS = 10_000


class How(Enum):
    """How a call of a guarded interface, or an `authorize`, was decided."""

    GRANTED_BEFORE = "granted before"
    DENIED_BEFORE = "denied before"
    ASKED_ALLOWED = "asked: allowed"
    ASKED_REJECTED = "asked: rejected"
    ASKED_DISMISSED = "asked: dismissed"
    NO_TAP = "no tap"
    NOT_DECLARED = "not declared"
    NO_PURPOSE = "no purpose"
    CONTRACT_REFUSED = "privacy contract refused"
    SWITCHED_OFF = "switched off on the phone"
    UNKNOWN_SCOPE = "unknown scope"
    NOT_RECORDED = "not recorded"
    TAKEN_BACK = "taken back meanwhile"
    NOT_IN_FRONT = "not in front"

    @property
    def allows(self) -> bool:
        """Whether the interface ran."""
        return self in (How.GRANTED_BEFORE, How.ASKED_ALLOWED)


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One call as it stands now; `number` is the same from its beginning to its end.

    `page` is path?query of the page in front when the call was made, `arguments` short JSON text.
    `scope` and `before`, the state of the scope at the call, are None where no scope counts;
    `before` is None, too, if the person is asked at every call (getUserProfile) or the store could
    not be read. `how` is None while it is not decided, and for what nobody decides: a call that is
    not guarded, or whose arguments are wrong. `asked`: the person was to answer; `joined`: by a
    question that was open already.
    `result` is errMsg, None while the call runs; a call whose program closed has `seconds` and no
    `result`.
    """

    number: int
    at: datetime
    subject: Subject
    page: str
    name: str
    arguments: str
    scope: str | None
    before: Decision | None
    how: How | None
    asked: bool
    joined: bool
    result: str | None
    errno: int | None
    seconds: float | None

    @property
    def runs(self) -> bool:
        """Whether the program still waits for an answer."""
        return self.seconds is None

    @property
    def waits(self) -> bool:
        """Whether the person's answer is still to come."""
        return self.runs and self.asked and self.how is None


class CallNote:
    """What the journal knows of one call while it goes through the checks."""

    __slots__ = (
        "_journal",
        "arguments",
        "asked",
        "at",
        "before",
        "errno",
        "how",
        "joined",
        "name",
        "number",
        "page",
        "result",
        "scope",
        "seconds",
        "subject",
    )

    def __init__(
        self, journal: "Journal", number: int, session: "Session", name: str, arguments: str
    ) -> None:
        self._journal = journal
        self.number = number
        self.at = journal.now()
        self.subject = session.subject
        self.page = session.page
        self.name = name
        self.arguments = arguments
        self.scope: str | None = None
        self.before: Decision | None = None
        self.how: How | None = None
        self.asked = False
        self.joined = False
        self.result: str | None = None
        self.errno: int | None = None
        self.seconds: float | None = None

    @property
    def stage(self) -> tuple[How | None, bool] | None:
        """What of the call may still change, to be compared; None when nothing more comes of it."""
        return (self.how, self.asked) if self.seconds is None else None

    @property
    def waits(self) -> bool:
        """Whether the person's answer is still to come."""
        return self.seconds is None and self.asked and self.how is None

    @property
    def record(self) -> CallRecord:
        """The call as it stands now."""
        return CallRecord(
            number=self.number,
            at=datetime.fromtimestamp(self.at, UTC),
            subject=self.subject,
            page=self.page,
            name=self.name,
            arguments=self.arguments,
            scope=self.scope,
            before=self.before,
            how=self.how,
            asked=self.asked,
            joined=self.joined,
            result=self.result,
            errno=self.errno,
            seconds=self.seconds,
        )

    def found(self, scope: str, before: Decision | None, how: How) -> None:
        """Note what the store decided at once; a question before tells more than such a grant."""
        if self.how is None or how is not How.GRANTED_BEFORE:
            self.scope, self.before = scope, before
            self.decided(how)

    def asks(self, scope: str, before: Decision | None, joined: bool) -> None:
        """The person is asked from now on, or was already if the call `joined` a question."""
        self.scope, self.before, self.how = scope, before, None
        self.asked, self.joined = True, joined
        self._journal.tell(self)

    def decided(self, how: How) -> None:
        """Note what decided the call; the last thing that did counts."""
        self.how = how
        if how is not How.GRANTED_BEFORE and self.scope is not None and self.before is not None:
            self._journal.see(self.subject, self.scope, how)

    def answered(self, result: Mapping[str, object]) -> None:
        """The program gets `result`."""
        self.result = str(result["errMsg"])
        number = result.get("errno")
        self.errno = number if isinstance(number, int) else None
        self.end()

    def end(self) -> None:
        """Nothing more comes of the call."""
        self.seconds = max(0.0, self._journal.now() - self.at)
        self._journal.tell(self)


class Journal:
    """The last `limit` calls of all programs; `now` gives seconds since 1970 (UTC)."""

    def __init__(self, now: Callable[[], float], limit: int = MOST_RECORDS) -> None:
        self.now = now
        self._notes: deque[CallNote] = deque(maxlen=limit)
        self._begun = 0
        milliseconds = int(now() * 1000)
        self.begun_at = datetime.fromtimestamp(milliseconds / 1000, UTC)
        """When this run began, in whole milliseconds as the history keeps them."""
        self._seen: dict[tuple[Subject, str], set[How]] = {}
        self.changes = Notice()
        """Given when a call begins, asks or ends."""
        self.news_of_ways = Notice()
        """Given when a call was decided as none was before in this run."""
        self._watchers: Watchers[CallRecord] = Watchers()
        self._forgotten: Watchers[str] = Watchers()

    @property
    def records(self) -> tuple[CallRecord, ...]:
        """All that is kept, in the order in which the calls began."""
        return tuple(note.record for note in self._notes)

    def newest(self) -> Iterator[CallNote]:
        """The notes of all that is kept, the newest call first; none may begin meanwhile."""
        return reversed(self._notes)

    @property
    def begun(self) -> int:
        """How many calls have begun in this run."""
        return self._begun

    def begin(self, session: "Session", name: str, given: object) -> CallNote:
        """Note a call that a program makes now with `given` as its arguments."""
        self._begun += 1
        note = CallNote(self, self._begun, session, name, argument_text(given))
        self._notes.append(note)
        self.tell(note)
        return note

    def drop(self, subject: Subject) -> None:
        """The program has closed: what it waits for never comes."""
        for note in self._notes:
            if note.seconds is None and note.subject == subject:
                note.end()

    def forget(self, program: str) -> None:
        """Drop all records of a program that was deleted."""
        kept = [note for note in self._notes if note.subject.program != program]
        self._notes.clear()
        self._notes.extend(kept)
        for key in [key for key in self._seen if key[0].program == program]:
            del self._seen[key]
        self._forgotten.announce(program)

    def clear(self) -> None:
        """Drop all records."""
        programs = {note.subject.program for note in self._notes}
        for program in programs | {subject.program for subject, _ in self._seen}:
            self.forget(program)

    def see(self, subject: Subject, scope: str, how: How) -> None:
        """Remember that a call was decided so, also when its record is gone."""
        seen = self._seen.setdefault((subject, scope), set())
        if how not in seen:
            seen.add(how)
            self.news_of_ways.give()

    def seen(self, subject: Subject, scope: str) -> frozenset[How]:
        """How calls that needed the scope were decided in this run, grants of before excepted."""
        return frozenset(self._seen.get((subject, scope), ()))

    def seen_scopes(self, subject: Subject) -> frozenset[str]:
        """The scopes of which `seen` tells something."""
        return frozenset(scope for owner, scope in self._seen if owner == subject)

    @property
    def waiting(self) -> tuple[CallNote, ...]:
        """The notes of the calls that wait for the person's answer."""
        return tuple(note for note in self._notes if note.waits)

    def watch(self, callback: Callable[[CallRecord], None]) -> Unwatch:
        """Call `callback` with a call's record at its beginning, when it asks, and at its end."""
        return self._watchers.watch(callback)

    def watch_forgotten(self, callback: Callable[[str], None]) -> Unwatch:
        """Call `callback` with the id of every program whose records were dropped."""
        return self._forgotten.watch(callback)

    def tell(self, note: CallNote) -> None:
        """Tell those who watch how a call stands."""
        if self.changes.due:
            self.changes.give()
        if len(self._watchers):
            self._watchers.announce(note.record)
