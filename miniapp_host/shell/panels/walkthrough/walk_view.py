"""One walk: where it stands, the step that is due or the end, and all steps below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from miniapp_host.permissions.scopes import scope_named
from miniapp_host.shell.inspector.progress_line import ProgressLine
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.panels.walkthrough.closed_note import ClosedNote
from miniapp_host.shell.panels.walkthrough.step_card import StepCard
from miniapp_host.shell.panels.walkthrough.step_list import StepList
from miniapp_host.shell.panels.walkthrough.step_model import StepModel
from miniapp_host.shell.panels.walkthrough.summary_card import SummaryCard
from miniapp_host.texts import Texts
from miniapp_host.walkthroughs.report_files import ReportFiles
from miniapp_host.walkthroughs.walk import Walk
from miniapp_host.walkthroughs.walkthrough import Offer
from miniapp_host.walkthroughs.wording import Wording


class WalkView(QWidget):
    """Made for one walk; `refresh` when it has moved."""

    offer_taken = Signal(Offer)

    def __init__(self, walk: Walk, wording: Wording, texts: Texts) -> None:
        super().__init__()
        self.walk = walk
        self._wording = wording
        self._texts = texts
        self._where = PlainLabel(pixels=12, tone="fg_1")
        self._where.setObjectName("walkWhere")
        self._progress = ProgressLine()
        self._closed = ClosedNote(wording.program, texts)
        self._closed.open_button.clicked.connect(self._on_open_clicked)
        self.card = StepCard(texts)
        self.summary = SummaryCard(texts)
        self._model = StepModel(walk, wording, texts, self)
        self.steps = StepList(self._model, texts)
        self._connect_card()
        self._build()

    def _build(self) -> None:
        title = PlainLabel(self._texts.of(self.walk.walkthrough.title), pixels=17, medium=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 20)
        column.setSpacing(8)
        for widget in (title, self._where, self._progress):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(self._closed)
        column.addWidget(self.card)
        column.addWidget(self.summary)
        column.addSpacing(6)
        column.addWidget(self.steps)
        column.addStretch(1)

    def _connect_card(self) -> None:
        self.card.passed.connect(self.walk.tick)
        self.card.failed.connect(self.walk.fail)
        self.card.skipped.connect(self.walk.skip)
        self.card.back_wished.connect(self.walk.back)
        self.card.offer_taken.connect(self.offer_taken)
        self.summary.back_wished.connect(self.walk.back)

    def refresh(self, files: ReportFiles | None, *, runs: bool) -> None:
        """Show the walk as it stands; `files` are its report's, `runs`: its program is open."""
        walk, step = self.walk, self.walk.step
        count = len(walk.walkthrough.steps)
        self._where.setText(self._said_where(count))
        self._progress.show_share(walk.due / count)
        if self._has_focus_inside():
            self.setFocus()  # before its widget is hidden, as Qt would pass the focus on
        self._closed.setVisible(step is not None and not runs and step.offer is not Offer.OPEN)
        self.card.setVisible(step is not None)
        self.summary.setVisible(step is None)
        if step is not None:
            text = self._texts.of(self._wording.filled(step.text))
            self.card.show_step(step, text, self._said_offer(step.offer), first=walk.due == 0)
        else:
            self.summary.show_walk(walk, files)
        self._model.refresh()

    def show_only(self, word: str) -> None:
        """Show the steps in which a casefolded word stands."""
        self._model.show_only(word)

    @property
    def said(self) -> str:
        """The steps that are shown and what came of each, a line each."""
        return self._model.said

    def _on_open_clicked(self) -> None:
        self.offer_taken.emit(Offer.OPEN)

    def _has_focus_inside(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _said_where(self, count: int) -> str:
        """Program, scope and how far it is, on one line."""
        scope = scope_named(self.walk.scope) if self.walk.scope else None
        step = self.walk.due + 1
        parts = (
            self._wording.program,
            self._texts.of(scope.title) if scope else "",
            self._texts("Step {step} of {count}", step=step, count=count) if step <= count else "",
        )
        return " · ".join(part for part in parts if part)

    def _said_offer(self, offer: Offer | None) -> str:
        texts = self._texts
        match offer:
            case Offer.ASK:
                return texts("Ask for it in the program's name")
            case Offer.FORGET:
                return texts("Forget the decision")
            case Offer.RESTART:
                return texts("Restart the program")
            case Offer.OPEN:
                return texts("Open the program")
            case None:
                return ""
