"""Answers calls by name and JSON: finds the endpoint, checks the conditions, runs it.

Our own mistakes answer the program and are logged.
"""

import logging
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from miniapp_host.api.calls.asking import Asking
from miniapp_host.api.calls.call import Call, CallError, Errno, Result, failure
from miniapp_host.api.calls.cause_lines import CauseLines
from miniapp_host.api.calls.endpoint import Endpoint, SyncEndpoint
from miniapp_host.api.calls.journal import How, Journal
from miniapp_host.api.calls.parameters import length_error, parameter_error
from miniapp_host.api.calls.privacy import Privacy
from miniapp_host.api.calls.session import Session
from miniapp_host.devices.switches import Switches
from miniapp_host.memory.store_error import StoreError
from miniapp_host.permissions.guards import GUARDS, Conditions, Guards

NO_TAP = "can only be invoked by user TAP gesture."
UNDECLARED = "the api need to be declared in the requiredPrivateInfos field in app.json/ext.json"
SWITCHED_OFF = "system permission denied"
NOT_IN_FRONT = "can only be invoked while the program is in front"
NOT_SUPPORTED = "not supported"
CLOSED = "interrupted"
TOO_MANY = "too many calls wait for an answer"
OUR_FAULT = "internal error"

MOST_WAITING = 10_000
"""The calls of a program that may wait for an answer: each takes some 8 kB until it has one."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class CallCount:
    """How many calls have begun in this run, and how many of them have no answer yet."""

    begun: int = 0
    waiting: int = 0


class Dispatcher:
    """Answers every call of every program, and notes it in the journal."""

    def __init__(
        self,
        endpoints: Iterable[Endpoint],
        sync_endpoints: Iterable[SyncEndpoint],
        asking: Asking,
        privacy: Privacy,
        switches: Switches,
        guards: Guards = GUARDS,
        journal: Journal | None = None,
        causes: CauseLines | None = None,
    ) -> None:
        self.journal = journal or Journal(time.time)
        self._causes = causes
        self._endpoints = {endpoint.name: endpoint for endpoint in endpoints}
        self._sync_endpoints = {endpoint.name: endpoint for endpoint in sync_endpoints}
        self._asking = asking
        self._privacy = privacy
        self._switches = switches
        self._guards = guards
        self._waiting: dict[Session, int] = {}
        """How many calls of an open program have no answer yet."""

    @property
    def guarded(self) -> frozenset[str]:
        """The endpoints that never run without a row in the table of guards."""
        return frozenset(one.name for one in self._endpoints.values() if one.guarded)

    @property
    def count(self) -> CallCount:
        """The calls of all programs until now."""
        return CallCount(self.journal.begun, sum(self._waiting.values()))

    @property
    def names(self) -> dict[str, list[str]]:
        """What `wx` offers: `async` and `sync` names, each in alphabetical order."""
        later, at_once = self._endpoints.values(), self._sync_endpoints.values()
        return {
            "async": sorted(one.name for one in later if not one.internal),
            "sync": sorted(one.name for one in at_once if not one.internal),
        }

    def dispatch(
        self,
        session: Session,
        name: str,
        arguments: object,
        respond: Callable[[Result], None],
    ) -> None:
        """Answers through `respond` at most once, now or later; not at all once it has closed.

        `arguments` is whatever the program gave; what is no object counts as an empty one.
        """
        if not session.is_open:
            return
        given = arguments if isinstance(arguments, Mapping) else {}
        note = self.journal.begin(session, name, given)

        def answer(result: Result) -> None:
            self._waiting[session] -= 1
            respond(result)
            if self._causes is not None and note.how is not None and not note.how.allows:
                self._causes.tell(session, note)

        call = Call(note, given, session, answer, self._behind_barrier)
        self._waiting[session] = self._waiting.get(session, 0) + 1
        self._behind_barrier(call, lambda: self._check_and_run(call))

    def answer_sync(self, session: Session, name: str, arguments: object) -> Result:
        """`{"value": …}`, or `{"error": "X:fail …"}` to throw, with `errno` where there is one."""
        if not session.is_open:
            return {"error": failure(name, CLOSED)["errMsg"]}
        given = list(arguments) if isinstance(arguments, list | tuple) else []
        results: list[Result] = []
        note = self.journal.begin(session, name, given)
        call = Call(note, {}, session, results.append, self._behind_barrier)
        self._behind_barrier(call, lambda: call.ok({"value": self._run_sync(session, name, given)}))
        (result,) = results
        if "value" in result:
            return {"value": result["value"]}
        number = {"errno": result["errno"]} if "errno" in result else {}
        return {"error": result["errMsg"], **number}

    def close(self, session: Session) -> None:
        """Forget a closed program: its prompts go, its later answers have no effect."""
        session.close()
        self._waiting.pop(session, None)
        self._asking.cancel(session)
        self.journal.drop(session.subject)

    def _run_sync(self, session: Session, name: str, arguments: list[object]) -> object:
        endpoint = self._sync_endpoints.get(name)
        if endpoint is None:
            raise CallError(NOT_SUPPORTED, Errno.NOT_SUPPORTED)
        return endpoint.run(session, arguments)

    def _check_and_run(self, call: Call) -> None:
        """Check arguments, tap, declaration, purpose, contract, switch and scope, in this order.

        The first that fails raises CallError. So does a call beside too many others.
        """
        endpoint = self._endpoints.get(call.name)
        if endpoint is None:
            raise CallError(NOT_SUPPORTED, Errno.NOT_SUPPORTED)
        if self._waiting[call.session] > MOST_WAITING and not endpoint.internal:
            raise CallError(TOO_MANY, Errno.INTERNAL)
        conditions = self._conditions(call, endpoint)
        call.note.scope = conditions.scopes[0].id if conditions.scopes else None
        _check_call(call, endpoint, conditions)
        for scope in conditions.scopes:
            self._asking.require_purpose(call.session, scope)
        if conditions.contract:
            self._privacy.require(
                call, lambda agreed: self._ask_and_run(agreed, endpoint, conditions)
            )
        else:
            self._ask_and_run(call, endpoint, conditions)

    def _conditions(self, call: Call, endpoint: Endpoint) -> Conditions:
        """The conditions of a call; an endpoint missing in the table raises instead of running."""
        if endpoint.guarded and endpoint.name not in self._guards.interfaces:
            raise LookupError(f"{endpoint.name} has no row in permissions/guards")
        return self._guards.conditions(endpoint.name, call.arguments)

    def _ask_and_run(self, call: Call, endpoint: Endpoint, conditions: Conditions) -> None:
        """Ask, and check again what may have changed meanwhile: before it runs, and at each step.

        A step is what a call does when the person has chosen something, say.
        """
        self._check_switches(conditions)

        def check() -> None:
            self._check_switches(conditions)
            self._asking.require_granted(call.session, conditions.scopes)

        def run(granted: Call) -> None:
            self._check_switches(conditions)
            self._asking.require_granted(granted.session, conditions.scopes[:-1])
            if conditions.in_front and not granted.session.in_front:
                raise CallError(NOT_IN_FRONT, how=How.NOT_IN_FRONT)
            granted.check_at_each_step(check)
            endpoint.run(granted)

        self._asking.ask_each(call, conditions.scopes, run)

    def _check_switches(self, conditions: Conditions) -> None:
        for switch in conditions.switches:
            if not self._switches.is_on(switch):
                raise CallError(SWITCHED_OFF, Errno.SYSTEM_PERMISSION, how=How.SWITCHED_OFF)

    def _behind_barrier(self, call: Call, step: Callable[[], None]) -> None:
        """Run `step`; an error that it raises becomes the answer."""
        try:
            step()
        except CallError as problem:
            if problem.how is not None:
                self._asking.note_refusal(call, problem.how)
            call.fail(problem.reason, problem.errno, problem.err_code)
        except StoreError as problem:
            _log.info("%s of %s failed: %s", call.name, call.session.program, problem)
            call.fail(problem.problem.rstrip("."), Errno.INTERNAL)
        except Exception:  # noqa: BLE001 - our own mistake must not leave the program waiting
            _log.exception("%s of %s failed", call.name, call.session.program)
            call.fail(OUR_FAULT, Errno.INTERNAL)


def _check_call(call: Call, endpoint: Endpoint, conditions: Conditions) -> None:
    """Check arguments, then tap, then declaration; raises CallError."""
    problem = parameter_error(endpoint.parameters, call.arguments)
    problem = problem or length_error(endpoint.long, call.arguments)
    if problem is not None:
        raise CallError(problem, Errno.PARAMETER)
    if conditions.needs_tap and not call.session.taps.spend():
        raise CallError(NO_TAP, how=How.NO_TAP)
    if conditions.declared and not declares(call.session, endpoint.name):
        raise CallError(UNDECLARED, how=How.NOT_DECLARED)


def declares(session: Session, interface: str) -> bool:
    """Whether app.json's requiredPrivateInfos lets the program use `interface`."""
    declared = session.package.manifest.required_private_infos
    return session.version == "develop" if declared is None else interface in declared
