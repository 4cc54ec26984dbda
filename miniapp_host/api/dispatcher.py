"""From a name and some JSON to an answer: finds the endpoint, checks what must be true, runs it."""

from collections.abc import Callable, Iterable, Mapping

from miniapp_host.api.asking import Asking
from miniapp_host.api.call import Call, CallError, Errno, Result, failure
from miniapp_host.api.endpoint import Endpoint, SyncEndpoint
from miniapp_host.api.parameters import parameter_error
from miniapp_host.api.session import Session
from miniapp_host.devices.switches import Switches
from miniapp_host.permissions.scopes import scope_named

NO_TAP = "can only be invoked by user TAP gesture."
UNDECLARED = "the api need to be declared in the requiredPrivateInfos field in app.json/ext.json"
SWITCHED_OFF = "system permission denied"
NOT_SUPPORTED = "not supported"
CLOSED = "interrupted"


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
        if not session.is_open:
            return
        given = arguments if isinstance(arguments, Mapping) else {}
        call = Call(name, given, session, respond)
        call.attempt(lambda: self._check_and_run(call))

    def answer_sync(self, session: Session, name: str, arguments: object) -> Result:
        """`{"value": …}`, or `{"error": "X:fail …"}` for the service to throw."""
        if not session.is_open:
            return {"error": failure(name, CLOSED)["errMsg"]}
        given = list(arguments) if isinstance(arguments, list | tuple) else []
        results: list[Result] = []
        call = Call(name, {}, session, results.append)
        call.attempt(lambda: call.ok({"value": self._run_sync(session, name, given)}))
        (result,) = results
        return {"value": result["value"]} if "value" in result else {"error": result["errMsg"]}

    def close(self, session: Session) -> None:
        """The program is closed: its prompts go, its later answers are void."""
        session.close()
        self._asking.cancel(session)

    def _run_sync(self, session: Session, name: str, arguments: list[object]) -> object:
        endpoint = self._sync_endpoints.get(name)
        if endpoint is None:
            raise CallError(NOT_SUPPORTED, Errno.NOT_SUPPORTED)
        return endpoint.run(session, arguments)

    def _check_and_run(self, call: Call) -> None:
        """The checks in the order that permissions.md fixes; each raises CallError."""
        endpoint = self._endpoints.get(call.name)
        if endpoint is None:
            raise CallError(NOT_SUPPORTED, Errno.NOT_SUPPORTED)
        problem = parameter_error(endpoint.parameters, call.arguments)
        if problem is not None:
            raise CallError(problem, Errno.PARAMETER)
        if endpoint.needs_tap and not call.session.taps.spend():
            raise CallError(NO_TAP)
        if endpoint.private and not declares(call.session, endpoint.name):
            raise CallError(UNDECLARED)
        scope = scope_named(endpoint.scope) if endpoint.scope else None
        if scope is not None:
            self._asking.require_purpose(call.session, scope)
        if endpoint.switch is not None and not self._switches.is_on(endpoint.switch):
            raise CallError(SWITCHED_OFF, Errno.SYSTEM_PERMISSION)
        if scope is None:
            endpoint.run(call)
        else:
            self._asking.ask(call, scope, endpoint.run)


def declares(session: Session, interface: str) -> bool:
    """Whether app.json's requiredPrivateInfos lets the program use `interface`."""
    declared = session.package.manifest.required_private_infos
    return session.version == "develop" if declared is None else interface in declared
