"""The authorization popup, as the person who is asked."""

from PySide6.QtCore import Qt

from miniapp_host.permissions.prompts import Prompt
from miniapp_host.testing.states import scope_id
from miniapp_host.testing.tested_phone import PROMPT, TestedPhone
from miniapp_host.testing.waiting import let_run

__tracebackhide__ = True  # a failure's traceback ends in the test

NONE_SECONDS = 0.2
"""Seconds for which `none` watches that no prompt comes up."""


class PromptDriver:
    """Answers by real clicks; each method waits until the prompt is there.

    A scope is given as in `wx` ("scope.userLocation") or without "scope."; without one any prompt
    is meant.
    """

    def __init__(self, tested: TestedPhone) -> None:
        self._tested = tested

    @property
    def open(self) -> Prompt | None:
        """The prompt that is on the screen, with its scope and purpose; None if there is none."""
        return self._tested.prompt

    def allow(self, scope: str | None = None) -> None:
        """Press Allow, and wait until the prompt is gone."""
        self._answer(scope, "allow")

    def deny(self, scope: str | None = None) -> None:
        """Press Reject, and wait until the prompt is gone."""
        self._answer(scope, "reject")

    def dismiss(self, scope: str | None = None) -> None:
        """Press Esc, which decides nothing, and wait until the prompt is gone."""
        shown = self.expect(scope)
        self._tested.press(Qt.Key.Key_Escape)
        self._gone(shown)

    def expect(self, scope: str | None = None, *, purpose: str | None = None) -> Prompt:
        """Wait until a prompt is on the screen, for `scope` and with `purpose` if they are given.

        Raises WaitError, which says what is open instead; ValueError if there is no such scope.
        """
        wanted = scope_id(scope) if scope else None
        self._tested.wait(lambda: self._is_there(wanted), f"a prompt for {wanted or 'any scope'}")
        shown = self._tested.prompt
        assert shown is not None
        if purpose is not None and shown.purpose != purpose:
            raise AssertionError(self._tested.described(f"the purpose is {shown.purpose!r}"))
        return shown

    def none(self) -> None:
        """Assert that no prompt is on the screen, and that none comes up for a moment."""
        let_run(NONE_SECONDS)
        assert self._tested.prompt is None, self._tested.described("nobody should be asked")

    def _is_there(self, scope: str | None) -> bool:
        shown = self._tested.prompt
        return (
            shown is not None
            and scope in (None, shown.scope.id)
            and bool(self._tested.visible(PROMPT))
        )

    def _answer(self, scope: str | None, button: str) -> None:
        shown = self.expect(scope)
        self._tested.click(button)
        self._gone(shown)

    def _gone(self, shown: Prompt) -> None:
        self._tested.wait(lambda: self._tested.prompt is not shown, "the prompt to go")
