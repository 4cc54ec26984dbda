"""The camera: a `<camera>` asks when it is shown, and a photo is a picture that the person chooses.

The desktop's own camera is never opened. All calls come under internal names; `cameraStop` tells
the service that the person took the scope back, or switched the phone's camera off.
"""

from collections.abc import Iterable
from functools import partial

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.dispatcher import SWITCHED_OFF
from miniapp_host.api.calls.endpoint import Endpoint
from miniapp_host.api.calls.session import Session
from miniapp_host.api.media.album import Copy, choose_files, thumbnail
from miniapp_host.devices.album import Media
from miniapp_host.devices.movies import Movie, read_movie
from miniapp_host.devices.switches import Switch, Switches
from miniapp_host.permissions.decisions import Change, Decision
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.texts import Sentence

CAMERA = "scope.camera"


class Camera:
    """Keeps which programs show a camera and which are filming."""

    def __init__(self, store: PermissionStore, switches: Switches) -> None:
        self._store = store
        self._switches = switches
        self._shown: set[Session] = set()
        self._filming: set[Session] = set()
        store.watch(self._heed_change)
        switches.watch(self._heed_switch)

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        guarded = {
            "insertCamera": self.show,
            "CameraContext.takePhoto": take_photo,
            "CameraContext.startRecord": self.film,
        }
        return (
            *(Endpoint(name, run, guarded=True, internal=True) for name, run in guarded.items()),
            Endpoint("CameraContext.stopRecord", self.end_film, internal=True),
        )

    def show(self, call: Call) -> None:
        """Note that a `<camera>` is on the page."""
        _remember(self._shown, call.session)
        call.ok()

    def film(self, call: Call) -> None:
        """Begin to film; the video is chosen at the end. Raises CallError if it films already."""
        if call.session in self._filming:
            raise CallError("is recording")
        _remember(self._filming, call.session)
        call.ok()

    def end_film(self, call: Call) -> None:
        """Let the person choose a video as the one filmed; raises CallError if none was begun."""
        session = call.session
        if session not in self._filming:
            raise CallError("is not recording")
        self._filming.discard(session)

        def on_copied(copies: list[Copy]) -> None:
            (copy,) = copies
            thumb = thumbnail(session, read_movie(copy.file) or Movie())
            call.ok({"tempThumbPath": thumb, "tempVideoPath": copy.url})

        call.check_at_each_step(partial(self._require_camera, session))
        choose_files(call, Media.VIDEOS, 1, on_copied)

    def _require_camera(self, session: Session) -> None:
        if not self._switches.camera:
            raise CallError(SWITCHED_OFF, Errno.SYSTEM_PERMISSION)
        if self._store.decision(session.subject, CAMERA) is not Decision.GRANTED:
            raise CallError("auth deny", Errno.AUTH_DENIED)

    def _heed_change(self, change: Change) -> None:
        if change.scope != CAMERA or change.decision is Decision.GRANTED:
            return
        self._stop(one for one in self._shown | self._filming if one.subject == change.subject)

    def _heed_switch(self, switch: Switch) -> None:
        if switch is Switch.CAMERA and not self._switches.camera:
            self._stop(self._shown | self._filming)

    def _stop(self, sessions: Iterable[Session]) -> None:
        for session in tuple(sessions):
            self._shown.discard(session)
            self._filming.discard(session)
            session.emit("cameraStop", {})


def take_photo(call: Call) -> None:
    """Let the person choose the picture that the camera would have taken."""
    call.session.log_once(
        "info", Sentence("The camera takes the picture that you choose from the album.")
    )

    def on_copied(copies: list[Copy]) -> None:
        (copy,) = copies
        call.ok({"tempImagePath": copy.url})

    choose_files(call, Media.PICTURES, 1, on_copied)


def _remember(sessions: set[Session], session: Session) -> None:
    if session not in sessions:
        sessions.add(session)
        session.when_closed(lambda: sessions.discard(session))
