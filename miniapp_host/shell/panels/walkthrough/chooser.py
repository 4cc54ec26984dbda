"""Where a walkthrough is chosen, and the scope that it is about."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from miniapp_host.permissions.scopes import scope_named
from miniapp_host.shell.inspector.tool_button import ToolChip
from miniapp_host.shell.kit.flow import Flow
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.pressable import Pressable
from miniapp_host.shell.kit.theme import theme_of
from miniapp_host.texts import Texts, ToldError
from miniapp_host.walkthroughs.shelf import Shelf, choices
from miniapp_host.walkthroughs.walkthrough import Walkthrough


class Chooser(QWidget):
    """Shows what there is for one program; `show_shelf` when that has changed."""

    chosen = Signal(object, object)
    """A Walkthrough, and the id of its scope or None."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.setObjectName("walkChooser")
        self._texts = texts
        self._scope: str | None = None
        self._word = ""
        self._rows: list[WalkthroughRow] = []
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def scope(self) -> str | None:
        """The id of the scope that is chosen; None if the program uses none."""
        return self._scope

    def show_shelf(self, shelf: Shelf, scopes: Sequence[str]) -> None:
        """Show these walkthroughs; the chosen scope stays chosen if it is among `scopes`."""
        if self._scope not in scopes:
            self._scope = scopes[0] if scopes else None
        if self._content is not None:
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(16, 14, 16, 20)
        column.setSpacing(8)
        if scopes:
            column.addWidget(PlainLabel(self._texts("Permission"), pixels=12, tone="fg_1"))
            column.addWidget(self._chips(scopes))
            column.addSpacing(10)
        column.addWidget(PlainLabel(self._texts("Walkthroughs"), pixels=12, tone="fg_1"))
        self._rows = [self._row(one) for one in shelf.walkthroughs]
        for row in self._rows:
            column.addWidget(row)
        for problem in shelf.problems:
            column.addWidget(self._problem(problem))
        column.addStretch(1)
        self._column.addWidget(self._content)
        self._enable_rows()
        self.show_only(self._word)

    def show_only(self, word: str) -> None:
        """Show the walkthroughs in which a casefolded word stands."""
        self._word = word
        for row in self._rows:
            row.setVisible(word in row.said.casefold())

    @property
    def said(self) -> str:
        """The walkthroughs that are shown, a line each."""
        return "\n".join(row.said for row in self._rows if not row.isHidden())

    def choose_scope(self, scope: str) -> None:
        """Choose the scope with this id."""
        self._scope = scope
        self._enable_rows()

    def _chips(self, scopes: Sequence[str]) -> Flow:
        chips = [self._chip(scope) for scope in scopes]
        for chip in chips:
            chip.setChecked(chip.scope == self._scope)
        flow = Flow(chips)
        for chip in chips:  # once they are siblings
            chip.setAutoExclusive(True)
        return flow

    def _chip(self, scope_id: str) -> "ScopeChip":
        scope = scope_named(scope_id)
        chip = ScopeChip(scope_id, self._texts.of(scope.title) if scope else scope_id)
        chip.scope_chosen.connect(self.choose_scope)
        return chip

    def _row(self, walkthrough: Walkthrough) -> "WalkthroughRow":
        row = WalkthroughRow(walkthrough, self._texts)
        row.walkthrough_chosen.connect(self._on_row_chosen)
        return row

    def _problem(self, problem: ToldError) -> PlainLabel:
        label = PlainLabel(self._texts.said(problem), pixels=14, tone="error_ink", lines=0)
        label.setObjectName("walkProblem")
        return label

    def _enable_rows(self) -> None:
        """Only what suits the chosen scope can be begun."""
        for row in self._rows:
            row.setEnabled(self._suits(row.walkthrough))

    def _suits(self, walkthrough: Walkthrough) -> bool:
        if walkthrough.audience.scopes is None:
            return True
        return self._scope is not None and bool(choices(walkthrough, (self._scope,)))

    def _on_row_chosen(self, walkthrough: Walkthrough) -> None:
        about_scope = walkthrough.audience.scopes is not None
        self.chosen.emit(walkthrough, self._scope if about_scope else None)


class ScopeChip(ToolChip):
    """One scope to choose."""

    scope_chosen = Signal(str)

    def __init__(self, scope: str, label: str) -> None:
        super().__init__(f"walkScope_{scope}", label)
        self.scope = scope
        self.setToolTip(scope)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.scope_chosen.emit(self.scope)


class WalkthroughRow(Pressable):
    """One walkthrough to begin: its title, what it is about, how many steps it has."""

    walkthrough_chosen = Signal(object)

    def __init__(self, walkthrough: Walkthrough, texts: Texts) -> None:
        super().__init__()
        self.setObjectName(f"walkthrough_{walkthrough.name}")
        self.walkthrough = walkthrough
        title = texts.of(walkthrough.title)
        self.setAccessibleName(title)
        count = len(walkthrough.steps)
        steps = texts("1 step") if count == 1 else texts("{count} steps", count=count)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 11)
        column.setSpacing(3)
        column.addWidget(PlainLabel(title, pixels=15, medium=True))
        about = texts.of(walkthrough.about)
        self.said = f"{title}: {about}" if about else title
        """The row as one line of text."""
        if about:
            column.addWidget(PlainLabel(about, pixels=14, tone="fg_1", lines=0))
        column.addWidget(PlainLabel(steps, pixels=12, tone="fg_1"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        self.paint_ground(painter, area, 8, QColor(theme_of(self).fg_5))
        self.paint_ring(painter, area, 8)

    def _on_clicked(self) -> None:
        self.walkthrough_chosen.emit(self.walkthrough)
