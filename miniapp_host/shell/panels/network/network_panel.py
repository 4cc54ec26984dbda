"""The panel Network: a table of what went over the network, and what is known of the chosen row."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from miniapp_host.devices.conditions import NetworkConditions
from miniapp_host.devices.curl import curl_command
from miniapp_host.devices.saved_fixture import save_fixture
from miniapp_host.devices.traffic import Exchange, News, Traffic
from miniapp_host.shell.inspector.burst import Burst
from miniapp_host.shell.inspector.detail import Detail
from miniapp_host.shell.inspector.panel import Panel
from miniapp_host.shell.inspector.record_model import RecordModel
from miniapp_host.shell.inspector.split_body import SplitBody
from miniapp_host.shell.inspector.table import Table
from miniapp_host.shell.inspector.tool_row import Chips
from miniapp_host.shell.panels.network.conditions_button import ConditionsButton
from miniapp_host.shell.panels.network.exchange_detail import (
    COPY_CURL,
    SAVE_FIXTURE,
    exchange_detail,
)
from miniapp_host.shell.panels.network.exchange_rows import (
    KINDS,
    ExchangeCells,
    ExchangeFilter,
)
from miniapp_host.shell.panels.network.fixtures_dialog import FixturesDialog
from miniapp_host.texts import Sentence, Texts, ToldError
from miniapp_host.watchers import Unwatch

_LEAST_FILTER = 72
"""Pixels; the chips need their room in a narrow inspector."""


class NetworkPanel(Panel):
    """Shows the traffic of the program whose id `program` gives; `follow` looks at it anew.

    `fixtures` is the file in which answers are saved until the person chooses another.
    """

    told = Signal(object)
    """A sentence or an error for the person."""

    def __init__(
        self,
        traffic: Traffic,
        conditions: NetworkConditions,
        program: Callable[[], str | None],
        fixtures: Path | None,
        texts: Texts,
    ) -> None:
        super().__init__("network", texts("Network"), texts)
        self._traffic = traffic
        self._program = program
        self._fixtures = fixtures
        self._unwatch: Unwatch | None = None
        self._news: dict[int, Exchange] = {}
        self._burst = Burst(self)
        self._burst.due.connect(self._on_burst_due)
        self._cells = ExchangeCells(texts, traffic.played)
        self._rows = RecordModel(self._cells.columns(), _number, self)
        self._table = Table("networkTable", self._rows, texts)
        self._table.record_chosen.connect(self._on_table_record_chosen)
        self._detail = Detail("network", (texts("Key"), texts("Value")))
        self._detail.remedy_pressed.connect(self._on_detail_remedy_pressed)
        self._shown: Exchange | None = None
        self._body = SplitBody(self._table, self._detail)
        self.set_body(self._body)
        self._say_empty()
        self._kinds = self._add_tools(conditions)
        self.show_empty(True)

    def _say_empty(self) -> None:
        self.say_empty(
            self.texts("No traffic yet"),
            self.texts(
                "What the program sends with wx.request, downloadFile, uploadFile, connectSocket"
                " and wx.cloud appears here, and what fixtures answer."
            ),
        )

    def _add_tools(self, conditions: NetworkConditions) -> Chips:
        texts = self.texts
        self.tools.add_filter().setMinimumWidth(_LEAST_FILTER)
        self.tools.filter_changed.connect(self._on_filter_changed)
        names = ("All", "Requests", "Files", "Sockets", "Pages")
        labels = dict(zip(("all", *KINDS), map(texts, names), strict=True))
        kinds = self.tools.add_chips(labels, exclusive=True)
        kinds.changed.connect(self._on_filter_changed)
        button = ConditionsButton(conditions, texts)
        button.failed.connect(self.told)
        self.tools.add_widget(button)
        clear = self.tools.add_button("clear", "Clear", texts("Clear"))
        clear.clicked.connect(self._on_clear_clicked)
        return kinds

    def begin(self) -> None:
        self._unwatch = self._traffic.watch(self._hear)
        self.follow()

    def end(self) -> None:
        self._burst.stop()
        if self._unwatch is not None:
            self._unwatch()
            self._unwatch = None

    def follow(self) -> None:
        """Show the traffic of the program that is in front now."""
        if self._unwatch is None:
            return
        program = self._program()
        self._news.clear()
        self._rows.set_records(one for one in self._traffic if one.program == program)
        self._count()

    def _hear(self, news: News) -> None:
        if news is None:
            self.follow()
        elif news.program == self._program():
            self._news[news.number] = news
            self._burst.tell()

    def _on_burst_due(self) -> None:
        news, self._news = self._news, {}
        self._rows.take(news.values())
        self._count()
        if self._shown is not None and self._shown.number in news:
            self._show_detail(self._shown)

    def _count(self) -> None:
        self.counted.emit(self._rows.total)
        self.show_empty(self._rows.total == 0)

    def _on_filter_changed(self) -> None:
        word = self.tools.filter.text.casefold() if self.tools.filter is not None else ""
        self._rows.show_only(ExchangeFilter(word, self._kinds.chosen[0], self._cells))

    def _on_table_record_chosen(self, record: object) -> None:
        self._shown = record if isinstance(record, Exchange) else None
        self._body.show_detail(self._shown is not None)
        if self._shown is not None:
            self._show_detail(self._shown)

    def _show_detail(self, exchange: Exchange) -> None:
        text = exchange_detail(exchange, self.texts, played=self._traffic.played)
        self._detail.show_text(text)

    def _on_detail_remedy_pressed(self, name: str) -> None:
        if self._shown is None:
            return
        if name == COPY_CURL:
            QGuiApplication.clipboard().setText(curl_command(self._shown))
        elif name == SAVE_FIXTURE:
            dialog = FixturesDialog(self, self._fixtures, self._shown, self.texts)
            dialog.chosen.connect(self._on_dialog_chosen)
            dialog.open()

    def _on_dialog_chosen(self, file: Path, exchange: Exchange) -> None:
        self._fixtures = file
        try:
            place = save_fixture(exchange, file)
        except ToldError as error:
            self.told.emit(error)
            return
        self.told.emit(Sentence("Saved as rule {at} of {file}.", at=place + 1, file=file.name))

    def _on_clear_clicked(self) -> None:
        self._traffic.clear(self._program())


def _number(exchange: Exchange) -> int:
    return exchange.number
