"""What the phone asks the person: the authorization popup, the privacy contract and the like."""

from PySide6.QtCore import Qt

from miniapp_host.automation.open_prompts import OpenPrompt, Wanted
from miniapp_host.automation.prompt_words import kind_named
from miniapp_host.automation.scope_words import scope_named
from miniapp_host.permissions.prompts import Prompt
from miniapp_host.shell.sheets.confirm_sheet import ConfirmSheet
from miniapp_host.testing.settling import settle
from miniapp_host.testing.tested_phone import PROMPT, TestedPhone
from miniapp_host.testing.waiting import let_run

__tracebackhide__ = True  # a failure's traceback ends in the test

NONE_SECONDS = 0.05
"""Seconds for which `none` watches that no prompt comes up, once the program has settled."""


class PromptDriver:
    """Answers by real clicks; each method waits until the prompt is there.

    `scope` means the authorization popup for it, written as in `wx` ("scope.userLocation") or
    without "scope.". `kind` means another question of the phone's: "privacy", "subscribe",
    "payment", "call", "message", "share", "contact", "program", "phone-number", or a dialog of
    the program, "modal". Without either any question is meant that is no dialog. A word that is
    neither raises VerbError.
    """

    def __init__(self, tested: TestedPhone) -> None:
        self._tested = tested

    @property
    def open(self) -> OpenPrompt | None:
        """The prompt that is on the screen, with its kind, scope and purpose; None if none is."""
        return self._tested.left_open

    def allow(self, scope: str | None = None, *, kind: str | None = None) -> None:
        """Press Allow, or whatever agrees, and wait until the prompt is gone."""
        self._press(self.expect(scope, kind=kind), agrees=True)

    def deny(self, scope: str | None = None, *, kind: str | None = None) -> None:
        """Press Reject, or whatever declines, and wait until the prompt is gone."""
        self._press(self.expect(scope, kind=kind), agrees=False)

    def dismiss(self, scope: str | None = None, *, kind: str | None = None) -> None:
        """Press Esc, which decides nothing, and wait until the prompt is gone.

        The phone's own sheets and a program's dialogs take it for a no.
        """
        shown = self.expect(scope, kind=kind)
        self._tested.wait(lambda: self._tested.is_at_rest, "the prompt to be up")
        self._tested.press(Qt.Key.Key_Escape)
        self._gone(shown)

    def expect(
        self, scope: str | None = None, *, kind: str | None = None, purpose: str | None = None
    ) -> OpenPrompt:
        """Wait until such a prompt is on the screen, and with `purpose` if that is given.

        Raises WaitError, which says what is open instead.
        """
        wanted = Wanted(
            scope_named(scope) if scope else None,
            kind_named(kind) if kind else None,
        )
        found: list[OpenPrompt] = []

        def is_there() -> bool:
            prompt = wanted.among(self._tested.prompts)
            found[:] = [prompt] if prompt is not None and self._is_seen(prompt) else []
            return bool(found)

        self._tested.wait(is_there, f"a prompt for {wanted.scope or wanted.kind or 'any scope'}")
        if purpose is not None and found[0].purpose != purpose:
            told = f"the purpose is {found[0].purpose!r}, not {purpose!r}"
            raise AssertionError(self._tested.described(told))
        return found[0]

    def none(self) -> None:
        """Assert that nothing is asked on the screen, and that nothing comes up for a moment."""
        settle(self._tested)
        let_run(NONE_SECONDS)
        assert self.open is None, self._tested.described("nobody should be asked")

    def _is_seen(self, prompt: OpenPrompt) -> bool:
        return not isinstance(prompt.source, Prompt) or bool(self._tested.visible(PROMPT))

    def _press(self, shown: OpenPrompt, *, agrees: bool) -> None:
        match shown.source:
            case Prompt():
                self._tested.click("allow" if agrees else "reject")
            case ConfirmSheet() as sheet:
                self._tested.click("confirmYes" if agrees else "confirmNo", within=sheet)
            case modal:
                self._tested.click("modalConfirm" if agrees else "modalCancel", within=modal)
        self._gone(shown)

    def _gone(self, shown: OpenPrompt) -> None:
        def is_gone() -> bool:
            return all(one.source is not shown.source for one in self._tested.prompts)

        self._tested.wait(is_gone, "the prompt to go")
