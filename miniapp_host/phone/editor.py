"""Opens a file of a program in the person's editor, at a line."""

import os
import shutil
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from miniapp_host.devices.preferences import Preferences
from miniapp_host.phone.editor_command import editor_command
from miniapp_host.shell.settings.editor_choice import EditorChoice
from miniapp_host.texts import Sentence, ToldError


class EditorError(ToldError):
    """The file can't be opened."""


class Editor:
    """Starts the editor that the preferences, VISUAL or EDITOR name, or what the desktop has."""

    def __init__(self, preferences: Preferences) -> None:
        self._choice = EditorChoice(preferences)

    def open(self, file: Path, line: int | None = None) -> None:
        """Open `file` at `line` (from 1); raises EditorError."""
        if not file.is_file():
            raise EditorError(Sentence("There is no file {path}.", path=file))
        command = editor_command(file, line, self._choice.command, os.environ, shutil.which)
        if command is None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
        elif not QProcess.startDetached(command[0], command[1:])[0]:
            raise EditorError(
                Sentence("{command} could not be started. Name another editor.", command=command[0])
            )
