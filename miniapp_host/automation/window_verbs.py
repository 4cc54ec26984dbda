"""What a second start asks of the running phone: to come to the front and open a program."""

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from miniapp_host import __version__
from miniapp_host.automation.ending import end_soon
from miniapp_host.automation.params import Params
from miniapp_host.automation.reach import ACTIVATION_TOKEN, CLOSE, GET_INFO, OPEN
from miniapp_host.automation.requests import Verb
from miniapp_host.automation.verb_error import VerbError
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from miniapp_host.texts import Sentence


class WindowVerbs:
    """Host.getInfo, Host.open and Host.close of a phone that was started with `options`."""

    def __init__(self, phone: Phone, options: Options) -> None:
        self._phone = phone
        self._options = options

    def verbs(self) -> dict[str, Verb]:
        """The verbs by method."""
        return {GET_INFO: self.get_info, OPEN: self.open, CLOSE: self.close}

    def get_info(self, _params: Params) -> object:
        """Say which phone this is."""
        return {
            "version": __version__,
            "pid": os.getpid(),
            "folder": str(self._phone.memory.folder),
            "versionType": self._options.version,
            "running": list(self._phone.running),
        }

    def open(self, params: Params) -> object:
        """Bring the window to the front and open `folder`, also an archive, on `page`.

        Raises ToldError if the program can't be opened, or would run otherwise than asked.
        """
        _allow_activation(params.text_or_none("activationToken"))
        _bring_forward(self._phone.window)
        if params.has("folder"):
            self._require_same_options(params)
            self._phone.give(params.path("folder"), params.text_or_none("page"))
        return {}

    def close(self, _params: Params) -> object:
        """Close the window, which ends the phone, once the answer is on its way."""
        end_soon(self._phone)
        return {}

    def _require_same_options(self, params: Params) -> None:
        options = self._options
        for word, asked, running in (
            ("--version-type", params.text_or_none("versionType"), options.version),
            ("--fixtures", params.text_or_none("fixtures"), _absolute(options.fixtures)),
            ("--domains", params.text_or_none("domains"), _absolute(options.domains)),
        ):
            if asked != running:
                raise _started_otherwise(word)


def _started_otherwise(word: str) -> VerbError:
    return VerbError(
        Sentence(
            "The phone that runs already was started with another {word}. Close it first, or "
            "start a second phone with --data-dir.",
            word=word,
        )
    )


def _absolute(path: Path | None) -> str | None:
    return None if path is None else str(path.absolute())


def _allow_activation(token: str | None) -> None:
    """Qt's Wayland plugin takes the token from the environment when it activates a window."""
    if token:
        os.environ[ACTIVATION_TOKEN] = token


def _bring_forward(window: QWidget) -> None:
    """Shows the window before all others, back from the taskbar if it is there."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
