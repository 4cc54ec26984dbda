"""Starting a program in a way that the person describes, or in one that is kept by name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from miniapp_host.programs.start import Start
from miniapp_host.programs.starts import Starts
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.kit.buttons import Button, Kind
from miniapp_host.shell.kit.cell import SIDE, CellGroup, DetailCell
from miniapp_host.shell.kit.icon import IconButton
from miniapp_host.shell.kit.page import Page
from miniapp_host.shell.sheets.notice import show_notice
from miniapp_host.shell.sheets.start_form import StartForm
from miniapp_host.shell.sheets.start_words import said_start
from miniapp_host.texts import Texts, ToldError


class StartPage(Page):
    """Lists the kept starts, and a form for another one; `chosen` at most once."""

    chosen = Signal(Start)
    """The person wants the program started so."""

    def __init__(
        self, screen: QWidget, pages: Sequence[str], starts: Starts, first: Start, texts: Texts
    ) -> None:
        """`first` is what the form shows at first."""
        super().__init__(screen, texts("Start as"), texts("Back"))
        self.setObjectName("startPage")
        self._screen = screen
        self._texts = texts
        self._starts = starts
        self._kept = QVBoxLayout()
        self._group: CellGroup | None = None
        self._form = StartForm(screen, pages, first, texts)
        self._start = Button(texts("Start"), Kind.PRIMARY)
        self._start.setObjectName("startNow")
        self._start.clicked.connect(self._on_start_clicked)
        self._keep = Button(texts("Keep under this name"))
        self._keep.setObjectName("startKeep")
        self._keep.clicked.connect(self._on_keep_clicked)
        self._form.name_changed.connect(self._on_form_name_changed)
        self._on_form_name_changed(first.name)
        self._unwatch = bound_watch(self, starts.watch, self._on_starts_change)
        self._fill()

    def _fill(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(SIDE, 12, SIDE, 24)
        column.setSpacing(10)
        column.addWidget(self._form)
        column.addSpacing(12)
        column.addWidget(self._start)
        column.addWidget(self._keep)
        self.body.addLayout(self._kept)
        self.body.addLayout(column)
        self.body.addStretch(1)
        self._list_kept()

    def _list_kept(self) -> None:
        old, self._group = self._group, None
        if old is not None:
            old.hide()
            old.deleteLater()
        kept = self._starts.all
        if not kept:
            return
        self._group = CellGroup(self._texts("Kept starts"))
        for at, start in enumerate(kept):
            cell = _KeptCell(at, start, self._texts)
            cell.picked.connect(self._choose)
            cell.forgotten.connect(self._on_cell_forgotten)
            self._group.add(cell)
        self._kept.addWidget(self._group)

    def _choose(self, start: Start) -> None:
        if not self.leaving:
            self.chosen.emit(start)
            self.leave()

    def _on_starts_change(self, _starts: Starts) -> None:
        self._list_kept()

    def _on_cell_forgotten(self, name: str) -> None:
        self._try(lambda: self._starts.remove(name))

    def _on_form_name_changed(self, name: str) -> None:
        self._keep.setEnabled(bool(name.strip()))

    def _on_start_clicked(self) -> None:
        self._try(lambda: self._choose(self._form.start()))

    def _on_keep_clicked(self) -> None:
        self._try(lambda: self._starts.keep(self._form.start()))

    def _try(self, change: Callable[[], None]) -> None:
        try:
            change()
        except ToldError as problem:
            show_notice(self._screen, problem, self._texts)


class _KeptCell(DetailCell):
    """One kept start: a click starts so, the bin forgets it."""

    picked = Signal(Start)
    forgotten = Signal(str)

    def __init__(self, at: int, start: Start, texts: Texts) -> None:
        bin_button = IconButton("delete", texts("Forget"), size=20, tone="fg_1")
        bin_button.setObjectName(f"startForget_{at}")
        super().__init__(start.name, said_start(start, texts), trailing=bin_button, clickable=True)
        self.setObjectName(f"start_{at}")
        self._start = start
        self.clicked.connect(self._on_clicked)
        bin_button.clicked.connect(self._on_bin_clicked)

    def _on_clicked(self) -> None:
        self.picked.emit(self._start)

    def _on_bin_clicked(self) -> None:
        self.forgotten.emit(self._start.name)
