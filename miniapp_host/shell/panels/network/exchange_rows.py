"""The columns of the panel Network: one row for each request and socket."""

import math
from dataclasses import dataclass
from urllib.parse import urlsplit

from miniapp_host.devices.network import Purpose
from miniapp_host.devices.traffic import Exchange, Outcome
from miniapp_host.shell.inspector.record_model import Column
from miniapp_host.shell.inspector.table_cell import Cut, TableCell
from miniapp_host.shell.kit.theme import Tone
from miniapp_host.shell.panels.network.measures import said_seconds, said_size, said_time
from miniapp_host.texts import Texts

_WIDE = 560
"""Pixels from which on there is room for who answered beside the address."""
KINDS: dict[str, frozenset[Purpose]] = {
    "requests": frozenset({Purpose.REQUEST, Purpose.CLOUD}),
    "files": frozenset({Purpose.DOWNLOAD, Purpose.UPLOAD}),
    "sockets": frozenset({Purpose.SOCKET}),
    "pages": frozenset({Purpose.SHOWN}),
}
"""The purposes behind each of the panel's chips."""


def status_word(exchange: Exchange, texts: Texts) -> str:
    """The status of the answer, or why there is none, in one word."""
    match exchange.outcome:
        case Outcome.FAILED:
            return texts("failed")
        case Outcome.ABORTED:
            return texts("aborted")
        case Outcome.REFUSED:
            return texts("refused")
        case Outcome.UNDER_WAY if exchange.head is None:
            return texts("pending")
        case _:
            return str(exchange.head.status) if exchange.head else texts("closed")


def status_tone(exchange: Exchange) -> Tone:
    """Green for a good answer, red for none or a bad one, grey for what is open or was given up."""
    if exchange.outcome in (Outcome.FAILED, Outcome.REFUSED):
        return "red"
    if exchange.outcome is Outcome.ABORTED or exchange.head is None:
        return "fg_2"
    return "brand" if exchange.head.status < 400 else "red"


def place_of(exchange: Exchange) -> str:
    """Host, path and query, without the scheme."""
    parts = urlsplit(exchange.url)
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc}{parts.path}{query}" or exchange.url


def origin_word(exchange: Exchange, texts: Texts, *, played: bool) -> str:
    """Who decided what came of it: a fixture, the domain rule, or nobody but the network."""
    if exchange.rule:
        return texts("domain rule")
    if exchange.played_by:
        return texts("fixture")
    if played and exchange.outcome is Outcome.FAILED:
        return texts("no fixture")
    return ""


def seconds_of(exchange: Exchange) -> float | None:
    """How long it took; None while it lasts."""
    return None if exchange.ended is None else exchange.ended - exchange.began


@dataclass(frozen=True)
class ExchangeCells:
    """Makes the cells; `played` says that fixtures answer instead of the network."""

    texts: Texts
    played: bool

    def columns(self) -> tuple[Column[Exchange], ...]:
        """The columns, left to right."""
        texts = self.texts
        return (
            Column(texts("Status"), self._status, 82),
            Column(texts("Method"), self._method, 66),
            Column(texts("Address"), self._place, stretches=True, hint=_address),
            Column(texts("By"), self._origin, 80, shown_from=_WIDE, hint=self._origin_hint),
            Column(texts("Time"), self._time, 64, right=True, hint=_began, value=_lasted),
            Column(texts("Size"), self._size, 64, right=True, value=_size),
        )

    def _status(self, exchange: Exchange) -> TableCell:
        return TableCell(status_word(exchange, self.texts), dot=status_tone(exchange))

    def _method(self, exchange: Exchange) -> TableCell:
        socket = exchange.purpose is Purpose.SOCKET
        return TableCell("WS" if socket else exchange.method, tone="fg_1", code=True)

    def _place(self, exchange: Exchange) -> TableCell:
        failed = exchange.outcome in (Outcome.FAILED, Outcome.REFUSED)
        tone: Tone = "error_ink" if failed else "fg_0"
        place = place_of(exchange)
        # The path says more than the end of a long query.
        cut = Cut.END if "?" in place else Cut.MIDDLE
        return TableCell(place, tone=tone, code=True, cut=cut)

    def _origin(self, exchange: Exchange) -> TableCell:
        word = origin_word(exchange, self.texts, played=self.played)
        return TableCell(word, tone="link", cut=Cut.END)

    def _origin_hint(self, exchange: Exchange) -> str:
        return self.texts.said(exchange.rule or exchange.played_by)

    def _time(self, exchange: Exchange) -> TableCell:
        seconds = seconds_of(exchange)
        said = "…" if seconds is None else said_seconds(seconds)
        return TableCell(said, tone="fg_1", code=True, right=True)

    def _size(self, exchange: Exchange) -> TableCell:
        return TableCell(said_size(exchange.size), tone="fg_1", code=True, right=True)


def _address(exchange: Exchange) -> str:
    return f"{exchange.method} {exchange.url}"


def _lasted(exchange: Exchange) -> float:
    """Seconds; what has not ended stands behind all that has."""
    seconds = seconds_of(exchange)
    return math.inf if seconds is None else seconds


def _size(exchange: Exchange) -> float:
    return exchange.size


def _began(exchange: Exchange) -> str:
    return said_time(exchange.began)


@dataclass(frozen=True)
class ExchangeFilter:
    """Lets exchanges through by kind and word; the word may stand in all that the row says."""

    word: str
    kind: str
    cells: ExchangeCells

    def __call__(self, exchange: Exchange) -> bool:
        """Whether the exchange is shown."""
        if self.kind in KINDS and exchange.purpose not in KINDS[self.kind]:
            return False
        if not self.word:
            return True
        texts, played = self.cells.texts, self.cells.played
        said = (
            exchange.method,
            exchange.url,
            status_word(exchange, texts),
            origin_word(exchange, texts, played=played),
            texts.said(exchange.rule or exchange.played_by),
        )
        return any(self.word in one.casefold() for one in said)
