"""wx.chooseMessageFile: files of chats on the phone, files of this computer here."""

from miniapp_host.api.calls.call import Call
from miniapp_host.api.calls.endpoint import Endpoint, Kind, Parameter
from miniapp_host.api.media.album import Copy, choose_files
from miniapp_host.devices.album import Media
from miniapp_host.devices.movies import read_movie
from miniapp_host.devices.pictures import read_picture

MOST_FILES = 100
_MEDIA = {"image": Media.PICTURES, "video": Media.VIDEOS}


class MessageFiles:
    """Lets the person choose from the album or the computer, as there are no chats."""

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's call."""
        count = (Parameter("count", Kind.NUMBER),)
        return (Endpoint("chooseMessageFile", choose_message_file, parameters=count),)


def choose_message_file(call: Call) -> None:
    """Give copies of the chosen files; `type` is image, video, file or all."""
    count = max(1, min(MOST_FILES, round(call.number("count", 1))))
    media = _MEDIA.get(call.string("type"), Media.FILES)

    def on_copied(copies: list[Copy]) -> None:
        call.ok({"tempFiles": [_described(copy) for copy in copies]})

    choose_files(call, media, count, on_copied)


def _described(copy: Copy) -> dict[str, object]:
    return {
        "name": copy.source.name,
        "path": copy.url,
        "size": copy.size,
        "time": round(copy.file.stat().st_mtime),
        "type": _kind(copy),
    }


def _kind(copy: Copy) -> str:
    if read_picture(copy.file) is not None:
        return "image"
    return "file" if read_movie(copy.file) is None else "video"
