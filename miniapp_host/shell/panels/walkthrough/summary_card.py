"""The end of a walk: what came of it, and what becomes of its report."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from miniapp_host.shell.kit.buttons import Button, Kind, LinkButton
from miniapp_host.shell.kit.flow import Flow
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.panels.walkthrough.card import Card
from miniapp_host.texts import Texts
from miniapp_host.walkthroughs.report_files import ReportFiles
from miniapp_host.walkthroughs.walk import Result, Walk


class SummaryCard(Card):
    """Says what the person wants next."""

    open_wished = Signal()
    save_wished = Signal()
    again_wished = Signal()
    other_wished = Signal()
    back_wished = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.setObjectName("walkSummary")
        self._texts = texts
        self._result = PlainLabel(pixels=20, medium=True, lines=0)
        self._result.setObjectName("walkResult")
        self._counts = PlainLabel(pixels=14, tone="fg_1", lines=0)
        self._place = PlainLabel(pixels=12, tone="fg_1", lines=0)
        self._place.setObjectName("walkReportPlace")
        self._open = _button(texts("Open report"), "walkOpenReport", Kind.PRIMARY)
        self._save = _button(texts("Save elsewhere…"), "walkSaveReport")
        again = _button(texts("Once more"), "walkAgain")
        other = _button(texts("Another one"), "walkOther")
        back = LinkButton(texts("One step back"))
        back.setObjectName("walkSummaryBack")
        self._open.clicked.connect(self.open_wished)
        self._save.clicked.connect(self.save_wished)
        again.clicked.connect(self.again_wished)
        other.clicked.connect(self.other_wished)
        back.clicked.connect(self.back_wished)
        for widget in (self._result, self._counts, self._place):
            self.column.addWidget(widget)
        self.column.addWidget(Flow((self._open, self._save, again, other)))
        self.column.addWidget(_at_right(back))

    def show_walk(self, walk: Walk, files: ReportFiles | None) -> None:
        """Show what came of a finished walk; `files` are its report's, None until it is written."""
        texts = self._texts
        self._result.setText(texts("Passed") if walk.passed else texts("Failed"))
        self._result.set_tone("fg_0" if walk.passed else "error_ink")
        words = {
            Result.PASSED: texts("Passed"),
            Result.FAILED: texts("Failed"),
            Result.SKIPPED: texts("Skipped"),
        }
        results = [one.result for one in walk.verdicts.values()]
        counts = [
            f"{results.count(result)} {word.lower()}"
            for result, word in words.items()
            if result in results
        ]
        self._counts.setText(texts(", ").join(counts))
        self._place.setText(str(files.html) if files else texts("The report is being written."))
        self._open.setEnabled(files is not None)


def _button(text: str, name: str, kind: Kind = Kind.DEFAULT) -> Button:
    button = Button(text, kind, mini=True)
    button.setObjectName(name)
    return button


def _at_right(widget: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addStretch(1)
    line.addWidget(widget)
    return row
