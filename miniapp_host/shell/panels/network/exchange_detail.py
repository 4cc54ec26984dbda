"""What the panel Network says of one exchange: what came of it, timing, headers, bodies."""

import json
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, urlsplit

from miniapp_host.devices.curl import curl_command
from miniapp_host.devices.network import Purpose, Trouble
from miniapp_host.devices.saved_fixture import why_not_saved
from miniapp_host.devices.traffic import Body, Exchange, Message, Outcome
from miniapp_host.shell.inspector.detail import (
    DetailSection,
    DetailText,
    DetailTree,
    Fact,
    Remedy,
)
from miniapp_host.shell.panels.network.exchange_rows import seconds_of, status_word
from miniapp_host.shell.panels.network.measures import said_seconds, said_size, said_time
from miniapp_host.texts import Sentence, Texts

COPY_CURL, SAVE_FIXTURE = "curl", "fixture"
_MOST_TEXT = 100_000
_MOST_MESSAGES = 200
_HEX_BYTES = 256
_HEX_ROW = 16
_TROUBLES = {
    Trouble.TIMEOUT: Sentence("There was no answer in time."),
    Trouble.REFUSED: Sentence("The server refused the connection, or nothing listens there."),
    Trouble.CLOSED: Sentence("The server closed the connection."),
    Trouble.UNKNOWN_HOST: Sentence("There is no server of that name."),
    Trouble.OFFLINE: Sentence("The phone is offline."),
    Trouble.UNSAFE: Sentence("The server's certificate is not valid for its name."),
    Trouble.REDIRECTS: Sentence("The redirections do not end."),
    Trouble.INVALID_REDIRECT: Sentence("The server redirects to what is no address."),
    Trouble.UNSAFE_REDIRECT: Sentence("The server redirects to an unsafe address."),
    Trouble.BLOCKED: Sentence("The server redirects to a domain that is not listed."),
    Trouble.TOO_LARGE: Sentence("The request or its answer is too large."),
    Trouble.OTHER: Sentence("The connection failed."),
}

Part = DetailTree | DetailSection


def exchange_detail(exchange: Exchange, texts: Texts, *, played: bool) -> DetailText:
    """Everything that is known of it; `played` says that fixtures answer instead of servers."""
    return DetailText(
        sentence=said_outcome(exchange, texts, played=played),
        remedies=tuple(_remedies(exchange, texts)),
        facts=tuple(_facts(exchange, texts)),
        trees=tuple(_parts(exchange, texts)),
    )


def said_outcome(exchange: Exchange, texts: Texts, *, played: bool) -> str:
    """One sentence: what came of it, and by whom."""
    if exchange.outcome is Outcome.REFUSED:
        sentence = Sentence("Refused by the domain rule: {rule}.", rule=exchange.rule)
    elif exchange.trouble is Trouble.REFUSED and played:
        sentence = Sentence("Failed: no fixture fits, so the server counts as dead.")
    elif exchange.trouble is not None:
        sentence = Sentence("Failed: {why}", why=_TROUBLES[exchange.trouble])
    elif exchange.outcome is Outcome.ABORTED:
        sentence = Sentence("Aborted by the program.")
    elif exchange.played_by:
        sentence = Sentence("Played by a fixture: {fixture}", fixture=exchange.played_by)
    else:
        sentence = _said_progress(exchange)
    return texts.said(sentence)


def _said_progress(exchange: Exchange) -> Sentence:
    if exchange.head is None:
        return Sentence("Waiting for the server.")
    if exchange.purpose is not Purpose.SOCKET:
        return Sentence("Answered by the server.")
    if exchange.closing is None:
        return Sentence("The socket is open.")
    code, reason = exchange.closing
    return Sentence("The socket was closed: {code} {reason}", code=code, reason=reason)


def _remedies(exchange: Exchange, texts: Texts) -> Iterator[Remedy]:
    if curl_command(exchange):
        yield Remedy(COPY_CURL, texts("Copy as cURL"))
    if why_not_saved(exchange) is None:
        yield Remedy(SAVE_FIXTURE, texts("Save as fixture…"))


def _facts(exchange: Exchange, texts: Texts) -> Iterator[Fact]:
    yield Fact(texts("Address"), exchange.url, code=True)
    if exchange.head is not None and exchange.head.reached:
        yield Fact(texts("Redirected to"), exchange.head.reached, code=True)
    yield Fact(texts("Asked by"), f"{exchange.purpose.value} · {exchange.method}", code=True)
    error = f" · net::{exchange.trouble.value[1]}" if exchange.trouble is not None else ""
    yield Fact(texts("Status"), status_word(exchange, texts) + error, code=True)
    yield Fact(texts("Time"), _said_times(exchange, texts), code=True)
    received = texts("{size} received", size=said_size(exchange.size))
    sent = texts("{size} sent", size=said_size(exchange.sent.size))
    yield Fact(texts("Size"), f"{received} · {sent}", code=True)


def _said_times(exchange: Exchange, texts: Texts) -> str:
    """When it began, how long it took, and when the answer began."""
    said = [said_time(exchange.began)]
    seconds = seconds_of(exchange)
    if seconds is not None:
        said.append(said_seconds(seconds))
    if exchange.answered is not None:
        waited = said_seconds(exchange.answered - exchange.began)
        said.append(texts("first byte after {time}", time=waited))
    return " · ".join(said)


def _parts(exchange: Exchange, texts: Texts) -> Iterator[Part]:
    yield from _messages(exchange, texts)
    yield from _body(exchange.received, _type_of_answer(exchange), texts("Response"), texts)
    yield from _body(
        exchange.sent, exchange.headers.get("content-type", ""), texts("Request"), texts
    )
    query = parse_qsl(urlsplit(exchange.url).query, keep_blank_values=True)
    yield from _table(texts("Query"), query)
    if exchange.head is not None:
        yield from _table(texts("Response headers"), exchange.head.headers)
    yield from _table(texts("Request headers"), exchange.headers.items())


def _type_of_answer(exchange: Exchange) -> str:
    return exchange.head.header("content-type") if exchange.head is not None else ""


def _table(title: str, pairs: Iterable[tuple[str, str]]) -> Iterator[DetailSection]:
    facts = tuple(Fact(name, value, code=True) for name, value in pairs)
    if facts:
        yield DetailSection(title, facts)


def _body(body: Body, media_type: str, title: str, texts: Texts) -> Iterator[Part]:
    """A body as a tree, a text, a picture, or the beginning of its bytes."""
    if body.size == 0:
        return
    if body.dropped:
        size = said_size(body.size)
        note = texts("{size}, no longer kept: newer bodies took its place", size=size)
        yield DetailSection(title, facts=(Fact(texts("Size"), note),))
        return
    cut = "" if body.whole else f" · {texts('the beginning')}: {said_size(body.kept)}"
    yield shown_content(body.content, media_type, f"{title} · {said_size(body.size)}{cut}")


def shown_content(content: bytes, media_type: str, title: str) -> Part:
    """The content as what it is: JSON, a picture, a text, or bytes."""
    if media_type.startswith("image/") and "svg" not in media_type:
        return DetailSection(f"{title} · {media_type}", picture=content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return DetailSection(f"{title} · {media_type}", code=hex_head(content))
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return DetailSection(title, code=text[:_MOST_TEXT])
    is_tree = isinstance(value, dict | list)
    return DetailTree(title, value) if is_tree else DetailSection(title, code=text)


def hex_head(content: bytes) -> str:
    """The first bytes in rows: place, hexadecimal, and the letters among them."""
    rows = []
    for start in range(0, min(len(content), _HEX_BYTES), _HEX_ROW):
        row = content[start : start + _HEX_ROW]
        letters = "".join(chr(one) if 32 <= one < 127 else "." for one in row)
        rows.append(f"{start:04x}  {row.hex(' '):<{_HEX_ROW * 3}} {letters}")
    return "\n".join(rows + (["…"] if len(content) > _HEX_BYTES else []))


def _messages(exchange: Exchange, texts: Texts) -> Iterator[DetailSection]:
    """The newest messages of a socket, newest first."""
    kept = len(exchange.messages)
    if not kept:
        return
    newest = reversed(exchange.messages[-_MOST_MESSAGES:])
    title = f"{texts('Messages, newest first')} · {kept + exchange.lost_messages}"
    yield DetailSection(title, code="\n".join(_said_message(one) for one in newest))


def _said_message(message: Message) -> str:
    arrow = "↑" if message.sent else "↓"
    content = message.body.content[:2000]
    said = content.decode("utf-8", "replace") if message.body.is_text else content[:48].hex(" ")
    return f"{arrow} {said_time(message.at)}  {said_size(message.body.size):>8}  {said}"
