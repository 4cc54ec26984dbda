"""A way that was recorded once: the points of a GPX file, and where one is after so many seconds.

GPX is read by gpxpy, of either version; a file without times is walked.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from miniapp_host.devices.coordinates import Degrees, distance
from miniapp_host.devices.place import on_the_globe
from miniapp_host.texts import FileError, Sentence, reason_of

if TYPE_CHECKING:
    from gpxpy.gpx import GPX

WALK = 1.4
"""Metres per second on a way without times."""
_LARGEST = 50_000_000
"""Bytes of a file that is still read."""


class TrackError(FileError):
    """A file is no way that can be replayed."""


@dataclass(frozen=True)
class TrackPoint:
    """Where one is `seconds` after the start; degrees and metres."""

    seconds: float
    latitude: float
    longitude: float
    altitude: float = 0.0


@dataclass(frozen=True)
class Step:
    """A moment of the way: the point, and the speed there in metres per second."""

    point: TrackPoint
    speed: float


@dataclass(frozen=True)
class Track:
    """A way of at least two points, in the order of time."""

    name: str
    points: tuple[TrackPoint, ...]

    @property
    def seconds(self) -> float:
        """How long the whole way takes."""
        return self.points[-1].seconds

    def at(self, seconds: float) -> Step:
        """The moment so many seconds after the start; before and after it the ends."""
        if seconds >= self.seconds:
            return Step(self.points[-1], 0.0)
        later = max(1, bisect_right(self.points, seconds, key=lambda point: point.seconds))
        return _between(self.points[later - 1], self.points[later], max(0.0, seconds))


@dataclass(frozen=True)
class _Mark:
    """A point as the file has it."""

    latitude: float
    longitude: float
    altitude: float
    time: datetime | None

    @property
    def degrees(self) -> Degrees:
        return self.latitude, self.longitude


def read_track(file: Path) -> Track:
    """The way in a GPX file: its tracks, else its routes, else its waypoints; raises TrackError."""
    import gpxpy  # with a model of all of GPX, which only a replay needs
    from gpxpy.gpx import GPXException

    try:
        if file.stat().st_size > _LARGEST:
            raise _bad(file, Sentence("it is larger than 50 MB"))
        gpx = gpxpy.parse(file.read_text("utf-8-sig"))
    except OSError as problem:
        raise _bad(file, reason_of(problem)) from problem
    except (GPXException, ValueError) as problem:
        raise _bad(file, Sentence("it is no GPX")) from problem
    found = [mark for mark in _marks(gpx) if on_the_globe(*mark.degrees)]
    if len(found) < 2:
        raise _bad(file, Sentence("it has fewer than two points"))
    return Track(_name(gpx) or file.stem, _timed(found))


def _bad(file: Path, problem: Sentence) -> TrackError:
    return TrackError(file.name, "", problem, Sentence("Choose a GPX file with a track."))


def _name(gpx: "GPX") -> str:
    names = (gpx.name, *(track.name for track in gpx.tracks), *(way.name for way in gpx.routes))
    return next((" ".join(name.split()) for name in names if name), "")


def _marks(gpx: "GPX") -> list[_Mark]:
    tracks = [point for way in gpx.tracks for part in way.segments for point in part.points]
    routes = [point for way in gpx.routes for point in way.points]
    return [
        _Mark(point.latitude, point.longitude, point.elevation or 0.0, point.time)
        for point in tracks or routes or gpx.waypoints
    ]


def _timed(marks: Sequence[_Mark]) -> tuple[TrackPoint, ...]:
    return tuple(
        TrackPoint(seconds, mark.latitude, mark.longitude, mark.altitude)
        for seconds, mark in zip(_seconds(marks), marks, strict=True)
    )


def _seconds(marks: Sequence[_Mark]) -> Iterator[float]:
    """The times from the start on; where one is missing or goes back, the way there is walked."""
    passed = 0.0
    yield passed
    for one, other in pairwise(marks):
        taken = (other.time - one.time).total_seconds() if one.time and other.time else 0.0
        walked = max(distance(one.degrees, other.degrees) / WALK, 0.001)
        passed += taken if taken > 0 else walked
        yield passed


def _between(one: TrackPoint, other: TrackPoint, seconds: float) -> Step:
    lasts = other.seconds - one.seconds
    share = (seconds - one.seconds) / lasts
    way = distance((one.latitude, one.longitude), (other.latitude, other.longitude))
    point = TrackPoint(
        seconds,
        one.latitude + (other.latitude - one.latitude) * share,
        one.longitude + (other.longitude - one.longitude) * share,
        one.altitude + (other.altitude - one.altitude) * share,
    )
    return Step(point, way / lasts)
