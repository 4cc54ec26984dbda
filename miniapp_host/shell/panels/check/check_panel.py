"""The panel Check: the issues of the program in front, and how far its check is."""

from collections.abc import Callable, Collection

from miniapp_host.checks.issues import Issue, Severity
from miniapp_host.shell.inspector.detail import DetailText
from miniapp_host.shell.inspector.record_panel import RecordPanel
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.panels.check.check_desk import CheckDesk, CheckState, Stage
from miniapp_host.shell.panels.check.check_rows import (
    OPEN_FILE,
    CheckFilter,
    CheckRow,
    check_columns,
    check_detail,
    number_of,
    severity_words,
)
from miniapp_host.shell.panels.check.progress_note import ProgressNote
from miniapp_host.texts import Texts
from miniapp_host.watchers import Unwatch


class CheckPanel(RecordPanel[CheckRow]):
    """Shows what `desk` has; `pages` gives the pages that the program in front declares."""

    def __init__(self, desk: CheckDesk, pages: Callable[[], Collection[str]], texts: Texts) -> None:
        super().__init__("check", texts("Check"), check_columns(texts), number_of, texts)
        self._desk = desk
        self._pages = pages
        self._unwatch: Unwatch | None = None
        self._issues: tuple[Issue, ...] = ()
        self.table.stay_at_top()
        self.table.link_clicked.connect(self._on_table_link_clicked)
        self.table.record_activated.connect(self._on_table_record_activated)
        labels = {
            "all": texts("All"),
            Severity.ERROR.value: texts("Errors"),
            Severity.WARNING.value: texts("Warnings"),
            Severity.NOTE.value: texts("Notes"),
        }
        self._levels = self.add_filter_chips(labels)
        self._note = ProgressNote(texts)
        self._note.stop_pressed.connect(desk.stop)
        self.add_foot(self._note)
        self._run = self.tools.add_button("restart", "Run", texts("Check the program"))
        self._run.clicked.connect(desk.start)
        self.add_copy_button()

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
            self.rows.set_records(CheckRow(at, one) for at, one in enumerate(state.issues))
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

    def filter_for(self, word: str) -> Callable[[CheckRow], bool]:
        return CheckFilter(word, self._levels.chosen[0], self.texts)

    def detail_of(self, record: CheckRow) -> DetailText:
        return check_detail(record.issue, self._pages(), self.texts)

    def help_with(self, record: CheckRow, remedy: str) -> None:
        if remedy == OPEN_FILE:
            self._desk.open_file(record.issue)
        else:
            self._desk.open_page(record.issue)

    def copied(self) -> str:
        words = severity_words(self.texts)
        return "\n".join(
            f"{words[row.issue.severity]} {row.issue.place} {self.texts.said(row.issue.text)}"
            for row in self.shown
        )

    def _on_table_link_clicked(self, record: object) -> None:
        self._open_file(record)

    def _on_table_record_activated(self, record: object) -> None:
        self._open_file(record)

    def _open_file(self, record: object) -> None:
        if isinstance(record, CheckRow):
            self._desk.open_file(record.issue)
