"""The phone's album: a real folder, so that a saved picture is really there."""

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from enum import Enum
from pathlib import Path

from miniapp_host.devices.drawing import DAWN, DUNES, MEADOW, NIGHT, landscape_png
from miniapp_host.devices.pictures import is_mp4, read_picture
from miniapp_host.memory.durable import sync
from miniapp_host.paths import make_private
from miniapp_host.watchers import Watchers

_STARTERS = {"meadow": MEADOW, "night": NIGHT, "dunes": DUNES, "dawn": DAWN}
_SUFFIXES = {"png": ".png", "jpeg": ".jpg", "gif": ".gif", "webp": ".webp", "bmp": ".bmp"}
_PICTURES = {*_SUFFIXES.values(), ".jpeg"}
_VIDEOS = {".mp4"}


class Media(Enum):
    """The kinds of files that are asked for; the value is the word of wx.chooseMedia.

    `FILES` is any file of this computer, the album's included.
    """

    PICTURES = "image"
    VIDEOS = "video"
    BOTH = "mix"
    FILES = "file"


_SHOWN = {
    Media.PICTURES: _PICTURES,
    Media.VIDEOS: _VIDEOS,
    Media.BOTH: _PICTURES | _VIDEOS,
    Media.FILES: _PICTURES | _VIDEOS,
}


class UnknownMediaError(ValueError):
    """The file is neither a picture of a known kind nor an MP4 video, or can't be read."""


class Album:
    """The pictures and videos of a folder, newest first; a new folder gets a few drawn pictures."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._changed: Watchers[Path] = Watchers()

    @property
    def place(self) -> Path:
        """Where the folder is, or will be once the album is used."""
        return self._folder

    @property
    def folder(self) -> Path:
        """The folder of the files, made with its first pictures if it does not exist."""
        if not self._folder.is_dir():
            _draw_starters(self._folder)
        return self._folder

    def pictures(self) -> tuple[Path, ...]:
        """The pictures, newest first."""
        return self.media(Media.PICTURES)

    def media(self, media: Media) -> tuple[Path, ...]:
        """Pictures, videos or both, newest first."""
        shown = _SHOWN[media]
        return tuple(file for file in self._files() if file.suffix.lower() in shown)

    def add(self, file: Path) -> Path:
        """Copies a picture or an MP4 video into the album under a new, dated name.

        The copy is complete and on disk when this returns. Raises UnknownMediaError or OSError.
        """
        suffix = _suffix(file)
        with file.open("rb") as source:
            copy = _fresh_file(self.folder, suffix)
            with ExitStack() as on_failure, copy.open("wb") as target:
                on_failure.callback(copy.unlink)
                shutil.copyfileobj(source, target)
                target.flush()
                sync(copy)
                on_failure.pop_all()
        self._changed.announce(copy)
        return copy

    def remove(self, file: Path) -> None:
        """Deletes a file of the album; one that is gone already does no harm.

        Raises ValueError if it lies elsewhere, OSError if the disk refuses.
        """
        if file.parent != self.folder:
            raise ValueError(f"not in the album: {file}")
        file.unlink(missing_ok=True)
        self._changed.announce(file)

    def watch(self, callback: Callable[[Path], None]) -> Callable[[], None]:
        """Call `callback` with each file that was added or removed; the result ends that."""
        return self._changed.watch(callback)

    def _files(self) -> list[Path]:
        ages = {file: _modified(file) for file in self.folder.iterdir()}
        files = (file for file, modified in ages.items() if modified > 0)
        return sorted(files, key=lambda file: (ages[file], file.name), reverse=True)


def _modified(file: Path) -> int:
    """Nanoseconds since 1970; 0 for what vanished meanwhile or is no plain file."""
    try:
        return file.stat().st_mtime_ns if file.is_file() else 0
    except OSError:
        return 0


def _suffix(file: Path) -> str:
    picture = read_picture(file)
    if picture is not None:
        return _SUFFIXES[picture.kind]
    if is_mp4(file):
        return ".mp4"
    raise UnknownMediaError(f"{file.name} is neither a picture nor an MP4 video")


def _fresh_file(folder: Path, suffix: str) -> Path:
    """An empty file of its own under a name that nothing else has."""
    stem = datetime.now().astimezone().strftime("IMG_%Y%m%d_%H%M%S")
    number = 1
    while True:
        file = folder / f"{stem}{'' if number == 1 else f'_{number}'}{suffix}"
        try:
            file.touch(exist_ok=False)
        except FileExistsError:
            number += 1
        else:
            return file


def _draw_starters(folder: Path) -> None:
    """Draws into a folder beside it and renames that: a folder that exists is complete."""
    drafts = folder.with_name(f".{folder.name}-new")
    shutil.rmtree(drafts, ignore_errors=True)
    make_private(drafts)
    for name, scene in _STARTERS.items():
        (drafts / f"{name}.png").write_bytes(landscape_png(scene, 1080, 1440))
    drafts.replace(folder)
