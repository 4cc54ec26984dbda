"""wx.getVideoInfo and wx.compressVideo: what a film says about itself, and a copy of it."""

from pathlib import Path

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import Endpoint, Kind, Parameter
from miniapp_host.api.files.local_files import local_file
from miniapp_host.api.media.album import copied
from miniapp_host.api.media.picture_info import WRONG_TYPE
from miniapp_host.devices.movies import Movie, read_movie
from miniapp_host.texts import Sentence

_QUALITIES = ("low", "medium", "high")


class Videos:
    """Films of the program, MP4 only: read, never decoded."""

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        source = Parameter("src")
        numbers = ("bitrate", "fps", "resolution")
        wanted = (
            Parameter("quality", required=False),
            *(Parameter(name, Kind.NUMBER, required=False) for name in numbers),
        )
        return (
            Endpoint("getVideoInfo", describe, parameters=(source,)),
            Endpoint("compressVideo", compress, parameters=(source, *wanted)),
        )


def describe(call: Call) -> None:
    """Answer what the video says of itself; sizes are in kB, as documented."""
    _, movie = _film(call)
    call.ok(
        {
            "orientation": movie.orientation,
            "type": "mp4",
            "duration": movie.duration,
            "size": kilobytes(movie.size),
            "width": movie.width,
            "height": movie.height,
            "fps": round(movie.frames_per_second, 2),
            "bitrate": movie.kilobits_per_second,
        }
    )


def compress(call: Call) -> None:
    """Answer with a copy of the same size, as nothing here encodes videos.

    Raises CallError if it is no video, or for a wrong quality or resolution.
    """
    file, movie = _film(call)
    quality, resolution = call.string("quality"), call.number("resolution", 1)
    if (quality and quality not in _QUALITIES) or not 0 < resolution <= 1:
        raise CallError("parameter error: quality or resolution is invalid", Errno.PARAMETER)
    call.session.log_once("info", Sentence("wx.compressVideo: this phone copies films as they are"))
    copy = copied(call.session, file)
    call.ok({"tempFilePath": copy.url, "size": kilobytes(movie.size)})


def kilobytes(size: int) -> float:
    """Kilobytes with two decimals, never 0 for a file that is not empty."""
    return max(0.01, round(size / 1024, 2)) if size else 0


def _film(call: Call) -> tuple[Path, Movie]:
    file = local_file(call.session, call.string("src"))
    movie = read_movie(file)
    if movie is None:
        raise CallError(WRONG_TYPE)
    return file, movie
