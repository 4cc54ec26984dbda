"""Asks the person on the phone's screen: the Prompter of the real phone."""

from collections.abc import Callable

import shiboken6
from PySide6.QtWidgets import QWidget

from miniapp_host.permissions.prompts import Answer, Prompt
from miniapp_host.shell.authorization_dialog import GUARD_MS, AuthorizationDialog
from miniapp_host.texts import Texts


class DialogPrompter:
    """Shows each prompt as an AuthorizationDialog over the screen it is attached to."""

    def __init__(self, texts: Texts, *, guard_ms: int = GUARD_MS) -> None:
        self._texts = texts
        self._guard_ms = guard_ms
        self._screen: QWidget | None = None
        self._shown: _Shown | None = None

    def attach(self, screen: QWidget) -> None:
        """The screen that the next prompts come up on."""
        self._screen = screen

    def ask(self, prompt: Prompt, on_answer: Callable[[Answer], None]) -> None:
        """Shows `prompt`; without a screen nobody can be asked, which is no decision."""
        if self._screen is None or not shiboken6.isValid(self._screen):
            on_answer(Answer.DISMISS)
            return
        dialog = AuthorizationDialog(prompt, self._texts, self._screen, guard_ms=self._guard_ms)
        self._shown = _Shown(prompt, dialog, on_answer)
        dialog.open()

    def withdraw(self, prompt: Prompt) -> None:
        """Takes the prompt off the screen if it is there; its answer will never come."""
        if self._shown is not None and self._shown.prompt is prompt:
            self._shown.withdraw()
            self._shown = None


class _Shown:
    """One prompt on the screen and who waits for its answer; spent once."""

    def __init__(
        self, prompt: Prompt, dialog: AuthorizationDialog, on_answer: Callable[[Answer], None]
    ) -> None:
        self.prompt = prompt
        self._dialog = dialog
        self._on_answer: Callable[[Answer], None] | None = on_answer
        dialog.answered.connect(self._on_dialog_answered)

    def withdraw(self) -> None:
        self._on_answer = None
        if shiboken6.isValid(self._dialog):
            self._dialog.withdraw()

    def _on_dialog_answered(self, answer: Answer) -> None:
        on_answer, self._on_answer = self._on_answer, None
        if on_answer is not None:
            on_answer(answer)
