"""The panel Check: the issues of the program in front, and how far its check is."""

from collections.abc import Callable, Collection

from PySide6.QtGui import QGuiApplication

from miniapp_host.checks.issues import Issue, Severity
from miniapp_host.shell.inspector.detail import Detail
from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.inspector.record_model import RecordModel
from miniapp_host.shell.inspector.split_body import SplitBody
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.inspector.tool_row import Chips
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.panels.check.check_desk import CheckDesk, CheckState, Stage
from miniapp_host.shell.panels.check.check_rows import (
    OPEN_FILE,
    CheckFilter,
    CheckRow,
    check_columns,
    check_detail,
    number_of,
)
from miniapp_host.shell.panels.check.progress_note import ProgressNote
from miniapp_host.texts import Texts
from miniapp_host.watchers import Unwatch


class CheckPanel(Panel):
    """Shows what `desk` has; `pages` gives the pages that the program in front declares."""

    def __init__(self, desk: CheckDesk, pages: Callable[[], Collection[str]], texts: Texts) -> None:
        super().__init__("check", texts("Check"), texts)
        self._desk = desk
        self._pages = pages
        self._unwatch: Unwatch | None = None
        self._issues: tuple[Issue, ...] = ()
        self._chosen: Issue | None = None
        self._rows = RecordModel(check_columns(texts), number_of, self)
        self._table = Table("checkTable", self._rows, texts)
        self._table.stay_at_top()
        self._table.record_chosen.connect(self._on_table_record_chosen)
        self._table.link_clicked.connect(self._on_table_link_clicked)
        self._table.record_activated.connect(self._on_table_record_activated)
        self._detail = Detail("check", (texts("Key"), texts("Value")))
        self._detail.remedy_pressed.connect(self._on_detail_remedy_pressed)
        self._body = SplitBody(self._table, self._detail)
        self.set_body(self._body)
        self.tools.add_filter()
        self.tools.filter_changed.connect(self._on_filter_changed)
        self._levels = self._add_levels()
        self._levels.changed.connect(self._on_filter_changed)
        self._note = ProgressNote(texts)
        self._note.stop_pressed.connect(desk.stop)
        self.add_foot(self._note)
        self._run = self.tools.add_button("restart", "Run", texts("Check the program"))
        self._run.clicked.connect(desk.start)
        copy = self.tools.add_button("copy", "CopyAll", texts("Copy all"))
        copy.clicked.connect(self._on_copy_clicked)

    def _add_levels(self) -> Chips:
        texts = self.texts
        labels = {
            "all": texts("All"),
            Severity.ERROR.value: texts("Errors"),
            Severity.WARNING.value: texts("Warnings"),
            Severity.NOTE.value: texts("Notes"),
        }
        return self.tools.add_chips(labels, exclusive=True)

    def begin(self) -> None:
        self._unwatch = bound_watch(self, self._desk.watch, self._show)
        self.follow()

    def end(self) -> None:
        if self._unwatch is not None:
            self._unwatch()
            self._unwatch = None

    def follow(self) -> None:
        """Show the check of the program that is in front now; its first one begins by itself."""
        if self._unwatch is None:
            return
        if self._desk.program_name and self._desk.state.stage is Stage.NONE:
            self._desk.start()
        self._show(self._desk.state)

    def _show(self, state: CheckState) -> None:
        if state.issues != self._issues:
            self._issues = state.issues
            self._rows.set_records(CheckRow(at, one) for at, one in enumerate(state.issues))
            self._body.show_detail(False)
        self._note.show_state(state)
        self._run.setEnabled(bool(self._desk.program_name) and not state.runs)
        self._say_why_empty(state)
        self.show_empty(not state.issues)
        self.counted.emit(sum(one.severity is Severity.ERROR for one in state.issues))

    def _say_why_empty(self, state: CheckState) -> None:
        texts = self.texts
        if not self._desk.program_name:
            hint = texts("Open a program. What is wrong with its files and pages is listed here.")
            self.say_empty(texts("No program is open"), hint)
        elif state.runs:
            hint = texts("First the files are read, then every page is opened, unseen.")
            self.say_empty(texts("Nothing found yet"), hint)
        elif state.stage is Stage.DONE and not state.problem:
            hint = texts("Its files are in order, and every page opens without an error.")
            self.say_empty(texts("Nothing is wrong"), hint)
        else:
            self.say_empty(texts("Nothing found"), texts("Press the button above to check anew."))

    # What happens

    def _on_filter_changed(self) -> None:
        word = self.tools.filter.text.casefold() if self.tools.filter is not None else ""
        self._rows.show_only(CheckFilter(word, self._levels.chosen[0]))

    def _on_table_record_chosen(self, record: object) -> None:
        self._chosen = record.issue if isinstance(record, CheckRow) else None
        self._body.show_detail(self._chosen is not None)
        if self._chosen is not None:
            self._detail.show_text(check_detail(self._chosen, self._pages(), self.texts))

    def _on_table_link_clicked(self, record: object) -> None:
        self._open_file(record)

    def _on_table_record_activated(self, record: object) -> None:
        self._open_file(record)

    def _open_file(self, record: object) -> None:
        if isinstance(record, CheckRow):
            self._desk.open_file(record.issue)

    def _on_detail_remedy_pressed(self, name: str) -> None:
        if self._chosen is None:
            return
        if name == OPEN_FILE:
            self._desk.open_file(self._chosen)
        else:
            self._desk.open_page(self._chosen)

    def _on_copy_clicked(self) -> None:
        lines = (
            f"{row.issue.severity.value} {row.issue.place} {row.issue.text}"
            for row in self._rows.shown
        )
        QGuiApplication.clipboard().setText("\n".join(lines))
