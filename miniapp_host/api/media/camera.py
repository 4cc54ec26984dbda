"""The camera: a `<camera>` asks when it is shown, and a photo is a picture that the person chooses.

The desktop's own camera is never opened. All calls come under internal names; `cameraStop` tells
the service that the person took the scope back, or switched the phone's camera off.
"""

from collections.abc import Iterable

from miniapp_host.api.calls.call import Call, CallError
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
        self._switches = switches
        self._shown: set[Session] = set()
        self._filming: dict[Session, Call] = {}
        """The call that began to film."""
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
        session = call.session
        if session not in self._shown:
            self._shown.add(session)
            session.when_closed(lambda: self._forget(session))
        call.ok()

    def film(self, call: Call) -> None:
        """Begin to film; the video is chosen at the end. Raises CallError if it films already."""
        session = call.session
        if session in self._filming:
            raise CallError("is recording")
        self._filming[session] = call
        session.when_closed(lambda: self._forget(session))
        call.ok()

    def end_film(self, call: Call) -> None:
        """Let the person choose a video as the one filmed; raises CallError if none was begun."""
        session = call.session
        if session not in self._filming:
            raise CallError("is not recording")
        call.check_like(self._filming.pop(session))

        def on_copied(copies: list[Copy]) -> None:
            (copy,) = copies
            thumb = thumbnail(session, read_movie(copy.file) or Movie())
            call.ok({"tempThumbPath": thumb, "tempVideoPath": copy.url})

        choose_files(call, Media.VIDEOS, 1, on_copied)

    def _heed_change(self, change: Change) -> None:
        if change.scope != CAMERA or change.decision is Decision.GRANTED:
            return
        self._stop(one for one in self._users if one.subject == change.subject)

    def _heed_switch(self, switch: Switch) -> None:
        if switch is Switch.CAMERA and not self._switches.camera:
            self._stop(self._users)

    @property
    def _users(self) -> set[Session]:
        return self._shown | self._filming.keys()

    def _stop(self, sessions: Iterable[Session]) -> None:
        for session in tuple(sessions):
            self._forget(session)
            session.emit("cameraStop", {})

    def _forget(self, session: Session) -> None:
        self._shown.discard(session)
        self._filming.pop(session, None)


def take_photo(call: Call) -> None:
    """Let the person choose the picture that the camera would have taken."""
    call.session.log_once(
        "info", Sentence("The camera takes the picture that you choose from the album.")
    )

    def on_copied(copies: list[Copy]) -> None:
        (copy,) = copies
        call.ok({"tempImagePath": copy.url})

    choose_files(call, Media.PICTURES, 1, on_copied)
