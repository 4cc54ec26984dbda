"""The person's own command that opens a file of a program at a line."""

import shlex
import shutil
from collections.abc import Callable

from miniapp_host.devices.preferences import Preferences
from miniapp_host.texts import Sentence, ToldError
from miniapp_host.watchers import Unwatch, Watchers

EDITOR_KEY = "editor"
EXAMPLE = "code -g {file}:{line}"


class EditorChoice:
    """Keeps the command in the preferences; `which` gives the path of a program, or None."""

    def __init__(
        self, preferences: Preferences, which: Callable[[str], str | None] = shutil.which
    ) -> None:
        self._preferences = preferences
        self._which = which
        self._changed: Watchers[EditorChoice] = Watchers()

    @property
    def command(self) -> str:
        """The command; empty for the editor that the desktop or the shell names."""
        kept = self._preferences.get(EDITOR_KEY)
        return kept if isinstance(kept, str) else ""

    def choose(self, command: str) -> None:
        """Keep a command; raises ToldError if it can't be started, or not be kept."""
        written = command.strip()
        if written:
            self._check(written)
        self._preferences.set(EDITOR_KEY, written)
        self._changed.announce(self)

    def watch(self, callback: Callable[["EditorChoice"], None]) -> Unwatch:
        """Call `callback` after another command was chosen."""
        return self._changed.watch(callback)

    def _check(self, command: str) -> None:
        try:
            words = shlex.split(command)
        except ValueError as error:
            sentence = "A quotation mark is not closed in {command}. Write it as {example}, say."
            raise ToldError(Sentence(sentence, command=command, example=EXAMPLE)) from error
        if self._which(words[0]) is None:
            sentence = "This computer has no program {name}. Write a command as {example}, say."
            raise ToldError(Sentence(sentence, name=words[0], example=EXAMPLE))
