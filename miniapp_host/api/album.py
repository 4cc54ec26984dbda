"""Pictures in and out of the album, what is known of a picture, and the preview."""

import base64
import binascii
import shutil
from collections.abc import Callable
from pathlib import Path

from miniapp_host.api.call import Call, CallError, Errno
from miniapp_host.api.endpoint import Endpoint, Kind, Parameter
from miniapp_host.api.local_files import MISSING, is_remote, local_file
from miniapp_host.api.session import Session
from miniapp_host.devices.album import Album, UnknownMediaError
from miniapp_host.devices.pictures import is_mp4, read_picture
from miniapp_host.devices.switches import Switch

SAVE = "scope.writePhotosAlbum"
WRONG_TYPE = "invalid file type"
MOST_PICTURES = 9


class Pictures:
    """Moves files between the album and the program; the person chooses, the screen shows."""

    def __init__(self, album: Album) -> None:
        self._album = album

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        source = (Parameter("src"),)
        return (
            _saving("saveImageToPhotosAlbum", self.save_picture),
            _saving("saveVideoToPhotosAlbum", self.save_video),
            Endpoint("chooseImage", self.choose_pictures, switch=Switch.ALBUM),
            Endpoint("chooseMedia", self.choose_media, switch=Switch.ALBUM),
            Endpoint("getImageInfo", describe_picture, parameters=source),
            Endpoint("previewImage", preview, parameters=(Parameter("urls", Kind.ARRAY),)),
            Endpoint("canvasExport", export_canvas, internal=True),
        )

    def save_picture(self, call: Call) -> None:
        """The picture is in the album's folder when this answers."""
        file = local_file(call.session, call.string("filePath"))
        if read_picture(file) is None:
            raise CallError(WRONG_TYPE)
        self._save(call, file)

    def save_video(self, call: Call) -> None:
        """MP4 only, as documented."""
        file = local_file(call.session, call.string("filePath"))
        if not is_mp4(file):
            raise CallError(WRONG_TYPE)
        self._save(call, file)

    def choose_pictures(self, call: Call) -> None:
        """The program gets copies of its own; the album's files stay the person's."""

        def on_copied(copies: list[tuple[str, int]]) -> None:
            files = [{"path": url, "size": size} for url, size in copies]
            call.ok({"tempFilePaths": [url for url, _ in copies], "tempFiles": files})

        self._choose(call, on_copied)

    def choose_media(self, call: Call) -> None:
        """Pictures only: the album's picker offers no videos."""

        def on_copied(copies: list[tuple[str, int]]) -> None:
            files = [
                {"tempFilePath": url, "size": size, "fileType": "image"} for url, size in copies
            ]
            call.ok({"type": "image", "tempFiles": files})

        self._choose(call, on_copied)

    def _save(self, call: Call, file: Path) -> None:
        try:
            self._album.add(file)
        except UnknownMediaError:
            raise CallError(WRONG_TYPE) from None
        except OSError as problem:
            call.session.log("error", f"the album could not be written: {problem.strerror}")
            raise CallError("fail to save", Errno.INTERNAL) from problem
        call.ok()

    def _choose(self, call: Call, on_copied: Callable[[list[tuple[str, int]]], None]) -> None:
        count = max(1, min(MOST_PICTURES, round(call.number("count", MOST_PICTURES))))

        def on_chosen(files: tuple[Path, ...]) -> None:
            if not files:
                call.fail("cancel", Errno.CANCEL)
            else:
                on_copied([_copied(call.session, file) for file in files[:count]])

        call.session.screen.choose_pictures(count, call.later(on_chosen))


def describe_picture(call: Call) -> None:
    """Reads local pictures and data URLs; there is no network here."""
    source = call.string("src")
    if is_remote(source):
        raise CallError("not supported", Errno.NOT_SUPPORTED)
    if source.startswith("data:"):
        source = _kept(call.session, _decoded(source))
    picture = read_picture(local_file(call.session, source))
    if picture is None:
        raise CallError(WRONG_TYPE)
    call.ok(
        {
            "width": picture.width,
            "height": picture.height,
            "path": source,
            "orientation": picture.orientation,
            "type": picture.kind,
        }
    )


def preview(call: Call) -> None:
    """`current` is one of the URLs, or its number."""
    sources = _shown(call.session, call.arguments["urls"])
    if not sources:
        raise CallError("parameter error: parameter.urls should have at least 1 item;")
    call.session.screen.preview_pictures(tuple(sources.values()), _current(call, list(sources)))
    call.ok()


def export_canvas(call: Call) -> None:
    """Keeps the bytes of a canvas (`data`, base64) as a temporary file of the program."""
    call.ok({"tempFilePath": _kept(call.session, _decoded(call.string("data")))})


def _saving(name: str, run: Callable[[Call], None]) -> Endpoint:
    parameters = (Parameter("filePath"),)
    return Endpoint(name, run, scope=SAVE, parameters=parameters, switch=Switch.ALBUM)


def _copied(session: Session, file: Path) -> tuple[str, int]:
    copy, url = session.files.new_temporary(file.suffix)
    try:
        shutil.copyfile(file, copy)
    except OSError as problem:
        session.log("error", f"{file.name} could not be copied: {problem.strerror}")
        raise CallError(MISSING) from problem
    return url, copy.stat().st_size


def _decoded(data: str) -> bytes:
    """Base64 with or without the beginning of a data URL."""
    try:
        return base64.b64decode(data.rpartition(",")[2], validate=True)
    except (binascii.Error, ValueError):
        raise CallError("the data is no base64") from None


def _kept(session: Session, body: bytes) -> str:
    """The URL of a new temporary file with that picture; its bytes decide on the suffix."""
    file, url = session.files.new_temporary(_suffix(body))
    file.write_bytes(body)
    if read_picture(file) is None:
        file.unlink()
        raise CallError(WRONG_TYPE)
    return url


def _suffix(body: bytes) -> str:
    return ".jpg" if body.startswith(b"\xff\xd8") else ".png"


def _shown(session: Session, urls: object) -> dict[str, str]:
    """URL as given -> what the screen shows; without those that are not the program's to show."""
    sources: dict[str, str] = {}
    for url in urls if isinstance(urls, list) else ():
        if not isinstance(url, str):
            continue
        try:
            sources[url] = url if is_remote(url) else str(local_file(session, url))
        except CallError:
            session.log_once("warn", f"previewImage: {url} is not there")
    return sources


def _current(call: Call, urls: list[str]) -> int:
    current = call.arguments.get("current")
    if isinstance(current, str):
        return urls.index(current) if current in urls else 0
    return max(0, min(len(urls) - 1, round(call.number("current", 0))))
