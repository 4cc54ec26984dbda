"""The panel Walkthrough: the chooser, or the walk that is under way."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.kit.bound_watch import bound_watch
from miniapp_host.shell.kit.label import PlainLabel
from miniapp_host.shell.kit.laid_out import lay_out_now
from miniapp_host.shell.kit.scroll import Scroll
from miniapp_host.shell.panels.walkthrough.chooser import Chooser
from miniapp_host.shell.panels.walkthrough.walk_desk import WalkDesk
from miniapp_host.shell.panels.walkthrough.walk_view import WalkView
from miniapp_host.shell.sheets.open_dialog import OpenDialog
from miniapp_host.texts import Texts
from miniapp_host.walkthroughs.walk import Walk
from miniapp_host.walkthroughs.walkthrough import Walkthrough
from miniapp_host.watchers import Unwatch

_MARGIN = 8
"""Pixels that stay free above and below the step that the keys went to."""


class WalkthroughPanel(Panel):
    """Shows what `desk` has; `follow` when another program is in front."""

    def __init__(self, desk: WalkDesk, texts: Texts) -> None:
        super().__init__("walkthrough", texts("Walkthrough"), texts)
        self._desk = desk
        self._unwatch: Unwatch | None = None
        self._view: WalkView | None = None
        self._name = PlainLabel(pixels=14, tone="fg_1")
        self.tools.add_filter()
        self.tools.filter_changed.connect(self._on_filter_changed)
        self.tools.add_widget(self._name)
        copy = self.tools.add_button("copy", "CopyAll", texts("Copy all"))
        copy.clicked.connect(self._on_copy_clicked)
        self._report = self.tools.add_button("document", "Report", texts("Report as it stands"))
        self._report.clicked.connect(self._on_report_clicked)
        self._leave = self.tools.add_button("close", "Leave", texts("Leave this walkthrough"))
        self._leave.clicked.connect(self._on_leave_clicked)
        self._chooser = Chooser(texts)
        self._chooser.chosen.connect(self._on_chooser_chosen)
        self._chooser_place = Scroll(self._chooser)
        self._walk_place: Scroll | None = None
        self._body = QStackedWidget()
        self._body.addWidget(self._chooser_place)
        self.set_body(self._body)
        self.say_empty(
            texts("No program is open"),
            texts("Open a program. What there is to try on it is listed here, step by step."),
        )

    def begin(self) -> None:
        self._unwatch = bound_watch(self, self._desk.watch, self._on_desk_change)
        self.follow()

    def end(self) -> None:
        if self._unwatch is not None:
            self._unwatch()
            self._unwatch = None

    def choose_scope(self, scope: str) -> None:
        """Choose the scope with this id, before a walkthrough is begun."""
        self._chooser.choose_scope(scope)

    def follow(self) -> None:
        """Show the walk, or what there is for the program that is in front now."""
        if self._unwatch is None:
            return
        if self._desk.walk is None and self._desk.program_name:
            self._chooser.show_shelf(self._desk.shelf(), self._desk.scopes())
        self._show()

    def _show(self) -> None:
        walk = self._desk.walk
        self._name.setText(self._desk.program_name)
        self.show_empty(walk is None and not self._desk.program_name)
        for button in (self._report, self._leave):
            button.setVisible(walk is not None)
        if walk is None:
            self._body.setCurrentWidget(self._chooser_place)
        else:
            self._show_walk(walk)

    def _show_walk(self, walk: Walk) -> None:
        if self._view is None or self._view.walk is not walk:
            self._make_view(walk)
        if self._view is not None and self._walk_place is not None:
            self._view.refresh(self._desk.files, runs=self._desk.program_runs)
            self._body.setCurrentWidget(self._walk_place)
            lay_out_now()

    def _make_view(self, walk: Walk) -> None:
        """A view of its own for each walk takes the place of the one before."""
        if self._walk_place is not None:
            self._body.removeWidget(self._walk_place)
            self._walk_place.deleteLater()
        view = WalkView(walk, self._desk.wording(), self.texts)
        view.offer_taken.connect(self._desk.take_up)
        view.summary.open_wished.connect(self._on_summary_open_wished)
        view.summary.save_wished.connect(self._on_summary_save_wished)
        view.summary.again_wished.connect(self._on_summary_again_wished)
        view.summary.other_wished.connect(self._desk.end)
        view.steps.reached.connect(self._on_steps_reached)
        self._view, self._walk_place = view, Scroll(view)
        self._on_filter_changed()
        self._body.addWidget(self._walk_place)

    # What happens

    def _on_desk_change(self, _walk: Walk | None) -> None:
        if self._desk.walk is None:
            self.follow()
        else:
            self._show()

    def _on_filter_changed(self) -> None:
        word = self.tools.filter.text.casefold().strip() if self.tools.filter is not None else ""
        self._chooser.show_only(word)
        if self._view is not None:
            self._view.show_only(word)

    def _on_copy_clicked(self) -> None:
        walked = self._desk.walk is not None and self._view is not None
        said = self._view.said if walked and self._view is not None else self._chooser.said
        QGuiApplication.clipboard().setText(said)

    def _on_steps_reached(self, place: QRect) -> None:
        """Brings the step that the keys went to into view."""
        if self._view is not None and self._walk_place is not None:
            seen = place.translated(self._view.steps.mapTo(self._view, QPoint()))
            for corner in (seen.bottomLeft(), seen.topLeft()):
                self._walk_place.ensureVisible(corner.x(), corner.y(), 0, _MARGIN)

    def _on_chooser_chosen(self, walkthrough: Walkthrough, scope: str | None) -> None:
        self._desk.begin(walkthrough, scope)

    def _on_leave_clicked(self) -> None:
        self._desk.end()

    def _on_report_clicked(self) -> None:
        self._desk.finish()
        self._on_summary_open_wished()

    def _on_summary_open_wished(self) -> None:
        if self._desk.files is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.files.html)))

    def _on_summary_save_wished(self) -> None:
        folder, title = QFileDialog.FileMode.Directory, self.texts("Where the report is saved")
        dialog = OpenDialog(self, title, "reportDialog", mode=folder)
        dialog.fileSelected.connect(self._on_dialog_file_selected)
        dialog.open()

    def _on_dialog_file_selected(self, folder: str) -> None:
        self._desk.write_report(Path(folder))

    def _on_summary_again_wished(self) -> None:
        walk = self._desk.walk
        if walk is not None:
            self._desk.begin(walk.walkthrough, walk.scope)
