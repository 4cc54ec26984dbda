"""Makes the panel Calls for the program that the inspector shows, and writes its files."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from miniapp_host.api.calls.call_report import calls_as_html, calls_as_json
from miniapp_host.api.calls.journal import CallRecord
from miniapp_host.api.calls.why import Explainer, Why
from miniapp_host.permissions.decisions import Subject
from miniapp_host.phone.call_remedies import CallRemedies
from miniapp_host.phone.panel_context import PanelContext
from miniapp_host.shell.panels.calls.calls_panel import CallSources, CallsPanel
from miniapp_host.shell.sheets.save_dialog import SaveDialog


def make_calls_panel(context: PanelContext) -> CallsPanel:
    """The panel, which follows `context`."""
    explainer = Explainer(context.memory.store.history)

    def explain(record: CallRecord) -> Why:
        return explainer.why(record, context.texts)

    def subject() -> Subject | None:
        return context.program.subject if context.program is not None else None

    sources = CallSources(context.parts.journal, subject, explain)
    panel = CallsPanel(sources, context.texts)
    context.program_changed.connect(panel.follow)
    remedies = CallRemedies(context, panel)
    remedies.problem_found.connect(context.problem_found)
    panel.help_wished.connect(remedies.help)
    panel.export_wished.connect(CallExport(panel, sources, context).ask)
    return panel


class CallExport(QObject):
    """Asks where to, and writes the calls that the panel shows then."""

    def __init__(self, panel: CallsPanel, sources: CallSources, context: PanelContext) -> None:
        super().__init__(panel)
        self._panel = panel
        self._explain = sources.explain
        self._context = context

    def ask(self, kind: str) -> None:
        """`kind` is json or html."""
        title = self._context.texts("Save file")
        write = partial(self._write, kind)
        SaveDialog(self._panel, title, f"{self._name}-calls.{kind}", write).open()

    @property
    def _name(self) -> str:
        program = self._context.program
        return program.screen.name if program is not None else "calls"

    def _write(self, kind: str, place: Path | None) -> None:
        if place is None:
            return
        try:
            place.write_text(self._text(kind), "utf-8")
        except OSError as error:
            self._context.problem_found.emit(error)

    def _text(self, kind: str) -> str:
        records = self._panel.shown
        if kind == "json":
            return calls_as_json(records, self._sentence)
        title = self._context.texts("Calls of {name}", name=self._name)
        now = datetime.now()
        return calls_as_html(records, self._sentence, title, now, self._context.texts)

    def _sentence(self, record: CallRecord) -> str:
        return self._explain(record).sentence
