"""A picture of the phone's screen: into the album, and onto the desktop's clipboard."""

import tempfile
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from miniapp_host.devices.album import Album
from miniapp_host.texts import Sentence, ToldError, reason_of


class ScreenshotError(ToldError):
    """The picture could not be kept."""


def take_screenshot(glass: QWidget, album: Album) -> Path:
    """Keep what the person sees now, and return the file in the album.

    Raises ScreenshotError.
    """
    picture = glass.grab()
    QGuiApplication.clipboard().setPixmap(picture)
    try:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "screen.png"
            picture.save(str(file), "PNG")
            return album.add(file)
    except OSError as error:
        raise ScreenshotError(
            Sentence("The picture could not be kept: {reason}", reason=reason_of(error))
        ) from error
