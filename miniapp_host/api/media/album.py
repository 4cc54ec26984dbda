"""Pictures and videos in and out of the album, what is known of a picture, and the preview."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.endpoint import DATA, Endpoint, Kind, Parameter
from miniapp_host.api.calls.screen import ActionSheet
from miniapp_host.api.calls.session import Session
from miniapp_host.api.files.file_places import make_temporary_room
from miniapp_host.api.files.local_files import MISSING, is_remote, local_file
from miniapp_host.api.media.picture_info import WRONG_TYPE, decoded_base64, keep_picture
from miniapp_host.devices.album import Album, Media, UnknownMediaError
from miniapp_host.devices.drawing import plain_png
from miniapp_host.devices.movies import Movie, read_movie
from miniapp_host.devices.origins import forget_origin
from miniapp_host.devices.pictures import is_mp4, read_picture
from miniapp_host.texts import Sentence, reason_of

MOST_PICTURES = 9
_DARK = (32, 34, 38)


class Copy(NamedTuple):
    """The program's own copy of a file of the album."""

    file: Path
    url: str
    size: int
    source: Path


class Pictures:
    """Moves files between the album and the program; the person chooses, the screen shows."""

    def __init__(self, album: Album) -> None:
        self._album = album

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        return (
            _saving("saveImageToPhotosAlbum", self.save_picture),
            _saving("saveVideoToPhotosAlbum", self.save_video),
            Endpoint("chooseImage", choose_pictures, guarded=True),
            Endpoint("chooseMedia", choose_media, guarded=True),
            Endpoint("chooseVideo", choose_video, guarded=True),
            Endpoint("previewImage", preview, parameters=(Parameter("urls", Kind.ARRAY),)),
            Endpoint("previewMedia", preview_media, parameters=(Parameter("sources", Kind.ARRAY),)),
            Endpoint("showShareImageMenu", self.offer_picture, parameters=(Parameter("path"),)),
            Endpoint("canvasExport", export_canvas, internal=True, long=DATA),
        )

    def save_picture(self, call: Call) -> None:
        """Save a picture; it is in the album's folder when this answers.

        Raises CallError if it is no picture or can't be written.
        """
        file = local_file(call.session, call.string("filePath"))
        if read_picture(file) is None:
            raise CallError(WRONG_TYPE)
        self._save(call, file)

    def save_video(self, call: Call) -> None:
        """Save an MP4 video; raises CallError for any other file, as documented."""
        file = local_file(call.session, call.string("filePath"))
        if not is_mp4(file):
            raise CallError(WRONG_TYPE)
        self._save(call, file)

    def offer_picture(self, call: Call) -> None:
        """Offer to save a picture, which needs no scope because the person does it.

        Raises CallError if it is no picture.
        """
        file = local_file(call.session, call.string("path"))
        if read_picture(file) is None:
            raise CallError(WRONG_TYPE)

        def on_choice(index: int | None) -> None:
            if index is None:
                raise CallError("cancel", Errno.CANCEL)
            self._save(call, file)

        sheet = ActionSheet((call.session.texts("Save Image"),))
        call.session.screen.show_action_sheet(sheet, call.later(on_choice))

    def _save(self, call: Call, file: Path) -> None:
        try:
            self._album.add(file)
        except UnknownMediaError:
            raise CallError(WRONG_TYPE) from None
        except OSError as problem:
            call.session.log(
                "error",
                Sentence("The album could not be written: {reason}.", reason=reason_of(problem)),
            )
            raise CallError("fail to save", Errno.INTERNAL) from problem
        call.ok()


def choose_pictures(call: Call) -> None:
    """Let the person choose pictures; the program gets copies."""

    def on_copied(copies: list[Copy]) -> None:
        files = [{"path": copy.url, "size": copy.size} for copy in copies]
        call.ok({"tempFilePaths": [copy.url for copy in copies], "tempFiles": files})

    choose_files(call, Media.PICTURES, _wanted(call), on_copied)


def choose_media(call: Call) -> None:
    """Let the person choose pictures, videos or both, as `mediaType` says."""

    def on_copied(copies: list[Copy]) -> None:
        files = [_media_file(call.session, copy) for copy in copies]
        kinds = {str(file["fileType"]) for file in files}
        call.ok({"type": kinds.pop() if len(kinds) == 1 else "mix", "tempFiles": files})

    choose_files(call, _media(call.arguments.get("mediaType")), _wanted(call), on_copied)


def choose_video(call: Call) -> None:
    """Let the person choose one video."""

    def on_copied(copies: list[Copy]) -> None:
        (copy,) = copies
        movie = read_movie(copy.file) or Movie()
        video = {"duration": movie.duration, "width": movie.width, "height": movie.height}
        thumb = thumbnail(call.session, movie)
        call.ok({"tempFilePath": copy.url, "thumbTempFilePath": thumb, "size": copy.size, **video})

    choose_files(call, Media.VIDEOS, 1, on_copied)


def choose_files(
    call: Call, media: Media, count: int, on_copied: Callable[[list[Copy]], None]
) -> None:
    """Let the person choose files; the call fails with `cancel` if they do not.

    A file that can't be read raises CallError in the callback.
    """

    def on_chosen(files: tuple[Path, ...]) -> None:
        if not files:
            call.fail("cancel", Errno.CANCEL)
        else:
            on_copied([copied(call.session, file) for file in files[:count]])

    call.session.screen.choose_pictures(count, call.later(on_chosen), media)


def thumbnail(session: Session, movie: Movie) -> str:
    """A dark picture of the video's shape, as no frames are decoded here."""
    make_temporary_room(session, 0)
    file, url = session.files.new_temporary(".png")
    wide, high = movie.width or 320, movie.height or 180
    scale = min(1.0, 320 / max(wide, high))
    file.write_bytes(plain_png(max(1, round(wide * scale)), max(1, round(high * scale)), _DARK))
    return url


def preview(call: Call) -> None:
    """Show pictures; `current` is one of the URLs or its index.

    Raises CallError if none can be shown.
    """
    sources = _shown(call.session, call.arguments["urls"])
    if not sources:
        raise CallError("parameter error: parameter.urls should have at least 1 item;")
    call.session.screen.preview_pictures(tuple(sources.values()), _current(call, list(sources)))
    call.ok()


def preview_media(call: Call) -> None:
    """Show pictures, and of videos their posters; raises CallError if none can be shown."""
    given = call.arguments["sources"]
    sources = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    shown = _shown(call.session, [_picture_of(call.session, source) for source in sources])
    if not shown:
        raise CallError("parameter error: parameter.sources should have at least 1 item;")
    current = max(0, min(len(shown) - 1, round(call.number("current", 0))))
    call.session.screen.preview_pictures(tuple(shown.values()), current)
    call.ok()


def _picture_of(session: Session, source: Mapping[str, object]) -> object:
    if source.get("type") != "video":
        return source.get("url")
    session.log_once("info", Sentence("wx.previewMedia shows a film's poster here"))
    return source.get("poster") or thumbnail(session, Movie())


def export_canvas(call: Call) -> None:
    """Keep the bytes of a canvas (`data`, base64) as a temporary file; raises CallError."""
    call.ok({"tempFilePath": keep_picture(call.session, decoded_base64(call.string("data")))})


def _saving(name: str, run: Callable[[Call], None]) -> Endpoint:
    return Endpoint(name, run, guarded=True, parameters=(Parameter("filePath"),))


def _wanted(call: Call) -> int:
    return max(1, min(MOST_PICTURES, round(call.number("count", MOST_PICTURES))))


def _media(kinds: object) -> Media:
    """The kinds that `mediaType` means; `['image', 'video']`, `['mix']` and no list mean both."""
    match kinds:
        case ["image"]:
            return Media.PICTURES
        case ["video"]:
            return Media.VIDEOS
        case _:
            return Media.BOTH


def _media_file(session: Session, copy: Copy) -> dict[str, object]:
    movie = read_movie(copy.file)
    if movie is None:
        return {"tempFilePath": copy.url, "size": copy.size, "fileType": "image"}
    return {
        "tempFilePath": copy.url,
        "size": copy.size,
        "fileType": "video",
        "duration": movie.duration,
        "width": movie.width,
        "height": movie.height,
        "thumbTempFilePath": thumbnail(session, movie),
    }


def copied(session: Session, file: Path) -> Copy:
    """Makes a temporary file of the program out of `file`, which tells nothing of its origin.

    Raises CallError if it can't be read, or no room is left.
    """
    copy, url = session.files.new_temporary(file.suffix)
    try:
        make_temporary_room(session, file.stat().st_size)
        shutil.copyfile(file, copy)
        forget_origin(copy)
    except OSError as problem:
        session.log(
            "error",
            Sentence(
                "{file} could not be copied: {reason}.", file=file.name, reason=reason_of(problem)
            ),
        )
        raise CallError(MISSING) from problem
    return Copy(copy, url, copy.stat().st_size, file)


def _shown(session: Session, urls: object) -> dict[str, str]:
    """URL as given -> source for the screen, without URLs that the program may not show."""
    sources: dict[str, str] = {}
    for url in urls if isinstance(urls, list) else ():
        if not isinstance(url, str):
            continue
        try:
            sources[url] = url if is_remote(url) else str(local_file(session, url))
        except CallError:
            session.log_once("warn", Sentence("wx.previewImage: {url} is not there", url=url))
    return sources


def _current(call: Call, urls: list[str]) -> int:
    current = call.arguments.get("current")
    if isinstance(current, str):
        return urls.index(current) if current in urls else 0
    return max(0, min(len(urls) - 1, round(call.number("current", 0))))
