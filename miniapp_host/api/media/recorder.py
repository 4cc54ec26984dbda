"""wx.startRecord and the RecorderManager: recordings of the right length, all of them silence.

The desktop's microphone is never opened. The manager's calls come under internal names; what
happens to a recording reaches the service as `recorderStart`, `recorderStop` and so on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from miniapp_host.api.calls.call import Call, CallError, Errno, failure
from miniapp_host.api.calls.endpoint import Endpoint
from miniapp_host.api.calls.session import Session
from miniapp_host.devices.clock import Clock
from miniapp_host.devices.silence import Sound, write_silence
from miniapp_host.devices.switches import Switch, Switches
from miniapp_host.permissions.decisions import Change, Decision
from miniapp_host.permissions.store import PermissionStore
from miniapp_host.texts import Sentence

RECORD = "scope.record"
RATES = (8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000)
LONGEST, USUAL = 600.0, 60.0
"""Seconds."""
NOT_STARTED = "recorder not start"
BUSY = "is recording or paused"


class BrokenOff(Enum):
    """Why a recording ended without a file: what the program hears, and its number."""

    REVOKED = ("auth deny", Errno.AUTH_DENIED)
    SWITCHED_OFF = ("system permission denied", Errno.SYSTEM_PERMISSION)


OnEnd = Callable[[dict[str, object] | BrokenOff], None]


@dataclass
class Recording:
    """One recording; `since` is None while paused, `on_end` gets its file's facts."""

    sound: Sound
    limit: float
    on_end: OnEnd
    since: float | None = None
    elapsed: float = 0.0
    stop_timer: Callable[[], None] = lambda: None


class Recorder:
    """Makes one recording per program at a time.

    It ends when the person revokes the scope, or switches the phone's microphone off.
    """

    def __init__(self, store: PermissionStore, switches: Switches, clock: Clock) -> None:
        self._switches = switches
        self._clock = clock
        self._running: dict[Session, Recording] = {}
        store.watch(self._heed_change)
        switches.watch(self._heed_switch)

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        return (
            Endpoint("startRecord", self.record, guarded=True),
            Endpoint("stopRecord", self.stop_record),
            Endpoint("RecorderManager.start", self.start, guarded=True, internal=True),
            Endpoint("RecorderManager.pause", self.pause, internal=True),
            Endpoint("RecorderManager.resume", self.resume, internal=True),
            Endpoint("RecorderManager.stop", self.stop, internal=True),
        )

    def record(self, call: Call) -> None:
        """Begin a recording; the answer comes at its end, after a minute at the latest."""

        def on_end(result: dict[str, object] | BrokenOff) -> None:
            if isinstance(result, BrokenOff):
                call.fail(*result.value)
            else:
                call.ok({"tempFilePath": result["tempFilePath"]})

        self._begin(call, Recording(Sound(), USUAL, on_end))

    def stop_record(self, call: Call) -> None:
        """End what startRecord began; raises CallError if nothing is recorded."""
        self._recording(call)
        self._end(call.session)
        call.ok()

    def start(self, call: Call) -> None:
        """Begin a recording; `duration` is in milliseconds.

        What a program asks for as mp3 or aac becomes WAV, as nothing here encodes them.
        """
        session = call.session
        limit = max(0.001, min(LONGEST, call.number("duration", USUAL * 1000) / 1000))

        def on_end(result: dict[str, object] | BrokenOff) -> None:
            if isinstance(result, BrokenOff):
                session.emit("recorderError", failure("operateRecorder", *result.value))
            else:
                session.emit("recorderStop", result)

        self._begin(call, Recording(_sound(call), limit, on_end))
        session.emit("recorderStart", {})
        call.ok()

    def pause(self, call: Call) -> None:
        """Pause the recording; a second call is no failure. Raises CallError if there is none."""
        recording = self._recording(call)
        recording.elapsed = self._length(recording)
        recording.since = None
        recording.stop_timer()
        call.session.emit("recorderPause", {})
        call.ok()

    def resume(self, call: Call) -> None:
        """Continue the paused recording; raises CallError if there is none."""
        recording = self._recording(call)
        if recording.since is None:
            self._run(call.session, recording)
        call.session.emit("recorderResume", {})
        call.ok()

    def stop(self, call: Call) -> None:
        """End the recording; its file exists when the program hears of it.

        Raises CallError if there is none.
        """
        self._recording(call)
        self._end(call.session)
        call.ok()

    def _recording(self, call: Call) -> Recording:
        recording = self._running.get(call.session)
        if recording is None:
            raise CallError(NOT_STARTED)
        return recording

    def _begin(self, call: Call, recording: Recording) -> None:
        session = call.session
        if session in self._running:
            raise CallError(BUSY)
        session.log_once(
            "info", Sentence("The recording will be silent: this phone does not listen.")
        )
        self._running[session] = recording
        session.when_closed(lambda: self._forget(session))
        self._run(session, recording)

    def _run(self, session: Session, recording: Recording) -> None:
        recording.since = self._clock.now()
        left = recording.limit - recording.elapsed
        recording.stop_timer = self._clock.after(left, lambda: self._end(session))

    def _length(self, recording: Recording) -> float:
        running = 0.0 if recording.since is None else self._clock.now() - recording.since
        return max(0.0, min(recording.limit, recording.elapsed + running))

    def _end(self, session: Session) -> None:
        recording = self._drop(session)
        if recording is None:
            return
        seconds = self._length(recording)
        file, url = session.files.new_temporary(".wav" if recording.sound.header else ".pcm")
        size = write_silence(file, seconds, recording.sound)
        recording.on_end({"tempFilePath": url, "duration": round(seconds * 1000), "fileSize": size})

    def _drop(self, session: Session) -> Recording | None:
        recording = self._running.pop(session, None)
        if recording is not None:
            recording.stop_timer()
        return recording

    def _forget(self, session: Session) -> None:
        self._drop(session)

    def _heed_change(self, change: Change) -> None:
        if change.scope != RECORD or change.decision is Decision.GRANTED:
            return
        for session in [one for one in self._running if one.subject == change.subject]:
            self._break_off(session, BrokenOff.REVOKED)

    def _heed_switch(self, switch: Switch) -> None:
        if switch is Switch.MICROPHONE and not self._switches.microphone:
            for session in tuple(self._running):
                self._break_off(session, BrokenOff.SWITCHED_OFF)

    def _break_off(self, session: Session, why: BrokenOff) -> None:
        recording = self._drop(session)
        if recording is not None:
            recording.on_end(why)


def _sound(call: Call) -> Sound:
    rate = round(call.number("sampleRate", 8000))
    channels = 1 if call.number("numberOfChannels", 2) == 1 else 2
    form = call.string("format", "aac").lower()
    if form not in ("wav", "pcm"):
        call.session.log_once(
            "info", Sentence("It will be WAV: this phone has no encoder for {form}.", form=form)
        )
    if rate not in RATES:
        raise CallError("sampleRate is invalid")
    return Sound(rate, channels, header=form != "pcm")
