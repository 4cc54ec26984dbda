"""The steps of a walk as a list: each with what came of it, as the walk says it now."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from miniapp_host.shell.inspector.table_cell import Role
from miniapp_host.texts import Texts
from miniapp_host.walkthroughs.walk import Judge, Result, Verdict, Walk
from miniapp_host.walkthroughs.wording import Wording

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class StepLine:
    """One step: its number from 1, its text, and what came of it; `due` if it is its turn."""

    number: int
    text: str
    result: Result | None
    note: str
    """Who judged and why; empty where the sign says it all."""
    word: str
    """What came of it, in a word at least; empty without a verdict."""
    due: bool

    @property
    def said(self) -> str:
        """The step as one line of text, with what came of it."""
        return f"{self.number}. {self.text}" + (f" [{self.word}]" if self.word else "")


class StepModel(QAbstractListModel):
    """Reads the walk whenever it is asked; `refresh` when that has moved."""

    def __init__(self, walk: Walk, wording: Wording, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._walk = walk
        self._wording = wording
        self._texts = texts
        self._shown = list(range(len(walk.walkthrough.steps)))
        """Of the steps that pass the filter: their places in the walkthrough."""

    def refresh(self) -> None:
        """The walk has moved: every step may say something else."""
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def show_only(self, word: str) -> None:
        """Show the steps in which a casefolded word stands."""
        self.beginResetModel()
        every = range(len(self._walk.walkthrough.steps))
        self._shown = [at for at in every if word in self._line(at).said.casefold()]
        self.endResetModel()

    @property
    def said(self) -> str:
        """The steps that are shown, a line each."""
        return "\n".join(self._line(at).said for at in self._shown)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        line = self._line(self._shown[index.row()])
        match role:
            case Role.RECORD:
                return line
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return line.said
            case _:
                return None

    def _line(self, at: int) -> StepLine:
        text = self._texts.of(self._wording.filled(self._walk.walkthrough.steps[at].text))
        verdict = self._walk.verdicts.get(at)
        note = self._note(verdict) if verdict else ""
        return StepLine(
            number=at + 1,
            text=text,
            result=verdict.result if verdict else None,
            note=note,
            word=note or (self._texts("Passed") if verdict else ""),
            due=at == self._walk.due,
        )

    def _note(self, verdict: Verdict) -> str:
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
