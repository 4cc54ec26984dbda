"""From a name and some JSON to an answer: finds the endpoint, checks what must be true, runs it.

The only broad `except` of the product: our own mistakes answer the program and are logged.
"""

import logging
from collections.abc import Callable, Iterable, Mapping

from miniapp_host.api.asking import Asking
from miniapp_host.api.call import Call, CallFailed, Errno, Result, failure
from miniapp_host.api.endpoint import Endpoint, SyncEndpoint
from miniapp_host.api.parameters import parameter_error
from miniapp_host.api.session import Session
from miniapp_host.devices.switches import Switches
from miniapp_host.permissions.scopes import scope_named

NO_TAP = "can only be invoked by user TAP gesture."
UNDECLARED = "the api need to be declared in the requiredPrivateInfos field in app.json/ext.json"
SWITCHED_OFF = "system permission denied"
NOT_SUPPORTED = "not supported"
OUR_FAULT = "internal error"

_log = logging.getLogger(__name__)


class Dispatcher:
    """Answers every call of every program; keeps nothing about any of them."""

    def __init__(
        self,
        endpoints: Iterable[Endpoint],
        sync_endpoints: Iterable[SyncEndpoint],
        asking: Asking,
        switches: Switches,
    ) -> None:
        self._endpoints = {endpoint.name: endpoint for endpoint in endpoints}
        self._sync_endpoints = {endpoint.name: endpoint for endpoint in sync_endpoints}
        self._asking = asking
        self._switches = switches

    @property
    def names(self) -> dict[str, list[str]]:
        """What `wx` offers: `async` and `sync` names, each in alphabetical order."""
        offered = (one.name for one in self._endpoints.values() if not one.internal)
        return {"async": sorted(offered), "sync": sorted(self._sync_endpoints)}

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
        given = arguments if isinstance(arguments, Mapping) else {}
        call = Call(name, given, session, respond)
        endpoint = self._endpoints.get(name)
        if endpoint is None:
            call.fail(NOT_SUPPORTED, Errno.NOT_SUPPORTED)
        else:
            _behind_barrier(call, lambda: self._check_and_run(call, endpoint))

    def answer_sync(self, session: Session, name: str, arguments: object) -> Result:
        """`{"value": …}`, or `{"error": "X:fail …"}` for the service to throw."""
        endpoint = self._sync_endpoints.get(name)
        if endpoint is None:
            return {"error": failure(name, NOT_SUPPORTED)["errMsg"]}
        given = list(arguments) if isinstance(arguments, list | tuple) else []
        try:
            return {"value": endpoint.run(session, given)}
        except CallFailed as problem:
            return {"error": failure(name, problem.reason)["errMsg"]}
        except Exception:
            _log.exception("%s of %s failed", name, session.program)
            return {"error": failure(name, OUR_FAULT)["errMsg"]}

    def close(self, session: Session) -> None:
        """The program is closed: its prompts go, its later answers are void."""
        session.close()
        self._asking.cancel(session)

    def _check_and_run(self, call: Call, endpoint: Endpoint) -> None:
        """The checks in the order that permissions.md fixes; each raises CallFailed."""
        problem = parameter_error(endpoint.parameters, call.arguments)
        if problem is not None:
            raise CallFailed(problem, Errno.PARAMETER)
        if endpoint.needs_tap and not call.session.taps.spend():
            raise CallFailed(NO_TAP)
        if endpoint.private and not declares(call.session, endpoint.name):
            raise CallFailed(UNDECLARED)
        scope = scope_named(endpoint.scope) if endpoint.scope else None
        if scope is not None:
            self._asking.require_purpose(call.session, scope)
        if endpoint.switch is not None and not self._switches.is_on(endpoint.switch):
            raise CallFailed(SWITCHED_OFF, Errno.SYSTEM_PERMISSION)
        if scope is None:
            endpoint.run(call)
        else:
            self._asking.ask(call, scope, lambda: self._run_granted(call, endpoint))

    def _run_granted(self, call: Call, endpoint: Endpoint) -> None:
        """Runs after the person's answer, when the first barrier is long left."""
        if not call.answered:
            _behind_barrier(call, lambda: endpoint.run(call))


def declares(session: Session, interface: str) -> bool:
    """Whether app.json's requiredPrivateInfos lets the program use `interface`."""
    declared = session.package.manifest.required_private_infos
    return session.version == "develop" if declared is None else interface in declared


def _behind_barrier(call: Call, step: Callable[[], None]) -> None:
    try:
        step()
    except CallFailed as problem:
        call.fail(problem.reason, problem.errno)
    except Exception:
        _log.exception("%s of %s failed", call.name, call.session.program)
        call.fail(OUR_FAULT, Errno.INTERNAL)
