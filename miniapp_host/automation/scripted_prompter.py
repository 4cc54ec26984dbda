"""A Prompter without a window that gives prepared answers.

What nothing was prepared for gets the usual answer; without one it stays open until `answer()` is
called, as on a phone left lying.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping

from miniapp_host.permissions.prompts import Answer, Prompt

OnAnswer = Callable[[Answer], None]


class ScriptedPrompter:
    """Answers by scope id, in order; `asked` lists every prompt that was shown."""

    def __init__(
        self,
        answers: Mapping[str, Iterable[Answer]] | None = None,
        usual: Answer | None = None,
    ) -> None:
        self.asked: list[Prompt] = []
        self._usual = usual
        self._prepared = defaultdict[str, deque[Answer]](deque)
        self._open: tuple[Prompt, OnAnswer] | None = None
        for scope, given in (answers or {}).items():
            self.prepare(scope, *given)

    @property
    def open_prompt(self) -> Prompt | None:
        """The prompt that waits for an answer, None if none does."""
        return self._open[0] if self._open else None

    @property
    def left_over(self) -> dict[str, tuple[Answer, ...]]:
        """The prepared answers that were not used yet, by scope."""
        return {scope: tuple(answers) for scope, answers in self._prepared.items() if answers}

    def prepare(self, scope: str, *answers: Answer) -> None:
        """Adds answers for the next prompts of `scope`."""
        self._prepared[scope].extend(answers)

    def ask(self, prompt: Prompt, on_answer: OnAnswer) -> None:
        self.asked.append(prompt)
        prepared = self._prepared[prompt.scope.id]
        if prepared:
            on_answer(prepared.popleft())
        elif self._usual is not None:
            on_answer(self._usual)
        else:
            self._open = (prompt, on_answer)

    def withdraw(self, prompt: Prompt) -> None:
        if self._open and self._open[0] is prompt:
            self._open = None

    def answer(self, answer: Answer) -> None:
        """Answer the open prompt; raises LookupError if there is none."""
        if self._open is None:
            raise LookupError("no prompt is open")
        _, on_answer = self._open
        self._open = None
        on_answer(answer)
