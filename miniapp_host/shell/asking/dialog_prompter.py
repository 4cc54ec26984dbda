"""The Prompter of the real phone: it asks the person on the phone's screen."""

from collections.abc import Callable
from weakref import ref

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from miniapp_host.permissions.prompts import Answer, Prompt
from miniapp_host.shell.asking.authorization_dialog import GUARD_MS, AuthorizationDialog
from miniapp_host.texts import Texts


class DialogPrompter:
    """Shows each prompt as an AuthorizationDialog over the screen it is attached to.

    A dialog that goes without an answer, because Qt deleted it, counts as dismissed. Nothing of a
    prompt or of a screen that has gone is kept.
    """

    def __init__(self, texts: Texts, *, guard_ms: int = GUARD_MS) -> None:
        self._texts = texts
        self._guard_ms = guard_ms
        self._attached: ref[QWidget] | None = None
        self._shown: _Shown | None = None

    def attach(self, screen: QWidget) -> None:
        """Set the screen for the next prompts."""
        self._attached = ref(screen)

    def ask(self, prompt: Prompt, on_answer: Callable[[Answer], None]) -> None:
        """Show `prompt`; without a screen the answer is DISMISS, which decides nothing."""
        screen = self._screen
        if screen is None:
            on_answer(Answer.DISMISS)
            return
        dialog = AuthorizationDialog(prompt, self._texts, screen, guard_ms=self._guard_ms)
        self._shown = _Shown(prompt, dialog, on_answer, self._forget)
        dialog.open()

    def withdraw(self, prompt: Prompt) -> None:
        """Take the prompt off the screen if it is there, without an answer."""
        shown = self._shown
        if shown is not None and shown.prompt is prompt:
            self._shown = None
            shown.withdraw()

    @property
    def _screen(self) -> QWidget | None:
        screen = self._attached() if self._attached is not None else None
        return screen if screen is not None and shiboken6.isValid(screen) else None

    def _forget(self, shown: "_Shown") -> None:
        if shown is self._shown:
            self._shown = None


class _Shown:
    """One prompt on the screen and its callback, which is called once."""

    def __init__(
        self,
        prompt: Prompt,
        dialog: AuthorizationDialog,
        on_answer: Callable[[Answer], None],
        on_spent: Callable[["_Shown"], None],
    ) -> None:
        self.prompt = prompt
        self._dialog = dialog
        self._on_answer: Callable[[Answer], None] | None = on_answer
        self._on_spent = on_spent
        dialog.answered.connect(self._answer)
        dialog.destroyed.connect(self._on_dialog_destroyed)

    def withdraw(self) -> None:
        self._on_answer = None
        if shiboken6.isValid(self._dialog):
            self._dialog.withdraw()

    def _answer(self, answer: Answer) -> None:
        on_answer, self._on_answer = self._on_answer, None
        if on_answer is not None:
            self._on_spent(self)
            on_answer(answer)

    def _on_dialog_destroyed(self) -> None:
        """Answers later: the next prompt must not appear on a screen that is being deleted."""
        QTimer.singleShot(0, self._dismiss)

    def _dismiss(self) -> None:
        self._answer(Answer.DISMISS)
