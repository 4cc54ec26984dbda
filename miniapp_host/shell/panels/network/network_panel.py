"""The panel Network: a table of what went over the network, and what is known of the chosen row."""

from collections.abc import Callable, Hashable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent

from miniapp_host.devices.conditions import Conditions, NetworkConditions
from miniapp_host.devices.curl import curl_command
from miniapp_host.devices.preferences import PreferencesError
from miniapp_host.devices.saved_fixture import save_fixture
from miniapp_host.devices.traffic import Exchange, Traffic
from miniapp_host.shell.inspector.detail import DetailText
from miniapp_host.shell.inspector.follower import Follower
from miniapp_host.shell.inspector.intake import Intake
from miniapp_host.shell.inspector.record_panel import RecordPanel
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
from miniapp_host.shell.panels.network.limit_band import LimitBand
from miniapp_host.texts import Sentence, Texts, ToldError
from miniapp_host.watchers import Unwatch

_LEAST_FILTER = 72
"""Pixels; the chips need their room in a narrow inspector."""
_NARROW = 560


class NetworkPanel(RecordPanel[Exchange]):
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
        self._cells = ExchangeCells(texts, traffic.played)
        columns = self._cells.columns()
        super().__init__("network", texts("Network"), columns, _number, texts)
        self._traffic = traffic
        self._program = program
        self._fixtures = fixtures
        self._unwatch: tuple[Unwatch, ...] = ()
        self._follower = Follower(traffic.newest, _stage)
        self._intake = Intake(self._read, self._take, self)
        self._conditions = conditions
        self._quality = ConditionsButton(conditions, texts)
        self._limits = LimitBand(conditions, texts)
        self.add_band(self._limits)
        self._say_empty()
        self._kinds = self._add_tools()
        self.show_empty(True)

    def _say_empty(self) -> None:
        self.say_empty(
            self.texts("No traffic yet"),
            self.texts(
                "What the program sends with wx.request, downloadFile, uploadFile, connectSocket"
                " and wx.cloud appears here, and what fixtures answer."
            ),
        )

    def _add_tools(self) -> Chips:
        texts = self.texts
        if self.tools.filter is not None:
            self.tools.filter.setMinimumWidth(_LEAST_FILTER)
        names = ("All", "Requests", "Files", "Sockets", "Pages")
        labels = dict(zip(("all", *KINDS), map(texts, names), strict=True))
        kinds = self.add_filter_chips(labels)
        self._quality.own_wished.connect(self._limits.begin)
        for tool in (self._quality, self._limits):
            tool.wished.connect(self._on_conditions_wished)
        self.tools.add_widget(self._quality)
        self.add_copy_button()
        clear = self.tools.add_button("clear", "Clear", texts("Clear"))
        clear.clicked.connect(self._on_clear_clicked)
        return kinds

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._quality.show_briefly(self.width() < _NARROW)

    def begin(self) -> None:
        self._unwatch = (
            self._traffic.changes.watch(self._intake.tell),
            self._traffic.watch_cleared(self._on_traffic_cleared),
        )
        self.follow()

    def end(self) -> None:
        self._intake.stop()
        for unwatch in self._unwatch:
            unwatch()
        self._unwatch = ()

    def follow(self) -> None:
        """Show the traffic of the program that is in front now."""
        if self._unwatch:
            self._intake.stop()
            self._follower.begin_anew()
            self.rows.clear()
            self._intake.go_on()

    def _read(self) -> list[Exchange]:
        self._traffic.changes.seen()
        program = self._program()
        return [one for one in self._follower.read() if one.program == program]

    def _take(self, exchanges: list[Exchange]) -> None:
        self.rows.take(exchanges)
        self.show_state()
        self.tell_changed([one.number for one in exchanges])

    def _on_conditions_wished(self, wished: Conditions) -> None:
        try:
            self._conditions.set(wished)
        except PreferencesError as error:
            self.told.emit(error)

    def _on_traffic_cleared(self, _: None) -> None:
        self.follow()

    def filter_for(self, word: str) -> Callable[[Exchange], bool]:
        return ExchangeFilter(word, self._kinds.chosen[0], self._cells)

    def detail_of(self, record: Exchange) -> DetailText:
        return exchange_detail(record, self.texts, played=self._traffic.played)

    def help_with(self, record: Exchange, remedy: str) -> None:
        if remedy == COPY_CURL:
            QGuiApplication.clipboard().setText(curl_command(record))
        elif remedy == SAVE_FIXTURE:
            dialog = FixturesDialog(self, self._fixtures, record, self.texts)
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


def _stage(exchange: Exchange) -> Hashable | None:
    return exchange.stage
