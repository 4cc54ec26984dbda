"""Reads and sets what was decided about a program's scopes."""

from miniapp_host.automation.known_program import subject_in
from miniapp_host.automation.params import Params
from miniapp_host.automation.requests import Verb
from miniapp_host.automation.scope_words import scopes_named, states_named
from miniapp_host.permissions.decisions import Actor, Decision, Subject
from miniapp_host.permissions.history import Entry
from miniapp_host.permissions.scopes import SCOPES
from miniapp_host.phone.memory import PhoneMemory

GET = "Host.getPermissions"
SET = "Host.setPermissions"
RESET = "Host.resetPermissions"
HISTORY = "Host.getHistory"


class PermissionVerbs:
    """The verbs over one memory, in which `actor` decides.

    `version` is meant where a request names none.
    """

    def __init__(self, memory: PhoneMemory, version: str, actor: Actor) -> None:
        self._memory = memory
        self._version = version
        self._actor = actor

    def verbs(self) -> dict[str, Verb]:
        """The verbs by method."""
        return {
            GET: self.get,
            SET: self.set,
            RESET: self.reset,
            HISTORY: self.history,
        }

    def get(self, params: Params) -> object:
        """Every scope with its state, who decided it and since when."""
        return self._told(self._subject(params))

    def set(self, params: Params) -> object:
        """Decide the scopes in "states", by scope or "all", in one commit; none if one fails."""
        subject, states = self._subject(params), states_named(params.text_by_text("states"))
        self._memory.store.decide_all(subject, states, self._actor)
        return self._told(subject)

    def reset(self, params: Params) -> object:
        """Take back the decisions about "scopes", or about all."""
        subject, words = self._subject(params), params.texts_or_none("scopes")
        scopes = self._memory.store.decisions(subject) if words is None else scopes_named(words)
        undecided = dict.fromkeys(scopes, Decision.UNDECIDED)
        self._memory.store.decide_all(subject, undecided, self._actor)
        return self._told(subject)

    def history(self, params: Params) -> object:
        """Everything that was ever decided about the program, oldest first."""
        entries = self._memory.store.history.entries(self._subject(params).program)
        return [
            {
                "at": entry.at.isoformat(timespec="milliseconds") if entry.at else None,
                "versionType": entry.subject.version,
                "scope": entry.scope,
                "actor": entry.actor.value,
                "old": entry.old.value,
                "new": entry.new.value,
            }
            for entry in sorted(entries, key=_moment)
        ]

    def _subject(self, params: Params) -> Subject:
        return subject_in(self._memory, params, self._version)

    def _told(self, subject: Subject) -> dict[str, object]:
        decided = self._memory.store.decisions(subject)
        scopes = dict.fromkeys((*(scope.id for scope in SCOPES), *decided))
        return {
            "appid": subject.program,
            "versionType": subject.version,
            "scopes": {
                scope: self._state(subject, scope, decided.get(scope, Decision.UNDECIDED))
                for scope in scopes
            },
        }

    def _state(self, subject: Subject, scope: str, decision: Decision) -> dict[str, object]:
        last = self._memory.store.history.last(subject, scope)
        at = last.at if last else None
        return {
            "state": decision.value,
            "since": at.isoformat(timespec="milliseconds") if at else None,
            "actor": last.actor.value if last else None,
        }


def _moment(entry: Entry) -> float:
    """Seconds since 1970; what was decided before there was a history comes first."""
    return entry.at.timestamp() if entry.at else 0.0
