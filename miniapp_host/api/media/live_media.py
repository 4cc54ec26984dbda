"""Live sound and picture: `<live-pusher>`, joinVoIPChat, VKSession. They ask; nothing is sent.

A `<live-pusher>` asks when it is shown; `livePusherStop` tells the service that the person took
one of its scopes back, or switched camera or microphone off. Its calls and the session's come under
internal names.
"""

from collections.abc import Callable

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.dispatcher import NOT_SUPPORTED
from miniapp_host.api.calls.endpoint import Endpoint, Kind, Parameter
from miniapp_host.api.calls.session import Session
from miniapp_host.devices.switches import Switch, Switches
from miniapp_host.permissions.decisions import Change, Decision
from miniapp_host.permissions.store import PermissionStore

CAMERA, RECORD = "scope.camera", "scope.record"
_SWITCHES = {Switch.CAMERA: CAMERA, Switch.MICROPHONE: RECORD}
_PARTS = {CAMERA: "camera", RECORD: "microphone"}
_CHAT = (*map(Parameter, ("groupId", "nonceStr", "signature")), Parameter("timeStamp", Kind.NUMBER))


class LiveMedia:
    """Keeps which programs show a `<live-pusher>`, and which scopes it was given."""

    def __init__(self, store: PermissionStore, switches: Switches) -> None:
        self._switches = switches
        self._open: dict[Session, set[str]] = {}
        store.watch(self._heed_change)
        switches.watch(self._heed_switch)

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        camera, microphone = self._opener(CAMERA), self._opener(RECORD)
        return (
            Endpoint("LivePusher.openCamera", camera, guarded=True, internal=True),
            Endpoint("LivePusher.openMicrophone", microphone, guarded=True, internal=True),
            Endpoint("VKSession.start", _refuse, guarded=True, internal=True),
            Endpoint("joinVoIPChat", _refuse, guarded=True, parameters=_CHAT),
        )

    def _opener(self, scope: str) -> Callable[[Call], None]:
        def open_part(call: Call) -> None:
            self._opened(call.session).add(scope)
            call.ok()

        return open_part

    def _opened(self, session: Session) -> set[str]:
        if session not in self._open:
            self._open[session] = set()
            session.when_closed(lambda: self._forget(session))
        return self._open[session]

    def _forget(self, session: Session) -> None:
        del self._open[session]

    def _heed_change(self, change: Change) -> None:
        if change.decision is Decision.GRANTED:
            return
        for session in tuple(self._open):
            if session.subject == change.subject:
                self._stop(session, change.scope)

    def _heed_switch(self, switch: Switch) -> None:
        scope = _SWITCHES.get(switch)
        if scope is not None and not self._switches.is_on(switch):
            for session in tuple(self._open):
                self._stop(session, scope)

    def _stop(self, session: Session, scope: str) -> None:
        if scope in self._open[session]:
            self._open[session].discard(scope)
            session.emit("livePusherStop", {"part": _PARTS[scope]})


def _refuse(_: Call) -> None:
    raise CallError(NOT_SUPPORTED, Errno.NOT_SUPPORTED)
