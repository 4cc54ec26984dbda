"""All steps of a walk with what came of each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.panels.walkthrough.sign import Sign
from miniapp_host.texts import Text, Texts
from miniapp_host.walkthroughs.walk import Judge, Result, Verdict


class StepRow(QWidget):
    """One step: sign, text, and below it what was said of it."""

    def __init__(self, number: int, text: str, texts: Texts) -> None:
        super().__init__()
        self.setObjectName(f"walkStep_{number}")
        self._number = number
        self.said = f"{number}. {text}"
        """The row as one line of text, with what came of the step."""
        self._texts = texts
        self._text = text
        self._sign = Sign(number)
        self._label = PlainLabel(text, pixels=14, tone="fg_1", lines=0)
        self._note = PlainLabel(pixels=12, tone="fg_1", lines=0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._label)
        words.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._note.hide()

    def show_verdict(self, verdict: Verdict | None, *, due: bool) -> None:
        """Set what came of the step, and whether it is the one that is due."""
        self._sign.show_result(verdict.result if verdict else None, due=due)
        self._label.set_tone("fg_0" if due or verdict else "fg_1")
        note = self._said(verdict) if verdict else ""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(f"{self._text} {note}".strip())
        word = note or (self._result_word(verdict.result) if verdict else "")
        self.said = f"{self._number}. {self._text}" + (f" [{word}]" if word else "")

    def _result_word(self, result: Result) -> str:
        match result:
            case Result.PASSED:
                return self._texts("Passed")
            case Result.FAILED:
                return self._texts("Failed")
            case Result.SKIPPED:
                return self._texts("Skipped")

    def _said(self, verdict: Verdict) -> str:
        """Who judged and why, on one line."""
        match verdict.result, verdict.judge:
            case Result.SKIPPED, _:
                return self._texts("Skipped")
            case Result.FAILED, Judge.PHONE:
                return self._texts("What must not happen happened.")
            case Result.FAILED, Judge.PERSON:
                return verdict.comment or self._texts("Failed")
            case Result.PASSED, Judge.PERSON:
                return self._texts("Ticked by hand")
            case _:
                return ""


class StepList(QWidget):
    """The rows of one walk."""

    def __init__(self, steps: tuple[Text, ...], texts: Texts) -> None:
        super().__init__()
        self.setObjectName("walkSteps")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = tuple(
            StepRow(number + 1, texts.of(text), texts) for number, text in enumerate(steps)
        )
        for row in self.rows:
            column.addWidget(row)

    def show_verdicts(self, verdicts: dict[int, Verdict], due: int) -> None:
        """Set what came of every step."""
        for number, row in enumerate(self.rows):
            row.show_verdict(verdicts.get(number), due=number == due)
